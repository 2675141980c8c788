import Experiments
import JSON5

/// A column of a table, and what the data package says of it.
struct Column: Sendable {
  enum Kind: String, Sendable { case integer, number, string }

  let name: String
  let kind: Kind
  let unit: String
  let description: String
  /// Further properties of the data package's field.
  var properties: [(name: String, value: String)] = []

  init(
    _ name: String, _ kind: Kind, unit: String = "", _ description: String,
    properties: [(name: String, value: String)] = []
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.description = description
    self.properties = properties
  }
}

/// The names of columns that hold drawn parameters.
public enum ParameterColumns {
  /// The column of an address: `.` becomes `__` and `-` becomes `_`.
  public static func name(of address: String) -> String {
    address.reduce(into: "") { name, character in
      switch character {
      case ".": name += "__"
      case "-": name += "_"
      default: name.append(character)
      }
    }
  }

  /// The columns of addresses, in their order.
  ///
  /// - Throws: ``ResultError/columnsCollide(column:addresses:)`` where two addresses lead to one
  ///   name, or one leads to a name in `taken`.
  public static func names(
    of addresses: [String], besides taken: [String] = []
  ) throws(ResultError) -> [String] {
    var addressOf = Dictionary(taken.map { ($0, $0) }) { first, _ in first }
    var names: [String] = []
    for address in addresses {
      let name = name(of: address)
      if let other = addressOf.updateValue(address, forKey: name) {
        throw .columnsCollide(column: name, addresses: [other, address])
      }
      names.append(name)
    }
    return names
  }
}

import Scenarios

/// The numbers of a scenario that a sweep can vary, by their addresses and their columns.
public struct SweptAddresses: Sendable {
  /// Addresses that have one value in a whole sweep, and why.
  static let shared = [
    "replications":
      "every experiment has the same number of replications; --replications sets it"
  ]

  /// The addresses that can be swept, in the order of the table.
  public let addresses: [String]
  private let parameters: ParameterTable
  private let addressesOfColumn: [String: [String]]

  /// What can be swept of a scenario with these parameters.
  public init(_ parameters: ParameterTable) {
    self.parameters = parameters
    let all = parameters.entries.map(\.address)
    addresses = all.filter { SweptAddresses.shared[$0] == nil }
    addressesOfColumn = Dictionary(grouping: all) { ParameterColumns.name(of: $0) }
  }

  /// What is known of the number at an address.
  ///
  /// - Throws: why it cannot be swept, as the rest of a sentence that begins with the address.
  public func entry(at address: String) throws(ValueFault) -> ParameterEntry {
    if let reason = SweptAddresses.shared[address] {
      throw ValueFault("cannot be swept", remedy: reason)
    }
    guard let parameter = parameters.parameter(at: address) else {
      throw ValueFault("is no address of the scenario", remedy: remedy(for: address))
    }
    return parameters[parameter]
  }

  /// What is known of the number at an address that may be written as its column.
  ///
  /// - Throws: why it cannot be swept, as the rest of a sentence that begins with the name.
  public func entry(named name: String) throws(ValueFault) -> ParameterEntry {
    guard parameters.parameter(at: name) == nil, let found = addressesOfColumn[name] else {
      return try entry(at: name)
    }
    guard found.count == 1 else {
      throw ValueFault(
        "is the column of \(found.joined(separator: " and of "))",
        remedy: "write the address with its dots and hyphens")
    }
    return try entry(at: found[0])
  }

  private func remedy(for name: String) -> String {
    if let found = addressesOfColumn[name] { return "did you mean '\(found[0])'?" }
    if !name.contains("."), name.contains("__") {
      let columns = addresses.map(ParameterColumns.name)
      if let remedy = addressRemedy(for: name, among: columns) { return remedy }
    }
    return addressRemedy(for: name, among: addresses)
      ?? "'embargo list parameters SCENARIO' lists the addresses"
  }
}

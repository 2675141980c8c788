import Experiments

/// A place where a result is not what it would be if it were made again.
public struct Difference: Sendable, Equatable {
  /// What differs there.
  public enum Kind: Sendable, Equatable {
    /// A value, and in how many other columns of the same row others differ too.
    case value(column: String, stored: String, made: String, others: Int)
    /// A row that should be there is not.
    case rowMissing
    /// A row that is not one of this result.
    case rowTooMany
    /// Another row stands where this one should; what follows was not compared.
    case rowMisplaced(stored: String)
    /// The whole file is missing.
    case fileMissing
    /// The result has no such file.
    case fileTooMany
    /// A line of a document, or of a header.
    case line(number: Int, stored: String, made: String)
  }

  /// The file's name.
  public let file: String
  /// What names the row: columns and their values; empty where the difference is in no row.
  public let key: [(column: String, value: String)]
  /// The row of the result, if there is one to run again.
  public let row: RowKey?
  /// What differs.
  public let kind: Kind

  init(_ file: String, key: [(String, String)] = [], row: RowKey? = nil, _ kind: Kind) {
    self.file = file
    self.key = key.map { (column: $0, value: $1) }
    self.row = row
    self.kind = kind
  }

  /// Whether two differences say the same.
  public static func == (a: Difference, b: Difference) -> Bool {
    a.file == b.file && a.kind == b.kind && a.row == b.row
      && a.key.elementsEqual(b.key) { $0.column == $1.column && $0.value == $1.value }
  }
}

extension Difference: CustomStringConvertible {
  /// The difference in a sentence without its end.
  public var description: String {
    let place = ([file] + key.map { "\($0.column) \($0.value)" }).joined(separator: ", ")
    return switch kind {
    case .value(let column, let stored, let made, let others):
      "\(place): \(column) is \(Difference.shown(stored)), but should be"
        + " \(Difference.shown(made))\(Difference.besides(others))"
    case .rowMissing: "\(place): the row is missing"
    case .rowTooMany: "\(place): the result has no such row"
    case .rowMisplaced(let stored):
      "\(place): the row of \(stored) stands in its place; what follows was not compared"
    case .fileMissing: "\(file) is missing"
    case .fileTooMany: "\(file) is there, but belongs to no such result"
    case .line(let number, let stored, let made):
      "\(place), line \(number): '\(Difference.cut(stored))' stands where"
        + " '\(Difference.cut(made))' should"
    }
  }

  private static func shown(_ value: String) -> String {
    value.isEmpty ? "empty" : cut(value)
  }

  private static func besides(_ others: Int) -> String {
    switch others {
    case 0: ""
    case 1: ", and another column differs"
    default: ", and \(others) other columns differ"
    }
  }

  private static func cut(_ text: String) -> String {
    text.count <= 160 ? text : text.prefix(159) + "…"
  }
}

/// The differences that a step found.
public struct Differences: Sendable {
  /// The first of them.
  public let first: [Difference]
  /// How many there are.
  public let count: Int
}

/// Gathers differences: the first few in full, and how many there are.
final class DifferenceLog {
  private let limit: Int
  private(set) var first: [Difference] = []
  private(set) var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  func add(_ difference: Difference) {
    count += 1
    if first.count < limit { first.append(difference) }
  }
}

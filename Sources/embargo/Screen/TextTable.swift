/// A table in plain text, its columns aligned.
struct TextTable {
  /// How the cells of a column stand under each other.
  enum Alignment {
    case left
    case right
    /// An estimate ends where its interval, in parentheses, begins.
    case estimate
  }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with its headings.
  init(_ columns: [(heading: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.heading)]
  }

  mutating func add(_ cells: [String]) {
    precondition(cells.count == alignments.count, "a cell for every column")
    rows.append(cells)
  }

  /// The lines, without blanks at their ends.
  ///
  /// - Parameter width: columns of the screen, beyond which lines are cut with an ellipsis; nil
  ///   for no limit.
  func lines(width: Int? = nil) -> [String] {
    var cells = rows
    for column in alignments.indices {
      let aligned = TextTable.aligned(rows.map { $0[column] }, alignments[column])
      for row in cells.indices { cells[row][column] = aligned[row] }
    }
    return cells.map { TextTable.cut($0.joined(separator: "  "), to: width) }
  }

  /// A text that fits, with an ellipsis for what does not.
  static func cut(_ text: String, to width: Int?) -> String {
    var line = text
    if let width, line.count > width { line = line.prefix(max(0, width - 1)) + "…" }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// The cells of a column, heading first, filled up to one width.
  private static func aligned(_ cells: [String], _ alignment: Alignment) -> [String] {
    switch alignment {
    case .left: return filled(cells) { $0 + $1 }
    case .right: return filled(cells) { $1 + $0 }
    case .estimate:
      let parts = cells.dropFirst().map(split)
      let heads = filled(parts.map(\.head)) { $1 + $0 }
      let joined = zip(heads, parts).map { $0 + $1.tail }
      return filled([cells[0]] + joined) { $0 + $1 }
    }
  }

  private static func split(_ cell: String) -> (head: String, tail: String) {
    guard let range = cell.firstRange(of: " (") else { return (cell, "") }
    return (String(cell[..<range.lowerBound]), String(cell[range.lowerBound...]))
  }

  private static func filled(
    _ cells: [String], _ fill: (_ cell: String, _ blanks: String) -> String
  ) -> [String] {
    let width = cells.map(\.count).max() ?? 0
    return cells.map { fill($0, String(repeating: " ", count: width - $0.count)) }
  }
}

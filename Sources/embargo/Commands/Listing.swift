import JSON5

/// Rows of named columns, for any format.
struct Listing {
  /// The columns of csv and json, in order.
  let names: [String]
  /// Which of them a table shows, in which order.
  let shown: [String]
  let rows: [[String]]
  /// The columns that hold numbers, which json gives as such.
  var numbers: Set<String> = []
  /// Each row as a few lines for the eye, where a table would be too wide for a terminal.
  var blocks: [[String]] = []
  /// Remarks on the whole.
  var notes: [String] = []

  /// The table, a line for each row, so that other programs can search it.
  var tableLines: [String] {
    let places = shown.compactMap { names.firstIndex(of: $0) }
    var table = TextTable(places.map { (names[$0], .left) })
    for row in rows { table.add(places.map { row[$0] }) }
    return table.lines()
  }

  var csv: String { CommaSeparated.lines([names] + rows) }

  /// A list of objects.
  var json: String {
    let objects = rows.map { row in
      Node.object(
        zip(names, row).map { name, cell in
          (name, numbers.contains(name) ? Double(cell).map(Node.number) ?? .null : .string(cell))
        })
    }
    return Node.array(objects).json() + "\n"
  }
}

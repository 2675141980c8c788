import JSON5

/// Rows of named columns, for any format.
struct Listing {
  /// The columns of csv and json, in order.
  let names: [String]
  /// Which of them a table shows, in which order.
  let shown: [String]
  let rows: [[String]]
  /// Remarks on the whole.
  var notes: [String] = []

  func table(width: Int?) -> String {
    let places = shown.compactMap { names.firstIndex(of: $0) }
    var table = TextTable(places.map { (names[$0], .left) })
    for row in rows { table.add(places.map { row[$0] }) }
    return table.lines(width: width).map { $0 + "\n" }.joined()
  }

  var csv: String { CommaSeparated.lines([names] + rows) }

  /// A list of objects.
  var json: String {
    let objects = rows.map { row in Node.object(zip(names, row.map(Node.string)).map { $0 }) }
    return Node.array(objects).json() + "\n"
  }
}

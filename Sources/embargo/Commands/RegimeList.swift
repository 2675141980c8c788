import JSON5

/// Regimes, one under the other.
enum RegimeList {
  static func tell(_ sheets: [RegimeSheet], _ format: Format) throws(Failure) {
    switch format {
    case .table:
      let width = StandardStreams.answerWidth
      try StandardStreams.answer(sheets.map { block($0, width) }.joined(separator: "\n"))
    case .csv:
      let rows = sheets.flatMap { sheet in
        sheet.fields.map { [sheet.id, sheet.title, $0.field.rawValue, $0.value] }
      }
      try StandardStreams.answer(
        CommaSeparated.lines([["regime", "title", "field", "value"]] + rows))
    case .json:
      let regimes = sheets.map { sheet in
        let fields = sheet.fields.map { ($0.field.rawValue, Node.string($0.value)) }
        return (
          sheet.id,
          Node.object([("title", .string(sheet.title)), ("fields", .object(fields))])
        )
      }
      try StandardStreams.answer(Node.object(regimes).json() + "\n")
    }
  }

  private static func block(_ sheet: RegimeSheet, _ width: Int?) -> String {
    var table = TextTable([(sheet.id, .left), (sheet.title, .left)])
    for entry in sheet.fields {
      table.add(["  " + entry.field.rawValue, entry.value.isEmpty ? "none" : entry.value])
    }
    return table.lines(width: width).map { $0 + "\n" }.joined()
  }
}

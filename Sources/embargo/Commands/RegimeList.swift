import ExportControls
import JSON5

/// Regimes, one under the other, and what their fields mean.
enum RegimeList {
  static func tell(_ sheets: [RegimeSheet], _ format: Format) throws(Failure) {
    switch format {
    case .table:
      let width = StandardStreams.answerWidth
      let blocks = sheets.map { block($0) } + [fields]
      try StandardStreams.answer(
        blocks.map { $0.lines(width: width).map { $0 + "\n" }.joined() }.joined(separator: "\n"))
    case .csv:
      let rows = sheets.flatMap { sheet in
        sheet.fields.map { entry in
          [
            sheet.id, sheet.title, entry.field.rawValue, entry.words, entry.field.meaning,
            entry.field.permitted,
          ]
        }
      }
      let names = ["regime", "title", "field", "value", "meaning", "values"]
      try StandardStreams.answer(CommaSeparated.lines([names] + rows))
    case .json: try StandardStreams.answer(json(sheets).json() + "\n")
    }
  }

  /// Values as a scenario takes them, so that a regime can be copied into one.
  private static func json(_ sheets: [RegimeSheet]) -> Node {
    let regimes = sheets.map { sheet in
      let fields = sheet.fields.map { ($0.field.rawValue, $0.value) }
      return (
        sheet.id, Node.object([("title", .string(sheet.title)), ("fields", .object(fields))])
      )
    }
    let meanings = RegimeField.allCases.map { field in
      (
        field.rawValue,
        Node.object([
          ("meaning", .string(field.meaning)), ("values", .string(field.permitted)),
        ])
      )
    }
    return .object([("regimes", .object(regimes)), ("fields", .object(meanings))])
  }

  private static func block(_ sheet: RegimeSheet) -> TextTable {
    var table = TextTable([(sheet.id, .left), (sheet.title, .left)])
    for entry in sheet.fields {
      table.add(["  " + entry.field.rawValue, entry.words.isEmpty ? "none" : entry.words])
    }
    return table
  }

  private static var fields: TextTable {
    var table = TextTable([("field", .left), ("meaning", .left), ("values", .left)])
    for field in RegimeField.allCases {
      table.add([field.rawValue, field.meaning, field.permitted])
    }
    return table
  }
}

import ExportControls
import JSON5
import RegulatoryWorld

/// A history for programs: every line with all it says.
enum TraceData {
  static let columns = [
    "number", "day", "last_day", "date", "actor", "event", "text", "cause", "grounds", "count",
    "represents",
  ]

  static func csv(_ told: ToldFuture, _ lines: [History.Line]) -> String {
    CommaSeparated.lines([columns] + lines.map { row($0, told) })
  }

  static func row(_ line: History.Line, _ told: ToldFuture) -> [String] {
    [
      "\(line.number)", Figures.plain(line.day), Figures.plain(line.lastDay),
      told.date(line.day), line.actor, line.event, line.text,
      line.cause.map { "\($0)" } ?? "", line.grounds.map(\.short).joined(separator: "; "),
      "\(line.count)", Figures.plain(line.represents),
    ]
  }

  static func json(_ told: ToldFuture, _ lines: [History.Line]) -> String {
    let node = Node.object(
      told.members + [
        ("regime", .string(told.regimes[0])),
        ("lines", .array(lines.map { self.node($0, told) })),
        ("outcomes", outcomes(told.lived[0])),
        ("note", .string(Headline.disclaimer)),
      ])
    return node.json() + "\n"
  }

  static func node(_ line: History.Line, _ told: ToldFuture) -> Node {
    .object([
      ("number", .integer(line.number)),
      ("day", .number(line.day)),
      ("last_day", .number(line.lastDay)),
      ("date", .string(told.date(line.day))),
      ("actor", .string(line.actor)),
      ("event", .string(line.event)),
      ("text", .string(line.text)),
      ("cause", line.cause.map(Node.integer) ?? .null),
      ("grounds", .array(line.grounds.map(node))),
      ("count", .integer(line.count)),
      ("represents", .number(line.represents)),
    ])
  }

  /// Every outcome of the row, words for categories, null for what is empty.
  static func outcomes(_ lived: LivedHistory) -> Node {
    .object(
      zip(lived.definitions, lived.outcomes).map { definition, value in
        (definition.id, definition.word(value).map(Node.string) ?? .number(value))
      })
  }

  private static func node(_ citation: Citation) -> Node {
    .object([
      ("citation", .string(citation.text)),
      ("says", .string(citation.says)),
      ("mark", .string(citation.mark.rawValue)),
    ])
  }
}

import Arguments

/// How an answer is laid out.
enum Format: String, CaseIterable {
  case table, csv, json

  static let option = Option.value(
    "format", "FORMAT", "how to lay out the answer", .choice(allCases.map(\.rawValue)),
    defaultText: table.rawValue)

  /// What the line asks for.
  init(_ line: ParsedCommand) {
    self = line.value("format").flatMap(Format.init(rawValue:)) ?? .table
  }
}

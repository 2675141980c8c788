/// Comma-separated values on standard output, by the rules of the tables on disk (RFC 4180).
enum CommaSeparated {
  static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  /// A number in full; empty for what is not finite.
  static func number(_ value: Double) -> String {
    value.isFinite ? Figures.plain(value) : ""
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return text }
    let quote = "\""
    return quote
      + text.split(separator: quote, omittingEmptySubsequences: false)
      .joined(separator: quote + quote) + quote
  }
}

/// What was probably meant by the value of a setting that is no JSON5.
///
/// People write values on a command line as they would say them, and what the grammar has against
/// `30 days` or `1,000` helps nobody.
enum SettingRemedy {
  /// How to write it, if that can be told.
  static func of(_ text: String) -> String? {
    if let shape = DistributionShape.allCases.first(where: { begins(text, with: $0) }) {
      return "a distribution stands in braces: { \(shape.form) }"
    }
    guard let first = text.unicodeScalars.first, isDigit(first) || "+-.".contains(Character(first))
    else { return nil }
    if text.unicodeScalars.contains(","),
      text.unicodeScalars.allSatisfy({ isDigit($0) || "+-.,".contains(Character($0)) })
    {
      return "write a number without marks between its thousands and with '.' for its decimals"
    }
    if text.unicodeScalars.contains(" "), !text.unicodeScalars.contains(where: isMark) {
      return "write a number alone; a date is written 2026-06-09, a text in quotes"
    }
    return nil
  }

  private static func begins(_ text: String, with shape: DistributionShape) -> Bool {
    guard text.hasPrefix(shape.rawValue) else { return false }
    let next = text.dropFirst(shape.rawValue.count).first
    return next.map { " (:[{".contains($0) } ?? false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Marks that make a text more than words and numbers.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "{}[]()\"':/*".unicodeScalars.contains(scalar)
  }
}

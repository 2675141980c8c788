/// Decimal numbers as spreadsheets and programs write them: `12`, `-0.5`, `.5`, `5.`, `1.00E+02`.
public enum DecimalNumber {
  /// The number that a whole text is, rounded to the nearest there is; nil if it is none.
  ///
  /// One that is too large is infinite. Neither blanks nor words such as `nan` and `inf` nor
  /// hexadecimal digits are taken, all of which the standard library would read.
  public static func read(_ text: some StringProtocol) -> Double? {
    read(Array(text.utf8))
  }

  /// The number that a whole text is, from its bytes.
  public static func read(_ bytes: [UInt8]) -> Double? {
    guard bytes.allSatisfy({ marks.contains($0) }) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  private static let marks = Array("0123456789+-.eE".utf8)
}

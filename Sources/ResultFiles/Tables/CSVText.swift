/// How values are written in tables (RFC 4180).
enum CSVText {
  /// Appends the shortest decimal that reads back as the same number.
  ///
  /// Whole values have no `.0`, zero has no sign, and what is not finite is empty.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    if value.magnitude < 9_007_199_254_740_992, let whole = Int(exactly: value) {
      append(whole, to: &bytes)
      return
    }
    bytes.append(contentsOf: value.description.utf8)
    // At 2^53 a whole value still ends in ".0"; further up it has an exponent.
    if bytes.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
  }

  /// Appends a whole number.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Appends a text, in quotes only where it needs them.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let special = [quote, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard text.utf8.contains(where: { special.contains($0) }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

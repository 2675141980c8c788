extension Parser {
  /// Reads a text, whose opening quote stands here (JSON5, section 5).
  mutating func string() throws(Stop) -> String {
    let opening = cursor.position
    guard let quote = cursor.scalar else { throw endInside() }
    cursor.advance()
    var text = ""
    while let scalar = cursor.scalar, scalar != "\n", scalar != "\r" {
      switch scalar {
      case quote:
        cursor.advance()
        return text
      case "\\": try escape(into: &text)
      default:
        text.unicodeScalars.append(scalar)
        cursor.advance()
      }
    }
    try note(
      "this text is not closed on its line", remedy: "close it with \(quote)", at: opening)
    forgivesComma = true
    return text
  }

  /// Reads an escape, whose backslash stands here.
  private mutating func escape(into text: inout String) throws(Stop) {
    let position = cursor.position
    cursor.advance()
    guard let scalar = cursor.scalar else { return }
    cursor.advance()
    switch scalar {
    case "b": text.append("\u{08}")
    case "f": text.append("\u{0C}")
    case "n": text.append("\n")
    case "r": text.append("\r")
    case "t": text.append("\t")
    case "v": text.append("\u{0B}")
    case "x": try hexadecimalEscape(into: &text, at: position)
    case "u": try unicodeEscape(into: &text, at: position)
    case "0" where !(cursor.scalar.map(isDigit) ?? false): text.append("\0")
    case "0"..."9":
      try note(
        "'\\\(scalar)' is no escape here", remedy: "write \\\\ for a backslash", at: position)
    case "\r": _ = cursor.skip(UInt8(ascii: "\n"))
    case "\n", "\u{2028}", "\u{2029}": break
    default: text.unicodeScalars.append(scalar)
    }
  }

  private mutating func hexadecimalEscape(
    into text: inout String, at position: SourcePosition
  ) throws(Stop) {
    if let code = digits(2), let scalar = Unicode.Scalar(code) {
      text.unicodeScalars.append(scalar)
    } else {
      try note("'\\x' must be followed by 2 hexadecimal digits", remedy: nil, at: position)
    }
  }

  /// Scalars above U+FFFF are written as two halves, high and low.
  private mutating func unicodeEscape(
    into text: inout String, at position: SourcePosition
  ) throws(Stop) {
    guard let code = digits(4) else {
      try note("'\\u' must be followed by 4 hexadecimal digits", remedy: nil, at: position)
      return
    }
    if let scalar = Unicode.Scalar(code) {
      text.unicodeScalars.append(scalar)
      return
    }
    if code < 0xDC00, cursor.byte == UInt8(ascii: "\\"), cursor.nextByte == UInt8(ascii: "u") {
      let before = cursor
      cursor.advance()
      cursor.advance()
      if let low = digits(4), low >= 0xDC00, low < 0xE000,
        let scalar = Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
      {
        text.unicodeScalars.append(scalar)
        return
      }
      cursor = before
    }
    try note(
      "'\\u\(String(code, radix: 16))' is half of a pair whose other half is missing",
      remedy: "write the character itself", at: position)
  }

  /// Reads exactly so many hexadecimal digits; where there are fewer, none is passed.
  private mutating func digits(_ count: Int) -> UInt32? {
    var ahead = cursor
    var scalars: [Unicode.Scalar] = []
    while scalars.count < count, let scalar = ahead.scalar {
      scalars.append(scalar)
      ahead.advance()
    }
    guard scalars.count == count, let code = hexadecimal(scalars) else { return nil }
    cursor = ahead
    return code
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

extension Parser {
  /// Reads the name of a member.
  mutating func name() throws(Stop) -> String {
    if cursor.byte == UInt8(ascii: "\"") || cursor.byte == UInt8(ascii: "'") {
      return try string()
    }
    let position = cursor.position
    let word = bareWord()
    guard !word.isEmpty else { throw stray() }
    if let name = unquotedName(word) { return name }
    try noteHarmless(
      "the key \(shown(word)) must stand in quotes",
      remedy: "only letters, digits, $ and _ may stand without, and no digit first", at: position)
    return word
  }

  /// Reads a number, `true`, `false` or `null`.
  mutating func word() throws(Stop) -> Value {
    let position = cursor.position
    let word = bareWord()
    guard let first = word.unicodeScalars.first else { throw stray() }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    switch first {
    case "0"..."9", "+", "-", ".", "∞": return try number(word, at: position)
    default: break
    }
    if word == "Infinity" || word == "NaN" { return try number(word, at: position) }
    try unquoted(word, at: position)
    return .string(word)
  }

  /// Text up to a blank or a mark that cannot be part of a word.
  private mutating func bareWord() -> String {
    var word = ""
    while let scalar = cursor.scalar, !scalar.endsWord {
      word.unicodeScalars.append(scalar)
      cursor.advance()
    }
    return word
  }

  private mutating func number(_ word: String, at position: SourcePosition) throws(Stop) -> Value {
    switch NumberText.read(word) {
    case .success(let number): return .number(number, text: word)
    case .failure(let reason):
      try note(reason.message, remedy: reason.remedy, at: position)
      return .number(0, text: word)
    }
  }

  /// Notes that a text stands without quotes, and passes over the rest of it.
  private mutating func unquoted(_ word: String, at position: SourcePosition) throws(Stop) {
    let remedy: String
    switch word.lowercased() {
    case "true", "yes", "on": remedy = "write true"
    case "false", "no", "off": remedy = "write false"
    case "null", "none", "nil", "undefined": remedy = "write null"
    default: remedy = "write it in quotes"
    }
    while let scalar = cursor.scalar, scalar == " " || !scalar.endsWord { cursor.advance() }
    try note(
      "\(shown(word)) is neither a number, nor true, false or null", remedy: remedy, at: position)
  }

  /// The name that an unquoted word stands for (JSON5, section 3.1), if it may stand unquoted.
  private func unquotedName(_ word: String) -> String? {
    var name = ""
    var rest = word.unicodeScalars[...]
    while var scalar = rest.popFirst() {
      if scalar == "\\" {
        guard rest.popFirst() == "u", rest.count >= 4,
          let code = hexadecimal(rest.prefix(4)), let escaped = Unicode.Scalar(code)
        else { return nil }
        rest = rest.dropFirst(4)
        scalar = escaped
      }
      guard name.isEmpty ? scalar.startsName : scalar.continuesName else { return nil }
      name.unicodeScalars.append(scalar)
    }
    return name
  }
}

/// The number that hexadecimal digits give, at most eight of them.
func hexadecimal(_ digits: some Sequence<Unicode.Scalar>) -> UInt32? {
  var code: UInt32 = 0
  for digit in digits {
    guard digit.isASCII, let value = Character(digit).hexDigitValue else { return nil }
    code = code << 4 | UInt32(value)
  }
  return code
}

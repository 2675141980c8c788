/// A word or a sign of the code.
struct Token {
  let text: String
  let line: Int

  /// The words and signs of a text, without blanks and backticks.
  static func all(in code: String) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    var line = 1
    func endWord() {
      guard !word.isEmpty else { return }
      tokens.append(Token(text: String(decoding: word, as: UTF8.self), line: line))
      word = []
    }
    for byte in code.utf8 {
      if isPartOfWord(byte) {
        word.append(byte)
        continue
      }
      endWord()
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "`"): break
      default: tokens.append(Token(text: String(UnicodeScalar(byte)), line: line))
      }
    }
    endWord()
    return tokens
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default:
      false
    }
  }
}

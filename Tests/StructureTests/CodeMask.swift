/// Blanks comments and the text of string literals, so that only code is left, line for line.
///
/// What an interpolation calls stays. Regular-expression literals are not known here: one that
/// holds a quotation mark would hide the code behind it.
struct CodeMask {
  private let bytes: [UInt8]
  private var output: [UInt8]
  private var position = 0

  static func code(of text: String) -> String {
    var mask = CodeMask(text)
    mask.readCode(isInterpolation: false)
    return String(decoding: mask.output, as: UTF8.self)
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    output = bytes
  }

  private mutating func readCode(isInterpolation: Bool) {
    var depth = 0
    while position < bytes.count {
      if stands("//") {
        while position < bytes.count && bytes[position] != UInt8(ascii: "\n") { blank() }
      } else if stands("/*") {
        readBlockComment()
      } else if let hashes = hashesOfLiteral {
        readLiteral(hashes: hashes)
      } else {
        if bytes[position] == UInt8(ascii: "(") { depth += 1 }
        if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
        position += 1
        if isInterpolation && depth < 0 { return }
      }
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        blank(2)
      } else if stands("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && position < bytes.count
  }

  private mutating func readLiteral(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    blank(hashes)
    let quotes = stands("\"\"\"") ? "\"\"\"" : "\""
    blank(quotes.utf8.count)
    while position < bytes.count && !stands(quotes + fence) {
      if stands("\\" + fence + "(") {
        blank(hashes + 1)
        position += 1
        readCode(isInterpolation: true)
      } else if stands("\\" + fence) {
        blank(hashes + 2)
      } else {
        blank()
      }
    }
    blank(quotes.utf8.count + hashes)
  }

  /// How many number signs open the string literal that starts here; nil where none does.
  private var hashesOfLiteral: Int? {
    let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    let quote = position + hashes
    return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? hashes : nil
  }

  private func stands(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] != UInt8(ascii: "\n") { output[position] = UInt8(ascii: " ") }
      position += 1
    }
  }
}

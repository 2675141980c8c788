/// A place in a text, walked forward, that knows its line and column.
struct Cursor {
  private let bytes: [UInt8]
  private let file: Int
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: Int) {
    bytes = Array(text.utf8)
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var position: SourcePosition {
    SourcePosition(file: file, line: line, column: column)
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The byte here, which is a whole scalar if it is below 128.
  var byte: UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  /// The byte after the one here.
  var nextByte: UInt8? {
    offset + 1 < bytes.count ? bytes[offset + 1] : nil
  }

  /// The scalar here.
  ///
  /// A `String` holds valid UTF-8 only, so its form needs no check.
  var scalar: Unicode.Scalar? {
    guard let first = byte else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return nil }
    var code = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { code = code << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return Unicode.Scalar(code)
  }

  /// Goes one scalar forward; at the end, stays.
  mutating func advance() {
    guard let first = byte else { return }
    offset += 1
    while let next = byte, next & 0xC0 == 0x80 { offset += 1 }
    switch first {
    case UInt8(ascii: "\r") where byte == UInt8(ascii: "\n"):
      break
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      line += 1
      column = 1
    default:
      column += 1
    }
  }

  /// Goes forward over a byte below 128, if it stands here.
  mutating func skip(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    advance()
    return true
  }
}

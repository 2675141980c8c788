extension Node {
  /// The node as strict JSON, in the layout of ECMAScript's `JSON.stringify`.
  ///
  /// Members keep their order, numbers are the shortest decimals that read back as the same value,
  /// whole values have no `.0`, and nothing follows the last bracket. What was written is read back
  /// and written as the same bytes.
  ///
  /// - Parameter indent: how many spaces each level is moved in; 0 gives one line without spaces.
  public func json(indent: Int = 2) -> String {
    var writer = Writer(indent: max(0, indent))
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The shortest decimal that reads back as the same finite value; never `.0` at its end, or `-0`.
  static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

private struct Writer {
  let indent: Int
  var bytes: [UInt8] = []
  var depth = 0

  init(indent: Int) {
    self.indent = indent
  }

  mutating func write(_ node: Node) {
    switch node.value {
    case .null: bytes += "null".utf8
    case .bool(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let number, let text): write(number, text: text)
    case .string(let text): write(text)
    case .array(let elements):
      list(elements, between: ("[", "]")) { $0.write($1) }
    case .object(let members):
      list(members, between: ("{", "}")) { writer, member in
        writer.write(member.name)
        writer.bytes += (writer.indent > 0 ? ": " : ":").utf8
        writer.write(member.node)
      }
    }
  }

  /// Whole numbers above 2^53 are taken from their text, because the value has lost digits.
  mutating func write(_ number: Double, text: String) {
    if number.isFinite {
      bytes += (Int(text).map(String.init) ?? Node.shortest(number)).utf8
    } else {
      bytes += "null".utf8
    }
  }

  mutating func list<Item>(
    _ items: [Item], between brackets: (String, String), item: (inout Writer, Item) -> Void
  ) {
    bytes += brackets.0.utf8
    depth += 1
    for (index, one) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine()
      item(&self, one)
    }
    depth -= 1
    if !items.isEmpty { newLine() }
    bytes += brackets.1.utf8
  }

  mutating func newLine() {
    guard indent > 0 else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: depth * indent)
  }

  mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case ..<0x20:
        bytes += "\\u00".utf8
        bytes += String(byte >> 4, radix: 16).utf8
        bytes += String(byte & 15, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

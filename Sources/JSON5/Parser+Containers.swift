extension Parser {
  /// Reads the members and the closing brace of an object.
  mutating func object() throws(Stop) -> Value {
    var members: [Member] = []
    var firsts: [String: SourcePosition] = [:]
    while try !closes() {
      let position = cursor.position
      let name = try name()
      try colon(after: name)
      guard try hasValue(name, at: position) else { continue }
      let node = try value()
      if let first = firsts[name] {
        try noteHarmless(
          "the key \(shown(name)) stands twice in this object, first at "
            + "\(first.line):\(first.column)",
          remedy: "keep one of the two", at: position)
      } else {
        firsts[name] = position
        members.append(Member(name, at: position, node: node))
      }
      try separator()
    }
    return .object(members)
  }

  /// Reads the elements and the closing bracket of a list.
  mutating func array() throws(Stop) -> Value {
    var elements: [Node] = []
    while try !closes() {
      elements.append(try value())
      try separator()
    }
    return .array(elements)
  }

  /// Goes to the next member or element; true if there is none, and the bracket has been passed.
  private mutating func closes() throws(Stop) -> Bool {
    while true {
      try skipBlank()
      guard let byte = cursor.byte, let opening = openings.last else { throw endInside() }
      switch byte {
      case opening.closer:
        cursor.advance()
        return true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        try closesWrongly(opening)
        return true
      case UInt8(ascii: ","):
        try noteHarmless("nothing stands before this comma", remedy: "take it away")
        cursor.advance()
      default: return false
      }
    }
  }

  /// A bracket of the other kind closes what is open, or what is around it if that is of its kind.
  private mutating func closesWrongly(_ opening: Opening) throws(Stop) {
    try note(
      "\(hereShown()) cannot close the \(opening.noun) opened at \(opening.place)",
      remedy: "close it with " + opening.shownCloser)
    if !openings.contains(where: { $0.isObject != opening.isObject }) { cursor.advance() }
  }

  /// Reads what stands between a member or element and the next.
  private mutating func separator() throws(Stop) {
    let end = cursor.position
    let forgives = forgivesComma
    forgivesComma = false
    try skipBlank()
    guard let scalar = cursor.scalar else { throw endInside() }
    switch scalar {
    case ",": cursor.advance()
    case "}", "]": break
    case ";":
      try noteHarmless("';' does not separate values", remedy: "write ','")
      cursor.advance()
    case ":", "=", "(", ")", "/", "#", "`", "\u{2018}"..."\u{201F}": throw stray()
    default:
      if !forgives {
        try noteHarmless("a comma is missing here", remedy: "write ','" + aheadShown(), at: end)
      }
    }
  }

  private mutating func colon(after name: String) throws(Stop) {
    let end = cursor.position
    try skipBlank()
    guard let scalar = cursor.scalar else { throw endInside() }
    switch scalar {
    case ":": cursor.advance()
    case "=":
      try noteHarmless("'=' does not give a key its value", remedy: "write ':'")
      cursor.advance()
    case ",", "}": break
    case "]", ";", "(", ")", "/", "#", "`", "\u{2018}"..."\u{201F}": throw stray()
    default: try noteHarmless("':' is missing after the key \(shown(name))", remedy: nil, at: end)
    }
  }

  /// Whether a value follows the key; if not, the problem is noted and the next key may follow.
  private mutating func hasValue(_ name: String, at position: SourcePosition) throws(Stop) -> Bool {
    try skipBlank()
    guard cursor.byte == UInt8(ascii: ",") || cursor.byte == UInt8(ascii: "}") else { return true }
    try note("the key \(shown(name)) has no value", remedy: nil, at: position)
    _ = cursor.skip(UInt8(ascii: ","))
    return false
  }

  /// The word that stands here, if one does, as the end of a remedy.
  private func aheadShown() -> String {
    var ahead = cursor
    var text = ""
    while let scalar = ahead.scalar, !scalar.endsWord, text.unicodeScalars.count < 61 {
      text.unicodeScalars.append(scalar)
      ahead.advance()
    }
    return text.isEmpty ? "" : " before " + shown(text)
  }
}

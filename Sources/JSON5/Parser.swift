/// One reading of one text.
struct Parser {
  /// The reading cannot go on; the problem has been noted.
  struct Stop: Error {}

  /// A bracket that has been opened and not yet closed.
  struct Opening {
    var isObject: Bool
    var position: SourcePosition

    var noun: String { isObject ? "object" : "list" }
    var closer: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }
    var shownCloser: String { isObject ? "'}'" : "']'" }
    var place: String { "\(position.line):\(position.column)" }
  }

  var cursor: Cursor
  var openings: [Opening] = []

  /// Whether a missing comma would only be the echo of a problem already noted.
  var forgivesComma = false

  private(set) var problems: [SyntaxProblem] = []
  private var isSpoiled = false
  private let limits: Limits
  private let size: Int

  init(_ text: String, file: Int, limits: Limits) {
    cursor = Cursor(text, file: file)
    size = text.utf8.count
    self.limits = limits
  }

  mutating func document() -> Node? {
    do {
      guard size <= limits.bytes else {
        throw stop(
          "the text has \(size) bytes, more than the \(limits.bytes) that are read", remedy: nil)
      }
      try skipBlank()
      guard !cursor.isAtEnd else { throw stop("the text is empty", remedy: nil) }
      let node = try value()
      try skipBlank()
      guard cursor.isAtEnd else {
        throw stop(
          "something follows the end of the text's one value: " + hereShown(),
          remedy: "a text holds one value; take the rest away")
      }
      return isSpoiled ? nil : node
    } catch {
      return nil
    }
  }

  mutating func value() throws(Stop) -> Node {
    let position = cursor.position
    switch cursor.byte {
    case nil: throw endInside()
    case UInt8(ascii: "{"): return try within(isObject: true) { p throws(Stop) in try p.object() }
    case UInt8(ascii: "["): return try within(isObject: false) { p throws(Stop) in try p.array() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return Node(.string(try string()), at: position)
    default: return Node(try word(), at: position)
    }
  }

  /// Reads an object or list, whose opening bracket stands here.
  private mutating func within(
    isObject: Bool, read: (inout Parser) throws(Stop) -> Value
  ) throws(Stop) -> Node {
    let position = cursor.position
    guard openings.count < limits.nesting else {
      throw stop(
        "objects and lists stand more than \(limits.nesting) deep within each other", remedy: nil)
    }
    openings.append(Opening(isObject: isObject, position: position))
    cursor.advance()
    let value = try read(&self)
    openings.removeLast()
    return Node(value, at: position)
  }
}

// Problems.
extension Parser {
  /// Notes a problem that leaves the text's meaning without doubt, so that there still is a value.
  mutating func noteHarmless(
    _ message: String, remedy: String?, at position: SourcePosition? = nil
  ) throws(Stop) {
    guard problems.count < limits.problems else {
      isSpoiled = true
      problems.append(
        SyntaxProblem(
          position: position ?? cursor.position,
          message: "more than \(limits.problems) problems; no more are listed"))
      throw Stop()
    }
    problems.append(
      SyntaxProblem(position: position ?? cursor.position, message: message, remedy: remedy))
  }

  /// Notes a problem after which the text is read on only to find others.
  mutating func note(
    _ message: String, remedy: String?, at position: SourcePosition? = nil
  ) throws(Stop) {
    isSpoiled = true
    try noteHarmless(message, remedy: remedy, at: position)
  }

  /// Notes a problem after which nothing sure can be said; throw what it gives.
  mutating func stop(
    _ message: String, remedy: String?, at position: SourcePosition? = nil
  ) -> Stop {
    try? note(message, remedy: remedy, at: position)
    return Stop()
  }

  mutating func endInside() -> Stop {
    guard let opening = openings.last else { return stop("a value is missing", remedy: nil) }
    return stop(
      "the text ends inside the \(opening.noun) opened at \(opening.place)",
      remedy: "close it with " + opening.shownCloser)
  }

  /// What stands here and belongs nowhere.
  mutating func stray() -> Stop {
    guard let scalar = cursor.scalar else { return endInside() }
    switch scalar {
    case "#": return stop("'#' does not begin a comment", remedy: "write //")
    case "/": return stop("'/' stands alone", remedy: "a comment begins with // or /*")
    case "`", "\u{2018}"..."\u{201F}":
      return stop(hereShown() + " does not quote a text", remedy: "write \" or ' around it")
    default: return stop(hereShown() + " cannot stand here", remedy: nil)
    }
  }

  func hereShown() -> String {
    cursor.scalar.map { shown(String($0)) } ?? "the end"
  }
}

// Blanks and comments.
extension Parser {
  mutating func skipBlank() throws(Stop) {
    while let scalar = cursor.scalar {
      if scalar.isBlank {
        cursor.advance()
      } else if scalar == "/", cursor.nextByte == UInt8(ascii: "/") {
        while let inside = cursor.scalar, !inside.endsLine { cursor.advance() }
      } else if scalar == "/", cursor.nextByte == UInt8(ascii: "*") {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(Stop) {
    let position = cursor.position
    cursor.advance()
    cursor.advance()
    while !cursor.isAtEnd {
      if cursor.byte == UInt8(ascii: "*"), cursor.nextByte == UInt8(ascii: "/") {
        cursor.advance()
        cursor.advance()
        return
      }
      cursor.advance()
    }
    throw stop("this comment is never closed", remedy: "close it with */", at: position)
  }
}

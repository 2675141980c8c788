/// Reads the cells of a comma-separated file one by one, as forgiving as spreadsheets are.
///
/// Beside what RFC 4180 asks for it takes a byte order mark, blanks around cells, and lines that
/// end in `\r`; it says where each cell stands and goes on after a fault.
struct CellScanner: ~Copyable {
  /// What follows a cell.
  enum End { case comma, line, file }

  /// What keeps a cell from being read.
  enum Fault {
    /// Something follows the closing quote.
    case afterQuote
    /// The file ends before the quote closes.
    case unclosed
  }

  /// What the last cell holds, without quotes and without blanks around it.
  private(set) var cell: [UInt8] = []
  /// Where it begins, from 1: its line, and the character within the line.
  private(set) var line = 1
  private(set) var column = 1
  /// Whether quotes stood around it.
  private(set) var isQuoted = false
  private(set) var fault: Fault?
  /// How many bytes have been read, and their hash.
  private(set) var length = 0
  private(set) var hash = SHA256()

  private var file: InputFile
  private var buffer: [UInt8] = []
  private var place = 0
  private var nextLine = 1
  private var nextColumn = 1

  init(_ path: String) throws(ResultError) {
    file = try InputFile(path)
  }

  /// Whether the file begins with some bytes, by which other kinds of files can be told.
  ///
  /// To be asked before the first cell is read.
  mutating func starts(with bytes: [UInt8]) throws(ResultError) -> Bool {
    if length == 0 { try fill() }
    return buffer.starts(with: bytes)
  }

  /// Goes to the next cell, and says what follows it.
  ///
  /// A file that ends with its last line has no cells after that: its end is an empty cell at the
  /// beginning of a line.
  mutating func next() throws(ResultError) -> End {
    cell.removeAll(keepingCapacity: true)
    (isQuoted, fault) = (false, nil)
    try skipBlanks()
    (line, column) = (nextLine, nextColumn)
    if try peek() == UInt8(ascii: "\"") {
      isQuoted = true
      return try quoted()
    }
    return try plain()
  }

  private mutating func plain() throws(ResultError) -> End {
    while true {
      try takePlain()
      switch try peek() {
      case nil: return trimmed(.file)
      case UInt8(ascii: ","):
        advance()
        return trimmed(.comma)
      default:
        try takeLineEnd()
        return trimmed(.line)
      }
    }
  }

  /// Takes what neither separates cells nor ends lines; nothing else is looked at byte by byte.
  private mutating func takePlain() throws(ResultError) {
    repeat {
      let end = buffer[place...].firstIndex {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
      }
      let piece = buffer[place..<(end ?? buffer.count)]
      cell.append(contentsOf: piece)
      nextColumn += piece.count(where: startsCharacter)
      place = piece.endIndex
      if end != nil { return }
      try fill()
    } while !buffer.isEmpty
  }

  private mutating func quoted() throws(ResultError) -> End {
    let quote = UInt8(ascii: "\"")
    advance()
    while let byte = try peek() {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        cell.append(UInt8(ascii: "\n"))
        try takeLineEnd()
        continue
      }
      advance()
      if byte == quote {
        guard try peek() == quote else { return try afterQuote() }
        advance()
      }
      cell.append(byte)
    }
    fault = .unclosed
    return .file
  }

  private mutating func afterQuote() throws(ResultError) -> End {
    try skipBlanks()
    switch try peek() {
    case nil, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
    default: fault = .afterQuote
    }
    return try plain()
  }

  private mutating func trimmed(_ end: End) -> End {
    while let last = cell.last, isBlank(last) { cell.removeLast() }
    if let first = cell.first, isBlank(first) {
      cell.removeFirst(cell.prefix(while: isBlank).count)
    }
    return end
  }

  private mutating func skipBlanks() throws(ResultError) {
    while let byte = try peek(), isBlank(byte) { advance() }
  }

  private mutating func takeLineEnd() throws(ResultError) {
    let isReturn = try peek() == UInt8(ascii: "\r")
    place += 1
    if isReturn, try peek() == UInt8(ascii: "\n") { place += 1 }
    nextLine += 1
    nextColumn = 1
  }

  private mutating func advance() {
    if startsCharacter(buffer[place]) { nextColumn += 1 }
    place += 1
  }

  private mutating func peek() throws(ResultError) -> UInt8? {
    if place == buffer.count { try fill() }
    return place < buffer.count ? buffer[place] : nil
  }

  private mutating func fill() throws(ResultError) {
    buffer = try file.read(1 << 16)
    place = length == 0 && buffer.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    length += buffer.count
    buffer.withUnsafeBytes { hash.update($0) }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

/// Whether a byte of UTF-8 begins a character, rather than going on with one.
private func startsCharacter(_ byte: UInt8) -> Bool { byte & 0xc0 != 0x80 }

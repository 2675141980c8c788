/// Reads a table back, record by record (RFC 4180).
///
/// Fields may stand in quotes and hold commas, quotes and line ends; lines end in `\n` or `\r\n`. A
/// record with another number of fields than the header is an error.
public struct CSVReader: ~Copyable {
  /// The fields of the first record.
  public let header: [String]
  private var source: ByteSource

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)``.
  public init(_ path: String) throws(ResultError) {
    var source = try ByteSource(path)
    let first = try CSVReader.record(from: &source)
    guard let first else { throw .cannotRead(path: path, reason: "it is empty") }
    header = first
    self.source = source
  }

  /// The next record; nil after the last.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` with the line.
  public mutating func next() throws(ResultError) -> [String]? {
    let line = source.line
    guard let fields = try CSVReader.record(from: &source) else { return nil }
    guard fields.count == header.count else {
      throw .cannotRead(
        path: source.path,
        reason: "line \(line) has \(fields.count) fields, but the header \(header.count)")
    }
    return fields
  }

  private static func record(
    from source: inout ByteSource
  ) throws(ResultError) -> [String]? {
    guard try source.peek() != nil else { return nil }
    var fields: [String] = []
    while true {
      let field = try field(from: &source)
      fields.append(String(decoding: field, as: UTF8.self))
      guard try source.next() == UInt8(ascii: ",") else { return fields }
    }
  }

  /// The bytes up to a comma or the end of the line, neither of which is taken.
  private static func field(from source: inout ByteSource) throws(ResultError) -> [UInt8] {
    var bytes: [UInt8] = []
    if try source.peek() == UInt8(ascii: "\"") {
      bytes = try quoted(from: &source)
    }
    while let byte = try source.peek(), byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n") {
      _ = try source.next()
      bytes.append(byte)
    }
    let isLast = try source.peek() != UInt8(ascii: ",")
    if isLast, bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }

  /// What stands between quotes, of which two stand for one.
  private static func quoted(from source: inout ByteSource) throws(ResultError) -> [UInt8] {
    let (line, quote) = (source.line, try source.next())
    var bytes: [UInt8] = []
    while let byte = try source.next() {
      if byte == quote {
        guard try source.peek() == quote else { return bytes }
        _ = try source.next()
      }
      bytes.append(byte)
    }
    throw .cannotRead(
      path: source.path, reason: "the quote that opens on line \(line) never closes")
  }
}

/// The bytes of a file, one after the other, with a look at the next.
struct ByteSource: ~Copyable {
  let path: String
  /// The line of the next byte, from 1.
  private(set) var line = 1
  private var file: InputFile
  private var buffer: [UInt8] = []
  private var position = 0

  init(_ path: String) throws(ResultError) {
    self.path = path
    file = try InputFile(path)
  }

  mutating func peek() throws(ResultError) -> UInt8? {
    if position == buffer.count {
      buffer = try file.read(1 << 16)
      position = 0
    }
    return position < buffer.count ? buffer[position] : nil
  }

  mutating func next() throws(ResultError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    return byte
  }
}

import Experiments

/// The append-only file in which finished rows wait until a result is complete.
///
/// A header says of which inputs the rows are; then records follow, each its length, its rows and
/// their checksum. Rows come in order of replication, without a gap, so that a
/// journal is always the beginning of the whole. What follows the last sound record (a write that
/// was cut short) counts as never written.
enum Journal {
  static let file = "journal"

  static func header(_ identity: String, _ codec: RowCodec) -> [UInt8] {
    let text =
      "embargo journal 2\n\(identity)\n"
      + "\(codec.parameters) \(codec.outcomes) \(codec.timeline)\n"
    return Array(text.utf8)
  }

  /// Puts the record of rows in place of what `bytes` held.
  static func record(_ rows: RowBlock, _ codec: RowCodec, in bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(littleEndian: 0)
    codec.encode(rows, to: &bytes)
    let length = UInt64(bytes.count - 8)
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: length.littleEndian, as: UInt64.self) }
    bytes.append(littleEndian: checksum(bytes[8...]))
  }

  static func checksum(_ content: ArraySlice<UInt8>) -> UInt64 {
    content.withUnsafeBytes { Checksum.of($0) }
  }
}

/// Reads a journal record by record, as far as it is sound.
struct JournalReader: ~Copyable {
  /// How many bytes, from the beginning, are header and sound records read so far.
  private(set) var soundBytes: Int
  private let codec: RowCodec
  private let lastReplication: Int
  private var nextReplication: Int
  private var file: InputFile

  /// A longer record than any run writes: its length was not written whole.
  private static let longestRecord: UInt64 = 1 << 32

  /// Opens a journal and reads its header.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` if the header is another one.
  init(
    _ path: String, identity: String, layout: RowLayout, replications: ClosedRange<Int>
  ) throws(ResultError) {
    let codec = RowCodec(layout)
    let expected = Journal.header(identity, codec)
    var file = try InputFile(path)
    let found = try file.read(expected.count)
    guard expected.starts(with: found) else {
      throw .cannotRead(path: path, reason: "it is the journal of another run")
    }
    soundBytes = found.count == expected.count ? expected.count : 0
    self.codec = codec
    self.file = file
    nextReplication = replications.lowerBound
    lastReplication = replications.upperBound
  }

  /// The rows of the next record; nil where the sound part ends.
  mutating func next() throws(ResultError) -> RowBlock? {
    guard soundBytes > 0 else { return nil }
    guard let length = try word(), length > 0, length < JournalReader.longestRecord
    else { return nil }
    let content = try file.read(Int(length))
    guard try word() == Journal.checksum(content[...]), let rows = codec.decode(content),
      rows.enumerated().allSatisfy({ $1.replication == nextReplication + $0 }),
      nextReplication + rows.count - 1 <= lastReplication
    else { return nil }
    nextReplication += rows.count
    soundBytes += 16 + content.count
    return rows
  }

  private mutating func word() throws(ResultError) -> UInt64? {
    try file.read(8).withUnsafeBytes { raw in
      var cursor = ByteCursor(raw)
      return cursor.word()
    }
  }
}

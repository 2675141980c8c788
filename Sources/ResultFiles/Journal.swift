import Experiments

/// The append-only file in which finished rows wait until a result is complete.
///
/// A header says of which inputs the rows are; then records follow, each its length, its rows and
/// the first 8 bytes of their SHA-256. Rows come in order of replication, without a gap, so that a
/// journal is always the beginning of the whole. What follows the last sound record (a write that
/// was cut short) counts as never written.
enum Journal {
  static let file = "journal"

  static func header(_ identity: String, _ codec: RowCodec) -> [UInt8] {
    let text =
      "embargo journal 1\n\(identity)\n"
      + "\(codec.parameters) \(codec.outcomes) \(codec.timeline)\n"
    return Array(text.utf8)
  }

  static func record(_ rows: [ReplicationRow], _ codec: RowCodec) -> [UInt8] {
    let content = codec.encode(rows)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(content.count))
    bytes.append(contentsOf: content)
    bytes.append(contentsOf: checksum(content))
    return bytes
  }

  static func checksum(_ content: [UInt8]) -> ArraySlice<UInt8> {
    var hash = SHA256()
    content.withUnsafeBytes { hash.update($0) }
    return hash.digest().prefix(8)
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
  mutating func next() throws(ResultError) -> [ReplicationRow]? {
    guard soundBytes > 0 else { return nil }
    var head = try file.read(8)[...]
    guard let length = head.popWord(), length > 0, length < JournalReader.longestRecord
    else { return nil }
    let content = try file.read(Int(length))
    let check = try file.read(8)
    guard check.elementsEqual(Journal.checksum(content)), let rows = codec.decode(content),
      rows.enumerated().allSatisfy({ $1.replication == nextReplication + $0 }),
      nextReplication + rows.count - 1 <= lastReplication
    else { return nil }
    nextReplication += rows.count
    soundBytes += 16 + content.count
    return rows
  }
}

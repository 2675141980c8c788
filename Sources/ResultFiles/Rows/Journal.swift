import Experiments

/// The append-only file in which finished rows wait until a result is complete.
///
/// A header says of which inputs the rows are; then records follow, each its length, its rows and
/// their checksum. Rows come in the order of the schedule, without a gap, so that a
/// journal is always the beginning of the whole. What follows the last sound record (a write that
/// was cut short) counts as never written.
enum Journal {
  static let file = "journal"

  static func header(_ identity: String) -> [UInt8] {
    Array("embargo journal 3\n\(identity)\n".utf8)
  }

  /// Puts the record of rows in place of what `bytes` held.
  static func record(_ rows: some Sequence<ReplicationRow>, in bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(littleEndian: 0)
    for row in rows { RowCodec.encode(row, to: &bytes) }
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
  /// The schedule after the rows read so far.
  private(set) var schedule: Schedule
  private let layouts: RowLayouts
  private var file: InputFile

  /// A longer record than any run writes: its length was not written whole.
  private static let longestRecord: UInt64 = 1 << 32

  /// Opens a journal and reads its header.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` if the header is another one.
  init(
    _ path: String, identity: String, plan: RunPlan, layouts: RowLayouts
  ) throws(ResultError) {
    let expected = Journal.header(identity)
    var file = try InputFile(path)
    let found = try file.read(expected.count)
    guard expected.starts(with: found) else {
      throw .cannotRead(
        path: path,
        reason: "it is the journal of another run, or its beginning is damaged; --force begins anew"
      )
    }
    soundBytes = found.count == expected.count ? expected.count : 0
    self.file = file
    self.layouts = layouts
    schedule = Schedule(plan, layouts)
  }

  /// The same for the rows of a description.
  init(_ path: String, of description: ResultDescription) throws(ResultError) {
    try self.init(
      path, identity: description.manifest.identity, plan: description.plan,
      layouts: description.layouts)
  }

  /// The rows of the next record; nil where the sound part ends.
  mutating func next() throws(ResultError) -> RowBlock? {
    guard soundBytes > 0 else { return nil }
    guard let length = try word(), length > 0, length < JournalReader.longestRecord
    else { return nil }
    let content = try file.read(Int(length))
    guard try word() == Journal.checksum(content[...]), let rows = RowCodec.decode(content)
    else { return nil }
    var advanced = schedule
    for row in rows {
      guard row.key == advanced.next, fits(row) else { return nil }
      advanced.add(row)
    }
    schedule = advanced
    soundBytes += 16 + content.count
    return rows
  }

  /// Whether a row has as many numbers as its experiment wants.
  private func fits(_ row: ReplicationRow) -> Bool {
    let layout = layouts[row.experiment]
    return row.parameters.count == layout.parameters.count
      && row.outcomes.count == (row.failure == nil ? layout.outcomeCount : 0)
      && (row.timeline.isEmpty || row.timeline.count == layout.timelineCount)
  }

  private mutating func word() throws(ResultError) -> UInt64? {
    try file.read(8).withUnsafeBytes { raw in
      var cursor = ByteCursor(raw)
      return cursor.word()
    }
  }
}

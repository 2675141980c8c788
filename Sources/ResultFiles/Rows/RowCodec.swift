import Experiments

/// Rows as bytes: whole numbers and doubles little-endian, doubles by their bits.
///
/// A row says itself how many numbers of each sort it has, for experiments may differ in that.
enum RowCodec {
  private enum Kind: UInt8 { case plain, failed }

  /// Appends the bytes of a row.
  static func encode(_ row: ReplicationRow, to bytes: inout [UInt8]) {
    let kind: Kind = row.failure == nil ? .plain : .failed
    bytes.append(kind.rawValue)
    for number in [
      row.experiment, row.replication, row.draw, row.parameters.count, row.outcomes.count,
      row.timeline.count,
    ] {
      bytes.append(littleEndian: UInt64(number))
    }
    bytes.append(row.parameters)
    bytes.append(row.outcomes)
    bytes.append(row.timeline)
    if let message = row.failure {
      bytes.append(littleEndian: UInt64(message.utf8.count))
      bytes.append(contentsOf: message.utf8)
    }
  }

  /// The rows of such bytes; nil if they are not whole.
  static func decode(_ bytes: [UInt8]) -> RowBlock? {
    bytes.withUnsafeBytes { raw in
      var rest = ByteCursor(raw)
      var rows = RowBlock()
      while !rest.isAtEnd {
        guard append(&rest, to: &rows) else { return nil }
      }
      return rows
    }
  }

  private static func append(_ rest: inout ByteCursor, to rows: inout RowBlock) -> Bool {
    guard let kind = rest.byte().flatMap(Kind.init(rawValue:)),
      let experiment = rest.integer(), let replication = rest.integer(), let draw = rest.integer(),
      let parameterCount = rest.integer(), let outcomeCount = rest.integer(),
      let timelineCount = rest.integer(), let parameters = rest.doubles(parameterCount),
      let outcomes = rest.doubles(outcomeCount), let timeline = rest.doubles(timelineCount)
    else { return false }
    var failure: String?
    if kind == .failed {
      guard let length = rest.integer(), let text = rest.bytes(length) else { return false }
      failure = String(decoding: text, as: UTF8.self)
    }
    rows.append(
      experiment: experiment, replication: replication, draw: draw, parameters: parameters,
      outcomes: outcomes, timeline: timeline, failure: failure)
    return true
  }
}

extension [UInt8] {
  /// Appends a number, lowest byte first.
  mutating func append(littleEndian value: UInt64) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(_ values: RowValues) {
    values.withUnsafeBufferPointer { values in
      #if _endian(little)
        append(contentsOf: UnsafeRawBufferPointer(values))
      #else
        for value in values { append(littleEndian: value.bitPattern) }
      #endif
    }
  }
}

/// Takes numbers off the front of bytes; nil where there are not enough.
struct ByteCursor {
  private let raw: UnsafeRawBufferPointer
  private var offset = 0

  init(_ raw: UnsafeRawBufferPointer) {
    self.raw = raw
  }

  var isAtEnd: Bool { offset == raw.count }

  mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= raw.count - offset else { return nil }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: raw[offset..<offset + count])
  }

  mutating func byte() -> UInt8? {
    bytes(1)?[0]
  }

  mutating func word() -> UInt64? {
    bytes(8).map { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  mutating func integer() -> Int? {
    word().flatMap { Int(exactly: $0) }
  }

  mutating func doubles(_ count: Int) -> [Double]? {
    guard count >= 0, count <= raw.count, let source = bytes(8 * count) else { return nil }
    return (0..<count).map { index in
      let bits = source.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
      return Double(bitPattern: UInt64(littleEndian: bits))
    }
  }
}

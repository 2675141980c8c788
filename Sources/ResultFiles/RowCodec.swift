import Experiments

/// Rows as bytes: whole numbers and doubles little-endian, doubles by their bits.
struct RowCodec: Sendable {
  let parameters: Int
  let outcomes: Int
  let timeline: Int

  init(_ layout: RowLayout) {
    parameters = layout.parameters.count
    outcomes = layout.outcomeCount
    timeline = layout.timelineCount
  }

  private enum Kind: UInt8 { case plain, withTimeline, failed }

  /// Appends the bytes of rows.
  func encode(_ rows: RowBlock, to bytes: inout [UInt8]) {
    for row in rows {
      let kind: Kind =
        row.failure != nil ? .failed : row.timeline.isEmpty ? .plain : .withTimeline
      bytes.append(kind.rawValue)
      bytes.append(littleEndian: UInt64(row.replication))
      bytes.append(littleEndian: UInt64(row.draw))
      bytes.append(row.parameters, count: parameters)
      if let message = row.failure {
        bytes.append(littleEndian: UInt64(message.utf8.count))
        bytes.append(contentsOf: message.utf8)
      } else {
        bytes.append(row.outcomes, count: outcomes)
      }
      if kind == .withTimeline { bytes.append(row.timeline, count: timeline) }
    }
  }

  /// The rows of such bytes; nil if they are not whole.
  func decode(_ bytes: [UInt8]) -> RowBlock? {
    bytes.withUnsafeBytes { raw in
      var rest = ByteCursor(raw)
      var rows = RowBlock()
      while !rest.isAtEnd {
        guard append(&rest, to: &rows) else { return nil }
      }
      return rows
    }
  }

  private func append(_ rest: inout ByteCursor, to rows: inout RowBlock) -> Bool {
    guard let kind = rest.byte().flatMap(Kind.init(rawValue:)),
      let replication = rest.integer(), let draw = rest.integer(),
      let drawn = rest.doubles(parameters)
    else { return false }
    var (values, followed): ([Double], [Double]) = ([], [])
    var failure: String?
    switch kind {
    case .failed:
      guard let length = rest.integer(), let text = rest.bytes(length) else { return false }
      failure = String(decoding: text, as: UTF8.self)
    case .plain, .withTimeline:
      guard let read = rest.doubles(outcomes) else { return false }
      values = read
      if kind == .withTimeline {
        guard let read = rest.doubles(timeline) else { return false }
        followed = read
      }
    }
    rows.append(
      replication: replication, draw: draw, parameters: drawn, outcomes: values,
      timeline: followed, failure: failure)
    return true
  }
}

extension [UInt8] {
  /// Appends a number, lowest byte first.
  mutating func append(littleEndian value: UInt64) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(_ values: RowValues, count: Int) {
    precondition(values.count == count, "\(values.count) values where the layout has \(count)")
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
    guard let source = bytes(8 * count) else { return nil }
    return (0..<count).map { index in
      let bits = source.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
      return Double(bitPattern: UInt64(littleEndian: bits))
    }
  }
}

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

  func encode(_ rows: [ReplicationRow]) -> [UInt8] {
    var bytes: [UInt8] = []
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
    return bytes
  }

  /// The rows of such bytes; nil if they are not whole.
  func decode(_ bytes: [UInt8]) -> [ReplicationRow]? {
    var rest = bytes[...]
    var rows: [ReplicationRow] = []
    while !rest.isEmpty {
      guard let row = row(&rest) else { return nil }
      rows.append(row)
    }
    return rows
  }

  private func row(_ rest: inout ArraySlice<UInt8>) -> ReplicationRow? {
    guard let kind = rest.popFirst().flatMap(Kind.init(rawValue:)),
      let replication = rest.popInteger(), let draw = rest.popInteger(),
      let drawn = rest.popDoubles(parameters)
    else { return nil }
    var (values, followed): ([Double], [Double]) = ([], [])
    var failure: String?
    switch kind {
    case .failed:
      guard let length = rest.popInteger(), length <= rest.count else { return nil }
      failure = String(decoding: rest.prefix(length), as: UTF8.self)
      rest = rest.dropFirst(length)
    case .plain, .withTimeline:
      guard let read = rest.popDoubles(outcomes) else { return nil }
      values = read
      if kind == .withTimeline {
        guard let read = rest.popDoubles(timeline) else { return nil }
        followed = read
      }
    }
    return ReplicationRow(
      replication: replication, draw: draw, parameters: drawn, outcomes: values,
      timeline: followed, failure: failure)
  }
}

extension [UInt8] {
  /// Appends a number, lowest byte first.
  mutating func append(littleEndian value: UInt64) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(_ values: [Double], count: Int) {
    precondition(values.count == count, "\(values.count) values where the layout has \(count)")
    for value in values { append(littleEndian: value.bitPattern) }
  }
}

extension ArraySlice<UInt8> {
  /// Takes a number off the front; nil if there are not enough bytes.
  mutating func popWord() -> UInt64? {
    guard count >= 8 else { return nil }
    let word = prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    removeFirst(8)
    return word
  }

  fileprivate mutating func popInteger() -> Int? {
    popWord().flatMap { Int(exactly: $0) }
  }

  fileprivate mutating func popDoubles(_ count: Int) -> [Double]? {
    guard self.count >= 8 * count else { return nil }
    let values = withUnsafeBytes { raw in
      (0..<count).map { index in
        let bits = raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
      }
    }
    removeFirst(8 * count)
    return values
  }
}

/// Consecutive replications, their numbers in one piece of memory.
///
/// A worker appends rows to a block, the sink reads it, and then other rows go where these were:
/// after its first blocks a run allocates nothing for rows. Whoever keeps a block or a row keeps
/// what it was.
public struct RowBlock: RandomAccessCollection, Sendable {
  /// A row without its numbers, and where in `storage` they stand, one sort after the other.
  private struct Entry: Sendable {
    let replication: Int
    let draw: Int
    let parameters: Range<Int>
    let outcomes: Range<Int>
    let timeline: Range<Int>
    let failure: String?
  }

  private var entries: [Entry] = []
  private var storage: [Double] = []

  /// A block without rows.
  public init() {}

  /// A block of these rows.
  public init(_ rows: some Sequence<ReplicationRow>) {
    for row in rows { append(row) }
  }

  /// Zero.
  public var startIndex: Int { 0 }

  /// How many rows there are.
  public var endIndex: Int { entries.count }

  /// The row at a place.
  public subscript(index: Int) -> ReplicationRow {
    let entry = entries[index]
    return ReplicationRow(
      replication: entry.replication, draw: entry.draw,
      parameters: RowValues(storage, entry.parameters),
      outcomes: RowValues(storage, entry.outcomes),
      timeline: RowValues(storage, entry.timeline), failure: entry.failure)
  }

  /// Adds a replication; the numbers are those of ``ReplicationRow``, and are copied.
  public mutating func append(
    replication: Int, draw: Int, parameters: [Double] = [], outcomes: [Double],
    timeline: [Double] = [], failure: String? = nil
  ) {
    append(
      ReplicationRow(
        replication: replication, draw: draw, parameters: parameters, outcomes: outcomes,
        timeline: timeline, failure: failure))
  }

  /// Adds a row.
  public mutating func append(_ row: ReplicationRow) {
    let entry = Entry(
      replication: row.replication, draw: row.draw, parameters: place(row.parameters),
      outcomes: place(row.outcomes), timeline: place(row.timeline), failure: row.failure)
    entries.append(entry)
  }

  private mutating func place(_ values: RowValues) -> Range<Int> {
    let start = storage.count
    values.withUnsafeBufferPointer { storage.append(contentsOf: $0) }
    return start..<storage.count
  }

  /// Removes all rows, but not the memory they lay in.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    storage.removeAll(keepingCapacity: true)
  }
}

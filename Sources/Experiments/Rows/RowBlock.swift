/// Consecutive replications, their numbers in one piece of memory.
///
/// A worker appends rows to a block, the sink reads it, and then other rows go where these were:
/// after its first blocks a run allocates nothing for rows. Whoever keeps a block or a row keeps
/// what it was.
public struct RowBlock: RandomAccessCollection, Sendable {
  /// A row without its numbers, and where in `storage` they begin, one sort after the other.
  private struct Entry: BitwiseCopyable {
    let experiment: Int
    let replication: Int
    let draw: Int
    let parameters: Int
    let outcomes: Int
    let timeline: Int
    let end: Int
  }

  private var entries: [Entry] = []
  private var storage: [Double] = []
  /// By place.
  private var failures: [Int: String] = [:]

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
      experiment: entry.experiment, replication: entry.replication, draw: entry.draw,
      parameters: RowValues(storage, entry.parameters..<entry.outcomes),
      outcomes: RowValues(storage, entry.outcomes..<entry.timeline),
      timeline: RowValues(storage, entry.timeline..<entry.end),
      failure: failures.isEmpty ? nil : failures[index])
  }

  /// Adds a replication; the numbers are those of ``ReplicationRow``, and are copied.
  public mutating func append(
    experiment: Int = 1, replication: Int, draw: Int, parameters: [Double] = [], outcomes: [Double],
    timeline: [Double] = [], failure: String? = nil
  ) {
    let start = storage.count
    storage.append(contentsOf: parameters)
    storage.append(contentsOf: outcomes)
    storage.append(contentsOf: timeline)
    if let failure { failures[entries.count] = failure }
    entries.append(
      Entry(
        experiment: experiment, replication: replication, draw: draw, parameters: start,
        outcomes: start + parameters.count,
        timeline: start + parameters.count + outcomes.count, end: storage.count))
  }

  /// Adds a row.
  public mutating func append(_ row: ReplicationRow) {
    append(
      experiment: row.experiment, replication: row.replication, draw: row.draw,
      parameters: Array(row.parameters),
      outcomes: Array(row.outcomes), timeline: Array(row.timeline), failure: row.failure)
  }

  /// Removes all rows, but not the memory they lay in.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    storage.removeAll(keepingCapacity: true)
    if !failures.isEmpty { failures = [:] }
  }
}

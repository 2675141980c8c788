import Experiments

extension Verification {
  /// Which rows to run again.
  public enum Choice: Sendable, Equatable {
    /// So many, spread over all experiments, the first and the last row among them.
    case some(Int)
    /// All, and their timelines.
    case all
  }

  /// Runs rows again and compares, to the byte, with what the tables have of them; of a shard, the
  /// numbers bit by bit.
  ///
  /// Which rows there are is known from ``compareAnswers(cancellation:progress:)``, and so is which
  /// of them are ``crashed``: those are not run, only compared with what is written of such rows.
  ///
  /// - Parameters:
  ///   - source: makes the rows.
  ///   - choice: which rows.
  ///   - jobs: how many threads simulate.
  ///   - cancellation: what stops it early from another thread.
  ///   - progress: told how many rows were run again.
  /// - Returns: what was compared.
  public func compareRows(
    _ source: RowSource, _ choice: Choice, jobs: Int, cancellation: Cancellation = Cancellation(),
    progress: (Int) -> Void = { _ in }
  ) throws -> (end: End, compared: [Compared], rows: Int) {
    let comparison: any RowComparison =
      description.plan.shard == nil
      ? try TableComparison(self, withTimeline: choice == .all) : try ShardComparison(self)
    var count = 0
    let source = source.failing(at: crashed, of: description.plan, CrashMarks.message)
    func take(_ block: RowBlock) throws {
      for row in block { try comparison.add(row) }
      count += block.count
    }
    let end =
      switch choice {
      case .some(let size):
        try source.rows(
          keys(size), jobs: jobs, cancellation: cancellation, progress: progress, sink: take)
      case .all:
        try Runner.run(
          source, description.plan.on(jobs: jobs), cancellation: cancellation,
          progress: progress, sink: take)
      }
    guard end == .complete else { return (.cancelled, comparison.compared, count) }
    try comparison.end()
    return (.complete, comparison.compared, count)
  }

  /// How many rows ``compareRows(_:_:jobs:cancellation:progress:)`` runs again.
  public func rowCount(_ choice: Choice) -> Int {
    switch choice {
    case .some(let size): keys(size).count
    case .all: rows
    }
  }

  /// The rows of a choice, and of how many experiments they are.
  func keys(_ size: Int) -> [RowKey] {
    RowSample(size, of: extents, identity: description.manifest.identity).numbers
      .map(description.plan.key(ofRow:))
  }
}

/// Holds rows that were run again against a folder.
protocol RowComparison: AnyObject {
  /// Takes the next row, in order of keys.
  func add(_ row: ReplicationRow) throws(ResultError)
  /// Ends after the last row.
  func end() throws(ResultError)
  /// What was compared so far.
  var compared: [Verification.Compared] { get }
}

/// The tables of a whole result.
private final class TableComparison: RowComparison {
  private let description: ResultDescription
  private let tables: [ComparedTable]
  private let failed: ComparedTable
  private let timeline: ComparedTable?
  private var replications: ReplicationTables
  private var failures: TableWriter
  private var points: TableWriter
  private var tabulations: Tabulations

  init(_ verification: Verification, withTimeline: Bool) throws(ResultError) {
    let description = verification.description
    let (folder, log) = (verification.folder, verification.rerunLog)
    let all = description.tables
    var tables: [ComparedTable] = []
    replications = try ReplicationTables(description) { table throws(ResultError) in
      let made = try ComparedTable(table, in: folder, .some, log)
      tables.append(made)
      return made
    }
    failed = try ComparedTable(all.failures, in: folder, .some, log)
    failures = try TableWriter(all.failures, to: failed)
    timeline =
      withTimeline && verification.hasTimelineTable
      ? try ComparedTable(all.timeline, in: folder, .everything, log) : nil
    points = try TableWriter(all.timeline, to: timeline ?? PassedOverTable())
    tabulations = Tabulations(description)
    self.tables = tables
    self.description = description
  }

  func add(_ row: ReplicationRow) throws(ResultError) {
    try replications.add(row)
    if let message = row.failure {
      try failures.add(
        ReplicationFailure(key: row.key, message: message), replay: description.replay(row.key))
    }
    guard timeline != nil, !row.timeline.isEmpty else { return }
    // Rows without a timeline say nothing here, so they need not be tabulated.
    if let answer = tabulations.add(row) { try points.addTimeline(of: answer) }
  }

  func end() throws(ResultError) {
    if let answer = tabulations.last() { try points.addTimeline(of: answer) }
    _ = try timeline?.close()
  }

  var compared: [Verification.Compared] {
    (tables + [failed] + [timeline].compactMap { $0 }).filter { $0.rows > 0 }.map(\.compared)
  }
}

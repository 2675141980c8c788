/// How a run came to its end.
public enum RunEnd: Sendable, Equatable {
  /// Every replication of the plan was delivered.
  case complete
  /// The run was cancelled; what was delivered before is whole and in order.
  case cancelled
}

/// Runs replications on several threads and delivers them in order.
///
/// Rows are a function of the source and of the replication's number alone, and reach `sink` in
/// order of replication, so nothing downstream can tell how many threads there were.
public enum Runner {
  /// Makes the rows that `schedule` still wants.
  ///
  /// `sink` and `progress` are called on the caller's thread, `sink` with consecutive rows, a
  /// block at a time, `progress` several times a second with the number of replications simulated
  /// in this run. At most a few blocks per thread wait for the sink, and their memory goes from
  /// block to block, so it stays flat however slow the sink is. An error thrown by `sink` stops the
  /// run and is thrown on.
  ///
  /// - Parameters:
  ///   - source: where rows come from.
  ///   - plan: which replications to run, and on how many threads.
  ///   - schedule: the plan's schedule, which knows the rows that are there already.
  ///   - cancellation: what stops the run early from another thread.
  ///   - progress: told how many replications have been simulated.
  ///   - sink: takes the rows.
  public static func run(
    _ source: RowSource, _ plan: RunPlan, _ schedule: inout Schedule,
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in },
    sink: (RowBlock) throws -> Void
  ) throws -> RunEnd {
    let workers = Workers(source, count: plan.jobs)
    var simulated = 0
    while let rows = schedule.upcoming {
      let blocks = BlockQueue(plan, rows: rows, cancellation: cancellation)
      let isComplete = try workers.work(on: blocks) {
        try blocks.deliver(progress: { progress(simulated + $0) }) { block in
          try sink(block)
          for row in block { schedule.add(row) }
        }
      }
      guard isComplete else { return .cancelled }
      simulated += rows.count
    }
    return .complete
  }

  /// The same from the first row on.
  public static func run(
    _ source: RowSource, _ plan: RunPlan, cancellation: Cancellation = Cancellation(),
    progress: (Int) -> Void = { _ in }, sink: (RowBlock) throws -> Void
  ) throws -> RunEnd {
    var schedule = Schedule(plan, source.layouts)
    return try run(
      source, plan, &schedule, cancellation: cancellation, progress: progress, sink: sink)
  }
}

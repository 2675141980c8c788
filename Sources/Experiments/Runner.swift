import Dispatch

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
  /// Runs what of `plan` is not finished yet.
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
  ///   - finished: how many replications at the start of the plan are there already.
  ///   - cancellation: what stops the run early from another thread.
  ///   - progress: told how many replications have been simulated.
  ///   - sink: takes the rows.
  public static func run(
    _ source: RowSource, _ plan: RunPlan, finished: Int = 0,
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in },
    sink: (RowBlock) throws -> Void
  ) throws -> RunEnd {
    let first = plan.replications.lowerBound + finished
    guard first <= plan.replications.upperBound else { return .complete }
    let blocks = BlockQueue(
      replications: first...plan.replications.upperBound, blockSize: plan.blockSize,
      jobs: plan.jobs, cancellation: cancellation)
    let threads = DispatchGroup()
    let queue = DispatchQueue(label: "replications", attributes: .concurrent)
    for job in 0..<plan.jobs {
      queue.async(group: threads) { blocks.work(job, source.makeWorker()) }
    }
    defer { threads.wait() }
    do {
      let isComplete = try blocks.deliver(progress: progress, sink: sink)
      return isComplete ? .complete : .cancelled
    } catch {
      blocks.stop()
      throw error
    }
  }
}

extension RowSource {
  /// Makes chosen rows on several threads, and delivers them in the order in which they are named.
  ///
  /// `sink` and `progress` are called on the caller's thread, as ``Runner`` does. Two threads may
  /// be at rows of the same experiment; a row depends on its key alone.
  ///
  /// - Parameters:
  ///   - keys: which rows, in any order.
  ///   - jobs: how many threads simulate.
  ///   - blockSize: how many rows a thread takes at a time; nil for what suits their number.
  ///   - cancellation: what stops it early from another thread.
  ///   - progress: told how many rows have been simulated.
  ///   - sink: takes the rows.
  public func rows(
    _ keys: some RandomAccessCollection<RowKey> & Sendable, jobs: Int, blockSize: Int? = nil,
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in },
    sink: (RowBlock) throws -> Void
  ) throws -> RunEnd {
    guard !keys.isEmpty else { return .complete }
    // The queue counts rows from 0; which ones they are it need not know.
    let order = RunPlan(
      seed: 0, replications: keys.count, jobs: jobs, blockSize: blockSize)
    let blocks = BlockQueue(order, rows: order.rows, cancellation: cancellation)
    let ordered = RowSource(layouts: layouts) {
      let simulate = makeWorker()
      return { place, rows in
        simulate(keys[keys.index(keys.startIndex, offsetBy: place.replication - 1)], &rows)
      }
    }
    let isComplete = try Workers(ordered, count: jobs).work(on: blocks) {
      try blocks.deliver(progress: progress, sink: sink)
    }
    return isComplete ? .complete : .cancelled
  }
}

extension RunPlan {
  /// The same rows on another number of threads.
  public func on(jobs: Int) -> RunPlan {
    RunPlan(
      experiments: experiments, seed: seed, replications: replications, perDraw: perDraw,
      precision: precision, shard: shard, jobs: jobs, timelineReplications: timelineReplications)
  }
}

/// Where rows come from: their layouts, and a way to make one worker for each thread.
public struct RowSource: Sendable {
  /// Simulates one replication and appends its row.
  ///
  /// Called from one thread, with any keys in any order; the rows that are there already are
  /// none of its business.
  public typealias Worker = (_ key: RowKey, _ rows: inout RowBlock) -> Void

  /// What the rows hold.
  public let layouts: RowLayouts
  /// Makes the worker of one thread.
  public let makeWorker: @Sendable () -> Worker

  /// A source of one's own; a row must depend on its key alone.
  public init(layouts: RowLayouts, makeWorker: @escaping @Sendable () -> Worker) {
    self.layouts = layouts
    self.makeWorker = makeWorker
  }

  /// The same, with some replications that fail without being simulated.
  public func failing(
    at keys: Set<RowKey>, of plan: RunPlan, _ message: String
  ) -> RowSource {
    guard !keys.isEmpty else { return self }
    return RowSource(layouts: layouts) { [layouts, makeWorker] in
      let simulate = makeWorker()
      let unknown = [Double](repeating: .nan, count: layouts.first.parameters.count)
      return { key, rows in
        guard keys.contains(key) else { return simulate(key, &rows) }
        rows.append(
          experiment: key.experiment, replication: key.replication,
          draw: plan.draw(of: key.replication), parameters: unknown, outcomes: [],
          failure: message)
      }
    }
  }

  /// The rows of `plan` in `sweep`, every point of which must have been checked.
  public init(_ sweep: Sweep, _ plan: RunPlan) {
    self.init(layouts: sweep.layouts) {
      let worker = SweepWorker(sweep, plan)
      return { worker.append($0, to: &$1) }
    }
  }
}

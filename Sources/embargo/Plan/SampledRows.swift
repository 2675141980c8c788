import Experiments
import ResultFiles
import Synchronization

/// Some rows of a run, made by the code that makes them all, and how long they took.
struct SampledRows {
  /// The rows, as many of each layout as are kept for writing.
  private(set) var pools: [Pool] = []
  private(set) var times: [RowTimes.Row] = []
  /// Seconds that sampling took.
  private(set) var seconds = 0.0
  /// The experiments that were looked at, in the order of their numbers.
  private(set) var experiments: [Int] = []

  /// The spread of what a goal of precision asks about, where there is one.
  private(set) var spread: SpreadTally?

  /// Rows that fit each other's experiments.
  struct Pool {
    let regimes: [String]
    let days: Int
    var rows: [ReplicationRow]
  }

  /// Most rows that are kept of one layout.
  ///
  /// More than the 64 different values up to which quantiles take a short way.
  private static let kept = 100
  /// Most rows that are made.
  private static let most = 4000
  /// Seconds after which no more rows are begun, if there are enough of them, or in any case.
  private static let budget = (enough: 3.0, most: 6.0)
  private static let enough = 200

  /// Makes rows for a few seconds.
  ///
  /// - Parameters:
  ///   - run: what is planned.
  ///   - experiments: which of its experiments to look at, in order of importance.
  ///   - interruption: what ends it at once.
  init(
    _ run: PreparedRun, experiments chosen: [Int], interruption: Interruption
  ) throws {
    let plan = run.plan
    let keys = SampledRows.keys(plan, chosen)
    let clock = RowTimes()
    spread = plan.precision.map(SpreadTally.init)
    let stop = Cancellation()
    var progress = Progress(
      run.request.progress, total: nil, finishedBefore: 0, noun: "replications sampled")
    defer { progress.end() }
    let delivered = Atomic<Int>(0)
    // As many as there are threads at the least, however long they take.
    let least = min(keys.count, max(4, 2 * plan.jobs))
    let size = SampledRows.rowsOfVisit(plan)
    CrashNotice.install(
      marks: nil, kept: nil, command: run.description.manifest.request.command, threads: plan.jobs)
    let source = CrashNotice.watched(run.source, of: run.description)
    _ = try clock.observing(source).rows(
      keys, jobs: plan.jobs, blockSize: size, cancellation: stop,
      progress: { made in
        progress.update(simulated: made)
        let (budget, seconds) = (SampledRows.budget, progress.seconds)
        let isOver =
          seconds > budget.most || seconds > budget.enough && made >= SampledRows.enough
        let isFew = made < least || delivered.load(ordering: .relaxed) == 0
        if isOver && !isFew || interruption.cancellation.isCancelled { stop.cancel() }
      },
      sink: { block in
        delivered.add(block.count, ordering: .relaxed)
        for row in block {
          let layout = run.sweep.layouts[row.experiment]
          keep(row, layout)
          spread?.add(row, layout)
        }
      })
    times = clock.all
    seconds = progress.seconds
    experiments = Set(times.map(\.key.experiment)).sorted()
  }

  private mutating func keep(_ row: ReplicationRow, _ layout: RowLayout) {
    let place = pools.firstIndex { $0.regimes == layout.regimes && $0.days == layout.days.count }
    guard let place else {
      pools.append(Pool(regimes: layout.regimes, days: layout.days.count, rows: [row]))
      return
    }
    if pools[place].rows.count < SampledRows.kept { pools[place].rows.append(row) }
  }

  /// How many rows of an experiment are made one after the other, so that what it takes to come to
  /// an experiment can be told from what its rows take.
  private static func rowsOfVisit(_ plan: RunPlan) -> Int {
    guard plan.experiments > 1 else { return 1 }
    return min(plan.replications, isMixed(plan) ? 3 : 2)
  }

  /// Whether there are rows with a timeline and rows without.
  private static func isMixed(_ plan: RunPlan) -> Bool {
    (1..<plan.replications).contains(plan.timelineReplications)
  }

  /// Which rows: of each experiment in turn a few replications, with and without a timeline.
  private static func keys(_ plan: RunPlan, _ experiments: [Int]) -> [RowKey] {
    let size = rowsOfVisit(plan)
    var keys: [RowKey] = []
    var place = 0
    let replications = order(plan)
    while keys.count < most, place + size <= replications.count {
      for experiment in experiments {
        keys += replications[place..<place + size].map {
          RowKey(experiment: experiment, replication: $0)
        }
      }
      place += size
    }
    return keys
  }

  /// Replications in the order in which they are sampled.
  private static func order(_ plan: RunPlan) -> [Int] {
    let (all, timeline) = (min(plan.replications, most), plan.timelineReplications)
    guard isMixed(plan) else { return Array(1...all) }
    // With a timeline and without in turn; in an experiment of several the third tells what
    // the first would have taken without coming there.
    let pairs = min(timeline, plan.replications - timeline, most / 2)
    var order: [Int] = []
    for pair in 0..<pairs {
      let plain = timeline + pair + 1
      if plan.experiments == 1 {
        order += [pair + 1, plain]
      } else if 2 * pair + 2 <= timeline {
        order += [2 * pair + 1, plain, 2 * pair + 2]
      }
    }
    return order
  }
}

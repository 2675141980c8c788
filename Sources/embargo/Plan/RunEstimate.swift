import Experiments
import ResultFiles

/// What a run will take, from what a sample of it took.
struct RunEstimate {
  /// A file of the result.
  struct File {
    let name: String
    /// Nil for documents.
    let rows: Int?
    let bytes: Double
  }

  let replications: Int
  let counts: RowCounts
  let files: [File]
  let processorSeconds: Double
  let wallSeconds: Double
  let memoryBytes: Double

  /// Bytes of the finished folder.
  var resultBytes: Double { files.reduce(0) { $0 + $1.bytes } }
  /// Bytes of the journal, which lies beside the folder until that is finished.
  var journalBytes: Double { Double(counts.journalBytes) }

  /// - Parameter replications: how many an experiment has.
  init(_ run: PreparedRun, _ measured: MeasuredSample, replications: Int) {
    self.replications = replications
    counts = RowCounts(run.sweep, run.plan, replications: replications)
    files = RunEstimate.files(run, measured, counts)
    let plan = run.plan
    let costs = measured.costs
    let simulated = RunEstimate.simulation(plan, costs, counts)
    let written = measured.writing(counts, replications: replications)
    processorSeconds =
      measured.reading.processor + simulated + written.journal + written.tables
    // The thread that writes the journal takes its share of the cores that simulate.
    let cores = max(costs.share, min(Double(counts.rows), Double(plan.jobs)) * costs.share)
    wallSeconds =
      measured.reading.wall + (simulated + written.journal) / cores
      + written.tables / costs.share + measured.base.waitSeconds
    memoryBytes = MemoryEstimate.bytes(run, measured, counts, replications: replications)
  }

  /// Processor seconds of all rows.
  private static func simulation(
    _ plan: RunPlan, _ costs: RowCosts, _ counts: RowCounts
  ) -> Double {
    // A thread comes to an experiment with the first block that has a row of it.
    let blocks = counts.rows / plan.blockSize(for: counts.rows) + 1
    let turns = min(counts.experiments * plan.jobs, counts.experiments + blocks)
    return Double(counts.rows - counts.timelineRows) * costs.plain
      + Double(counts.timelineRows) * costs.withTimeline
      + Double(counts.experiments > 1 ? turns : plan.jobs) * costs.turn
  }

  private static func files(
    _ run: PreparedRun, _ measured: MeasuredSample, _ counts: RowCounts
  ) -> [File] {
    let base = measured.base
    let known = [
      "experiments.csv": counts.experiments, "draws.csv": counts.rows,
      "outcomes.csv": counts.outcomes, "contrasts.csv": counts.contrasts,
      "regret.csv": counts.regret, "timeline.csv": counts.timeline,
    ]
    return base.files.keys.sorted().map { name in
      guard let file = base.files[name], name.hasSuffix(".csv") else {
        let bytes = Double(base.files[name]?.bytes ?? 0)
        let isRows = name == "rows.bin"
        return File(
          name: name, rows: isRows ? counts.rows : nil,
          bytes: isRows ? Double(counts.journalBytes) : bytes)
      }
      // What stands for regimes and what for replications goes by how many of them there were.
      let rows =
        known[name]
        ?? Int(
          (Double(file.rows)
            * (name == "failures.csv"
              ? Double(counts.rows) / Double(base.rows)
              : Double(counts.regimes) / Double(measured.regimesOfBase)))
            .rounded())
      let perRow = file.rows > 0 ? Double(file.bytes - file.header) / Double(file.rows) : 0
      return File(name: name, rows: rows, bytes: Double(file.header) + perRow * Double(rows))
    }
  }
}

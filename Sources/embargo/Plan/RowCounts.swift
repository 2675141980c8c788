import Experiments
import RegulatoryWorld

/// How many rows the tables of a run have, counted from its regimes, outcomes and days.
struct RowCounts {
  /// Rows that are simulated, and those of them with a timeline.
  let rows: Int
  let timelineRows: Int
  let experiments: Int
  /// Regimes, added up over the experiments.
  private(set) var regimes = 0
  private(set) var outcomes = 0
  private(set) var contrasts = 0
  private(set) var regret = 0
  private(set) var timeline = 0
  /// Bytes of the rows in the journal, or in the file of a shard.
  private(set) var journalBytes = 0

  /// Counts.
  ///
  /// - Parameters:
  ///   - plan: the experiments, and the part of their rows.
  ///   - replications: how many each experiment has.
  init(_ sweep: Sweep, _ plan: RunPlan, replications: Int) {
    experiments = plan.experiments
    let all = experiments * replications
    let range = (plan.shard ?? .whole).rows(of: all)
    rows = range.count
    let length = min(replications, plan.timelineReplications)
    func timelines(before row: Int) -> Int {
      let (whole, rest) = row.quotientAndRemainder(dividingBy: replications)
      return whole * length + min(rest, length)
    }
    timelineRows = timelines(before: range.upperBound) - timelines(before: range.lowerBound)
    // Layouts are alike but where a regime or the days are swept.
    let odd: Set = ["horizon_days", "timeline_every_days"]
    let isVaried =
      !sweep.design.regimes.isEmpty || sweep.design.addresses.contains(where: odd.contains)
    for experiment in 1...(isVaried ? experiments : 1) {
      add(
        sweep.layouts[experiment], times: isVaried ? 1 : experiments, replications: replications,
        timelines: length)
    }
    if plan.shard != nil {
      journalBytes = Int(Double(journalBytes) * Double(rows) / Double(all))
    }
    // A record of 16 bytes around each block of rows; a shard has a record for each row.
    journalBytes += 16 * (plan.shard == nil ? rows / plan.blockSize(for: rows) + 1 : rows)
  }

  private mutating func add(
    _ layout: RowLayout, times: Int, replications: Int, timelines: Int
  ) {
    let (count, acting) = (layout.regimes.count, layout.regimes.count - 1)
    let measured = layout.outcomes.filter { $0.statistic != .category }
    regimes += times * count
    outcomes += times * replications * count
    contrasts += times * count * acting * measured.count
    regret += times * acting * measured.count { $0.sign != .neutral }
    if timelines > 0 { timeline += times * layout.timelineCount }
    let numbers = layout.parameters.count + layout.outcomeCount
    journalBytes +=
      times * (replications * (49 + 8 * numbers) + timelines * 8 * layout.timelineCount)
  }
}

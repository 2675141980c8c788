import Experiments
import RegulatoryWorld
import Stochastics

/// The most memory that a run has at once: that of the sample, and what grows beyond it.
enum MemoryEstimate {
  static func bytes(
    _ run: PreparedRun, _ measured: MeasuredSample, _ counts: RowCounts, replications: Int
  ) -> Double {
    let written = measured.longer?.replications ?? measured.base.replications
    let quantiles =
      run.plan.shard == nil
      ? values(run, measured, replications) - values(run, measured, written) : 0
    return Double(measured.peakBytes) + 8 * max(0, quantiles)
      + blocks(run.plan, measured, counts) + told(run, counts)
  }

  /// Numbers that the quantiles of one experiment keep.
  private static func values(
    _ run: PreparedRun, _ measured: MeasuredSample, _ replications: Int
  ) -> Double {
    let layout = run.sweep.layouts.first
    guard let pool = measured.sampled.pools.max(by: { $0.rows.count < $1.rows.count }) else {
      return 0
    }
    let rows = pool.rows.filter { $0.failure == nil }
    let draws = Double((replications + run.plan.perDraw - 1) / run.plan.perDraw)
    let limit = Double(QuantileSketch.exactLimit)
    var kept = 0.0
    for regime in pool.regimes.indices {
      for (column, outcome) in layout.outcomes.enumerated() where outcome.statistic != .category {
        let values = rows.map { $0.outcomes[regime * layout.outcomes.count + column] }
          .filter { !$0.isNaN }
        // A few different values are kept once each, however often they come.
        guard Set(values).count > min(8, rows.count / 2) else { continue }
        let share = Double(values.count) / Double(rows.count)
        kept += min(limit, share * Double(replications))
        if regime > 0 && outcome.sign != .neutral { kept += min(limit, share * draws) }
      }
    }
    return kept
  }

  /// Blocks of rows between the threads and the journal, and its records.
  private static func blocks(
    _ plan: RunPlan, _ measured: MeasuredSample, _ counts: RowCounts
  ) -> Double {
    guard let row = measured.sampled.pools.first?.rows.first else { return 0 }
    let size = min(plan.blockSize(for: counts.rows), counts.rows)
    let plain = Double(8 * (row.parameters.count + row.outcomes.count))
    let timeline =
      Double(measured.sampled.pools.first?.rows.map(\.timeline.count).max() ?? 0) * 8
    let held = min(5 * plan.jobs + 1, counts.rows / size + 1)
    let long = min(held, counts.timelineRows / size + (counts.timelineRows > 0 ? 1 : 0))
    // Arrays grow by doubling, which leaves a third of them empty on the average; a record is
    // encoded, read back and taken apart.
    let perRow = Double(held + 3) * plain + Double(long + 3) * timeline
    return 1.4 * Double(size) * perRow
  }

  /// What is kept of each experiment of a sweep to tell of it at the end.
  private static func told(_ run: PreparedRun, _ counts: RowCounts) -> Double {
    guard counts.experiments > 1 else { return 0 }
    let acting = Double(counts.regimes - counts.experiments)
    // Numbers alone for people; for programs the summaries too.
    let summaries = run.request.format == .table ? 0 : Double(Headline.ofSweeps.count) * 256
    return 160 * Double(counts.experiments) + acting * (32 + summaries)
  }
}

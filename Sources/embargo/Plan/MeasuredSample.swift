import Experiments
import ResultFiles

/// Everything that was measured of a run before it is estimated.
struct MeasuredSample {
  /// Seconds to read the scenario, and to check the points of a sweep.
  let reading: Reading
  let sampled: SampledRows
  let costs: RowCosts
  /// Some experiments with as many replications as they have, up to those with a timeline.
  let base: WrittenSample
  /// The same with more replications, where there are more.
  let longer: WrittenSample?
  /// One experiment alone, where the base has several of more.
  let single: WrittenSample?
  /// Regimes of the base, added up over its experiments.
  let regimesOfBase: Int
  /// The most memory that sampling had.
  let peakBytes: Int

  /// Most rows of a written sample.
  private static let mostWritten = 600

  /// Writes what was sampled, in a few ways that tell rows and experiments apart.
  ///
  /// - Parameters:
  ///   - replications: how many an experiment has.
  ///   - reading: seconds to read the scenario, and to check the points of a sweep.
  init(
    _ run: PreparedRun, _ sampled: SampledRows, replications: Int,
    reading: Reading
  ) throws {
    let plan = run.plan
    let folder = try TemporaryFolder()
    let length = min(replications, max(200, plan.timelineReplications))
    let layouts = run.sweep.layouts
    let experiments = sampled.writable(
      layouts, most: max(2, MeasuredSample.mostWritten / length))
    func write(_ experiments: [Int], _ replications: Int) throws -> WrittenSample {
      try WrittenSample(
        run, sampled, experiments: experiments, replications: replications, in: folder)
    }
    // The first of all pays for what is done once, such as opening the disk's folder.
    _ = try write([experiments[0]], 1)
    base = try write(experiments, length)
    let more = min(replications, length + MeasuredSample.mostWritten / experiments.count)
    longer = more > length ? try write(experiments, more) : nil
    single = experiments.count > 1 ? try write([experiments[0]], length) : nil
    regimesOfBase = experiments.reduce(0) { $0 + layouts[$1].regimes.count }
    costs = RowCosts(sampled.times, lastTimeline: plan.timelineReplications)
    self.sampled = sampled
    self.reading = reading
    peakBytes = ProcessUse.peakBytes
  }

  /// Processor seconds for the journal and for the tables.
  func writing(_ counts: RowCounts, replications: Int) -> (journal: Double, tables: Double) {
    // Of a row without a timeline, if there are such.
    var (plainJournal, plainTables) = (0.0, 0.0)
    if let longer {
      let rows = Double(longer.rows - base.rows)
      plainJournal = max(0, longer.journalSeconds - base.journalSeconds) / rows
      plainTables = max(0, longer.tableSeconds - base.tableSeconds) / rows
    }
    // Of an experiment with as many replications as in the base.
    let shared = single.map { single in
      max(0, base.tableSeconds - single.tableSeconds) / Double(base.experiments.count - 1)
    }
    let whole = Double(counts.rows) / Double(replications)
    let tables =
      base.tableSeconds + (whole - Double(base.experiments.count)) * (shared ?? 0)
      + whole * Double(max(0, replications - base.replications)) * plainTables
    let covered = whole * Double(min(replications, base.replications))
    let journal =
      base.journalSeconds / Double(base.rows) * covered
      + (Double(counts.rows) - covered) * plainJournal
    return (journal, max(tables, 0))
  }
}

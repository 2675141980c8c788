import Experiments

/// Everything that `plan` says of a run.
struct Outlook {
  let run: PreparedRun
  let measured: MeasuredSample
  let estimate: RunEstimate
  /// How many replications a goal of precision asks for, where there is one and the sample tells.
  let precision: PrecisionEstimate?
  /// What is taken if a goal of precision is never reached.
  let most: RunEstimate?
  let disk: (folder: String, bytes: Int)?

  init(
    _ run: PreparedRun, _ sampled: SampledRows, reading: Reading
  ) throws {
    self.run = run
    precision = sampled.spread.flatMap { PrecisionEstimate($0, run.plan) }
    let replications = precision?.likely ?? run.plan.replications
    measured = try MeasuredSample(run, sampled, replications: replications, reading: reading)
    estimate = RunEstimate(run, measured, replications: replications)
    most =
      run.plan.precision == nil
      ? nil : RunEstimate(run, measured, replications: run.plan.replications)
    disk = Disk.free(at: run.path)
  }

  /// Bytes that are needed until the journal goes.
  var diskBytes: Double { estimate.resultBytes + estimate.journalBytes }

  /// Whether they are there; nil where nobody knows.
  var fits: Bool? { disk.map { Double($0.bytes) >= diskBytes } }

  /// Shards of about an hour each on such a machine; nil where there would be one.
  var hourlyShards: Int? {
    guard run.plan.precision == nil, run.plan.shard == nil, estimate.wallSeconds > 5400 else {
      return nil
    }
    return min(run.plan.rows.count, Int((estimate.wallSeconds / 3600).rounded(.up)))
  }
}

import Experiments

/// Writes the tables that hold no replications, but what is said of them, an experiment at a time.
struct AnswerTables: ~Copyable {
  private let description: ResultDescription
  private var summary: TableWriter
  private var contrasts: TableWriter
  private var regret: TableWriter
  private var variance: TableWriter
  private var timeline: TableWriter
  private var failures: TableWriter
  private var hasFailures = false

  init(_ description: ResultDescription, to targets: TableTargets) throws(ResultError) {
    let tables = description.tables
    let summary = try TableWriter(tables.summary, to: targets(tables.summary))
    let contrasts = try TableWriter(tables.contrasts, to: targets(tables.contrasts))
    let regret = try TableWriter(tables.regret, to: targets(tables.regret))
    let variance = try TableWriter(tables.variance, to: targets(tables.variance))
    let timeline = try TableWriter(tables.timeline, to: targets(tables.timeline))
    let failures = try TableWriter(tables.failures, to: targets(tables.failures))
    self.description = description
    self.summary = summary
    self.contrasts = contrasts
    self.regret = regret
    self.variance = variance
    self.timeline = timeline
    self.failures = failures
  }

  mutating func add(_ answer: Answer) throws(ResultError) {
    try addSummaries(answer)
    try addContrasts(answer)
    for row in answer.regrets {
      regret.integer(answer.experiment)
      regret.text(row.regime)
      regret.text(row.outcome)
      regret.numbers([row.mean, row.p90, row.max, row.shareBest])
      try regret.endRow()
    }
    try timeline.addTimeline(of: answer)
    for row in answer.failures {
      try failures.add(row, replay: description.replay(row.key))
      hasFailures = true
    }
  }

  private mutating func addSummaries(_ answer: Answer) throws(ResultError) {
    for row in answer.summaries {
      summary.integer(answer.experiment)
      summary.text(row.regime)
      summary.text(row.outcome)
      summary.text(row.unit)
      summary.integer(row.n)
      summary.numbers([row.mean, row.sd, row.ci95.low, row.ci95.high])
      summary.numbers(row.quantiles.values)
      try summary.endRow()
      guard let split = row.split else { continue }
      variance.integer(answer.experiment)
      variance.text(row.regime)
      variance.text(row.outcome)
      variance.text(row.unit)
      let total = split.chance + split.parameters
      variance.numbers([
        split.chance, split.parameters, total > 0 ? split.parameters / total : .nan,
      ])
      try variance.endRow()
    }
  }

  private mutating func addContrasts(_ answer: Answer) throws(ResultError) {
    for row in answer.contrasts {
      contrasts.integer(answer.experiment)
      contrasts.text(row.regimeA)
      contrasts.text(row.regimeB)
      contrasts.text(row.outcome)
      contrasts.text(row.unit)
      contrasts.integer(row.n)
      contrasts.numbers([row.meanDifference, row.ci95.low, row.ci95.high])
      contrasts.numbers([row.shareAHigher, row.varianceRatio])
      try contrasts.endRow()
    }
  }

  /// Ends the tables; those that this result has no rows for by its nature are left out.
  consuming func close() throws(ResultError) -> [WrittenFile] {
    let plan = description.plan
    var files: [WrittenFile?] = [try summary.close(), try contrasts.close(), try regret.close()]
    try variance.end(if: plan.perDraw > 1, &files)
    try timeline.end(if: plan.timelineReplications > 0, &files)
    try failures.end(if: hasFailures, &files)
    return files.compactMap { $0 }
  }
}

extension TableWriter {
  fileprivate consuming func end(
    if isThere: Bool, _ files: inout [WrittenFile?]
  ) throws(ResultError) {
    if isThere { files.append(try close()) } else { try discard() }
  }

  /// Writes the rows of `timeline.csv` for an experiment.
  mutating func addTimeline(of answer: Answer) throws(ResultError) {
    for row in answer.timeline {
      integer(answer.experiment)
      text(row.regime)
      text(row.series)
      number(row.day)
      integer(row.n)
      number(row.mean)
      numbers(row.quantiles.values)
      try endRow()
    }
  }

  /// Writes a row of `failures.csv`.
  mutating func add(_ failure: ReplicationFailure, replay: String) throws(ResultError) {
    integer(failure.key.experiment)
    integer(failure.key.replication)
    text(failure.message)
    text(replay)
    try endRow()
  }
}

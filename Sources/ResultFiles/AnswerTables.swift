import Experiments

/// Writes the tables that hold no replications, but what is said of them, an experiment at a time.
struct AnswerTables: ~Copyable {
  private let description: ResultDescription
  private let folder: String
  private var summary: TableWriter
  private var contrasts: TableWriter
  private var regret: TableWriter
  private var variance: TableWriter
  private var timeline: TableWriter
  private var failures: TableWriter
  private var hasFailures = false

  init(_ description: ResultDescription, in folder: String) throws(ResultError) {
    let tables = description.tables
    let summary = try TableWriter(tables.summary, in: folder)
    let contrasts = try TableWriter(tables.contrasts, in: folder)
    let regret = try TableWriter(tables.regret, in: folder)
    let variance = try TableWriter(tables.variance, in: folder)
    let timeline = try TableWriter(tables.timeline, in: folder)
    let failures = try TableWriter(tables.failures, in: folder)
    self.description = description
    self.folder = folder
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
    for row in answer.timeline {
      timeline.integer(answer.experiment)
      timeline.text(row.regime)
      timeline.text(row.series)
      timeline.number(row.day)
      timeline.integer(row.n)
      timeline.number(row.mean)
      timeline.numbers(row.quantiles.values)
      try timeline.endRow()
    }
    for row in answer.failures {
      failures.integer(row.key.experiment)
      failures.integer(row.key.replication)
      failures.text(row.message)
      failures.text(description.replay(row.key))
      try failures.endRow()
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

  /// Ends the files; those that this result has no rows for by its nature are taken away.
  consuming func close() throws(ResultError) -> [WrittenFile] {
    let plan = description.plan
    let written = [
      (file: try summary.close(), stays: true),
      (file: try contrasts.close(), stays: true),
      (file: try regret.close(), stays: true),
      (file: try variance.close(), stays: plan.perDraw > 1),
      (file: try timeline.close(), stays: plan.timelineReplications > 0),
      (file: try failures.close(), stays: hasFailures),
    ]
    for entry in written where !entry.stays {
      try FileSystem.remove(folder + "/" + entry.file.name)
    }
    return written.filter(\.stays).map(\.file)
  }
}

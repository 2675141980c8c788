import Experiments
import RegulatoryWorld

/// Writes the two tables that have a row for every replication.
struct ReplicationTables: ~Copyable {
  private let layout: RowLayout
  private let plan: RunPlan
  private var draws: TableWriter
  private var outcomes: TableWriter

  init(
    _ tables: Tables, _ layout: RowLayout, _ plan: RunPlan, in folder: String
  ) throws(ResultError) {
    let draws = try TableWriter(tables.draws, in: folder)
    outcomes = try TableWriter(tables.outcomes, in: folder)
    self.draws = draws
    self.layout = layout
    self.plan = plan
  }

  mutating func add(_ row: ReplicationRow) throws(ResultError) {
    draws.integer(plan.experiment)
    draws.integer(row.replication)
    draws.integer(row.draw)
    draws.integer(Int(plan.seed))
    row.parameters.withUnsafeBufferPointer { draws.numbers($0) }
    try draws.endRow()
    for index in layout.regimes.indices {
      try addOutcomes(row, index)
    }
  }

  private mutating func addOutcomes(
    _ row: ReplicationRow, _ regime: Int
  ) throws(ResultError) {
    outcomes.integer(plan.experiment)
    outcomes.integer(row.replication)
    outcomes.text(layout.regimes[regime])
    outcomes.text(row.failure == nil ? "ok" : "failed")
    for (column, definition) in layout.outcomes.enumerated() {
      let value =
        row.failure == nil ? row.outcomes[regime * layout.outcomes.count + column] : .nan
      switch definition.statistic {
      case .mean, .proportion, .timeToEvent: outcomes.number(value)
      case .category: outcomes.text(CategoryText.text(of: definition, code: value))
      }
    }
    try outcomes.endRow()
  }

  consuming func close() throws(ResultError) -> [WrittenFile] {
    let drawsFile = try draws.close()
    return [drawsFile, try outcomes.close()]
  }
}

/// The words for the codes of category outcomes.
enum CategoryText {
  /// The word of a code; empty for none.
  static func text(of outcome: OutcomeDefinition, code: Double) -> String {
    guard !code.isNaN else { return "" }
    if let word = outcome.word(code) { return word }
    var bytes: [UInt8] = []
    CSVText.append(code, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Tables {
  /// Writes the tables that hold no replications, but what is said of them.
  ///
  /// - Parameter replay: the command that runs a replication again.
  func write(
    _ answer: Answer, in folder: String, replay: (Int) -> String
  ) throws(ResultError) -> [WrittenFile] {
    var files = [
      try write(experiments, in: folder, [answer.experiment]) { $0.integer($1) },
      try write(summary, in: folder, answer.summaries) { writer, row in
        writer.integer(answer.experiment)
        writer.text(row.regime)
        writer.text(row.outcome)
        writer.text(row.unit)
        writer.integer(row.n)
        writer.numbers([row.mean, row.sd, row.ci95.low, row.ci95.high])
        writer.numbers(row.quantiles.values)
      },
      try write(contrasts, in: folder, answer.contrasts) { writer, row in
        writer.integer(answer.experiment)
        writer.text(row.regimeA)
        writer.text(row.regimeB)
        writer.text(row.outcome)
        writer.text(row.unit)
        writer.integer(row.n)
        writer.numbers([row.meanDifference, row.ci95.low, row.ci95.high])
        writer.numbers([row.shareAHigher, row.varianceRatio])
      },
      try write(regret, in: folder, answer.regrets) { writer, row in
        writer.integer(answer.experiment)
        writer.text(row.regime)
        writer.text(row.outcome)
        writer.numbers([row.mean, row.p90, row.max, row.shareBest])
      },
      try write(timeline, in: folder, answer.timeline) { writer, row in
        writer.integer(answer.experiment)
        writer.text(row.regime)
        writer.text(row.series)
        writer.number(row.day)
        writer.integer(row.n)
        writer.number(row.mean)
        writer.numbers(row.quantiles.values)
      },
    ]
    if !answer.failures.isEmpty {
      files.append(
        try write(failures, in: folder, answer.failures) { writer, row in
          writer.integer(answer.experiment)
          writer.integer(row.replication)
          writer.text(row.message)
          writer.text(replay(row.replication))
        })
    }
    return files
  }

  private func write<Row>(
    _ table: Table, in folder: String, _ rows: [Row],
    _ body: (inout TableWriter, Row) -> Void
  ) throws(ResultError) -> WrittenFile {
    var writer = try TableWriter(table, in: folder)
    for row in rows {
      body(&writer, row)
      try writer.endRow()
    }
    return try writer.close()
  }
}

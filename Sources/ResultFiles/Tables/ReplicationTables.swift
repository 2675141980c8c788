import Experiments
import RegulatoryWorld

/// Writes the two tables that have a row for every replication.
struct ReplicationTables: ~Copyable {
  private let description: ResultDescription
  private let sweptSeed: Int?
  private var draws: TableWriter
  private var outcomes: TableWriter
  private var layout: RowLayout
  private var experiment = 0
  private var seed = 0

  init(_ description: ResultDescription, to targets: TableTargets) throws(ResultError) {
    let tables = description.tables
    let draws = try TableWriter(tables.draws, to: targets(tables.draws))
    outcomes = try TableWriter(tables.outcomes, to: targets(tables.outcomes))
    self.draws = draws
    self.description = description
    layout = description.layouts.first
    sweptSeed = description.design.addresses.firstIndex(of: "seed")
  }

  mutating func add(_ row: ReplicationRow) throws(ResultError) {
    if row.experiment != experiment { turn(to: row.experiment) }
    draws.integer(experiment)
    draws.integer(row.replication)
    draws.integer(row.draw)
    draws.integer(seed)
    row.parameters.withUnsafeBufferPointer { draws.numbers($0) }
    try draws.endRow()
    for index in layout.regimes.indices {
      try addOutcomes(row, index)
    }
  }

  private mutating func turn(to experiment: Int) {
    self.experiment = experiment
    layout = description.layouts[experiment]
    let values = description.design.values(of: experiment)
    seed = sweptSeed.map { Int(values[values.startIndex + $0]) } ?? Int(description.plan.seed)
  }

  private mutating func addOutcomes(
    _ row: ReplicationRow, _ regime: Int
  ) throws(ResultError) {
    outcomes.integer(experiment)
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
    return [drawsFile, try outcomes.close()].compactMap { $0 }
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

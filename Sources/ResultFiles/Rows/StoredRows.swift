import Experiments
import RegulatoryWorld

/// The rows of a finished result, experiment by experiment, read back from `draws.csv`,
/// `outcomes.csv` and `failures.csv`.
///
/// Every number comes back as it was; timelines do not, since the tables hold only their quantiles.
public struct StoredRows: ~Copyable {
  private let layouts: RowLayouts
  private let path: String
  private let experiments: Int
  private let failures: [[String]: String]
  private var draws: CSVReader
  private var outcomes: CSVReader

  /// Opens the tables of a folder, which must be those of `description`.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)``.
  public init(_ folder: String, of description: ResultDescription) throws(ResultError) {
    let tables = description.tables
    let draws = try StoredRows.open(tables.draws, in: folder)
    let outcomes = try StoredRows.open(tables.outcomes, in: folder)
    failures = try StoredRows.failures(tables.failures, in: folder)
    path = folder
    layouts = description.layouts
    experiments = description.plan.experiments
    self.draws = draws
    self.outcomes = outcomes
  }

  private static func open(_ table: Table, in folder: String) throws(ResultError) -> CSVReader {
    let path = folder + "/" + table.file
    let reader = try CSVReader(path)
    let names = table.columns.map(\.name)
    guard reader.header == names else {
      let odd = zip(reader.header, names).first { $0 != $1 }
      throw .cannotRead(
        path: path,
        reason: odd.map { "column \($0) stands where \($1) is expected" }
          ?? "it has \(reader.header.count) columns, not \(names.count)")
    }
    return reader
  }

  private static func failures(
    _ table: Table, in folder: String
  ) throws(ResultError) -> [[String]: String] {
    guard FileSystem.kind(folder + "/" + table.file) == .other else { return [:] }
    var reader = try open(table, in: folder)
    var failures: [[String]: String] = [:]
    while let fields = try reader.next() { failures[Array(fields[..<2])] = fields[2] }
    return failures
  }

  /// The next row; nil after the last.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` where the tables do not fit together.
  public mutating func next() throws(ResultError) -> ReplicationRow? {
    guard let drawn = try draws.next() else {
      if let surplus = try outcomes.next() {
        throw broken("outcomes.csv goes on with replication \(surplus[1]), draws.csv does not")
      }
      return nil
    }
    guard let experiment = Int(drawn[0]), let replication = Int(drawn[1]),
      let draw = Int(drawn[2]), (1...experiments).contains(experiment)
    else {
      throw broken("draws.csv has a replication '\(drawn[1])' of draw '\(drawn[2])'")
    }
    var parameters: [Double] = []
    for text in drawn[4...] { parameters.append(try number(text)) }
    let layout = layouts[experiment]
    var values: [Double] = []
    for regime in layout.regimes {
      guard let fields = try outcomes.next(), fields[0] == drawn[0], fields[1] == drawn[1],
        fields[2] == regime
      else { throw broken("outcomes.csv has no row of replication \(replication), \(regime)") }
      guard fields[3] == "ok" else { continue }
      for (definition, text) in zip(layout.outcomes, fields[4...]) {
        values.append(try value(text, definition))
      }
    }
    guard values.isEmpty || values.count == layout.outcomeCount else {
      throw broken("replication \(replication) failed under some regimes only")
    }
    let failure = values.isEmpty ? failures[Array(drawn[..<2])] ?? "failed" : nil
    return ReplicationRow(
      experiment: experiment, replication: replication, draw: draw, parameters: parameters,
      outcomes: values,
      failure: failure)
  }

  private func value(
    _ text: String, _ definition: OutcomeDefinition
  ) throws(ResultError) -> Double {
    switch definition.statistic {
    case .mean, .proportion, .timeToEvent: return try number(text)
    case .category:
      if let code = definition.code(of: text) { return code }
      return try number(text)
    }
  }

  private func number(_ text: String) throws(ResultError) -> Double {
    if text.isEmpty { return .nan }
    guard let value = Double(text), value.isFinite else {
      throw broken("'\(text)' stands where a number is expected")
    }
    return value
  }

  private func broken(_ reason: String) -> ResultError {
    .cannotRead(path: path, reason: reason)
  }
}

import Experiments
import JSON5

/// Makes the files of a result from its rows.
enum Results {
  /// Writes every file of a result but `runtime.json`.
  ///
  /// One pass over the rows: into their tables, and into everything that is said of them, one
  /// experiment after the other, so that memory does not grow with their number.
  ///
  /// - Parameters:
  ///   - rows: gives the next rows; nil after the last.
  ///   - told: takes each experiment's answer.
  static func write(
    _ description: ResultDescription, in folder: String,
    rows: () throws(ResultError) -> RowBlock?, told: (Answer) -> Void
  ) throws(ResultError) {
    var schedule = Schedule(description.plan, description.layouts)
    let targets: TableTargets = { table throws(ResultError) in try FileTarget(table, in: folder) }
    var replications = try ReplicationTables(description, to: targets)
    var answers = try AnswerTables(description, to: targets)
    var tabulations = Tabulations(description)
    while let block = try rows() {
      for row in block {
        schedule.add(row)
        try replications.add(row)
        if let answer = tabulations.add(row) {
          try answers.add(answer)
          told(answer)
        }
      }
    }
    guard schedule.isComplete else {
      throw .cannotRead(path: folder, reason: "only \(schedule.count) replications are still sound")
    }
    if let answer = tabulations.last() {
      try answers.add(answer)
      told(answer)
    }
    var files = try replications.close()
    files += try answers.close()
    files += try description.writeExperiments(to: targets)
    files += try description.writeDocuments(in: folder, reached: schedule.precision)
    let package = DataPackage.node(
      name: description.scenarioName, tables: description.tables.all,
      files: files.sorted { $0.name < $1.name })
    _ = try write(package, DataPackage.file, in: folder)
  }

  /// Writes a document, with a line end after it.
  static func write(
    _ node: Node, _ name: String, in folder: String
  ) throws(ResultError) -> WrittenFile {
    var file = try HashedFile(name, in: folder)
    try file.append(Array((node.json() + "\n").utf8))
    return try file.close()
  }
}

extension ResultDescription {
  /// The points of the design, as a table.
  func writeExperiments(to targets: TableTargets) throws(ResultError) -> [WrittenFile] {
    var writer = try TableWriter(tables.experiments, to: targets(tables.experiments))
    for experiment in 1...plan.experiments {
      writer.integer(experiment)
      if !design.regimes.isEmpty { writer.text(design.regime(of: experiment) ?? "") }
      writer.numbers(design.values(of: experiment))
      try writer.endRow()
    }
    return [try writer.close()].compactMap { $0 }
  }

  /// The scenario and the manifest.
  func writeDocuments(
    in folder: String, reached: [PrecisionReached]
  ) throws(ResultError) -> [WrittenFile] {
    [
      try Results.write(resolvedScenario, "scenario.resolved.json", in: folder),
      try Results.write(manifest.node(reached: reached), Manifest.file, in: folder),
    ]
  }
}

extension Manifest {
  /// The manifest, with how each experiment with a goal of precision ended.
  func node(reached: [PrecisionReached]) -> Node {
    guard !reached.isEmpty, let members = node.members else { return node }
    let experiments = reached.map { end -> Node in
      var members: [(String, Node)] = [
        ("experiment_id", .integer(end.experiment)), ("replications", .integer(end.replications)),
        ("is_reached", .bool(end.isReached)),
      ]
      if let asked = end.asked {
        members.append(("asked_by_regime", .string(asked.regime)))
        members.append(("asked_by_outcome", .string(asked.outcome)))
      }
      return .object(members)
    }
    return Node(.object(members + [Member("precision", node: .array(experiments))]))
  }
}

extension Tables {
  /// Every table there may be.
  var all: [Table] {
    [experiments, draws, outcomes, summary, contrasts, regret, variance, timeline, failures]
  }
}

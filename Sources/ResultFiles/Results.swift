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
    var replications = try ReplicationTables(description, in: folder)
    var answers = try AnswerTables(description, in: folder)
    var tabulation: (experiment: Int, gathered: Tabulation)?
    while let block = try rows() {
      for row in block {
        if let done = tabulation, done.experiment != row.experiment {
          try finish(done.gathered, &answers, told)
          tabulation = nil
        }
        schedule.add(row)
        try replications.add(row)
        if tabulation == nil { tabulation = (row.experiment, description.tabulation(of: row)) }
        tabulation?.gathered.add(row)
      }
    }
    guard schedule.isComplete else {
      throw .cannotRead(path: folder, reason: "only \(schedule.count) replications are still sound")
    }
    if let done = tabulation { try finish(done.gathered, &answers, told) }
    var files = try replications.close()
    files += try answers.close()
    files.append(try description.writeExperiments(in: folder))
    files += try description.writeDocuments(in: folder, reached: schedule.precision)
    let package = DataPackage.node(
      name: description.scenarioName, tables: description.tables.all,
      files: files.sorted { $0.name < $1.name })
    _ = try write(package, DataPackage.file, in: folder)
  }

  private static func finish(
    _ tabulation: consuming Tabulation, _ answers: inout AnswerTables, _ told: (Answer) -> Void
  ) throws(ResultError) {
    let answer = tabulation.answer()
    try answers.add(answer)
    told(answer)
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
  /// An empty tabulation for the experiment of a row.
  public func tabulation(of row: ReplicationRow) -> Tabulation {
    Tabulation(layouts[row.experiment], experiment: row.experiment, perDraw: plan.perDraw)
  }

  /// The points of the design, as a table.
  func writeExperiments(in folder: String) throws(ResultError) -> WrittenFile {
    var writer = try TableWriter(tables.experiments, in: folder)
    for experiment in 1...plan.experiments {
      writer.integer(experiment)
      if !design.regimes.isEmpty { writer.text(design.regime(of: experiment) ?? "") }
      writer.numbers(design.values(of: experiment))
      try writer.endRow()
    }
    return try writer.close()
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

import Experiments
import JSON5

/// Makes the files of a result from its journal.
enum Results {
  /// Writes every file of a result but `runtime.json`.
  static func write(
    _ description: ResultDescription, journal: String, in folder: String,
    replay: (Int) -> String
  ) throws(ResultError) -> Answer {
    let tables = description.tables
    var (files, tabulation) = try writeRows(description, journal: journal, in: folder)
    let answer = tabulation.answer()
    files += try tables.write(answer, in: folder, replay: replay)
    files.append(try write(description.resolvedScenario, "scenario.resolved.json", in: folder))
    files.append(try write(description.manifest.node, Manifest.file, in: folder))
    let package = DataPackage.node(
      name: description.scenarioName, tables: tables.all,
      files: files.sorted { $0.name < $1.name })
    _ = try write(package, DataPackage.file, in: folder)
    return answer
  }

  /// One pass over the rows: into their tables, and into everything that is said of them.
  private static func writeRows(
    _ description: ResultDescription, journal: String, in folder: String
  ) throws(ResultError) -> ([WrittenFile], Tabulation) {
    let plan = description.plan
    var tabulation = Tabulation(
      description.layout, experiment: plan.experiment, perDraw: plan.perDraw)
    var writer = try ReplicationTables(description.tables, description.layout, plan, in: folder)
    var reader = try JournalReader(journal, description)
    var count = 0
    while let rows = try reader.next() {
      for row in rows {
        try writer.add(row)
        tabulation.add(row)
      }
      count += rows.count
    }
    guard count == plan.replications.count else {
      throw .cannotRead(path: journal, reason: "only \(count) replications are still sound")
    }
    return (try writer.close(), tabulation)
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

extension Tables {
  /// Every table there may be.
  var all: [Table] {
    [experiments, draws, outcomes, summary, contrasts, regret, timeline, failures]
  }
}

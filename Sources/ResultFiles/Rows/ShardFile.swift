import Experiments
import JSON5

/// The rows of a finished shard: a journal with one row to a record, so that its bytes too depend
/// on the inputs alone.
enum ShardFile {
  static let name = "rows.bin"

  /// Writes every file of a shard's folder but `runtime.json`.
  ///
  /// - Parameter rows: gives the next rows; nil after the last.
  static func write(
    _ description: ResultDescription, in folder: String,
    rows: () throws(ResultError) -> RowBlock?
  ) throws(ResultError) {
    var schedule = Schedule(description.plan, description.layouts)
    var file = try HashedFile(name, in: folder)
    try file.append(Journal.header(description.manifest.identity))
    var record: [UInt8] = []
    while let block = try rows() {
      for row in block {
        schedule.add(row)
        Journal.record(CollectionOfOne(row), in: &record)
        try file.append(record)
      }
    }
    guard schedule.isComplete else {
      throw .cannotRead(path: folder, reason: "only \(schedule.count) replications are still sound")
    }
    let targets: TableTargets = { table throws(ResultError) in try FileTarget(table, in: folder) }
    var files = [try file.close()] + (try description.writeExperiments(to: targets))
    files += try description.writeDocuments(in: folder, reached: [])
    let package = DataPackage.node(
      name: description.scenarioName, tables: [description.tables.experiments],
      files: files.sorted { $0.name < $1.name })
    _ = try Results.write(package, DataPackage.file, in: folder)
  }
}

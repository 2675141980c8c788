import Experiments
import JSON5
import Scenarios

/// The folder of a back-test.
public struct BackTestFolder {
  private let path: String
  private let manifest: Manifest
  private let options: FolderOptions

  /// A folder for the result of a test.
  ///
  /// - Parameters:
  ///   - path: where it goes.
  ///   - test: the test.
  ///   - version: the version that makes it.
  ///   - files: the files that were read.
  ///   - command: the command that makes the same again.
  ///   - options: what may be replaced.
  public init(
    _ path: String, _ test: BackTest, version: ProgramVersion, files: [Manifest.InputFile],
    command: String, options: FolderOptions
  ) {
    self.path = ResultFolder.plain(path)
    self.options = options
    manifest = Manifest(
      inputs: [
        ("version", .string(version.program)),
        ("results_epoch", .integer(version.resultsEpoch)),
        (
          "files",
          .array(
            files.map {
              .object([("path", .string($0.path)), ("sha256", .string($0.sha256))])
            })
        ),
        ("seed", .integer(Int(test.seed))),
        ("replications", .integer(test.replications)),
        ("prior_ratio", .number(test.priorRatio)),
      ], request: RequestWords(command: command, replay: command))
  }

  /// Whether there is anything to write; the result of the same inputs may be there.
  ///
  /// - Throws: ``ResultError/occupied(_:)`` where something else is in the way.
  public func isToBeWritten() throws(ResultError) -> Bool {
    let decision = FolderDecision.decide(
      at: path,
      finished: try Occupant(at: path, for: manifest, isChecked: !options.force),
      part: try Occupant(at: path + ".part", for: manifest, isChecked: false),
      // What a broken off test has left holds nothing that could be lost.
      options: FolderOptions(force: options.force, resume: true))
    switch decision {
    case .start, .resume: return true
    case .nothingToDo: return false
    case .refuse(let refusal): throw .occupied(refusal)
    }
  }

  /// Writes the tables, and puts the folder in its place.
  public func write(
    _ result: BackTestResult, _ cases: [HistoricalCase], _ runtime: RuntimeRecord
  ) throws(ResultError) {
    let part = path + ".part"
    try FileSystem.remove(part)
    try FileSystem.makeFolder(part)
    _ = try Results.write(manifest.node, Manifest.file, in: part)
    try FinishedFolder(path, manifest, options).make({ runtime.node(reused: 0) }) {
      folder throws(ResultError) in
      let files = [
        try BackTestFolder.writeScores(
          result, to: FileTarget(BackTestTables.scores, in: folder)),
        try BackTestFolder.writeRoutes(result, in: folder),
        try BackTestFolder.writeFits(result, cases, in: folder),
        try Results.write(manifest.node, Manifest.file, in: folder),
      ].compactMap { $0 }
      let package = DataPackage.node(
        name: "backtest", tables: BackTestTables.all, files: files.sorted { $0.name < $1.name })
      _ = try Results.write(package, DataPackage.file, in: folder)
    }
    try FileSystem.remove(part)
  }

  /// The bytes of `backtest.csv` as a text.
  public static func csv(_ result: BackTestResult) -> String {
    let target = MemoryTarget()
    do throws(ResultError) {
      _ = try writeScores(result, to: target)
    } catch {
      preconditionFailure("memory takes everything: \(error)")
    }
    return String(decoding: target.bytes, as: UTF8.self)
  }

  private static func writeScores(
    _ result: BackTestResult, to target: any TableTarget
  ) throws(ResultError) -> WrittenFile? {
    var writer = try TableWriter(BackTestTables.scores, to: target)
    for row in result.rows {
      writer.text(row.caseID)
      writer.text(row.target.rawValue)
      writer.text(row.predictor.rawValue)
      writer.number(row.observed?.days ?? .nan)
      writer.number(row.observed.map { $0.isCensored ? 1 : 0 } ?? .nan)
      for (point, day) in zip(BackTestRow.points, row.quantiles) where point != 0.1 && point != 0.9
      {
        writer.number(day)
      }
      writer.number(row.neverProbability)
      writer.number(row.crps ?? .nan)
      writer.number(row.logScore ?? .nan)
      try writer.endRow()
    }
    return try writer.close()
  }

  private static func writeRoutes(
    _ result: BackTestResult, in folder: String
  ) throws(ResultError) -> WrittenFile? {
    let table = BackTestTables.routes
    let words = HistoricalCase.Route.allCases.map(\.rawValue) + ["none"]
    var writer = try TableWriter(table, to: FileTarget(table, in: folder))
    for row in result.routes {
      writer.text(row.caseID)
      writer.text(row.predictor.rawValue)
      writer.numbers(row.probabilities)
      writer.text(row.seen.map { words[$0] } ?? "")
      writer.number(row.brier ?? .nan)
      try writer.endRow()
    }
    return try writer.close()
  }

  private static func writeFits(
    _ result: BackTestResult, _ cases: [HistoricalCase], in folder: String
  ) throws(ResultError) -> WrittenFile? {
    let table = BackTestTables.fits
    var writer = try TableWriter(table, to: FileTarget(table, in: folder))
    for (name, fit) in zip(cases.map(\.id) + ["all"], result.fits) {
      for setting in fit.settings + [fit.singleRouteSetting].compactMap({ $0 }) {
        let route = HistoricalCase.Route.allCases.first {
          setting.path.hasPrefix("relief.\($0.rawValue)_")
            || $0 == .negotiated && setting.path == "relief.never_probability"
        }.flatMap { fit.routes[$0] }
        writer.text(name)
        writer.text(setting.path)
        writer.text(setting.value)
        writer.number(route.map { Double($0.seen) } ?? .nan)
        writer.number(route.map { Double($0.unseen) } ?? .nan)
        try writer.endRow()
      }
    }
    return try writer.close()
  }
}

/// Keeps a table in memory.
private final class MemoryTarget: TableTarget {
  private(set) var bytes: [UInt8] = []

  func append(_ record: [UInt8]) { bytes += record }
  func close() -> WrittenFile? { nil }
  func discard() { bytes = [] }
}

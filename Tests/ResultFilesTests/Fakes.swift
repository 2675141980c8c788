import Experiments
import FoundationEssentials
import JSON5
import RegulatoryWorld
import ResultFiles

/// A small study whose rows are made of their numbers, and a folder to write it to.
enum Fake {
  static let layout = RowLayout(
    regimes: ["none", "output"],
    outcomes: [
      OutcomeDefinition(
        id: "cost_usd", unit: "USD", meaning: "what it costs", sign: .higherIsWorse,
        statistic: .mean, level: "cost_level_usd", paired: true),
      OutcomeDefinition(
        id: "cost_level_usd", unit: "USD", meaning: "the level, \"so\", it is", sign: .neutral,
        statistic: .mean, level: nil, paired: false),
      OutcomeDefinition(
        id: "net_harm", unit: "1", meaning: "whether harm", sign: .higherIsWorse,
        statistic: .proportion, level: nil, paired: true),
      OutcomeDefinition(
        id: "days_to_relief", unit: "days", meaning: "days until", sign: .higherIsWorse,
        statistic: .timeToEvent, level: nil, paired: false),
      OutcomeDefinition(
        id: "relief_route", unit: "", meaning: "which way", sign: .neutral,
        statistic: .category, level: nil, paired: false, words: Words.routes),
    ],
    parameters: [
      DrawnParameter(
        address: "labs.acme-x.staff_share", unit: "share", meaning: "staff", evidence: "assumed",
        source: "nowhere")
    ],
    series: [TimelineSeries(id: "open", unit: "1", meaning: "open cases")], days: [0, 7],
    horizon: 100)

  static func plan(_ count: Int, blockSize: Int = 4, jobs: Int = 1) -> RunPlan {
    RunPlan(
      seed: 7, replications: count, perDraw: 2, jobs: jobs, timelineReplications: 5,
      blockSize: blockSize)
  }

  static func row(_ k: Int, fails: Bool) -> ReplicationRow {
    let draw = (k - 1) / 2 + 1
    let x = Double(k * k % 17) / 7
    if fails && k % 5 == 0 {
      return ReplicationRow(
        replication: k, draw: draw, parameters: [x / 3], outcomes: [],
        failure: "broke, \"here\"\nand there")
    }
    return ReplicationRow(
      replication: k, draw: draw, parameters: [x / 3],
      outcomes: [
        0, 10 + x, 0, .nan, .nan,
        (0 - x) * 1e-7, 10 + x * (1 + 1e-7), Double(k % 2), k % 3 == 0 ? .nan : 10 * x,
        k % 4 == 0 ? .nan : Double(k % 2),
      ],
      timeline: k <= 5 ? [x, x + 1, x + 2, x / 3] : [])
  }

  static func source(fails: Bool = false) -> RowSource {
    RowSource(layouts: RowLayouts(layout)) { { $1.append(row($0.replication, fails: fails)) } }
  }

  static func description(
    _ plan: RunPlan, title: String = "A title"
  ) throws -> ResultDescription {
    try ResultDescription(
      version: ProgramVersion(program: "1.0.0", resultsEpoch: 3), scenarioName: "June 2026",
      resolvedScenario: .object([("name", .string("June 2026")), ("title", .string(title))]),
      files: [Manifest.InputFile(path: "june.json5", bytes: [1, 2, 3])],
      layouts: RowLayouts(layout), plan: plan,
      request: RequestWords(
        command: "embargo run june.json5 --seed 7", replay: "embargo run june.json5"))
  }

  static let runtime = RuntimeRecord(
    wallSeconds: 1.5, jobs: 2, machine: "a machine", command: "embargo run june.json5 --jobs 2")

  /// A folder opened for a run that is to begin or go on.
  static func open(
    _ path: String, _ description: ResultDescription, _ options: FolderOptions = .init()
  ) throws -> ResultFolder {
    let folder = try ResultFolder.open(at: path, for: description, options: options)
    guard let folder else { throw NothingToDo() }
    return folder
  }

  struct NothingToDo: Error {}

  /// Runs a plan into a folder from the beginning or where a journal ends.
  @discardableResult
  static func run(
    _ path: String, _ plan: RunPlan, fails: Bool = false, options: FolderOptions = .init()
  ) throws -> (answer: Answer, reused: Int)? {
    guard var folder = try ResultFolder.open(at: path, for: description(plan), options: options)
    else { return nil }
    let reused = folder.reused
    var schedule = folder.schedule
    let end = try Runner.run(source(fails: fails), plan, &schedule) { try folder.append($0) }
    precondition(end == .complete)
    var answer: Answer?
    try folder.finish(runtime) { answer = $0 }
    return answer.map { ($0, reused) }
  }

  /// Every file of a folder but `runtime.json`, by name.
  static func files(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where name != RuntimeRecord.file {
      files[name] = try Data(contentsOf: URL(filePath: path + "/" + name))
    }
    return files
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}

/// An empty folder for a test, removed with all that is in it at the end.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/embargo-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }
}

/// The words of category codes, whichever they are.
enum CategoryWord {
  static let one = Words.routes[1]
}

/// The words of the one category here.
enum Words {
  static let routes = ["fixed", "collateral", "roster"]
}

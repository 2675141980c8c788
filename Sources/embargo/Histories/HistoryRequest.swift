import Arguments
import Experiments
import RegulatoryWorld
import Scenarios

/// One future of a scenario, as `trace` and `diff` ask for it.
struct HistoryRequest {
  static let replication = Option.value(
    "replication", "N", "number of the future", .integer(1...10_000_000), defaultText: "1")

  let scenario: Scenario
  let replication: Int
  let draw: Int
  /// What the command line changed in the scenario, as `ADDRESS = VALUE`.
  let changes: [String]
  private let study: Study

  /// Reads the scenario.
  ///
  /// - Throws: a failure with every problem of the scenario, or of the choice of regimes.
  init(_ line: ParsedCommand, regimes: [String]) throws(Failure) {
    let own = line.integer("seed").map { [(path: "seed", value: "\($0)")] } ?? []
    let given = SettingOption.settings(line)
    scenario = try HistoryRequest.load(line.arguments[0], given + own, regimes)
    replication = line.integer("replication") ?? 1
    let plan = RunPlan(
      seed: scenario.seed, replications: replication,
      perDraw: line.integer("per-draw") ?? 1)
    draw = plan.draw(of: replication)
    changes = given.filter { $0.path != "seed" }.map { "\($0.path) = \($0.value)" }
    study = Study(scenario)
    let worlds = study.regimes
    if let missing = regimes.first(where: { !worlds.contains($0) }) {
      throw Failure(
        .usage,
        "embargo: '\(missing)' is no world of this scenario, whose regulator.mode is"
          + " \(scenario.regulator.mode.rawValue): ask for \(Prose.list(worlds, "or"))")
    }
  }

  /// The future under some regimes, each as asked for; `none` is one of them.
  func lived(under regimes: [String]) -> [LivedHistory] {
    var replicator = Replicator(study)
    let values = study.draw(draw, seed: scenario.seed)
    return regimes.map { id in
      guard let number = study.regimes.firstIndex(of: id) else {
        preconditionFailure("\(id) was read with the scenario")
      }
      let told = replicator.history(
        regime: number, replication: replication, draw: values, seed: scenario.seed)
      return LivedHistory(
        history: told.history, definitions: study.outcomes, outcomes: told.outcomes)
    }
  }

  /// Where the regulator chooses among the scenario's regimes, that world is called `chosen`.
  private static let chosen = "chosen"

  /// A regime that is not known is a fault of the command line, not of the scenario.
  private static func load(
    _ path: String, _ settings: [(path: String, value: String)], _ regimes: [String]
  ) throws(Failure) -> Scenario {
    do throws(ProblemReport) {
      return try Scenario.load(
        path: path, settings: settings, regimes: regimes.contains(chosen) ? nil : regimes)
    } catch {
      _ = try LoadedScenario.load(path, settings: settings)
      let problems = error.problems.map { problem in
        let words = problem.message.replacing("unknown preset", with: "unknown regime")
        let remedy = problem.remedy?.replacing(", or spell every field out", with: "")
        return "embargo: \(words)" + (remedy.map { "\n   \($0)" } ?? "")
      }
      throw Failure(
        .usage, (problems + ["'embargo list regimes' names them"]).joined(separator: "\n"))
    }
  }
}

/// A history with what came of it.
struct LivedHistory {
  let history: History
  /// The columns of a row.
  let definitions: [OutcomeDefinition]
  /// A row, in their order.
  let outcomes: [Double]

  subscript(outcome: String) -> Double {
    definitions.firstIndex { $0.id == outcome }.map { outcomes[$0] } ?? .nan
  }
}

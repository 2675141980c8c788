import Experiments
import JSON5
import RegulatoryWorld
import ResultFiles
import Scenarios

/// A run whose inputs were read and found right.
struct PreparedRun {
  let request: RunRequest
  let plan: RunPlan
  let source: RowSource
  let description: ResultDescription
  /// The folder of the result.
  let path: String
  /// The command that gives the same result, rebuilt from the inputs.
  let command: String
  private let study: Study
  private let inputs: CanonicalCommand

  /// Reads the scenario.
  ///
  /// - Throws: a failure with every problem of the scenario.
  init(_ request: RunRequest) throws(Failure) {
    let scenario = try LoadedScenario.load(
      request.scenario, settings: request.settings, regimes: request.regimes)
    self.request = request
    path = request.out ?? "Results/" + scenario.name
    study = Study(scenario)
    plan = RunPlan(
      seed: scenario.seed, replications: 1...scenario.replications, perDraw: request.perDraw,
      jobs: request.jobs)
    source = RowSource(study, plan)
    let files = InputNames.portable(scenario.source.files)
    inputs = CanonicalCommand(
      scenario: files.first ?? "", regimes: Array(study.regimes.dropFirst()), seed: plan.seed,
      perDraw: request.perDraw, settings: request.settings)
    command = inputs.line(replications: scenario.replications)
    do throws(ResultError) {
      description = try ResultDescription(
        version: Version.program, resultsEpoch: Version.resultsEpoch,
        scenarioName: scenario.name, resolvedScenario: ResolvedScenario.node(scenario),
        files: zip(files, scenario.source.texts).map {
          Manifest.InputFile(path: $0, bytes: Array($1.utf8))
        },
        layout: source.layout, plan: plan, command: command)
    } catch {
      throw Failure(error)
    }
  }

  /// The command that ends in a replication, for those that failed.
  ///
  /// Rows do not depend on how many there are, so a run up to it shows it again.
  func replay(_ replication: Int) -> String {
    inputs.line(replications: replication)
  }

  /// An answer with what it is the answer to.
  func findings(_ answer: Answer) -> Findings {
    let scenario = study.scenario
    return Findings(
      name: scenario.name, title: scenario.title, startDate: "\(scenario.startDate)",
      horizonDays: scenario.horizonDays, seed: plan.seed,
      regimes: Array(study.regimes.dropFirst()), answer: answer, folder: path,
      changes: request.settings.filter { $0.path != "seed" && $0.path != "replications" }
        .map { "\($0.path) = \($0.value)" })
  }

  /// What to say when a run ends early: where the finished rows are, and how to go on.
  func keptNotice(_ kept: Int) -> String {
    let resume = request.folderOptions.resume ? "" : " --resume"
    let share = "\(Figures.grouped(kept)) of \(Figures.grouped(plan.replications.count))"
    return """
      \(share) replications are finished and kept in \(path).part; to go on:
        \(request.asTyped)\(resume)
      """
  }
}

/// The command line of a result, rebuilt from its inputs alone.
struct CanonicalCommand {
  let scenario: String
  let regimes: [String]
  let seed: UInt64
  let perDraw: Int
  let settings: [(path: String, value: String)]

  func line(replications: Int) -> String {
    var words = ["embargo", "run", scenario]
    words += ["--regimes", regimes.isEmpty ? "none" : regimes.joined(separator: ",")]
    words += ["--replications", "\(replications)", "--seed", "\(seed)"]
    if perDraw > 1 { words += ["--per-draw", "\(perDraw)"] }
    for setting in settings where setting.path != "seed" && setting.path != "replications" {
      words += ["--set", "\(setting.path)=\(setting.value)"]
    }
    return ShellText.line(words)
  }
}

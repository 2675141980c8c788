import Experiments
import JSON5
import RegulatoryWorld
import ResultFiles
import Scenarios

/// A run or sweep whose inputs were read and found right.
struct PreparedRun {
  let request: RunRequest
  let plan: RunPlan
  let sweep: Sweep
  let description: ResultDescription
  /// The points of a sweep, with where they came from; nil for a run.
  let swept: SweptDesign?
  /// The folder of the result.
  let path: String

  /// Reads the scenario, and the points of a sweep.
  ///
  /// - Parameter points: what makes the points; nil for a run.
  /// - Throws: a failure with every problem of the scenario or of the points.
  init(_ request: RunRequest, points: DesignRequest? = nil) throws(Failure) {
    let scenario = try LoadedScenario.load(
      request.scenario, settings: request.settings, regimes: request.regimes)
    let chosen = try points?.design(of: scenario)
    let base = try PreparedRun.base(scenario, request, chosen?.design ?? .single)
    self.request = request
    swept = chosen
    sweep = Sweep(base, chosen?.design ?? .single)
    plan = RunPlan(
      experiments: sweep.design.count, seed: base.seed,
      replications: request.precision == nil
        ? base.replications : request.replications ?? PrecisionOption.most,
      perDraw: request.perDraw, precision: request.precision, shard: request.shard,
      jobs: request.jobs, timelineReplications: request.hasTimeline ? 200 : 0)
    path = request.out ?? PreparedRun.folder(base.name, request)
    let names = InputNames.portable(base.source.files)
    let inputs = CanonicalCommand(
      name: request.command, scenario: names.first ?? "",
      regimes: Array(sweep.layouts.first.regimes.dropFirst()), plan: plan,
      most: request.replications, settings: request.settings,
      designWords: chosen?.canonicalWords ?? [], design: sweep.design,
      hasTimeline: request.hasTimeline)
    let files = zip(names, base.source.texts).map {
      Manifest.InputFile(path: $0, bytes: Array($1.utf8))
    }
    do throws(ResultError) {
      description = try ResultDescription(
        version: Version.ofResults, scenarioName: base.name,
        resolvedScenario: ResolvedScenario.node(base), files: files + (chosen?.inputs ?? []),
        layouts: sweep.layouts, design: sweep.design, swept: sweep.swept, plan: plan,
        request: inputs.words)
    } catch {
      throw Failure(error)
    }
  }

  /// The scenario with every regime that some experiment compares.
  private static func base(
    _ scenario: Scenario, _ request: RunRequest, _ design: Design
  ) throws(Failure) -> Scenario {
    let named = Set(design.regimes.filter { !$0.isEmpty })
    guard !design.regimes.isEmpty else { return scenario }
    if request.regimes != nil {
      throw Failure(
        .usage,
        "embargo \(request.command): --regimes and the design's column 'regime' both say what is"
          + " compared: leave one out")
    }
    if scenario.regulator.mode == .chooses {
      throw Failure(
        .badInput,
        "embargo \(request.command): the design has a column 'regime', but in this scenario the"
          + " regulator chooses among regimes\n   leave the column out, or"
          + " --set regulator.mode=imposed")
    }
    let own = scenario.regimes.map(\.id)
    guard !named.subtracting(own + ["none"]).isEmpty else { return scenario }
    return try LoadedScenario.load(
      request.scenario, settings: request.settings,
      regimes: Set(own).union(named).subtracting(["none"]).sorted())
  }

  /// The folder of a request that names none.
  private static func folder(_ name: String, _ request: RunRequest) -> String {
    let stem = "Results/" + name + (request.command == RunCommand.name ? "" : "-" + request.command)
    guard let shard = request.shard else { return stem }
    return "\(stem).shards/\(shard.index)-of-\(shard.count)"
  }

  /// Where the rows come from.
  var source: RowSource { RowSource(sweep, plan) }

  /// How many replications there will be at the most.
  var total: Int { plan.rows.count }

  /// What to say when a run ends early: where the finished rows are, and how to go on.
  func keptNotice(_ kept: Int) -> String {
    let resume = request.folderOptions.resume ? "" : " --resume"
    let share =
      plan.precision == nil
      ? "\(Figures.grouped(kept)) of \(Figures.grouped(total))" : Figures.grouped(kept)
    return """
      \(share) replications are finished and kept in \(path).part; to go on:
        \(request.asTyped)\(resume)
      """
  }
}

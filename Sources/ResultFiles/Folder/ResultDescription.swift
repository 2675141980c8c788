import Experiments
import JSON5

/// What a result is of: its manifest, the layouts of its rows, its plan and its scenario.
public struct ResultDescription: Sendable {
  /// What the bytes depend on.
  public let manifest: Manifest
  /// What the rows of each experiment hold.
  public let layouts: RowLayouts
  /// Which rows there are.
  public let plan: RunPlan
  /// The points of a sweep.
  public let design: Design
  /// The scenario's name.
  public let scenarioName: String
  /// What was run, after `extends`, defaults and settings; a sweep's before its points.
  public let resolvedScenario: Node
  let tables: Tables
  private let request: RequestWords
  private let swept: [DrawnParameter]

  /// A description; the manifest is made of the same parts.
  ///
  /// - Parameters:
  ///   - version: the version that makes the result.
  ///   - scenarioName: the name of the scenario that was run.
  ///   - resolvedScenario: what was run, after `extends`, defaults and settings.
  ///   - files: the files that were read.
  ///   - layouts: what the rows hold.
  ///   - design: the points of a sweep; `Design.single` for a run.
  ///   - swept: what is known of the design's addresses.
  ///   - plan: which rows are made, and from which seed.
  ///   - request: the command, and how to run a row again.
  /// - Throws: ``ResultError/columnsCollide(column:addresses:)``.
  public init(
    version: ProgramVersion, scenarioName: String, resolvedScenario: Node,
    files: [Manifest.InputFile], layouts: RowLayouts, design: Design = .single,
    swept: [DrawnParameter] = [], plan: RunPlan, request: RequestWords
  ) throws(ResultError) {
    precondition(design.count == plan.experiments, "a plan has an experiment for each point")
    tables = try Tables(layouts.first, design, swept)
    manifest = Manifest(
      version: version, scenarioName: scenarioName, resolvedScenario: resolvedScenario,
      files: files, regimes: layouts.first.regimes, design: design, plan: plan, request: request)
    self.layouts = layouts
    self.plan = plan
    self.design = design
    self.scenarioName = scenarioName
    self.resolvedScenario = resolvedScenario
    self.request = request
    self.swept = swept
  }

  /// The command that runs a replication again.
  ///
  /// Rows do not depend on how many there are, so a run up to it shows it.
  public func replay(_ key: RowKey) -> String {
    replay(experiment: key.experiment) + "\(key.replication)"
  }

  /// The same for some replication of an experiment, whose number is still to follow.
  public func replay(experiment: Int) -> String {
    var line = request.replay
    if let regime = design.regime(of: experiment) { line += " --regimes \(regime)" }
    for (address, value) in zip(design.addresses, design.values(of: experiment)) {
      var bytes: [UInt8] = []
      CSVText.append(value, to: &bytes)
      line += " --set \(address)=\(String(decoding: bytes, as: UTF8.self))"
    }
    return line + " --replications "
  }

  /// The same result, of which other shards hold other rows, without any of them left out.
  func whole() throws(ResultError) -> ResultDescription {
    try ResultDescription(
      version: manifest.version, scenarioName: scenarioName, resolvedScenario: resolvedScenario,
      files: manifest.files, layouts: layouts, design: design, swept: swept, plan: plan.part(nil),
      request: request)
  }
}

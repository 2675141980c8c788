import Scenarios

/// The relief of orders, predicted for dated cases and held against what came of them.
///
/// Each case is lived through many times in the stand-in scenario under its own circumstances, with
/// routes of relief fitted to the other cases; the baselines are fitted to the other cases too. So
/// nothing that came of a case enters what is predicted for it.
public struct BackTest: Sendable {
  /// The stand-in scenario, before the circumstances of a case.
  public let source: ScenarioSource
  /// The cases.
  public let cases: [HistoricalCase]
  /// Histories simulated for each case.
  public let replications: Int
  /// Seed of all random numbers.
  public let seed: UInt64
  /// Length of each history, and the last day that is scored.
  public let horizonDays: Double
  /// A factor for the median days of every route that are believed before any case.
  public let priorRatio: Double
  /// What was fitted without each case, and last with all.
  public let fits: [FittedRelief]
  /// The scenarios in which the cases are lived through.
  private let scenarios: [Scenario]

  /// Prepares a test.
  ///
  /// - Parameters:
  ///   - source: the stand-in scenario; see ``CaseScenario``.
  ///   - cases: the cases.
  ///   - replications: histories for each case; nil for the scenario's own number.
  ///   - seed: seed of all random numbers; nil for the scenario's.
  ///   - priorRatio: a factor for the median days of every route that are believed before any case.
  /// - Throws: `ProblemReport` where the scenario, or what a case makes of it, is wrong.
  public init(
    source: ScenarioSource, cases: [HistoricalCase], replications: Int? = nil,
    seed: UInt64? = nil, priorRatio: Double = 1
  ) throws(ProblemReport) {
    let scenario = try Scenario(source)
    try BackTest.check(scenario)
    self.source = source
    self.cases = cases
    self.replications = replications ?? scenario.replications
    self.seed = seed ?? scenario.seed
    horizonDays = scenario.horizonDays
    self.priorRatio = priorRatio
    let fit = ReliefFit(scenario, priorRatio: priorRatio)
    fits =
      cases.indices.map { left in
        fit.posterior(cases.indices.filter { $0 != left }.map { cases[$0] })
      } + [fit.posterior(cases)]
    var scenarios: [Scenario] = []
    for (each, fitted) in zip(cases, fits) {
      let known = CaseScenario.settings(
        each.circumstances, horizonDays: scenario.horizonDays)
      scenarios.append(try Scenario(source.with(settings: fitted.settings + known)))
    }
    self.scenarios = scenarios
  }

  /// A stand-in has what the circumstances of a case are laid upon.
  private static func check(_ scenario: Scenario) throws(ProblemReport) {
    let hasSupplier = scenario.labs.contains { $0.id == "supplier" }
    if scenario.regimes.map(\.id) == ["case"], hasSupplier { return }
    throw ProblemReport(
      problems: [
        Problem(
          position: nil, address: "",
          message: "'\(scenario.name)' is no stand-in for cases: it needs one regime, 'case', and a"
            + " lab 'supplier'",
          remedy: "extend Scenarios/history/stand-in.json5")
      ], files: scenario.source.files)
  }

  /// What all cases teach about relief.
  public var fitted: FittedRelief { fits[cases.count] }

  /// Predicts and scores every case.
  ///
  /// - Parameters:
  ///   - jobs: threads; the result does not depend on them.
  ///   - cancellation: what stops early; the result is then nil.
  ///   - progress: told how many cases are done, from any thread.
  public func run(
    jobs: Int, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> BackTestResult? {
    let histories = CaseHistories(scenarios, replications: replications, seed: seed)
    guard
      let simulated = try histories.simulate(
        jobs: jobs, cancellation: cancellation, progress: progress)
    else { return nil }
    return BackTestResult(self, simulated)
  }
}

import ExportControls
import Scenarios

/// A scenario made ready to be lived through: names turned into indices, once for all threads.
public struct Study: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Worlds of each replication: `none` first, then the regimes by id, or `chosen` alone where the
  /// regulator chooses among them.
  public let regimes: [String]
  /// Length of every history, in days.
  public let horizon: Double
  /// Days on which the timeline is sampled.
  public let timelineDays: [Double]
  let index: Index
  let classes: [RecipientClass]
  /// Where agents can sit, by mix: segments, then groups of defenders.
  let homes: [Homes]

  /// Prepares a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    regimes = ["none"] + (Study.isChosen(scenario) ? ["chosen"] : scenario.regimes.map(\.id))
    horizon = scenario.horizonDays
    timelineDays = Study.timelineDays(
      horizon: scenario.horizonDays, every: Double(scenario.timelineEveryDays))
    index = Index(
      labs: scenario.labs.map(\.id), models: scenario.models.map(\.id),
      clouds: scenario.clouds.map(\.id))
    classes = RecipientClass.all(in: scenario)
    let classIndex = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    homes =
      scenario.customers.map { Homes($0.countries, $0.foreignNationalities, classIndex) }
      + scenario.defenders.map { Homes($0.countries, $0.foreignNationalities, classIndex) }
  }

  /// The days from 0 to the horizon on which a timeline is sampled.
  public static func timelineDays(horizon: Double, every days: Double) -> [Double] {
    Array(stride(from: 0, through: horizon, by: days))
  }

  /// Whether the regulator chooses among the scenario's regimes.
  static func isChosen(_ scenario: Scenario) -> Bool { scenario.regulator.mode == .chooses }

  /// The columns of `outcomes.csv`, with the words of this scenario.
  public var outcomes: [OutcomeDefinition] {
    Outcomes.registry.map { outcome in
      guard outcome.id == "regime_chosen" else { return outcome }
      return outcome.with(words: scenario.regimes.map(\.id))
    }
  }

  /// The series of the timeline table.
  public var timelineSeries: [TimelineSeries] { TimelineSeries.registry }

  /// The parameter values of one draw.
  public func draw(_ number: Int, seed: UInt64) -> Draw { scenario.draw(number, seed: seed) }
}

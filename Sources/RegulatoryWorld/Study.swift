import ExportControls
import Scenarios

/// A scenario made ready to be lived through: names turned into indices, once for all threads.
public struct Study: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Worlds of each replication: `none` first, then the regimes by id.
  public let regimes: [String]
  /// Length of every history, in days.
  public let horizon: Double
  /// Days on which the timeline is sampled.
  public let timelineDays: [Double]
  let index: Index
  let classes: [RecipientClass]
  let classIndex: [RecipientClass: Int]

  /// Prepares a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    regimes = ["none"] + scenario.regimes.map(\.id)
    horizon = scenario.horizonDays
    timelineDays = stride(
      from: 0, through: scenario.horizonDays, by: Double(scenario.timelineEveryDays)
    ).map { $0 }
    index = Index(
      labs: scenario.labs.map(\.id), models: scenario.models.map(\.id),
      clouds: scenario.clouds.map(\.id))
    classes = RecipientClass.all(in: scenario)
    classIndex = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
  }

  /// The series of the timeline table.
  public var timelineSeries: [TimelineSeries] { TimelineSeries.registry }

  /// The parameter values of one draw.
  public func draw(_ number: Int, seed: UInt64) -> Draw { scenario.draw(number, seed: seed) }
}

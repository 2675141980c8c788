import RegulatoryWorld

/// What the numbers of a row stand for: regimes, outcomes, drawn parameters, timeline.
public struct RowLayout: Sendable {
  /// Ids of the regimes, `none` first.
  public let regimes: [String]
  /// Definitions of the outcomes, in the order of the columns.
  public let outcomes: [OutcomeDefinition]
  /// The uncertain parameters, in the order of the columns.
  public let parameters: [DrawnParameter]
  /// The series a timeline follows.
  public let series: [TimelineSeries]
  /// The days at which a timeline is read.
  public let days: [Double]
  /// The horizon T in days, to which times that never came are restricted.
  public let horizon: Double

  /// A layout; `none` must come first, since every difference is taken to it.
  public init(
    regimes: [String], outcomes: [OutcomeDefinition], parameters: [DrawnParameter] = [],
    series: [TimelineSeries] = [], days: [Double] = [], horizon: Double
  ) {
    precondition(regimes.first == "none", "`none` is always simulated, first")
    self.regimes = regimes
    self.outcomes = outcomes
    self.parameters = parameters
    self.series = series
    self.days = days
    self.horizon = horizon
  }

  /// How many outcome values a row holds: regimes × outcomes.
  public var outcomeCount: Int { regimes.count * outcomes.count }

  /// How many values a timeline holds: regimes × series × days.
  public var timelineCount: Int { regimes.count * series.count * days.count }
}

/// The layouts of a result's rows, experiment by experiment.
///
/// All experiments have the same columns; what can differ are the regimes that are simulated, the
/// horizon and the days of the timeline.
public struct RowLayouts: Sendable {
  /// The layout of experiment 1, whose columns are those of the tables.
  public let first: RowLayout
  private let others: (@Sendable (Int) -> RowLayout)?

  /// The same layout for every experiment.
  public init(_ layout: RowLayout) {
    first = layout
    others = nil
  }

  /// A layout for each experiment, by its number.
  public init(each: @escaping @Sendable (Int) -> RowLayout) {
    first = each(1)
    others = each
  }

  /// The layout of an experiment by its number.
  public subscript(experiment: Int) -> RowLayout {
    experiment == 1 ? first : others?(experiment) ?? first
  }
}

/// A parameter that is drawn anew for every draw, and so has a column of its own.
public struct DrawnParameter: Sendable, Equatable {
  /// Dotted address in the scenario, such as `labs.anthropic.foreign_staff_share`.
  public let address: String
  /// Unit as the data dictionary writes it; empty where there is none.
  public let unit: String
  /// What the parameter is, in a sentence.
  public let meaning: String
  /// Evidence grade (seed, published, recalled, assumed); empty where nothing is said.
  public let evidence: String
  /// Where the value comes from; empty where nothing is given.
  public let source: String

  /// A drawn parameter of a layout.
  public init(
    address: String, unit: String, meaning: String, evidence: String, source: String
  ) {
    self.address = address
    self.unit = unit
    self.meaning = meaning
    self.evidence = evidence
    self.source = source
  }
}

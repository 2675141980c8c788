import RegulatoryWorld

/// A value as tallies take it.
struct Reading: BitwiseCopyable {
  /// The value itself; NaN for none.
  let value: Double
  /// What means and differences take: a time that never came counts as long as it was looked for,
  /// and not at all (NaN) where it was not.
  let counted: Double
  /// What ranks take: a time that never came is above all.
  let ranked: Double
  /// Whether there should be a value and is none.
  let isEmpty: Bool
}

/// How the values of one column are read.
struct ColumnReader: BitwiseCopyable {
  private let isTime: Bool
  private let observation: Int?
  private let horizon: Double

  /// - Parameter observation: the column that says how long a time was looked for.
  init(_ definition: OutcomeDefinition, observation: Int?, horizon: Double) {
    isTime = definition.statistic == .timeToEvent
    self.observation = observation
    self.horizon = horizon
  }

  /// Reads the value at a column in the outcomes of one regime, which begin at `start`.
  func read(_ outcomes: RowValues, _ column: Int, from start: Int) -> Reading {
    let value = outcomes[start + column]
    guard isTime else {
      return Reading(value: value, counted: value, ranked: value, isEmpty: value.isNaN)
    }
    let limit = observation.map { outcomes[start + $0] } ?? horizon
    return Reading(
      value: value, counted: value.isNaN || limit.isNaN ? limit : min(value, limit),
      ranked: value.isNaN ? .infinity : value, isEmpty: value.isNaN && !limit.isNaN)
  }
}

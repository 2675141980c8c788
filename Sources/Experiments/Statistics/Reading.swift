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

  /// The reader of a column of a layout.
  init(_ layout: RowLayout, _ column: Int) {
    let definition = layout.outcomes[column]
    isTime = definition.statistic == .timeToEvent
    // The column that says how long a time was looked for.
    observation = definition.observation.flatMap { id in
      layout.outcomes.firstIndex { $0.id == id }
    }
    horizon = layout.horizon
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

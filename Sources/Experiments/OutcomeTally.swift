import RegulatoryWorld
import Stochastics

/// One outcome under one regime, row after row.
struct OutcomeTally {
  let definition: OutcomeDefinition
  private(set) var moments = Moments()
  private var sketch = QuantileSketch()
  private var ones = 0
  private var empties = 0
  private var draws: DrawMeans?

  init(_ definition: OutcomeDefinition, perDraw: Int) {
    self.definition = definition
    draws = perDraw > 1 ? DrawMeans() : nil
  }

  /// - Parameter limit: how long a time that may not come was looked for; NaN: not at all.
  mutating func add(_ value: Double, limit: Double) {
    if value.isNaN, !(definition.statistic == .timeToEvent && limit.isNaN) { empties += 1 }
    if value == 1 { ones += 1 }
    let counted = definition.counted(value, limit: limit)
    guard !counted.isNaN else { return }
    moments.add(counted)
    draws?.add(counted)
    sketch.add(definition.ranked(value))
  }

  mutating func closeDraw() {
    draws?.closeDraw()
  }

  func summary(regime: String) -> Summary {
    let isShare = definition.statistic == .proportion
    // Counted, a share has no rounding but that of one division.
    let share = moments.count > 0 ? Double(ones) / Double(moments.count) : .nan
    return Summary(
      regime: regime, outcome: definition.id, unit: definition.unit, n: moments.count,
      empties: empties, mean: isShare ? share : moments.mean ?? .nan,
      sd: moments.standardDeviation ?? .nan,
      ci95: isShare
        ? Precision.share(share, n: moments.count, draws) : Precision.mean(moments, draws),
      quantiles: Quintet(values: sketch.known(Quintet.probabilities)),
      medianCI95: Precision.median(sketch),
      isSkewed: !isShare && Precision.isSkewed(moments), split: draws?.split)
  }
}

extension OutcomeDefinition {
  /// The value that means and differences take: a time that never came counts as long as it was
  /// looked for, and not at all where it was not.
  func counted(_ value: Double, limit: Double) -> Double {
    guard statistic == .timeToEvent else { return value }
    return value.isNaN || limit.isNaN ? limit : min(value, limit)
  }

  /// The value that ranks take: a time that never came is above all.
  func ranked(_ value: Double) -> Double {
    statistic == .timeToEvent && value.isNaN ? .infinity : value
  }
}

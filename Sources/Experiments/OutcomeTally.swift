import RegulatoryWorld
import Stochastics

/// One outcome under one regime, row after row.
struct OutcomeTally {
  let definition: OutcomeDefinition
  let horizon: Double
  private(set) var moments = Moments()
  private var sketch = QuantileSketch()
  private var ones = 0
  private var empties = 0
  private var draws: DrawMeans?

  init(_ definition: OutcomeDefinition, horizon: Double, perDraw: Int) {
    self.definition = definition
    self.horizon = horizon
    draws = perDraw > 1 ? DrawMeans() : nil
  }

  mutating func add(_ value: Double) {
    if value.isNaN { empties += 1 }
    if value == 1 { ones += 1 }
    let counted = definition.counted(value, horizon: horizon)
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
  /// The value that means and differences take: a time that never came counts as the horizon.
  func counted(_ value: Double, horizon: Double) -> Double {
    guard statistic == .timeToEvent else { return value }
    return value.isNaN ? horizon : min(value, horizon)
  }

  /// The value that ranks take: a time that never came is above all.
  func ranked(_ value: Double) -> Double {
    statistic == .timeToEvent && value.isNaN ? .infinity : value
  }
}

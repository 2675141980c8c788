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

  mutating func add(_ reading: Reading) {
    if reading.isEmpty { empties += 1 }
    if reading.value == 1 { ones += 1 }
    guard !reading.counted.isNaN else { return }
    moments.add(reading.counted)
    draws?.add(reading.counted)
    sketch.add(reading.ranked)
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
        ? ConfidenceInterval.share(share, n: moments.count, draws)
        : ConfidenceInterval.mean(moments, draws),
      quantiles: Quintet(values: sketch.known(Quintet.probabilities)),
      medianCI95: ConfidenceInterval.median(sketch),
      isSkewed: !isShare && ConfidenceInterval.isSkewed(moments), split: draws?.split)
  }
}

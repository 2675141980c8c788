import RegulatoryWorld
import Stochastics

/// Regret of one outcome, draw after draw, for all acting regimes at once.
struct RegretTally {
  private let definition: OutcomeDefinition
  private var sums: [Double]
  private var histories = 0
  private var draws = 0
  private var regrets: [(moments: Moments, sketch: QuantileSketch, best: Double)]

  /// - Parameter acting: how many regimes act: all but `none`.
  init(_ definition: OutcomeDefinition, acting: Int) {
    self.definition = definition
    sums = Array(repeating: 0, count: acting)
    regrets = Array(repeating: (Moments(), QuantileSketch(), 0), count: acting)
  }

  /// Adds one history; it counts only where every acting regime has a value.
  mutating func add(_ value: (_ acting: Int) -> (value: Double, limit: Double)) {
    let values = sums.indices.map { index in
      let row = value(index)
      return definition.counted(row.value, limit: row.limit)
    }
    guard !values.contains(where: \.isNaN) else { return }
    histories += 1
    for index in sums.indices { sums[index] += values[index] }
  }

  mutating func closeDraw() {
    guard histories > 0 else { return }
    let sign = definition.sign == .higherIsBetter ? -1.0 : 1.0
    let means = sums.map { sign * $0 / Double(histories) }
    let best = means.min() ?? 0
    let share = 1 / Double(means.count { $0 == best })
    draws += 1
    for (index, mean) in means.enumerated() {
      let regret = mean - best
      regrets[index].moments.add(regret)
      regrets[index].sketch.add(regret)
      if mean == best { regrets[index].best += share }
      sums[index] = 0
    }
    histories = 0
  }

  func regret(acting index: Int, regime: String) -> Regret {
    let cell = regrets[index]
    return Regret(
      regime: regime, outcome: definition.id, mean: cell.moments.mean ?? .nan,
      p90: cell.sketch.known([0.9])[0], max: cell.moments.max ?? .nan,
      shareBest: draws > 0 ? cell.best / Double(draws) : .nan)
  }
}

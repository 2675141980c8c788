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

  /// Adds one history, `none` first; it counts only where every acting regime has a value.
  mutating func add(_ readings: [Reading]) {
    for acting in sums.indices where readings[acting + 1].counted.isNaN { return }
    histories += 1
    for acting in sums.indices { sums[acting] += readings[acting + 1].counted }
  }

  mutating func closeDraw() {
    guard histories > 0 else { return }
    let sign = definition.sign == .higherIsBetter ? -1.0 : 1.0
    var best = Double.infinity
    for acting in sums.indices {
      sums[acting] = sign * sums[acting] / Double(histories)
      best = min(best, sums[acting])
    }
    let share = 1 / Double(sums.count { $0 == best })
    draws += 1
    for acting in sums.indices {
      let regret = sums[acting] - best
      regrets[acting].moments.add(regret)
      regrets[acting].sketch.add(regret)
      if sums[acting] == best { regrets[acting].best += share }
      sums[acting] = 0
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

/// A beta distribution with shapes `a` and `b`, stretched over `low` to `high`.
struct ScaledBeta: Sendable, Equatable {
  let low: Double
  let high: Double
  let a: Double
  let b: Double

  init(pert low: Double, _ mode: Double, _ high: Double) {
    self.low = low
    self.high = high
    a = 1 + 4 * ((mode - low) / (high - low))
    b = 1 + 4 * ((high - mode) / (high - low))
  }

  init(mean: Double, total: Double) {
    low = 0
    high = 1
    // A mean of 10⁻³⁰⁰ must not turn into a shape of 0.
    a = max(mean * total, 0x1p-1000)
    b = max((1 - mean) * total, 0x1p-1000)
  }

  var mean: Double { low + (high - low) * (a / (a + b)) }

  func shares(_ x: Double) -> (lower: Double, upper: Double) {
    if x <= low { return (0, 1) }
    if x >= high { return (1, 0) }
    let width = high - low
    return Special.incompleteBeta((x - low) / width, complement: (high - x) / width, a, b)
  }

  func quantile(_ u: Double) -> Double {
    low + (high - low) * Special.inverseRegularizedIncompleteBeta(u, a, b)
  }

  func upperQuantile(_ u: Double) -> Double {
    high - (high - low) * Special.inverseRegularizedIncompleteBeta(u, b, a)
  }

  /// The mean of the part from `from` to `to`: weighted by its value, a beta is one with a + 1.
  func mean(from: Double, to: Double, mass: Double) -> Double {
    let width = high - low
    let weighted = ScaledBeta(low: low, high: high, a: a + 1, b: b)
    let (below, above) = (weighted.shares(from), weighted.shares(to))
    let share =
      below.lower > 0.5 ? below.upper - above.upper : above.lower - below.lower
    return low + width * (a / (a + b)) * (share / mass)
  }

  private init(low: Double, high: Double, a: Double, b: Double) {
    (self.low, self.high, self.a, self.b) = (low, high, a, b)
  }
}

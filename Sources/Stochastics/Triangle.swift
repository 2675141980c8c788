/// A triangular density over `low` to `high` with its peak at `mode`, the ends being distinct.
struct Triangle: Sendable, Equatable {
  let low: Double
  let mode: Double
  let high: Double

  var mirrored: Triangle { Triangle(low: -high, mode: -mode, high: -low) }

  var mean: Double { low + ((mode - low) + (high - low)) / 3 }

  func cumulative(_ x: Double) -> Double {
    if x <= low { return 0 }
    if x >= high { return 1 }
    if x < mode { return (x - low) / (high - low) * ((x - low) / (mode - low)) }
    return 1 - (high - x) / (high - low) * ((high - x) / (high - mode))
  }

  func quantile(_ u: Double) -> Double {
    let width = high - low
    let rising = (mode - low) / width
    if u < rising { return low + width * (u * rising).squareRoot() }
    return high - width * ((1 - u) * (1 - rising)).squareRoot()
  }

  private func density(_ x: Double) -> Double {
    let share = x < mode ? (x - low) / (mode - low) : (high - x) / (high - mode)
    return mode == high && x == high ? 2 / (high - low) : share * 2 / (high - low)
  }

  /// ∫ (x − a) f(x) dx from a to b within the ends: Simpson's rule, exact for each straight side.
  func excess(from a: Double, to b: Double) -> Double {
    func piece(_ from: Double, _ to: Double) -> Double {
      let middle = from + 0.5 * (to - from)
      let sum =
        (from - a) * density(from) + 4 * (middle - a) * density(middle)
        + (to - a) * density(to)
      return (to - from) * sum / 6
    }
    if mode <= a || mode >= b { return piece(a, b) }
    return piece(a, mode) + piece(mode, b)
  }
}

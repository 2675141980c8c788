extension Distribution.Curve {
  /// The mean of the whole curve.
  var mean: Double {
    switch self {
    case .point(let value): return value
    case .uniform(let low, let high): return low + 0.5 * (high - low)
    case .triangle(let triangle): return triangle.mean
    case .normal(let mean, _): return mean
    case .lognormal(let median, let sigma):
      return Self.exponential(0.5 * sigma * sigma, times: median)
    case .beta(let beta): return beta.mean
    case .atoms(let atoms): return atoms.mean
    }
  }

  /// The mean of the part from `low` to `high`, which holds the probability `mass`.
  func mean(from low: Double, to high: Double, mass: Double) -> Double {
    switch self {
    case .point, .atoms: return mean
    case .uniform: return low + 0.5 * (high - low)
    case .triangle(let triangle):
      return low + triangle.excess(from: low, to: high) / mass
    case .normal(let mean, let sd):
      let below = Special.normalDensity((low - mean) / sd)
      let above = Special.normalDensity((high - mean) / sd)
      return mean + sd * (below - above) / mass
    case .lognormal(let median, let sigma):
      // Weighted by its value, a lognormal is one again, shifted by σ² on the log scale.
      let from = low > 0 ? Self.logRatio(low, median) / sigma - sigma : -.infinity
      let to = high < .infinity ? Self.logRatio(high, median) / sigma - sigma : .infinity
      let share =
        from > 0
        ? Special.normalCDF(-from) - Special.normalCDF(-to)
        : Special.normalCDF(to) - Special.normalCDF(from)
      return share == 0 ? low : mean * share / mass
    case .beta(let beta): return beta.mean(from: low, to: high, mass: mass)
    }
  }
}

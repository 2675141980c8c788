extension Distribution {
  /// A shape worked out as far as it can be before a number is asked for.
  enum Curve: Sendable, Equatable {
    case point(Double)
    case uniform(low: Double, high: Double)
    case triangle(Triangle)
    case normal(mean: Double, sd: Double)
    case lognormal(median: Double, sigma: Double)
    case beta(ScaledBeta)
    case atoms(Atoms)
  }
}

extension Distribution.Curve {
  /// Works out a shape, or throws the error of its first impossible value.
  init(checking shape: Distribution.Shape) throws(DistributionError) {
    switch shape {
    case .constant(let value):
      guard value.isFinite else { throw .notFinite }
      self = .point(value)
    case .uniform(let low, let high):
      try Self.check(low: low, high: high)
      self = low == high ? .point(low) : .uniform(low: low, high: high)
    case .triangular(let low, let mode, let high):
      try Self.check(low: low, mode: mode, high: high)
      self =
        low == high ? .point(low) : .triangle(Triangle(low: low, mode: mode, high: high))
    case .pert(let low, let mode, let high):
      try Self.check(low: low, mode: mode, high: high)
      self = low == high ? .point(low) : .beta(ScaledBeta(pert: low, mode, high))
    case .normal(let mean, let sd):
      guard mean.isFinite && sd.isFinite else { throw .notFinite }
      if sd < 0 { throw .negativeDeviation(sd: sd) }
      self = sd == 0 ? .point(mean) : .normal(mean: mean, sd: sd)
    case .lognormal(let median, let p90):
      self = try Self.lognormal(median: median, p90: p90)
    case .beta(let mean, let sd):
      self = try Self.beta(mean: mean, sd: sd)
    case .discrete(let values, let weights):
      self = .atoms(try Atoms(checking: values, weights: weights))
    case .empirical(let observations):
      if observations.isEmpty { throw .noObservations }
      let weights = [Double](repeating: 1, count: observations.count)
      self = .atoms(try Atoms(checking: observations, weights: weights))
    }
  }

  private static func check(low: Double, high: Double) throws(DistributionError) {
    guard low.isFinite && high.isFinite else { throw .notFinite }
    if low > high { throw .lowAboveHigh(low: low, high: high) }
    guard (high - low).isFinite else { throw .rangeOverflows }
  }

  private static func check(low: Double, mode: Double, high: Double) throws(DistributionError) {
    guard mode.isFinite else { throw .notFinite }
    try check(low: low, high: high)
    if mode < low || mode > high { throw .modeOutside(mode: mode, low: low, high: high) }
  }

  private static func lognormal(median: Double, p90: Double) throws(DistributionError) -> Self {
    guard median.isFinite && p90.isFinite else { throw .notFinite }
    if median <= 0 { throw .medianNotPositive(median: median) }
    if p90 <= median { throw .percentileNotAboveMedian(median: median, p90: p90) }
    let ratio = p90 / median
    let log =
      ratio.isFinite
      ? Elementary.log1p((p90 - median) / median) : Elementary.log(p90) - Elementary.log(median)
    return .lognormal(median: median, sigma: log / Special.normalQuantile(0.9))
  }

  private static func beta(mean: Double, sd: Double) throws(DistributionError) -> Self {
    guard mean.isFinite && sd.isFinite else { throw .notFinite }
    if mean < 0 || mean > 1 { throw .meanOutsideUnit(mean: mean) }
    if sd < 0 { throw .negativeDeviation(sd: sd) }
    if sd == 0 { return .point(mean) }
    let spread = mean * (1 - mean)
    let total = spread / sd / sd - 1
    guard total > 0 else { throw .deviationTooLarge(sd: sd, limit: spread.squareRoot()) }
    // Closer than 3 · 10⁻⁸ of the way to the nearer end, the spread is below what shapes can say.
    if min(mean, 1 - mean) * total > 1e15 { return .point(mean) }
    return .beta(ScaledBeta(mean: mean, total: total))
  }

  /// The part of the curve within a range; nil if that leaves no value.
  ///
  /// Only values with a probability of their own are cut here; a continuous curve is left whole,
  /// and its window does the rest.
  func restricted(to range: ClosedRange<Double>?) -> Self? {
    guard let range else { return self }
    switch self {
    case .atoms(let atoms): return atoms.restricted(to: range).map { .atoms($0) }
    case .point(let value): return range.contains(value) ? self : nil
    case .uniform, .triangle, .normal, .lognormal, .beta: return self
    }
  }
}

extension Distribution.Curve {
  /// The smallest and largest value, possibly infinite.
  var ends: ClosedRange<Double> {
    switch self {
    case .point(let value): value...value
    case .uniform(let low, let high): low...high
    case .triangle(let triangle): triangle.low...triangle.high
    case .normal: -.infinity...Double.infinity
    case .lognormal: 0...Double.infinity
    case .beta(let beta): beta.low...beta.high
    case .atoms(let atoms): atoms.ends
    }
  }

  /// Whether the curve gives some values a probability of their own.
  var isAtomic: Bool {
    switch self {
    case .point, .atoms: true
    case .uniform, .triangle, .normal, .lognormal, .beta: false
    }
  }

  func cumulative(_ x: Double) -> Double {
    switch self {
    case .point(let value): return x < value ? 0 : 1
    case .uniform(let low, let high): return min(max((x - low) / (high - low), 0), 1)
    case .triangle(let triangle): return triangle.cumulative(x)
    case .normal(let mean, let sd): return Special.normalCDF((x - mean) / sd)
    case .lognormal(let median, let sigma):
      return x <= 0 ? 0 : Special.normalCDF(Self.logRatio(x, median) / sigma)
    case .beta(let beta): return beta.shares(x).lower
    case .atoms(let atoms): return atoms.cumulative(x)
    }
  }

  /// 1 − ``cumulative(_:)``, exact also where it is small.
  func upperShare(_ x: Double) -> Double {
    switch self {
    case .point, .uniform, .atoms: return 1 - cumulative(x)
    case .triangle(let triangle): return triangle.mirrored.cumulative(-x)
    case .normal(let mean, let sd): return Special.normalCDF((mean - x) / sd)
    case .lognormal(let median, let sigma):
      return x <= 0 ? 1 : Special.normalCDF(-Self.logRatio(x, median) / sigma)
    case .beta(let beta): return beta.shares(x).upper
    }
  }

  func quantile(_ u: Double) -> Double {
    switch self {
    case .point(let value): return value
    case .uniform(let low, let high): return low + u * (high - low)
    case .triangle(let triangle): return triangle.quantile(u)
    case .normal(let mean, let sd): return mean + sd * Special.normalQuantile(u)
    case .lognormal(let median, let sigma):
      return Self.exponential(sigma * Special.normalQuantile(u), times: median)
    case .beta(let beta): return beta.quantile(u)
    case .atoms(let atoms): return atoms.quantile(u)
    }
  }

  /// The value above which a share `u` lies.
  func upperQuantile(_ u: Double) -> Double {
    switch self {
    case .point, .uniform, .atoms: return quantile(1 - u)
    case .triangle(let triangle): return -triangle.mirrored.quantile(u)
    case .normal(let mean, let sd): return mean - sd * Special.normalQuantile(u)
    case .lognormal(let median, let sigma):
      return Self.exponential(-sigma * Special.normalQuantile(u), times: median)
    case .beta(let beta): return beta.upperQuantile(u)
    }
  }

  /// scale · exp(x), also where exp(x) alone would overflow or vanish.
  static func exponential(_ x: Double, times scale: Double) -> Double {
    if x.magnitude < 700 { return scale * Elementary.exp(x) }
    let half = Elementary.exp(0.5 * x)
    return scale * half * half
  }

  /// log(x / median), also where the ratio alone would overflow or vanish.
  static func logRatio(_ x: Double, _ median: Double) -> Double {
    let ratio = x / median
    return ratio > 0 && ratio < .infinity
      ? Elementary.log(ratio) : Elementary.log(x) - Elementary.log(median)
  }
}

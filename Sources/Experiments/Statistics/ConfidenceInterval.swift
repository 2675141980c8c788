import Stochastics

/// The 95 % intervals of the tables.
enum ConfidenceInterval {
  static let level = 0.95

  /// Student's interval for a mean; with draw means, their spread and number decide its width.
  static func mean(_ moments: Moments, _ draws: DrawMeans?) -> Bounds {
    let units = draws?.means ?? moments
    guard let mean = moments.mean, let sd = units.standardDeviation else { return .none }
    return Bounds(Intervals.studentT(mean: mean, sd: sd, n: units.count, level: level))
  }

  /// Wilson's interval for a share of ones among zeros and ones.
  ///
  /// With draw means, histories of one draw resemble each other: n is replaced by the number of
  /// independent histories that would leave the variance found between draw means, which lies
  /// between the number of draws and n (the effective sample size of cluster sampling: Kish,
  /// *Survey Sampling*, 1965).
  static func share(_ share: Double, n: Int, _ draws: DrawMeans?) -> Bounds {
    guard let means = draws?.means else { return wilson(share: share, n: Double(n)) }
    let fewest = Double(means.count)
    guard let variance = means.variance, variance > 0, share * (1 - share) > 0 else {
      return wilson(share: share, n: fewest)
    }
    let effective = share * (1 - share) / (variance / fewest)
    return wilson(share: share, n: min(max(effective, fewest), Double(n)))
  }

  /// Wilson's interval for a share of `n`, which need not be a whole number.
  static func wilson(share: Double, n: Double) -> Bounds {
    guard n > 0 else { return .none }
    let z = Special.normalQuantile(0.5 + 0.5 * level)
    let middle = share + z * z / (2 * n)
    let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return Bounds(
      low: share == 0 ? 0 : max(0, (middle - spread) / scale),
      high: share == 1 ? 1 : min(1, (middle + spread) / scale))
  }

  /// The order statistics that bound the median; NaN for one that never came.
  static func median(_ values: QuantileSketch) -> Bounds {
    guard let ranks = Intervals.medianRanks(n: values.count, level: level) else { return .none }
    return Bounds(
      low: values.orderStatistic(ranks.low), high: values.orderStatistic(ranks.high))
  }

  /// Whether |skewness| / √n > 0.1: the mean of such values is itself still skewed.
  static func isSkewed(_ moments: Moments) -> Bool {
    guard let skewness = moments.skewness else { return false }
    return skewness.magnitude > 0.1 * Double(moments.count).squareRoot()
  }
}

extension Bounds {
  fileprivate init(_ ends: (low: Double, high: Double)?) {
    self = ends.map { Bounds(low: $0.low, high: $0.high) } ?? .none
  }
}

extension QuantileSketch {
  /// Quantiles in order of `points`; NaN where one falls among what never came, or on nothing.
  func known(_ points: [Double]) -> [Double] {
    guard count > 0 else { return points.map { _ in .nan } }
    return quantiles(points).map { $0.isFinite ? $0 : .nan }
  }

  /// The value of a rank counted from 1.
  fileprivate func orderStatistic(_ rank: Int) -> Double {
    let (steps, last) = (Double(rank - 1), Double(count - 1))
    let near = last > 0 ? steps / last : 0
    // The quantile there is the value itself only where the product comes out whole.
    let exact = [near, near.nextDown, near.nextUp].first { $0 * last == steps } ?? near
    return known([exact])[0]
  }
}

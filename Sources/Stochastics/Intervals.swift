/// Confidence intervals, each for the kind of number it suits.
///
/// `level` is the share of intervals that cover the true value, such as 0.95, and lies strictly
/// between 0 and 1.
public enum Intervals {
  /// An interval for a mean: mean ± t · sd / √n, with n − 1 degrees of freedom.
  ///
  /// Nil for fewer than two observations. `sd` is the sample standard deviation (n − 1).
  public static func studentT(
    mean: Double, sd: Double, n: Int, level: Double
  ) -> (low: Double, high: Double)? {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    guard n > 1 else { return nil }
    let t = Special.studentTQuantile(0.5 + 0.5 * level, degreesOfFreedom: Double(n - 1))
    let half = t * sd / Double(n).squareRoot()
    return (mean - half, mean + half)
  }

  /// An interval for a probability from `successes` out of `n`, always within [0, 1].
  ///
  /// Nil for n = 0.
  ///
  /// Source: Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*,
  /// Journal of the American Statistical Association 22 (1927), without continuity correction.
  public static func wilson(
    successes: Int, n: Int, level: Double
  ) -> (low: Double, high: Double)? {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    precondition(successes >= 0 && successes <= n, "\(successes) successes out of \(n)")
    guard n > 0 else { return nil }
    let z = Special.normalQuantile(0.5 + 0.5 * level)
    let trials = Double(n)
    let failures = Double(n - successes)
    let middle = (Double(successes) + 0.5 * z * z) / (trials + z * z)
    let spread = (Double(successes) * failures / trials + 0.25 * z * z).squareRoot()
    let half = z * spread / (trials + z * z)
    return (
      successes == 0 ? 0 : max(0, middle - half),
      successes == n ? 1 : min(1, middle + half)
    )
  }

  /// An interval for the median: two order statistics of values sorted in rising order.
  ///
  /// It covers the median with at least `level`, whatever the distribution; values may be +∞, for
  /// what has not happened yet. Nil where even the extremes do not reach the level (n < 6 at
  /// 0.95).
  public static func medianOrderStatistics(
    sorted: [Double], level: Double
  ) -> (low: Double, high: Double)? {
    guard let ranks = medianRanks(n: sorted.count, level: level) else { return nil }
    return (sorted[ranks.low - 1], sorted[ranks.high - 1])
  }

  /// The ranks, counted from 1, of the order statistics that bound the median of `n` values.
  ///
  /// The lower is the largest k with P(Bin(n, ½) < k) ≤ (1 − level) / 2, the upper n + 1 − k
  /// (David and Nagaraja, *Order Statistics*, 2003, section 7.1). Nil if k would be 0.
  public static func medianRanks(n: Int, level: Double) -> (low: Int, high: Int)? {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    let allowed = 0.5 * (1 - level)
    // P(Bin(n, ½) ≤ k − 1) = I_½(n − k + 1, k).
    func fits(_ k: Int) -> Bool {
      Special.regularizedIncompleteBeta(0.5, Double(n - k + 1), Double(k)) <= allowed
    }
    guard n > 0, fits(1) else { return nil }
    var (low, high) = (1, n / 2 + 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return (low, n + 1 - low)
  }
}

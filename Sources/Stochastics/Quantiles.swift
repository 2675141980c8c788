/// Quantiles of values at hand.
public enum Quantiles {
  /// The type 7 quantile of values sorted in rising order, `p` from 0 to 1; nil of no values.
  ///
  /// Linear between order statistics at (n − 1) p, as in R and numpy by default; values may be
  /// infinite. Source: Hyndman and Fan, *Sample Quantiles in Statistical Packages*, The American
  /// Statistician 50 (1996).
  public static func type7(sorted: [Double], _ p: Double) -> Double? {
    guard sorted.count > 0 else { return nil }
    let place = Place(count: sorted.count, p)
    return place.between(sorted[place.below], sorted[place.above])
  }

  /// Where the type 7 quantile of so many values lies: between which two, and how far along.
  struct Place {
    let below: Int
    let above: Int
    let share: Double

    init(count: Int, _ p: Double) {
      precondition(p >= 0 && p <= 1, "a quantile is asked for at 0 to 1")
      let position = Double(count - 1) * p
      below = Int(position)
      above = min(below + 1, count - 1)
      share = position - Double(below)
    }

    /// An infinite neighbour is not interpolated towards: the lower one counts first.
    func between(_ low: Double, _ high: Double) -> Double {
      if share == 0 || low == high || low.isInfinite { return low }
      if high.isInfinite { return high }
      let step = high - low
      let value = step.isFinite ? low + share * step : (1 - share) * low + share * high
      return min(max(value, low), high)
    }
  }
}

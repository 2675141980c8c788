import Stochastics

/// How well predictions of days agree with what was seen.
///
/// Lower scores are better.
public enum Scores {
  /// The continuous ranked probability score over the days that were looked at, in days.
  ///
  /// ∫ (F(t) − 1{t ≥ y})² dt from 0 to the horizon, for what had not been seen by day c
  /// ∫ F(t)² dt to c. The integral is taken by trapezoids, between which days grow by half a per
  /// cent.
  ///
  /// Where every record lasts to the horizon this is the threshold-weighted score of T. Gneiting
  /// and R. Ranjan, *Journal of Business & Economic Statistics* 29 (2011), 411, and proper. Where
  /// records end before, it is not: days after the end of a record are scored only if relief came
  /// before, so whoever promises relief for certain after that gains. A horizon before the end of
  /// every record undoes that; so does ``logarithmic(_:_:horizon:)``, which needs only that records
  /// do not end because of the relief.
  public static func crps(
    _ prediction: some Prediction, _ observed: ObservedDays, horizon: Double
  ) -> Double {
    let event = observed.isCensored ? Double.infinity : observed.days
    let end = observed.isCensored ? min(observed.days, horizon) : horizon
    var sum = 0.0
    var day = 0.0
    var value = prediction.cumulative(0)
    while day < end {
      var next = min(max(day * 1.005, day + 0.005), end)
      let isBefore = day < event
      if isBefore, next > event { next = event }
      let other = prediction.cumulative(next)
      let (a, b) = isBefore ? (value, other) : (1 - value, 1 - other)
      sum += 0.5 * (a * a + b * b) * (next - day)
      (day, value) = (next, other)
    }
    return sum
  }

  /// The logarithmic score: −ln of the probability per day of the day seen, or of none by the last
  /// day looked at.
  ///
  /// What comes after the horizon counts as none by the horizon. A probability of 0 is taken as
  /// 10⁻⁶.
  public static func logarithmic(
    _ prediction: some Prediction, _ observed: ObservedDays, horizon: Double
  ) -> Double {
    let isNone = observed.isCensored || observed.days > horizon
    let probability =
      isNone
      ? 1 - prediction.cumulative(min(observed.days, horizon))
      : prediction.density(max(observed.days, ObservedDays.shortest))
    return 0 - Elementary.log(max(probability, 1e-6))
  }

  /// The Brier score of a route in several classes, Σ (p − o)², from 0 to 2.
  ///
  /// Source: G. W. Brier, *Monthly Weather Review* 78 (1950), 1.
  public static func brier(_ probabilities: [Double], seen place: Int) -> Double {
    probabilities.enumerated().reduce(0) { sum, each in
      let miss = each.element - (each.offset == place ? 1 : 0)
      return sum + miss * miss
    }
  }

  /// Whether what was seen lies in the central interval of a probability; nil where that cannot be
  /// known.
  ///
  /// Beyond the horizon counts as never.
  public static func isCovered(
    _ observed: ObservedDays, by interval: Double, of prediction: some Prediction, horizon: Double
  ) -> Bool? {
    let low = prediction.quantile(0.5 - 0.5 * interval)
    let high = prediction.quantile(0.5 + 0.5 * interval)
    if observed.days >= horizon { return high >= horizon }
    if observed.isCensored { return high < observed.days ? false : nil }
    return low <= observed.days && observed.days <= high
  }

  /// The share of pairs whose order in time is known that are predicted in that order; nil without
  /// such pairs.
  ///
  /// A tie counts half. Source: F. E. Harrell and others, *JAMA* 247 (1982), 2543.
  public static func concordance(_ predicted: [Double], _ observed: [ObservedDays]) -> Double? {
    precondition(predicted.count == observed.count, "a prediction for each observation")
    var (pairs, agreeing) = (0.0, 0.0)
    for (i, first) in observed.enumerated() where !first.isCensored {
      for (j, second) in observed.enumerated() where i != j && first.days < second.days {
        pairs += 1
        if predicted[i] < predicted[j] { agreeing += 1 }
        if predicted[i] == predicted[j] { agreeing += 0.5 }
      }
    }
    return pairs > 0 ? agreeing / pairs : nil
  }

  /// The mean of days, those beyond the horizon counted as the horizon: ∫ (1 − F(t)) dt.
  public static func restrictedMean(_ prediction: some Prediction, horizon: Double) -> Double {
    var sum = 0.0
    var day = 0.0
    var value = 1 - prediction.cumulative(0)
    while day < horizon {
      let next = min(max(day * 1.005, day + 0.005), horizon)
      let other = 1 - prediction.cumulative(next)
      sum += 0.5 * (value + other) * (next - day)
      (day, value) = (next, other)
    }
    return sum
  }
}

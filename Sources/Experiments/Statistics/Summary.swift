/// One outcome under one regime over all replications: a row of `summary.csv`.
public struct Summary: Sendable {
  /// Id of the regime.
  public let regime: String
  /// Id of the outcome; for a share of a category, `id=text`, such as `relief_route=licence`.
  public let outcome: String
  /// Unit of everything but `n`; empty where there is none.
  public let unit: String
  /// Replications counted; of a time that may never come, those without it are counted too.
  public let n: Int
  /// Replications without a value: among `n` for a time that may never come, else beside it.
  public let empties: Int
  /// The mean; of a time that may never come, restricted to how long it was looked for.
  public let mean: Double
  /// Standard deviation of the values the mean is taken of (n − 1); NaN for shares of a category.
  public let sd: Double
  /// 95 % confidence interval of the mean, or of the probability.
  public let ci95: Bounds
  /// The 5 %, 25 %, 50 %, 75 % and 95 % quantiles (type 7); NaN where one falls among the empties.
  public let quantiles: Quintet
  /// 95 % confidence interval of the median, by order statistics.
  public let medianCI95: Bounds
  /// Whether |skewness| / √n > 0.1, so that Student's interval should be read with care.
  public let isSkewed: Bool
  /// What part of the variance is chance and what part parameters, with `--per-draw` above 1.
  public let split: VarianceSplit?
}

/// The two ends of an interval; NaN where there is none.
public struct Bounds: Sendable, Equatable {
  /// Lower end.
  public let low: Double
  /// Upper end.
  public let high: Double

  /// No interval.
  public static let none = Bounds(low: .nan, high: .nan)

  /// An interval from its ends.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// The five quantiles that the tables give.
public struct Quintet: Sendable, Equatable {
  /// The probabilities, in order.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The quantiles, in order of `probabilities`.
  public let values: [Double]

  /// The 5 % quantile.
  public var p05: Double { values[0] }
  /// The 25 % quantile.
  public var p25: Double { values[1] }
  /// The median.
  public var p50: Double { values[2] }
  /// The 75 % quantile.
  public var p75: Double { values[3] }
  /// The 95 % quantile.
  public var p95: Double { values[4] }

  /// No quantiles.
  public static let none = Quintet(values: probabilities.map { _ in .nan })

  init(values: [Double]) {
    precondition(values.count == Quintet.probabilities.count)
    self.values = values
  }
}

/// How a variance splits into chance within a draw and parameters between draws.
public struct VarianceSplit: Sendable, Equatable {
  /// σ² of chance: the mean square within draws (MSW).
  public let chance: Double
  /// σ² of parameters: max(0, (MSB − MSW) / M).
  public let parameters: Double
}

import Stochastics

/// A prediction of days to a relief that may never come.
public protocol Prediction: Sendable {
  /// The probability that relief has come by a day.
  func cumulative(_ day: Double) -> Double
  /// The probability per day that it comes then.
  func density(_ day: Double) -> Double
  /// The first day by which relief has come with probability `p`; infinite if by none looked at.
  func quantile(_ p: Double) -> Double
}

/// A prediction by simulated histories.
public struct SimulatedDays: Prediction {
  /// Days in rising order; infinite where relief did not come by the horizon.
  private let days: [Double]
  /// Logarithms of those that are finite.
  private let logarithms: [Double]
  private let bandwidth: Double

  /// - Precondition: there is at least one history.
  public init(_ days: [Double]) {
    precondition(!days.isEmpty, "a prediction from no histories")
    self.days = days.sorted()
    logarithms = self.days.filter(\.isFinite).map {
      Elementary.log(max($0, ObservedDays.shortest))
    }
    bandwidth = SimulatedDays.bandwidth(logarithms)
  }

  /// Silverman's rule of thumb (*Density Estimation*, 1986, equation 3.31), at least 0.05.
  private static func bandwidth(_ values: [Double]) -> Double {
    var moments = Moments()
    for value in values { moments.add(value) }
    guard let sd = moments.standardDeviation,
      let upper = Quantiles.type7(sorted: values, 0.75),
      let lower = Quantiles.type7(sorted: values, 0.25)
    else { return 0.05 }
    let spread = upper > lower ? min(sd, (upper - lower) / 1.34) : sd
    return max(0.05, 0.9 * spread * Elementary.pow(Double(values.count), -0.2))
  }

  /// The share of histories with relief by then.
  public func cumulative(_ day: Double) -> Double {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return Double(low) / Double(days.count)
  }

  /// A normal kernel on the logarithm of days, of the histories with relief.
  public func density(_ day: Double) -> Double {
    guard day > 0 else { return 0 }
    let place = Elementary.log(day)
    let sum = logarithms.reduce(0) {
      $0 + Special.normalDensity((place - $1) / bandwidth)
    }
    return sum / (Double(days.count) * bandwidth * day)
  }

  /// The smallest simulated day with a share of at least `p` at or below it.
  public func quantile(_ p: Double) -> Double {
    let rank = (p * Double(days.count)).rounded(.up)
    return days[min(max(Int(rank), 1), days.count) - 1]
  }
}

/// Days lognormal, whatever the case.
public struct LognormalDays: Prediction, Equatable {
  /// Mean of the natural logarithm of days.
  public let logMean: Double
  /// Its standard deviation.
  public let logSD: Double

  /// The probability that relief has come by a day.
  public func cumulative(_ day: Double) -> Double {
    day > 0 ? Special.normalCDF((Elementary.log(day) - logMean) / logSD) : 0
  }

  /// The probability per day.
  public func density(_ day: Double) -> Double {
    guard day > 0 else { return 0 }
    return Special.normalDensity((Elementary.log(day) - logMean) / logSD) / (logSD * day)
  }

  /// The day by which relief has come with probability `p`.
  public func quantile(_ p: Double) -> Double {
    Elementary.exp(logMean + logSD * Special.normalQuantile(p))
  }
}

/// The same chance of relief on every day, whatever the case.
public struct ConstantHazard: Prediction {
  /// Reliefs a day.
  public let perDay: Double

  /// The probability that relief has come by a day.
  public func cumulative(_ day: Double) -> Double {
    day > 0 ? -Elementary.expm1(-perDay * day) : 0
  }

  /// The probability per day.
  public func density(_ day: Double) -> Double { perDay * Elementary.exp(-perDay * day) }

  /// The day by which relief has come with probability `p`.
  public func quantile(_ p: Double) -> Double { -Elementary.log1p(-p) / perDay }
}

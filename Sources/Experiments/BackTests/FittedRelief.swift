import Scenarios
import Stochastics

/// What dated cases teach about the routes of relief, as a scenario can be given it.
public struct FittedRelief: Sendable, Equatable {
  /// One route.
  public struct Route: Sendable, Equatable {
    /// The natural logarithm of the median days at normal speed.
    public let logMedianDays: PosteriorMoments
    /// The probability that the route opens; nil where that is not fitted.
    public let probability: PosteriorMoments?
    /// Cases in which relief came by it.
    public let seen: Int
    /// Cases in which it could have come, and had not.
    public let unseen: Int
  }

  /// The natural logarithm of σ, the spread of one relief's days about the route's median.
  public let spread: PosteriorMoments
  /// The routes.
  public let routes: [HistoricalCase.Route: Route]
  /// One lognormal of days to full relief in place of all routes, by maximum likelihood with
  /// censoring; nil with too few cases.
  public let singleRoute: LognormalDays?

  /// Addresses of a scenario with the distributions that the fit gives them, in its notation.
  ///
  /// Medians and ratios of the 90th percentile are rounded to three digits, so that a scenario file
  /// can hold exactly these.
  public var settings: [(path: String, value: String)] {
    var settings: [(path: String, value: String)] = []
    for route in HistoricalCase.Route.allCases {
      guard let fitted = routes[route] else { continue }
      if let probability = fitted.probability {
        let address = route == .negotiated ? "never_probability" : "\(route)_probability"
        let mean = route == .negotiated ? 1 - probability.mean : probability.mean
        settings.append(
          (
            "relief.\(address)",
            "{ beta: { mean: \(Digits.three(mean)), sd: \(Digits.three(probability.sd)) } }"
          ))
      }
      settings.append(
        (
          "relief.\(route)_days",
          lognormal(logMedian: fitted.logMedianDays.mean, logSD: fitted.logMedianDays.sd)
        ))
    }
    settings.append(("relief.spread_ratio", spreadRatio))
    return settings
  }

  /// The setting that puts one lognormal in the place of all routes: a structure to compare with.
  public var singleRouteSetting: (path: String, value: String)? {
    singleRoute.map {
      ("relief.fixed_full_days", lognormal(logMedian: $0.logMean, logSD: $0.logSD))
    }
  }

  private static let z90 = Special.normalQuantile(0.9)

  private func lognormal(logMedian: Double, logSD: Double) -> String {
    let median = Digits.three(Elementary.exp(logMedian))
    let p90 = Digits.three(Elementary.exp(logMedian + FittedRelief.z90 * logSD))
    return "{ lognormal: { median: \(median), p90: \(p90) } }"
  }

  /// The 90th percentile of one relief's days over their median is e^(z90 σ).
  private var spreadRatio: String {
    let z90 = FittedRelief.z90
    let median = Elementary.exp(z90 * Elementary.exp(spread.mean))
    let p90 = Elementary.exp(z90 * Elementary.exp(spread.mean + z90 * spread.sd))
    return "{ lognormal: { median: \(Digits.three(median)), p90: \(Digits.three(p90)) },"
      + " truncate: [1, 1000] }"
  }
}

/// Numbers as a scenario file holds them.
enum Digits {
  /// The shortest decimal with three significant digits.
  static func three(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    var scale = 1.0
    while (value * scale).magnitude < 100 { scale *= 10 }
    while (value * scale).magnitude >= 1000 { scale /= 10 }
    let rounded =
      scale >= 1 ? (value * scale).rounded() / scale : (value * scale).rounded() * (1 / scale)
    let text = rounded.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

import Scenarios
import Stochastics

/// What is believed of a route of relief before any case is looked at.
///
/// All of it is assumed, by people who knew the cases. The medians say of which order the days of a
/// route are: officials write a general licence within weeks, take an order back within days,
/// bargain for months, hear a suit in weeks, and undo a rule in years. The spread of those beliefs
/// is a factor of e each way, for an injunction e^½. Whether a route opens at all is believed to be
/// anything from 0 to 1 alike.
struct RoutePrior: Sendable {
  /// Mean of the natural logarithm of the median days.
  let logMean: Double
  /// Its standard deviation.
  let logSD: Double
  /// Whether it is uncertain that the route opens at all.
  let mayNotOpen: Bool

  /// What is believed of a route, with medians so many times as long.
  static func of(_ route: HistoricalCase.Route, ratio: Double = 1) -> RoutePrior {
    let prior = assumed(route)
    return RoutePrior(
      logMean: prior.logMean + Elementary.log(ratio), logSD: prior.logSD,
      mayNotOpen: prior.mayNotOpen)
  }

  private init(logMean: Double, logSD: Double, mayNotOpen: Bool) {
    self.logMean = logMean
    self.logSD = logSD
    self.mayNotOpen = mayNotOpen
  }

  private static func assumed(_ route: HistoricalCase.Route) -> RoutePrior {
    switch route {
    case .collateral: RoutePrior(medianDays: 20, logSD: 1, mayNotOpen: true)
    case .reversal: RoutePrior(medianDays: 2, logSD: 1, mayNotOpen: true)
    case .negotiated: RoutePrior(medianDays: 60, logSD: 1, mayNotOpen: true)
    // How a suit ends is a matter of the theory.
    case .injunction: RoutePrior(medianDays: 45, logSD: 0.5, mayNotOpen: false)
    case .rescission: RoutePrior(medianDays: 500, logSD: 1, mayNotOpen: false)
    }
  }

  private init(medianDays: Double, logSD: Double, mayNotOpen: Bool) {
    self.init(logMean: Elementary.log(medianDays), logSD: logSD, mayNotOpen: mayNotOpen)
  }

  /// The standard deviation of the logarithm of one relief's days about the median, common to all
  /// routes: its median, and the standard deviation of its own logarithm.
  static let spread = (median: 0.7, logSD: 0.4)
}

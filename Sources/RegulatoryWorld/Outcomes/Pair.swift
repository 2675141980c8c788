import ExportControls

/// Two worlds of one future, side by side, and the accounts drawn from them.
struct Pair {
  let future: Future
  /// World 0: without any action.
  let none: Ledger
  /// World 1: under the regime; the same world again for the row of `none`.
  let acting: Ledger
  /// The regime of world 1; nil for the row of `none`.
  let regime: Regime?
  /// Which of the scenario's regimes the regulator chose; nil where it is imposed.
  let choice: Int?
  let market: MarketAccount
  let defence: DefenceAccount
  let attack: AttackAccount
  /// Idle compute of the worlds, US dollars.
  let idle: (none: Double, acting: Double)
  /// Market shares of the worlds on one day.
  typealias Shares = (none: MarketShares, acting: MarketShares)
  /// Shares 90 days after the order; nil if that is after the horizon, or there was no order.
  let earlyShares: Shares?
  /// Shares at the horizon.
  let finalShares: Shares?

  /// Day the order took effect; nil if it did not.
  var orderDay: Double? { acting.orderDay < .infinity ? acting.orderDay : nil }

  /// Days from the order to a date; NaN if either is missing.
  func sinceOrder(_ day: Double) -> Double {
    guard let orderDay, day < .infinity else { return .nan }
    return day - orderDay
  }
}

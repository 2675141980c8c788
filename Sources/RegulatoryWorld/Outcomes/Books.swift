import ExportControls

/// The accounts of the pairs of worlds of one future after the other, and the memory they reuse.
///
/// What concerns the world without any action alone is worked out once for all pairs.
struct Books {
  private var rates = MarketRates()
  private var levels = MarketLevels()
  private var market = MarketAccount()
  private var defence = DefenceAccount()
  private var compute = CommittedCompute()
  private var idleInNone = 0.0
  private var finalInNone: MarketShares?
  /// Shares in world 0 on the last other day that was asked for.
  private var sharesInNone: (day: Double, shares: MarketShares)?
  private var sellers: [Seller] = []
  /// Dollars of each lab, where shares are worked out.
  private var dollars: [Double] = []

  /// Opens the books of a future, whose world without any action has been lived through.
  mutating func open(_ future: Future, none: Ledger) {
    rates.refill(future)
    levels.refill(future, none.paths, rates)
    idleInNone = compute.idle(future, none.paths)
    finalInNone = nil
    sharesInNone = nil
    sellers.removeAll(keepingCapacity: true)
    for model in future.models { sellers.append(Seller(model, future)) }
  }

  /// The row of `none`: the world without any action beside itself.
  mutating func pair(_ future: Future, none: Ledger) -> Pair {
    market.rebookNone(future, levels)
    defence.rebook(future, none, none)
    let shares = finalShares(future, none)
    return Pair(
      future: future, none: none, acting: none, regime: nil, choice: nil, market: market,
      defence: defence, attack: AttackAccount(future, none, none),
      idle: (idleInNone, idleInNone), earlyShares: nil, finalShares: (shares, shares))
  }

  /// A world under a regime beside the one without any action.
  mutating func pair(
    _ future: Future, none: Ledger, acting: Ledger, regime: Regime?, choice: Int?
  ) -> Pair {
    market.rebook(future, none.paths, acting, rates, levels)
    defence.rebook(future, none, acting)
    return Pair(
      future: future, none: none, acting: acting, regime: regime, choice: choice, market: market,
      defence: defence, attack: AttackAccount(future, none, acting),
      idle: (idleInNone, compute.idle(future, acting.paths)),
      earlyShares: earlyShares(future, none, acting),
      finalShares: (
        finalShares(future, none),
        MarketShares(future, acting.paths, on: future.horizon, sellers, using: &dollars)
      ))
  }

  private mutating func finalShares(_ future: Future, _ none: Ledger) -> MarketShares {
    if let finalInNone { return finalInNone }
    let shares = MarketShares(future, none.paths, on: future.horizon, sellers, using: &dollars)
    finalInNone = shares
    return shares
  }

  private mutating func earlyShares(
    _ future: Future, _ none: Ledger, _ acting: Ledger
  ) -> Pair.Shares? {
    let day = acting.orderDay + 90
    guard day <= future.horizon else { return nil }
    let before: MarketShares
    if let known = sharesInNone, known.day == day {
      before = known.shares
    } else {
      before = MarketShares(future, none.paths, on: day, sellers, using: &dollars)
      sharesInNone = (day, before)
    }
    return (before, MarketShares(future, acting.paths, on: day, sellers, using: &dollars))
  }
}

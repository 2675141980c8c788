/// Shares of usage dollars on one day of a world.
struct MarketShares {
  /// Σ of squared shares of labs, 0 to 1.
  private(set) var concentration = 0.0
  /// Share of labs outside the United States, and of open weights.
  private(set) var foreign = 0.0
  private(set) var open = 0.0

  init(_ future: Future, _ ledger: Ledger, day: Double) {
    var dollars = [Double](repeating: 0, count: future.labs.count)
    var total = 0.0
    var abroad = 0.0
    var weights = 0.0
    for pool in 0..<(2 * future.firstDefender) {
      let agent = future.agents[pool >> 1]
      let code = ledger.paths.code(pool, on: day)
      guard code.isServed else { continue }
      let model = future.models[code.model]
      let use = agent.dollars(foreign: pool & 1 == 1)
      dollars[model.lab] += use
      total += use
      if future.labs[model.lab].country != .us { abroad += use }
      if model.isOpen { weights += use }
    }
    guard total > 0 else { return }
    concentration = dollars.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    foreign = abroad / total
    open = weights / total
  }
}

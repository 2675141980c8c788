/// What one dollar-day of a pool's spend went through: integrals over [0, T] per dollar a day.
private struct PoolAccount {
  var service = 0.0
  var outage = 0.0
  var releaseDelay = 0.0
  var quality = 0.0
  var margin = 0.0
  var cloud = 0.0
  var discloser = 0.0
  var displaced = InlineArray<5, Double>(repeating: 0)
  var level = (none: 0.0, acting: 0.0)

  /// This pool's seats and those of another that holds a share: o + f·(F − o).
  func joined(with other: PoolAccount, share: Double) -> PoolAccount {
    func both(_ own: Double, _ others: Double) -> Double { own + share * (others - own) }
    var account = PoolAccount()
    account.service = both(service, other.service)
    account.outage = both(outage, other.outage)
    account.releaseDelay = both(releaseDelay, other.releaseDelay)
    account.quality = both(quality, other.quality)
    account.margin = both(margin, other.margin)
    account.cloud = both(cloud, other.cloud)
    account.discloser = both(discloser, other.discloser)
    account.level.none = both(level.none, other.level.none)
    account.level.acting = both(level.acting, other.level.acting)
    for kind in displaced.indices {
      account.displaced[kind] = both(displaced[kind], other.displaced[kind])
    }
    return account
  }
}

/// Where displaced spend went: the first class that holds.
enum Displacement: Int, CaseIterable {
  case unserved, openWeight, sameLab, foreign, usRival
}

/// The customers' and sellers' side of a pair of worlds.
///
/// Value flow u = w·s·(ρκ − π + ε), 0 when unserved; sales are w·s·π. Foreign persons' and other
/// seats of an agent are combined as o + f·(F − o), so that equal pools give the same sum to the
/// last bit whatever the share f.
struct MarketAccount {
  private(set) var serviceDays = 0.0
  private(set) var serviceDaysUS = 0.0
  private(set) var outage = 0.0
  private(set) var releaseDelay = 0.0
  private(set) var quality = 0.0
  private(set) var margin = 0.0
  private(set) var cloudRevenue = 0.0
  private(set) var discloserRevenue = 0.0
  /// Spend that went elsewhere, by ``Displacement``.
  private(set) var displaced = InlineArray<5, Double>(repeating: 0)
  /// Σ∫ w·s over [0, T]: the market.
  private(set) var spend = 0.0
  /// Minus value flow and margins of each world, US dollars.
  private(set) var level = (none: 0.0, acting: 0.0)
  /// World-0 dollars spent on each model; 0 in the row of `none`.
  private(set) var spentOn: [Double] = []

  /// Spend that went elsewhere, wherever it went.
  var displacedInAll: Double {
    var sum = 0.0
    for kind in displaced.indices { sum += displaced[kind] }
    return sum
  }

  /// Books another pair of worlds.
  ///
  /// Agents whose seats use the same in both worlds, which most do, differ in nothing: theirs is
  /// the level of world 0, which is known.
  mutating func rebook(
    _ future: Future, _ none: StepPaths, _ acting: Ledger, _ rates: MarketRates,
    _ levels: MarketLevels
  ) {
    let walk = PathWalk(none, acting.paths, horizon: future.horizon)
    let book = Bookkeeper(future: future, acting: acting, rates: rates, walk: walk)
    var spentOn = cleared(future)
    var spent = spentOn.mutableSpan
    for number in 0..<future.firstDefender {
      let pool = 2 * number
      if walk.isSame(pool), walk.isSame(pool + 1) {
        level.none += levels.agents[number]
        level.acting += levels.agents[number]
        none.forEachPiece(of: pool, until: future.horizon) { from, to, code in
          if code.isServed { spent[code.model] += future.dollars[pool] * (to - from) }
        }
        none.forEachPiece(of: pool + 1, until: future.horizon) { from, to, code in
          if code.isServed { spent[code.model] += future.dollars[pool + 1] * (to - from) }
        }
      } else {
        let others = book.account(pool, &spent)
        add(others, book.account(pool + 1, &spent), future.agents[number])
      }
    }
    self.spentOn = spentOn
    spend = levels.spend
  }

  /// Books a pair of worlds both without any action.
  mutating func rebookNone(_ future: Future, _ levels: MarketLevels) {
    spentOn = cleared(future)
    for agent in levels.agents {
      level.none += agent
      level.acting += agent
    }
    spend = levels.spend
  }

  /// Clears everything, and returns the memory of what is spent on each model, cleared too.
  private mutating func cleared(_ future: Future) -> [Double] {
    var memory = spentOn
    self = MarketAccount()
    memory.removeAll(keepingCapacity: true)
    for _ in future.models { memory.append(0) }
    return memory
  }

  private mutating func add(_ others: PoolAccount, _ foreign: PoolAccount, _ agent: Agent) {
    let seats = others.joined(with: foreign, share: agent.foreignShare)
    let scale = agent.weight * agent.spend
    serviceDays += agent.weight * seats.service
    if !agent.isAbroad { serviceDaysUS += agent.weight * seats.service }
    outage += scale * seats.outage
    releaseDelay += scale * seats.releaseDelay
    quality += scale * seats.quality
    margin += scale * seats.margin
    cloudRevenue += scale * seats.cloud
    discloserRevenue += scale * seats.discloser
    level.none += scale * seats.level.none
    level.acting += scale * seats.level.acting
    for kind in displaced.indices { displaced[kind] += scale * seats.displaced[kind] }
  }
}

/// What customers and sellers have in the world without any action, once for all pairs.
struct MarketLevels {
  /// Minus value flow and margins of each agent, US dollars.
  private(set) var agents: [Double] = []
  /// Σ∫ w·s over [0, T].
  private(set) var spend = 0.0

  /// Takes another world's numbers over the last one's.
  mutating func refill(_ future: Future, _ none: StepPaths, _ rates: MarketRates) {
    agents.removeAll(keepingCapacity: true)
    spend = 0
    for number in 0..<future.firstDefender {
      let agent = future.agents[number]
      func level(_ pool: Int) -> Double {
        var level = 0.0
        none.forEachPiece(of: pool, until: future.horizon) { from, to, code in
          let rate = rates.rate(number, mix: Int(agent.mix), code, future)
          level -= (to - from) * (rate.flow + rate.margin)
        }
        return level
      }
      let others = level(2 * number)
      let foreign = level(2 * number + 1)
      let scale = agent.weight * agent.spend
      agents.append(scale * (others + agent.foreignShare * (foreign - others)))
      spend += scale * future.horizon
    }
  }
}

/// Books the pieces of one pool after the other.
private struct Bookkeeper {
  let future: Future
  let acting: Ledger
  let rates: MarketRates
  let walk: PathWalk

  func account(_ pool: Int, _ spentOn: inout MutableSpan<Double>) -> PoolAccount {
    let agent = pool >> 1
    let mix = Int(future.agents[agent].mix)
    var account = PoolAccount()
    var codes = (none: PathCode?.none, acting: PathCode?.none)
    var rate = (none: MarketRates.Rate(), acting: MarketRates.Rate())
    walk.forEachPiece(of: pool) { from, to, before, after in
      if codes.none != before { rate.none = rates.rate(agent, mix: mix, before, future) }
      if codes.acting != after { rate.acting = rates.rate(agent, mix: mix, after, future) }
      codes = (before, after)
      if before.isServed { spentOn[before.model] += future.dollars[pool] * (to - from) }
      book(&account, from, to, before, after, rate.none, rate.acting)
    }
    return account
  }

  private func book(
    _ account: inout PoolAccount, _ from: Double, _ to: Double, _ before: PathCode,
    _ after: PathCode, _ first: MarketRates.Rate, _ second: MarketRates.Rate
  ) {
    let days = to - from
    account.level.none -= days * (first.flow + first.margin)
    account.level.acting -= days * (second.flow + second.margin)
    if before == after, !after.isDisplaced { return }
    let lost = days * (first.flow - second.flow)
    let releasedIn = before.isServed ? acting.releaseDay[before.model] : 0
    if !after.isServed {
      account.outage += lost
    } else if releasedIn > from {
      let share = min(1, (releasedIn - from) / days)
      account.releaseDelay += share * lost
      account.quality += lost - share * lost
    } else {
      account.quality += lost
    }
    account.margin += days * (first.margin - second.margin)
    account.cloud += days * (first.resale - second.resale)
    let finder = Int32(future.incident.finderCloud ?? -1)
    account.discloser +=
      days
      * ((first.cloud == finder ? first.resale : 0)
        - (second.cloud == finder ? second.resale : 0))
    if after.isDisplaced, first.kappa > 0 {
      account.service += days * (1 - min(1, second.kappa / first.kappa))
    }
    if before.isServed, acting.isTouched[before.model], after.model != before.model {
      account.displaced[displacement(before, after).rawValue] += days
    }
  }

  private func displacement(_ before: PathCode, _ after: PathCode) -> Displacement {
    guard after.isServed else { return .unserved }
    let model = future.models[after.model]
    if model.isOpen { return .openWeight }
    if model.lab == future.models[before.model].lab { return .sameLab }
    return future.labs[model.lab].country == .us ? .usRival : .foreign
  }
}

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
  var serviceDays = 0.0
  var serviceDaysUS = 0.0
  var outage = 0.0
  var releaseDelay = 0.0
  var quality = 0.0
  var margin = 0.0
  var cloudRevenue = 0.0
  var discloserRevenue = 0.0
  var displaced = [Double](repeating: 0, count: Displacement.allCases.count)
  /// Σ∫ w·s over [0, T]: the market.
  var spend = 0.0
  /// Minus value flow and margins of each world, US dollars.
  var level = (none: 0.0, acting: 0.0)
  /// World-0 dollars spent on each model.
  var spentOn: [Double]

  init(_ future: Future, _ none: Ledger, _ acting: Ledger) {
    spentOn = future.models.map { _ in 0 }
    let walk = PathWalk(none.paths, acting.paths, horizon: future.horizon)
    let rho = future.draw[future.scenario.market.valuePerDollar]
    var book = Bookkeeper(future, acting, rho: rho)
    for number in 0..<future.firstDefender {
      let agent = future.agents[number]
      book.turn(to: number)
      let scale = agent.weight * agent.spend
      let others = book.account(2 * number, walk, &spentOn, scale * (1 - agent.foreignShare))
      let foreign = book.account(2 * number + 1, walk, &spentOn, scale * agent.foreignShare)
      let seats = others.joined(with: foreign, share: agent.foreignShare)
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
      spend += scale * future.horizon
    }
  }
}

/// Books the pieces of the pools of one agent after the other.
private struct Bookkeeper {
  let future: Future
  let releaseDay: [Double]
  let isTouched: [Bool]
  let rho: Double
  private var number = 0
  private var mix = 0

  init(_ future: Future, _ acting: Ledger, rho: Double) {
    self.future = future
    releaseDay = acting.releaseDay
    isTouched = acting.isTouched
    self.rho = rho
  }

  /// Turns to the pools of an agent.
  mutating func turn(to agent: Int) {
    number = agent
    mix = Int(future.agents[agent].mix)
  }

  func account(
    _ pool: Int, _ walk: PathWalk, _ spentOn: inout [Double], _ dollarsPerDay: Double
  ) -> PoolAccount {
    var account = PoolAccount()
    walk.forEachPiece(of: pool) { from, to, before, after in
      book(&account, from, to, before, after)
      if before.isServed { spentOn[before.model] += dollarsPerDay * (to - from) }
    }
    return account
  }

  private func book(
    _ account: inout PoolAccount, _ from: Double, _ to: Double, _ before: PathCode,
    _ after: PathCode
  ) {
    let days = to - from
    let flows = (none: flow(before), acting: flow(after))
    let margins = (none: margin(before), acting: margin(after))
    account.level.none -= days * (flows.none + margins.none)
    account.level.acting -= days * (flows.acting + margins.acting)
    if before == after, !after.isDisplaced { return }
    let lost = days * (flows.none - flows.acting)
    let releasedIn = before.isServed ? releaseDay[before.model] : 0
    if !after.isServed {
      account.outage += lost
    } else if releasedIn > from {
      let share = min(1, (releasedIn - from) / days)
      account.releaseDelay += share * lost
      account.quality += lost - share * lost
    } else {
      account.quality += lost
    }
    account.margin += days * (margins.none - margins.acting)
    bookClouds(&account, days, before, after)
    if after.isDisplaced {
      let kappa = (none: kappa(before), acting: kappa(after))
      if kappa.none > 0 { account.service += days * (1 - min(1, kappa.acting / kappa.none)) }
    }
    if before.isServed, isTouched[before.model], after.model != before.model {
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

  private func kappa(_ code: PathCode) -> Double {
    code.isServed ? future.worth.value(mix, code.model, code.filtering) : 0
  }

  private func flow(_ code: PathCode) -> Double {
    guard code.isServed else { return 0 }
    let taste = future.tastes[number * future.models.count + code.model]
    return rho * kappa(code) - future.models[code.model].price + taste
  }

  /// Margin of the lab and of the cloud that resells.
  private func margin(_ code: PathCode) -> Double {
    guard code.isServed else { return 0 }
    let model = future.models[code.model]
    let lab = future.labs[model.lab].margin
    guard let cloud = future.channel(number, lab: model.lab) else { return model.price * lab }
    let resale = future.clouds[cloud].resaleMargin
    return model.price * ((1 - resale) * lab + resale)
  }

  private func bookClouds(
    _ account: inout PoolAccount, _ days: Double, _ before: PathCode, _ after: PathCode
  ) {
    let first = resale(before)
    let second = resale(after)
    account.cloud += days * (first.revenue - second.revenue)
    let finder = future.incident.finderCloud
    account.discloser +=
      days
      * ((first.cloud == finder ? first.revenue : 0)
        - (second.cloud == finder ? second.revenue : 0))
  }

  private func resale(_ code: PathCode) -> (cloud: Int?, revenue: Double) {
    guard code.isServed else { return (nil, 0) }
    let model = future.models[code.model]
    guard let cloud = future.channel(number, lab: model.lab) else { return (nil, 0) }
    return (cloud, model.price * future.clouds[cloud].resaleMargin)
  }
}

/// The defenders' side of a pair of worlds: capability, findings and exposure.
struct DefenceAccount {
  /// Staff-days at capability, by defender group: world 0, world 1, and of those affected.
  private(set) var none: [Double] = []
  private(set) var lost: [Double] = []
  private(set) var affectedNone = 0.0
  private(set) var affectedLost = 0.0
  /// The same of labs' partners.
  private var partners = (none: 0.0, lost: 0.0)
  /// Σ staff ∫C of each world.
  private(set) var level = (none: 0.0, acting: 0.0)
  /// Σ assets × [min(F₁, T) − min(F₀, T)].
  private(set) var exposureDays = 0.0
  private(set) var findingsForgone = 0.0

  /// Books another pair of worlds.
  mutating func rebook(_ future: Future, _ before: Ledger, _ after: Ledger) {
    none.removeAll(keepingCapacity: true)
    lost.removeAll(keepingCapacity: true)
    for _ in future.scenario.defenders {
      none.append(0)
      lost.append(0)
    }
    (affectedNone, affectedLost, level) = (0, 0, (0, 0))
    partners = (0, 0)
    (exposureDays, findingsForgone) = (0, 0)
    let walk = PathWalk(before.paths, after.paths, horizon: future.horizon)
    for number in future.firstDefender..<future.agents.count {
      let agent = future.agents[number]
      let group = Int(agent.mix) - future.scenario.customers.count
      let others = DefenceAccount.integrals(future, walk, 2 * number)
      let foreign = DefenceAccount.integrals(future, walk, 2 * number + 1)
      let staff = agent.staff * agent.weight
      let inNone = staff * (others.none + agent.foreignShare * (foreign.none - others.none))
      let loss = staff * (others.lost + agent.foreignShare * (foreign.lost - others.lost))
      none[group] += inNone
      lost[group] += loss
      level.none += inNone
      level.acting += inNone - loss
      if agent.isPartner {
        partners.none += inNone
        partners.lost += loss
      }
      if DefenceAccount.usesReached(future, before, after, number) {
        affectedNone += inNone
        affectedLost += loss
      }
    }
    bookFlaws(future, before, after)
  }

  private mutating func bookFlaws(_ future: Future, _ before: Ledger, _ after: Ledger) {
    for number in future.flaws.indices {
      let (first, second) = (before.fixedDay[number], after.fixedDay[number])
      if first != second {
        exposureDays +=
          future.flaws[number].assets
          * (min(second, future.horizon) - min(first, future.horizon))
      }
      let found = (
        before.foundDay[number] <= future.horizon, after.foundDay[number] <= future.horizon
      )
      if found.0 != found.1 {
        findingsForgone +=
          found.0 ? future.flaws[number].represents : -future.flaws[number].represents
      }
    }
  }

  /// ∫C₀ and ∫(C₀ − C₁) of one pool.
  private static func integrals(
    _ future: Future, _ walk: PathWalk, _ pool: Int
  ) -> (none: Double, lost: Double) {
    let mix = Int(future.agents[pool >> 1].mix)
    func capability(_ code: PathCode) -> Double {
      code.isServed
        ? future.worth.value(mix, code.model, code.filtering) : future.worth.bare[mix]
    }
    var none = 0.0
    var lost = 0.0
    walk.forEachPiece(of: pool) { from, to, before, after in
      let first = capability(before)
      none += (to - from) * first
      lost += (to - from) * (first - capability(after))
    }
    return (none, lost)
  }

  /// Whether a defender uses, without any action, a model that the order reached.
  private static func usesReached(
    _ future: Future, _ before: Ledger, _ after: Ledger, _ number: Int
  ) -> Bool {
    guard after.isReached.contains(true) else { return false }
    return (0..<2).contains { seat in
      before.paths.contains(2 * number + seat) { $0.isServed && after.isReached[$0.model] }
    }
  }

  /// Capability lost by one group, as a percentage of its world-0 capability.
  func lossPercent(group: Int) -> Double {
    none[group] > 0 ? 100 * lost[group] / none[group] : .nan
  }

  /// Capability lost over all defenders, staff-days.
  var daysLost: Double { lost.reduce(0, +) }

  /// The same as a percentage.
  var lossPercent: Double {
    let total = none.reduce(0, +)
    return total > 0 ? 100 * daysLost / total : .nan
  }

  /// The same over partners; NaN if there are none.
  var partnerLossPercent: Double {
    partners.none > 0 ? 100 * partners.lost / partners.none : .nan
  }

  /// The same over those who would use a reached model; NaN if nobody would.
  var affectedLossPercent: Double {
    affectedNone > 0 ? 100 * affectedLost / affectedNone : .nan
  }
}

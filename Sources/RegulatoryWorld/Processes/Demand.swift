import DiscreteEvents
import Stochastics

/// A pool of seats: at every instant it uses one model, or none.
struct Pool: BitwiseCopyable {
  /// Model in use; negative: unserved.
  var current: Int32
  /// Model it would use if it could.
  var wanted: Int32
  /// How the model in use is filtered.
  var filtering = Filtering.none
  /// Whether it lost its model, or the upgrade it wants, to the order or compliance with it.
  var isDisplaced = false
  /// Plans of an earlier epoch are void.
  var epoch: Int32 = 0
  /// Whether a migration or a return is planned.
  var hasPlan = false
  /// Whether its agent sits abroad.
  let isAbroad: Bool
  /// Migrations made: names the marks of the next one.
  var migrations: Int32 = 0

  /// The state as the ledger keeps it.
  var code: PathCode {
    PathCode(
      model: Int(current), filtering: filtering,
      isDisplaced: isDisplaced || filtering == .gate)
  }
}

/// Process 9, demand.
///
/// Pools re-choose only at a loss, a restoration or a release. The first substitute is the best
/// model of the same lab, within hours; then a tested fail-over, several vendors at hand, or
/// patience and a migration.
struct Demand {
  /// Pool 2a of agent a: other seats; 2a + 1: foreign persons' seats.
  var pools: [Pool] = []
  /// Memory for the pools that a look at all of them finds concerned.
  fileprivate var concerned: [Int32] = []
  /// How often a pool was displaced or no longer is, so that who looks knows whether to look again.
  private(set) var displacementChanges = 0

  mutating func reset(_ future: Future) {
    pools.removeAll(keepingCapacity: true)
    for agent in future.agents.indices {
      let model = future.agents[agent].homeModel
      let pool = Pool(
        current: model, wanted: model, isAbroad: future.agents[agent].isAbroad)
      pools.append(pool)
      pools.append(pool)
    }
    displacementChanges = 0
  }
}

extension Demand {
  /// Whether a pool is without its model, or the upgrade it wants, because of the order.
  mutating func setDisplaced(_ pool: Int, _ isDisplaced: Bool) {
    guard pools[pool].isDisplaced != isDisplaced else { return }
    pools[pool].isDisplaced = isDisplaced
    displacementChanges += 1
  }
}

extension World {
  /// Looks at every pool again after something changed who may use what.
  ///
  /// - Parameter models: The models, a bit each, whose users alone may be concerned; all if nothing
  ///   is said.
  mutating func reassess(_ agenda: inout Agenda, usersOf models: UInt64 = .max) {
    if law != nil { updateAbroad(&agenda) }
    var concerned: [Int32] = []
    swap(&concerned, &demand.concerned)
    gatherConcerned(usersOf: models, into: &concerned)
    for pool in concerned { reassess(Int(pool), &agenda) }
    swap(&concerned, &demand.concerned)
    guard law != nil else { return }
    sampleService(&agenda)
    updateResearch(&agenda)
  }

  /// Gathers the pools for which something may change: those that do not simply go on with the
  /// model they want, or without it.
  ///
  /// Apart from what is done about them, since whether one is concerned hangs on no other.
  private func gatherConcerned(usersOf models: UInt64, into concerned: inout [Int32]) {
    concerned.removeAll(keepingCapacity: true)
    let openings = openings()
    demand.pools.withUnsafeBufferPointer { pools in
      for pool in pools.indices where !goesOn(pool, pools[pool], models, openings) {
        concerned.append(Int32(pool))
      }
    }
  }

  @inline(__always)
  private func goesOn(
    _ pool: Int, _ state: Pool, _ models: UInt64, _ openings: Openings
  ) -> Bool {
    let (wanted, current) = (state.wanted, state.current)
    guard wanted >= 0 else { return true }
    guard current >= 0 else {
      return state.hasPlan && access(state, pool, Int(wanted), openings) == nil
    }
    let own: UInt64 = 1 &<< UInt64(wanted) | 1 &<< UInt64(current)
    if own & models == 0 { return true }
    if wanted != current, access(state, pool, Int(wanted), openings) != nil { return false }
    return access(state, pool, Int(current), openings) == state.filtering
  }

  private mutating func reassess(_ pool: Int, _ agenda: inout Agenda) {
    let state = demand.pools[pool]
    guard state.wanted >= 0 else { return }
    if state.wanted != state.current, let filtering = access(pool, Int(state.wanted)) {
      restored(pool, filtering, &agenda)
    }
    let now = demand.pools[pool]
    if now.current >= 0 {
      guard let filtering = access(pool, Int(now.current)) else {
        lose(pool, &agenda)
        return
      }
      if filtering != now.filtering {
        demand.pools[pool].filtering = filtering
        record(pool, &agenda)
      }
    } else if !now.hasPlan {
      seekSubstitute(pool, &agenda)
    }
  }

  /// The model a pool wants can be had again: those who stayed with the lab take it up at once;
  /// of those who went elsewhere, most come back after a while, and the others settle there.
  private mutating func restored(_ pool: Int, _ filtering: Filtering, _ agenda: inout Agenda) {
    let state = demand.pools[pool]
    let wanted = Int(state.wanted)
    if filtering == .gate, state.current >= 0, isBetterOff(pool, than: filtering) { return }
    let hasLeft =
      state.current >= 0 && future.models[Int(state.current)].lab != future.models[wanted].lab
    guard hasLeft else {
      notePool(pool, .regains, from: Int(state.current), to: wanted, agenda)
      settle(pool, on: wanted, &agenda)
      return
    }
    guard !state.hasPlan else { return }
    let agent = future.agents[pool >> 1]
    if comesBack(pool, filtering) {
      plan(pool, wanted, .comeback, after: agent.returnDelay, &agenda)
    } else {
      demand.pools[pool].wanted = state.current
      notePool(pool, .settles, from: wanted, to: Int(state.current), agenda)
      settle(pool, on: Int(state.current), &agenda)
    }
  }

  /// Customers come back in a given share, less those abroad who hold back; defenders
  /// unless they are clearly better off.
  private func comesBack(_ pool: Int, _ filtering: Filtering) -> Bool {
    let agent = future.agents[pool >> 1]
    return agent.isDefender
      ? !isBetterOff(pool, than: filtering, by: values.switchGain)
      : agent.returnMark < future.draw[future.scenario.market.returnShare] && !staysAbroad(pool)
  }

  /// Whether what a pool uses serves it better than the model it wants would, filtered.
  private func isBetterOff(
    _ pool: Int, than filtering: Filtering, by margin: Double = 0
  ) -> Bool {
    let state = demand.pools[pool]
    let mix = Int(future.agents[pool >> 1].mix)
    return future.worth.value(mix, Int(state.current), state.filtering)
      > future.worth.value(mix, Int(state.wanted), filtering) + margin
  }

  /// A pool loses the model it uses.
  mutating func lose(_ pool: Int, _ agenda: inout Agenda) {
    notePool(pool, .loses, from: Int(demand.pools[pool].current), to: -1, agenda)
    demand.pools[pool].current = -1
    demand.pools[pool].filtering = .none
    demand.setDisplaced(pool, true)
    demand.pools[pool].epoch += 1
    demand.pools[pool].hasPlan = false
    record(pool, &agenda)
    seekSubstitute(pool, &agenda)
  }

  /// An unserved pool falls back within its lab and weighs a migration.
  mutating func seekSubstitute(_ pool: Int, _ agenda: inout Agenda) {
    let agent = pool >> 1
    let lab = future.models[Int(demand.pools[pool].wanted)].lab
    let market = future.scenario.market
    let fallback = best(for: pool, ofLab: lab, now: agenda.now)
    let target = best(for: pool, ofLab: nil, now: agenda.now)
    let hours = future.draw[market.fallbackHours] / 24
    var leavesIn = Double.infinity
    if let target, target != fallback, isWorthLeaving(agent, target, for: fallback) {
      leavesIn = migrationDelay(agent, move: Int(demand.pools[pool].migrations))
    }
    if let fallback, hours < leavesIn {
      plan(pool, fallback, .fallback, after: hours, &agenda)
    }
    if let target, leavesIn < .infinity {
      plan(pool, target, .migration, after: leavesIn, &agenda)
    }
  }

  /// Days until an agent works with another vendor.
  ///
  /// The marks are those of this move of it.
  func migrationDelay(_ agent: Int, move: Int) -> Double {
    let traits = future.agents[agent]
    let market = future.scenario.market
    let key = traits.key.child("migration").child(move)
    if traits.hasFailover { return future.draw[market.failoverHours] / 24 }
    if traits.isMultiHomed {
      // Whoever has a second vendor already is no slower for it; the days are a figure of firms.
      let days = min(future.draw[market.multiHomedDays], traits.patienceDays + traits.migrationDays)
      return future.duration(median: days, at: key)
    }
    return future.duration(median: traits.patienceDays, at: key.child("patience"))
      + future.duration(median: traits.migrationDays, at: key)
  }

  private mutating func plan(
    _ pool: Int, _ target: Int, _ move: Move, after days: Double, _ agenda: inout Agenda
  ) {
    demand.pools[pool].hasPlan = true
    agenda.schedule(
      .poolMoves(
        pool: Int32(pool), target: Int32(target), epoch: demand.pools[pool].epoch, move: move),
      at: agenda.now + days, priority: .late)
  }

  mutating func poolMoves(
    _ pool: Int, _ target: Int, _ epoch: Int32, _ move: Move, _ agenda: inout Agenda
  ) {
    let state = demand.pools[pool]
    guard state.epoch == epoch, state.current != Int32(target) else { return }
    let goal = move == .comeback ? Int(state.wanted) : target
    guard let filtering = access(pool, goal) else {
      demand.pools[pool].epoch += 1
      demand.pools[pool].hasPlan = false
      if state.current < 0 { seekSubstitute(pool, &agenda) }
      return
    }
    switch move {
    case .fallback:
      // The better model it came from may be back already.
      guard state.current < 0 else { return }
      notePool(pool, .fallsBack, from: Int(state.wanted), to: goal, agenda)
      if goal == Int(state.wanted) {
        settle(pool, on: goal, &agenda)
      } else {
        use(pool, goal, filtering, &agenda)
      }
    case .migration:
      let left = state.current < 0 ? state.wanted : state.current
      notePool(pool, .migrates, from: Int(left), to: goal, agenda)
      payMigration(pool)
      demand.pools[pool].migrations += 1
      demand.pools[pool].hasPlan = false
      use(pool, goal, filtering, &agenda)
    case .comeback:
      notePool(pool, .comesBack, from: Int(state.current), to: goal, agenda)
      payMigration(pool)
      demand.pools[pool].migrations += 1
      settle(pool, on: goal, &agenda)
    }
  }

  private mutating func use(
    _ pool: Int, _ model: Int, _ filtering: Filtering, _ agenda: inout Agenda
  ) {
    demand.pools[pool].current = Int32(model)
    demand.pools[pool].filtering = filtering
    record(pool, &agenda)
  }

  /// A pool uses the model it wants, if it may: no plan remains, nothing is lost.
  mutating func settle(_ pool: Int, on model: Int, _ agenda: inout Agenda) {
    guard let filtering = access(pool, model) else { return }
    settle(pool, on: model, filtering, &agenda)
  }

  /// The same where it is known how it may.
  mutating func settle(
    _ pool: Int, on model: Int, _ filtering: Filtering, _ agenda: inout Agenda
  ) {
    demand.pools[pool].epoch += 1
    demand.pools[pool].hasPlan = false
    demand.setDisplaced(pool, false)
    use(pool, model, filtering, &agenda)
  }

  /// The cost of one switch, for the seats of this pool.
  mutating func payMigration(_ pool: Int) {
    let agent = future.agents[pool >> 1]
    let share = pool & 1 == 1 ? agent.foreignShare : 1 - agent.foreignShare
    ledger.migrationCost += agent.weight * agent.migrationCost * share
    ledger.moves += agent.weight * agent.spend * share
  }

  /// Writes a pool's state to the ledger and tells the queues of a defender.
  mutating func record(_ pool: Int, _ agenda: inout Agenda) {
    ledger.paths.append(pool, agenda.now, demand.pools[pool].code)
    let agent = pool >> 1
    if agent >= future.firstDefender { updateDefender(agent - future.firstDefender, &agenda) }
  }

  // MARK: Fear of being next

  /// Customers abroad of labs that were not named leave some of them for fear of being next.
  mutating func expectFear(_ agenda: inout Agenda) {
    let draw = future.draw
    let share = draw[future.scenario.market.fearShare] * draw[future.scenario.mechanisms.fear]
    guard share > 0 else { return }
    for (number, agent) in future.agents.enumerated()
    where agent.isAbroad && !agent.isDefender && agent.fearMark < share {
      agenda.schedule(
        .poolLeavesInFear(pool: Int32(2 * number + 1)), at: agenda.now + agent.fearDelay)
    }
  }

  mutating func poolLeavesInFear(_ pool: Int, _ agenda: inout Agenda) {
    let state = demand.pools[pool]
    guard order.isInForce, state.current >= 0, state.current == state.wanted,
      !binds(Int(state.current))
    else { return }
    let model = future.models[Int(state.current)]
    guard future.labs[model.lab].country == .us, !model.isOpen,
      isInTheLine(pool, Int(state.current)),
      let target = best(for: pool, now: agenda.now, where: { !self.isUnderUSControl($0) })
    else { return }
    notePool(pool, .leavesInFear, from: Int(state.current), to: target, agenda)
    payMigration(pool)
    demand.pools[pool].wanted = Int32(target)
    settle(pool, on: target, &agenda)
  }

  /// Whether a pool would be shut out if its model were named next.
  private func isInTheLine(_ pool: Int, _ model: Int) -> Bool {
    guard let law, law.shadows(model) else { return false }
    return law.restrictsUse(
      model, named: true, class: Int(future.agents[pool >> 1].foreignClass), asPartner: false)
  }

  func isUnderUSControl(_ model: Int) -> Bool {
    future.labs[future.models[model].lab].country == .us && !future.models[model].isOpen
  }
}

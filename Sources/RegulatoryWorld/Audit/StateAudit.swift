/// At the end of every instant each pool uses what it may use, as the ledger says, and attackers
/// reach what they can reach.
struct StateAudit {
  /// What an event may have changed.
  enum Scope {
    case nothing
    /// The pools of an agent.
    case agent(Int)
    case everything
  }

  private var day = 0.0
  private var hasToLookAtAll = false
  private var agents: [Int] = []

  /// Something happened on a day.
  mutating func happened(
    _ scope: Scope, on day: Double, _ world: borrowing World, _ findings: inout Findings
  ) {
    findings.expect(day >= self.day, "Day \(day) comes after day \(self.day).")
    self.day = day
    switch scope {
    case .nothing: break
    case .agent(let agent): agents.append(agent)
    case .everything: hasToLookAtAll = true
    }
  }

  /// The instant is over if the next event comes later.
  mutating func goesOn(to next: Double, _ world: borrowing World, _ findings: inout Findings) {
    guard next > day else { return }
    let openings = world.openings()
    if hasToLookAtAll {
      for pool in world.demand.pools.indices { check(pool, openings, world, &findings) }
      checkAttackers(world, &findings)
    } else {
      for agent in agents {
        check(2 * agent, openings, world, &findings)
        check(2 * agent + 1, openings, world, &findings)
      }
    }
    hasToLookAtAll = false
    agents.removeAll(keepingCapacity: true)
  }

  private func check(
    _ pool: Int, _ openings: Openings, _ world: borrowing World, _ findings: inout Findings
  ) {
    let state = world.demand.pools[pool]
    checkOpenings(pool, state, openings, world, &findings)
    findings.expect(
      world.ledger.paths.lastCode(pool) == state.code,
      "The ledger has not pool \(pool)'s state of day \(day).")
    guard state.current >= 0 else { return }
    let model = Int(state.current)
    let access = world.access(pool, model)
    let id = world.future.scenario.models[model].id
    findings.expect(access != nil, "Pool \(pool) uses '\(id)' on day \(day), which it may not.")
    findings.expect(
      access == nil || access == state.filtering,
      "Pool \(pool) uses '\(id)' on day \(day) with another filter than there is.")
    findings.expect(
      !world.future.models[model].isVetted || world.future.agents[pool >> 1].isPartner,
      "Pool \(pool) uses the vetted '\(id)' on day \(day) and is no partner.")
    findings.expect(
      world.law != nil || !state.code.isDisplaced,
      "Pool \(pool) is displaced on day \(day) without any action.")
  }

  /// What holds of a model for everybody holds for this pool.
  private func checkOpenings(
    _ pool: Int, _ state: Pool, _ openings: Openings, _ world: borrowing World,
    _ findings: inout Findings
  ) {
    for model in [state.current, state.wanted] where model >= 0 {
      findings.expect(
        world.access(state, pool, Int(model), openings) == world.access(pool, Int(model)),
        "Model \(model) is not open to pool \(pool) as it is to everybody on day \(day).")
      checkOrdinary(pool, Int(model), world, &findings)
    }
  }

  /// What the share of spend served goes by, class and channel, gives each customer in the United
  /// States what it has.
  private func checkOrdinary(
    _ pool: Int, _ model: Int, _ world: borrowing World, _ findings: inout Findings
  ) {
    let agent = world.future.agents[pool >> 1]
    let traits = world.future.models[model]
    guard !agent.isAbroad, !agent.isDefender, !traits.isOpen else { return }
    let cloud = world.future.channel(pool >> 1, lab: traits.lab)
    let number = Int(pool & 1 == 1 ? agent.foreignClass : agent.otherClass)
    findings.expect(
      world.ordinaryAccess(model, class: number, through: cloud)
        == world.permission(pool, model),
      "Model \(model) is not open to pool \(pool) as it is to its class on day \(day).")
  }

  private func checkAttackers(_ world: borrowing World, _ findings: inout Findings) {
    findings.expect(
      world.attack.capability == world.attackCapability(),
      "Attackers are taken to reach \(world.attack.capability) on day \(day), and can reach"
        + " \(world.attackCapability()).")
  }
}

extension StateAudit.Scope {
  init(_ event: Event) {
    switch event {
    case .flawBorn, .flawFound, .flawTriaged, .flawFixed, .flawWeaponized, .backgroundFiled,
      .officerDecided, .pressureReviewed, .applicationFiled:
      self = .nothing
    case .poolMoves(let pool, _, _, _), .poolLeavesInFear(let pool):
      self = .agent(Int(pool) >> 1)
    case .modelAdopted(let agent, _), .agentPhasesOut(let agent, _): self = .agent(Int(agent))
    case .modelReleased, .publicationRelocated, .bypassFound, .attackersHoldBypass, .labTold,
      .governmentTold, .bypassJudged, .expertsReview, .fixDemanded, .fixShipped, .orderIssued,
      .orderTakesEffect, .letterLeaks, .orderExtended, .labsComply, .cloudPrecedes, .cloudFollows,
      .gateBuilt, .sovereigntyFades, .reliefGranted, .accountPublished, .meetingHeld, .suitWeighed,
      .injunctionDecided, .criteriaPublished, .labEngages, .standardHardens, .agenciesAnswered,
      .labDesignated, .auditsBegin, .researchCloses:
      self = .everything
    }
  }
}

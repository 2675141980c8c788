import DiscreteEvents
import Scenarios

/// Process 14, designation of a lab as a supply-chain risk: federal agencies and their contractors
/// leave its models over the phase-out, and do not come back.
struct Designations {
  /// By lab.
  private(set) var isDesignated: [Bool] = []
  /// Whether there is any, so that a world without has nothing to look up.
  private(set) var isAny = false
  /// Whether each agent has left each lab for good: agent · labs + lab; empty without any.
  private var hasLeft: [Bool] = []
  private var agents = 0

  mutating func reset(_ future: Future) {
    isDesignated.refill(future.labs.count, with: false)
    isAny = false
    agents = future.agents.count
  }

  mutating func designate(_ lab: Int) {
    isDesignated[lab] = true
    guard !isAny else { return }
    isAny = true
    hasLeft.refill(agents * isDesignated.count, with: false)
  }

  mutating func leave(_ agent: Int, _ lab: Int) {
    hasLeft[agent * isDesignated.count + lab] = true
  }

  /// Whether an agent may not use a lab any more, whatever the order says.
  func bars(_ agent: Int, _ lab: Int) -> Bool {
    isAny && hasLeft[agent * isDesignated.count + lab]
  }
}

extension World {
  /// Designations that the scenario dates; without any action nobody is designated.
  mutating func beginDesignations(_ agenda: inout Agenda) {
    guard law != nil else { return }
    for event in future.scenario.timeline {
      guard case .designation(let name) = event.kind,
        let lab = future.scenario.labs.firstIndex(where: { $0.id == name })
      else { continue }
      agenda.schedule(.labDesignated(lab: Int32(lab)), at: future.draw[event.day])
    }
  }

  /// Designates a lab: by date, or after it refused a demand.
  mutating func designate(_ lab: Int, _ agenda: inout Agenda) {
    guard law != nil, !designations.isDesignated[lab] else { return }
    designations.designate(lab)
    ledger.isDesignated[lab] = true
    let regulator = future.scenario.regulator
    trust.shift(lab, by: -future.draw[regulator.trust.designationLoss])
    note(.designation(.designated(lab: Int32(lab))), agenda)
    let days = future.draw[regulator.designation.phaseOutDays]
    for agent in 0..<future.firstDefender where mustLeave(agent) {
      let mark = future.agents[agent].key.child("phase-out").uniform()
      agenda.schedule(
        .agentPhasesOut(agent: Int32(agent), lab: Int32(lab)), at: agenda.now + days * mark)
    }
  }

  /// Whether a customer is a federal agency or contractor.
  private func mustLeave(_ agent: Int) -> Bool {
    let traits = future.agents[agent]
    let segment = future.scenario.customers[Int(traits.mix)]
    return segment.isFederal
      || traits.key.child("contractor").uniform() < future.draw[segment.federalContractorShare]
  }

  mutating func agentPhasesOut(_ agent: Int, _ lab: Int, _ agenda: inout Agenda) {
    designations.leave(agent, lab)
    for pool in [2 * agent, 2 * agent + 1] { phaseOut(pool, lab, &agenda) }
  }

  /// A pool that uses or wants a designated lab's model takes another in good time.
  ///
  /// One that has gone elsewhere since the order stays there; only where there is nothing else
  /// is it left without.
  private mutating func phaseOut(_ pool: Int, _ lab: Int, _ agenda: inout Agenda) {
    let state = demand.pools[pool]
    guard state.wanted >= 0 else { return }
    let wantsIt = future.models[Int(state.wanted)].lab == lab
    let usesIt = state.current >= 0 && future.models[Int(state.current)].lab == lab
    guard wantsIt || usesIt else { return }
    if wantsIt, !usesIt, state.current >= 0 {
      demand.pools[pool].wanted = state.current
      notePool(pool, .phasesOut, from: Int(state.wanted), to: Int(state.current), agenda)
      settle(pool, on: Int(state.current), &agenda)
    } else if wantsIt, let target = best(for: pool, ofLab: nil, now: agenda.now) {
      notePool(pool, .phasesOut, from: Int(state.wanted), to: target, agenda)
      payMigration(pool)
      demand.pools[pool].migrations += 1
      demand.pools[pool].wanted = Int32(target)
      settle(pool, on: target, &agenda)
    } else if usesIt {
      lose(pool, &agenda)
    }
  }
}

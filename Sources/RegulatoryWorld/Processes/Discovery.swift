import DiscreteEvents

// Process 2, discovery of a bypass, with the voluntary fix of process 5. What happens here happens
// in every world, whatever the regulator does.
extension World {
  mutating func beginDiscovery(_ agenda: inout Agenda) {
    let incident = future.incident
    if incident.foundDay <= future.horizon {
      agenda.schedule(.bypassFound, at: incident.foundDay)
    }
  }

  mutating func bypassFound(_ agenda: inout Agenda) {
    let incident = future.incident
    if let model = incident.model {
      note(.incident(.bypassFound(model: Int32(model))), agenda)
    }
    if incident.heldDay < .infinity {
      agenda.schedule(.attackersHoldBypass, at: max(agenda.now, incident.heldDay))
    }
    if incident.fixDay < .infinity {
      agenda.schedule(.fixShipped, at: max(agenda.now, incident.fixDay))
    }
  }

  mutating func attackersHoldBypass(_ agenda: inout Agenda) {
    attack.holdsBypass = true
    if let model = future.incident.model {
      note(.incident(.attackersHoldBypass(model: Int32(model))), agenda)
    }
    updateAttack(&agenda)
  }

  /// The classifier is shipped to everyone: variants are blocked, and some security work with
  /// them, since they are one choice.
  mutating func fixShipped(_ agenda: inout Agenda) {
    guard let model = future.incident.model else { return }
    demand.isFixed[model] = true
    note(.incident(.fixShipped(model: Int32(model))), agenda)
    reassess(&agenda)
    updateAttack(&agenda)
    for agent in future.agents.indices { reconsider(agent, model, &agenda) }
  }

  /// A model that was filtered is a new one to its users: those who would rather have another go.
  private mutating func reconsider(_ agent: Int, _ model: Int, _ agenda: inout Agenda) {
    let pool = 2 * agent
    guard demand.pools[pool].wanted == Int32(model),
      let target = best(for: pool, ofLab: nil, now: agenda.now), target != model,
      prefers(agent, target, to: model)
    else { return }
    agenda.schedule(
      .modelAdopted(agent: Int32(agent), model: Int32(target)),
      at: agenda.now + migrationDelay(agent, move: 0))
  }
}

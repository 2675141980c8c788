import DiscreteEvents
import Stochastics

// Process 2, discovery of a bypass: a cloud's red team, a researcher, a rival lab or attackers,
// each at a rate of its own. What happens here happens in every world, whatever the regulator does.

extension Incident {
  /// Where no bypass is scripted, the first one found of a closed model for everyone.
  mutating func discover(_ now: Circumstances) {
    for (number, candidate) in now.models.enumerated()
    where !candidate.isOpen && !candidate.isVetted && candidate.releaseDay >= 0 {
      let key = now.root.child("discovery").child(candidate.key)
      for (who, meanDays, name) in Incident.finders(of: candidate, now) {
        let day = candidate.releaseDay + key.child(name).exponential() * meanDays
        if day < foundDay {
          foundDay = day
          model = number
          finder = who
        }
      }
    }
    severity = now.draw[now.scenario.discovery.severity]
  }

  /// Who may find a bypass of a model, each with the mean of its days and its name.
  private static func finders(
    of model: ModelTraits, _ now: Circumstances
  ) -> [(Finder, Double, NameHash)] {
    let parameters = now.scenario.discovery
    var finders: [(Finder, Double, NameHash)] = [
      (.researcher, now.draw[parameters.researcherDays], NameHash("researcher")),
      (.attackers, now.draw[parameters.attackerDays], NameHash("attackers")),
    ]
    for (number, cloud) in now.clouds.enumerated() where cloud.salesShare[model.lab] > 0 {
      finders.append((.cloud(number), cloud.redTeamDays, cloud.key))
    }
    for (number, lab) in now.labs.enumerated()
    where number != model.lab && lab.country == .us && lab.spend > 0 {
      finders.append((.lab(number), now.draw[parameters.rivalDays], lab.key))
    }
    return finders
  }
}

extension World {
  mutating func beginDiscovery(_ agenda: inout Agenda) {
    let incident = future.incident
    guard incident.model != nil, incident.foundDay <= future.horizon else { return }
    agenda.schedule(.bypassFound, at: incident.foundDay)
  }

  mutating func bypassFound(_ agenda: inout Agenda) {
    let incident = future.incident
    if let model = incident.model {
      note(.incident(.bypassFound(model: Int32(model))), agenda, begins: .motive)
    }
    if incident.heldDay < .infinity {
      agenda.schedule(.attackersHoldBypass, at: max(agenda.now, incident.heldDay))
    }
    expectReports(&agenda)
  }

  mutating func attackersHoldBypass(_ agenda: inout Agenda) {
    attack.holdsBypass = true
    if let model = future.incident.model {
      note(.incident(.attackersHoldBypass(model: Int32(model))), agenda)
    }
    updateAttack(&agenda)
  }
}

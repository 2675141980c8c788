import DiscreteEvents
import ExportControls

/// Process 17, attack: latent vulnerabilities are rediscovered and weaponized at the attackers'
/// capability, which is that of the best tool they can reach.
///
/// Tiers of access: the bypassed model, other closed models at the cost of a bypass, open models
/// at the cost of removing their guardrails, own tools.
struct Attack {
  /// Capability A of the pool of attackers.
  var capability = 0.0
  /// Whether attackers hold the reported bypass.
  var holdsBypass = false
  /// Flaws being rediscovered and weaponized, all at speed A.
  var works = SharedSpeedWorks(speed: 0, now: 0)
  var handle = EventHandle.none

  mutating func reset() {
    capability = 0
    holdsBypass = false
    works.removeAll(speed: 0)
    handle = .none
  }
}

extension World {
  mutating func beginAttack(_ agenda: inout Agenda) {
    attack.capability = attackCapability()
    _ = attack.works.setSpeed(attack.capability, now: 0)
    ledger.attack.append((0, attack.capability))
  }

  /// Attackers start on a flaw.
  ///
  /// Work that no capability could finish by the horizon is left out.
  mutating func watch(_ id: Int32, _ flaw: Flaw, _ agenda: inout Agenda) {
    guard flaw.attackWork < World.highestCapability * (future.horizon - agenda.now) else { return }
    _ = attack.works.add(work: flaw.attackWork, id: id, now: agenda.now)
    expectWeapon(&agenda)
  }

  /// No model in a scenario may be more capable than this, as a ratio to day 0's best.
  static var highestCapability: Double { 10 }

  private mutating func expectWeapon(_ agenda: inout Agenda) {
    let next = attack.works.nextCompletion
    if agenda.isPending(attack.handle) {
      if agenda.time(of: attack.handle) != next { agenda.reschedule(attack.handle, at: next) }
    } else {
      attack.handle = agenda.scheduleCancellable(.flawWeaponized, at: next)
    }
  }

  mutating func flawWeaponized(_ agenda: inout Agenda) {
    if let id = attack.works.popCompleted(now: agenda.now) {
      ledger.weaponizedDay[Int(id)] = agenda.now
      noteFlaw(Int(id), .weaponized, agenda)
    }
    expectWeapon(&agenda)
  }

  /// What attackers can reach has changed.
  mutating func updateAttack(_ agenda: inout Agenda) {
    let capability = attackCapability()
    guard capability != attack.capability else { return }
    note(.attack(.reach(from: attack.capability, to: capability)), agenda)
    attack.capability = capability
    ledger.attack.append((agenda.now, capability))
    if attack.works.setSpeed(capability, now: agenda.now) { expectWeapon(&agenda) }
  }

  /// A, averaged over the pool: listed, other foreign and domestic attackers.
  func attackCapability() -> Double {
    let parameters = future.scenario.attackers
    let listed = future.draw[parameters.listedShare]
    let foreign = max(0, future.draw[parameters.foreignShare] - listed)
    let domestic = max(0, 1 - foreign - listed)
    return domestic * reachable(0) + foreign * reachable(1) + listed * reachable(2)
  }

  /// Best capability in reach of one class of attackers, some of whom hold the bypass.
  ///
  /// Where a gate restricts the class, some evade it; in a blackout nobody does.
  private func reachable(_ number: Int) -> Double {
    let parameters = future.scenario.attackers
    let evasion = future.draw[parameters.evasionShare]
    func tool(holdingBypass: Bool) -> Double {
      let stopped = bestTool(number, evades: false, holdingBypass)
      let evading = bestTool(number, evades: true, holdingBypass)
      return stopped + evasion * (evading - stopped)
    }
    let without = tool(holdingBypass: false)
    guard attack.holdsBypass else { return without }
    // Of those who know a bypass, vetting keeps some out and monitoring stops others.
    let share =
      future.incident.model.map { future.labs[future.models[$0].lab].safeguards.bypassShare } ?? 0
    return without + share * (tool(holdingBypass: true) - without)
  }

  private func bestTool(_ number: Int, evades: Bool, _ holdsBypass: Bool) -> Double {
    let parameters = future.scenario.attackers
    var best = future.draw[parameters.toolsCapability]
    for (model, traits) in future.models.enumerated() where releases.isOut[model] {
      var capability = traits.capability.attack
      if traits.isOpen {
        capability *= 1 - future.draw[parameters.openGuardrailCost]
      } else {
        guard !traits.isVetted, !fixes.isSuspended[model],
          let filtering = publicAccess(model, class: number, evades: evades)
        else {
          continue
        }
        let afresh = leftAfterBypass(model)
        if future.incident.model != model {
          capability *= afresh
        } else if !holdsBypass {
          // Its guardrails hold against whoever lacks the bypass.
          continue
        } else if filtering != .none {
          // What the filter leaves of the known technique, or a bypass of one's own.
          capability *= max(afresh, 1 - future.worth.blocked[filtering.rawValue])
        }
      }
      best = max(best, capability)
    }
    return best
  }

  /// How anybody of a class may use a closed model, as a customer of the lab itself.
  func publicAccess(_ model: Int, class number: Int, evades: Bool) -> Filtering? {
    let open = plainFiltering(model)
    guard compliance.labsApply, binds(model) else { return open }
    let means = compliance.means[future.models[model].lab]
    if means.contains(.persons), evades || !isRestricted(model, class: number, asPartner: false) {
      return open
    }
    return means.contains(.outputs) ? .gate : nil
  }
}

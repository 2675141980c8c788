import DiscreteEvents

/// Process 18, audits: some months after an order investors audit labs, which then find and repair
/// bypasses of closed models before they release them.
struct Audits {
  /// By lab.
  var isAudited: [Bool] = []
  /// Whether each model was repaired before its release.
  var isRepaired: [Bool] = []

  mutating func reset(_ future: Future) {
    isAudited.refill(future.labs.count, with: false)
    isRepaired.refill(future.models.count, with: false)
  }
}

extension World {
  /// After an order that bears on the public investors ask US labs for audits.
  ///
  /// Only an order that binds use shows what a bypass can cost.
  mutating func expectAudits(_ agenda: inout Agenda) {
    let audit = future.scenario.audit
    let chance =
      future.draw[audit.probability] * future.draw[future.scenario.mechanisms.openness]
    guard chance > 0, orderBearsOnThePublic, order.hasReached.contains(true) else { return }
    for (lab, traits) in future.labs.enumerated() where traits.country == .us {
      guard future.root.child("audit").child(traits.key).uniform() < chance else { continue }
      agenda.schedule(
        .auditsBegin(lab: Int32(lab)), at: agenda.now + future.draw[audit.days], priority: .early)
    }
  }

  mutating func auditsBegin(_ lab: Int, _ agenda: inout Agenda) {
    guard !audits.isAudited[lab] else { return }
    audits.isAudited[lab] = true
    note(.audit(.begins(lab: Int32(lab))), agenda)
  }

  /// An audited lab repairs a closed model that is due, and releases it so much later.
  mutating func isHeldForRepair(_ model: Int, _ agenda: inout Agenda) -> Bool {
    let traits = future.models[model]
    guard !traits.isOpen, audits.isAudited[traits.lab], !audits.isRepaired[model] else {
      return false
    }
    audits.isRepaired[model] = true
    let days = future.draw[future.scenario.audit.delayDays]
    note(.audit(.repairs(model: Int32(model), days: days)), agenda)
    guard days > 0 else { return false }
    releases.heldUntil[model] = agenda.now + days
    agenda.schedule(
      .modelReleased(model: Int32(model)), at: releases.heldUntil[model], priority: .early)
    return true
  }

  /// Capability left to attackers who bypass a closed model afresh.
  func leftAfterBypass(_ model: Int) -> Double {
    let leak = future.labs[future.models[model].lab].safeguards.technical
    return audits.isRepaired[model]
      ? leak * (1 - future.draw[future.scenario.audit.repairShare]) : leak
  }
}

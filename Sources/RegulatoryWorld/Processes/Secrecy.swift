import DiscreteEvents

// The secret letter of process 7: until its grounds are known, the lab must build for several
// readings, and labs out of its reach take it to reach them.

extension World {
  /// A letter without public grounds is out.
  mutating func beginSecrecy(_ agenda: inout Agenda) {
    guard let law, !law.regime.publicLetter else {
      expectReview(&agenda)
      return
    }
    order.isSecret = true
    let mean = future.draw[future.scenario.regulator.secrecy.leakDays]
    let days = future.root.child("leak").exponential() * mean
    agenda.schedule(.letterLeaks, at: agenda.now + days)
  }

  /// A press account may make the grounds known.
  mutating func letterMayLeak(account: Int, _ agenda: inout Agenda) {
    let chance = future.draw[future.scenario.regulator.secrecy.leakPerAccount]
    guard order.isSecret, future.root.child("leak").child(account).uniform() < chance else {
      return
    }
    letterLeaks(&agenda)
  }

  /// The grounds are known: work on gates is for one reading, and experts can review it.
  mutating func letterLeaks(_ agenda: inout Agenda) {
    guard order.isSecret else { return }
    order.isSecret = false
    note(.order(.leaked), agenda, since: .order)
    for lab in future.labs.indices { changeGateSpeeds(lab, &agenda) }
    expectReview(&agenda)
  }

  /// Whether the lab of a model takes a secret order to reach it though it does not.
  func readsWidely(_ model: Int) -> Bool {
    guard order.isSecret else { return false }
    let mark = future.root.child("wide-reading").child(future.models[model].key).uniform()
    return mark < future.draw[future.scenario.regulator.secrecy.wideReadingProbability]
  }

  /// Speed of a lab's work on gates.
  func gateSpeed(of lab: Int) -> Double {
    order.isSecret
      ? speed(of: lab) * future.draw[future.scenario.regulator.secrecy.gateSpeed] : speed(of: lab)
  }
}

import DiscreteEvents

// Process 1, releases on the way: each planned release is a countdown at its lab's speed. Barred
// staff slow a lab's own; foreign labs hurry while the order keeps users abroad from US models.
extension World {
  /// Speed at which a lab's planned releases come nearer.
  ///
  /// Both changes leave the calendar of the future, and have one switch. What hurries foreign labs
  /// is that users abroad are kept out, not the spend that moves in the simulation: agents' weights
  /// report and never drive behaviour.
  private func releaseSpeed(of lab: Int) -> Double {
    let strength = future.draw[future.scenario.mechanisms.gating]
    let own = 1 - strength * (1 - speed(of: lab))
    guard abroad.isShutOut, future.labs[lab].country != .us else { return own }
    return own * (1 + strength * future.draw[future.scenario.market.foreignAdvance])
  }

  /// Staff have been barred or restored, or users abroad shut out or let in.
  mutating func changeReleaseSpeeds(_ agenda: inout Agenda) {
    var told = -1
    for model in future.models.indices where agenda.isPending(releases.handles[model]) {
      let lab = future.models[model].lab
      let former = releases.work[model].speed
      let speed = releaseSpeed(of: lab)
      guard releases.work[model].setSpeed(speed, now: agenda.now) else { continue }
      if lab != told {
        note(.release(.speedChanges(lab: Int32(lab), from: former, to: speed)), agenda)
        told = lab
      }
      releases.heldUntil[model] = releases.work[model].completion
      agenda.reschedule(releases.handles[model], at: releases.work[model].completion)
    }
  }
}

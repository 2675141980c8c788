import DiscreteEvents
import Stochastics

/// Process 12, advocacy: signatures arrive with the harm done to credible signers, and pressure
/// decays.
///
/// Reviewed once a day while the order binds.
struct Advocacy {
  /// Public pressure, 0 to 1.
  var pressure = 0.0
}

extension World {
  mutating func beginAdvocacy(_ agenda: inout Agenda) {
    guard future.draw[future.scenario.mechanisms.advocacy] > 0,
      future.scenario.relief.fixedFullDays == nil
    else { return }
    agenda.schedule(.pressureReviewed, at: agenda.now + 1)
  }

  mutating func pressureReviewed(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    let parameters = future.scenario.relief
    let decay = Elementary.exp(-Advocacy.ln2 / future.draw[parameters.pressureHalfLifeDays])
    let gain =
      future.draw[parameters.pressurePerDay] * future.draw[future.scenario.mechanisms.advocacy]
      * harm()
    advocacy.pressure = min(1, advocacy.pressure * decay + gain)
    updateReliefSpeeds(&agenda)
    agenda.schedule(.pressureReviewed, at: agenda.now + 1)
  }

  private func harm() -> Double {
    var partners = 0
    var harmed = 0
    for number in future.firstDefender..<future.agents.count {
      guard future.agents[number].isPartner else { continue }
      partners += 1
      if demand.pools[2 * number].isDisplaced { harmed += 1 }
    }
    return partners == 0 ? 0 : Double(harmed) / Double(partners)
  }
}

extension Advocacy {
  /// The natural logarithm of 2.
  static let ln2 = 0.6931471805599453
}

import DiscreteEvents
import Stochastics

/// Process 13, litigation: the named lab decides whether to sue, and a court grants or refuses an
/// injunction at the hearing.
///
/// Days to the decision run from the order.
struct Suit {
  /// Day of the court's decision, were there a suit.
  var hearing = Double.infinity
}

extension World {
  mutating func beginSuit(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil, namedLab != nil,
      future.draw[future.scenario.mechanisms.litigation] > 0
    else { return }
    let days = future.reliefWork(
      median: future.draw[future.scenario.relief.injunctionDays],
      at: reliefKey(.injunction).child("work"))
    suit.hearing = agenda.now + days
    let filing = agenda.now + future.draw[future.scenario.relief.suitDays]
    agenda.schedule(.suitWeighed, at: min(filing, suit.hearing), priority: .first)
  }

  /// The lab sues by chance, the rather the less trust there is.
  mutating func suitWeighed(_ agenda: inout Agenda) {
    // A lab that loses listed users alone has nothing to sue over.
    guard order.isInForce, let lab = namedLab, law?.restrictsOrdinaryUsers ?? false else { return }
    let parameters = future.scenario.relief
    let draw = future.draw
    let chance =
      draw[parameters.suitProbability] * draw[future.scenario.mechanisms.litigation]
      * (1 + draw[parameters.suitTrust] * (1 - 2 * trust.level[lab]))
    guard mark(.injunction, "sues") < chance else { return }
    ledger.hasSued = true
    trust.shift(lab, by: -draw[future.scenario.regulator.trust.suitLoss])
    note(
      .politics(.suitFiled(lab: Int32(lab))), agenda, since: .order, begins: .route(.injunction))
    agenda.schedule(.injunctionDecided, at: suit.hearing, priority: .first)
    updateReliefSpeeds(&agenda)
  }

  /// The court decides; how such suits fare is a matter of the theory.
  mutating func injunctionDecided(_ agenda: inout Agenda) {
    guard order.isInForce, let law else { return }
    if mark(.injunction, "granted") < law.regime.injunctionProbability {
      reliefGranted(.injunction, &agenda)
    } else {
      note(.politics(.injunctionRefused), agenda, since: .route(.injunction))
      strengthenPrecedent(&agenda)
    }
  }
}

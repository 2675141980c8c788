import ExportControls
import Stochastics

/// Process 6, regime choice: on which theory a regulator that may choose rests its order.
///
/// A multinomial logit of scores: severity where the theory reaches the incident, evidence that
/// meets its own trigger, discretion and hostility to the lab speak for a theory; court risk and
/// political cost against it. One draw decides among all candidates.
struct RegimeChooser {
  let future: Future

  /// The score of a theory; 0 for one that neither helps nor costs anything.
  func score(_ law: LegalMap) -> Double {
    let weights = future.scenario.regulator.choice
    let draw = future.draw
    let incident = future.incident
    let regime = law.regime
    guard let model = incident.model, let appeal = weights.hooks[regime.hook] else { return 0 }
    let isNamed = incident.targets.contains(model)
    let reaches = law.bindsUse(model, named: isNamed) ? 1.0 : 0
    let isMet = regime.triggerMet(by: incident.evidence).isReached ? 1.0 : 0
    let hostility = 1 - future.labs[future.models[model].lab].trust
    return draw[weights.severityWeight] * incident.severity * reaches
      + draw[weights.evidenceWeight] * isMet
      + draw[weights.discretionWeight] * draw[appeal.discretion]
      - draw[weights.courtWeight] * regime.injunctionProbability
      - draw[weights.costWeight] * draw[appeal.cost]
      + draw[weights.hostilityWeight] * hostility * breadth(law)
  }

  /// Share of models that the theory binds or could reach next.
  private func breadth(_ law: LegalMap) -> Double {
    let targets = future.incident.targets
    let reached = future.models.indices.count {
      law.touches($0, named: targets.contains($0)) || law.couldReachNext($0)
    }
    return Double(reached) / Double(max(1, future.models.count))
  }

  /// Index of the chosen one among candidates.
  func choose(among laws: [LegalMap]) -> Int {
    Logit.pick(laws.map(score), at: future.root.child("regime-choice"))
  }
}

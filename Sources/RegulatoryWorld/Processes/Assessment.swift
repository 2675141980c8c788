import DiscreteEvents
import Scenarios
import Stochastics

// Process 4, assessment: the true uplift of a bypass, what the regulator takes it for, and what
// experts find later, once they can read the grounds.

extension Incident {
  mutating func assess(_ model: Int, _ now: Circumstances) {
    let parameters = now.scenario.regulator.assessment
    let draw = now.draw
    let key = now.bypassKey(model)
    uplift = severity * Incident.uniqueness(of: model, on: foundDay, now)
    let noise = draw[parameters.noiseSD]
    judgement = min(1, max(0, uplift + noise * key.child("judgement").normal()))
    let trust = now.labs[now.models[model].lab].trust
    threshold = draw[parameters.threshold] + draw[parameters.trustEffect] * (trust - 0.5)
    if governmentToldDay < .infinity { judgedDay = governmentToldDay + draw[parameters.days] }
    gatherEvidence(key.child("evidence"), now)
  }

  private mutating func gatherEvidence(_ key: StreamKey, _ now: Circumstances) {
    let chances = now.scenario.regulator.evidence
    func isFound(_ purpose: StaticString, _ chance: Parameter) -> Bool {
      key.child(purpose).uniform() < now.draw[chance]
    }
    evidence.reproducibleDemonstration = true
    evidence.demonstratedContentIsPublished = isFound(
      "published", chances.publishedProbability)
    evidence.endUseIntelligence = isFound("intelligence", chances.intelligenceProbability)
    evidence.weightMovement = isFound("weights", chances.weightMovementProbability)
    evidence.listing = isFound("listing", chances.listingProbability)
  }

  /// One minus the best capability reachable elsewhere, relative to the model's own: other labs'
  /// models at the cost of a bypass, open ones at the cost of removing their guardrails, and
  /// attackers' own tools.
  static func uniqueness(of model: Int, on day: Double, _ now: Circumstances) -> Double {
    let own = now.models[model].capability.attack
    guard own > 0 else { return 0 }
    let attackers = now.scenario.attackers
    var elsewhere = now.draw[attackers.toolsCapability]
    for (number, other) in now.models.enumerated()
    where number != model && !other.isVetted && other.releaseDay <= day {
      let left =
        other.isOpen
        ? 1 - now.draw[attackers.openGuardrailCost] : now.labs[other.lab].safeguards.technical
      elsewhere = max(elsewhere, other.capability.attack * left)
    }
    return max(0, 1 - elsewhere / own)
  }
}

extension World {
  mutating func expectAssessment(_ agenda: inout Agenda) {
    guard law != nil, future.incident.judgedDay < .infinity else { return }
    agenda.schedule(.bypassJudged, at: max(agenda.now, future.incident.judgedDay))
  }

  mutating func bypassJudged(_ agenda: inout Agenda) {
    let incident = future.incident
    // A judgement that an order has overtaken is history.
    guard agenda.now <= incident.orderDay else { return }
    note(
      .incident(
        .judged(
          judgement: incident.judgement, threshold: incident.threshold,
          isGrave: incident.isGrave)), agenda, since: .motive, begins: .motive)
  }

  /// Experts can look at the grounds, which they do in their own time.
  mutating func expectReview(_ agenda: inout Agenda) {
    let advocacy = future.draw[future.scenario.mechanisms.advocacy]
    guard advocacy > 0, let model = future.incident.model else { return }
    let key = future.root.child("review").child(future.models[model].key)
    let days = future.draw[future.scenario.regulator.assessment.reviewDays]
    agenda.schedule(
      .expertsReview, at: agenda.now + future.duration(median: days, at: key.child("days")))
  }

  /// Experts judge with less noise; where they find less than the regulator's own threshold, the
  /// lab has its rebuttal, and relief comes sooner.
  mutating func expertsReview(_ agenda: inout Agenda) {
    let incident = future.incident
    guard order.isInForce, let model = incident.model else { return }
    let parameters = future.scenario.regulator.assessment
    let key = future.root.child("review").child(future.models[model].key)
    let noise = future.draw[parameters.noiseSD] * future.draw[parameters.reviewNoiseRatio]
    let finding = min(1, max(0, incident.uplift + noise * key.child("finding").normal()))
    let isRebuttal = finding < incident.threshold
    note(
      .incident(
        .reviewed(finding: finding, threshold: incident.threshold, isRebuttal: isRebuttal)),
      agenda)
    guard isRebuttal else { return }
    relief.isRebutted = true
    updateReliefSpeeds(&agenda)
  }
}

extension Regime {
  /// Whether what an incident has shown would satisfy the theory's own trigger.
  ///
  /// An order can be given without it; the answer says whether results are conditional on that.
  public func triggerMet(by incident: IncidentEvidence) -> Reach {
    switch trigger {
    case .capabilityDemonstration:
      guard incident.reproducibleDemonstration else {
        return Reach(
          false, "Nobody has reproduced a controlled output.", citing: [.controlledEntries])
      }
      guard !(incident.demonstratedContentIsPublished && publishedExclusion) else {
        return Reach(
          false, "What was demonstrated is published already.",
          citing: [.published, .publishedScope])
      }
      return Reach(
        true, "A reproducible demonstration gives controlled technology.",
        citing: [.controlledEntries, .release])
    case .endUseIntelligence:
      return incident.endUseIntelligence
        ? Reach(
          true, "Intelligence shows that a listed end user is or may be served.",
          citing: [.militaryIntelligenceInformed, .usPersonSupport])
        : Reach(
          false, "No intelligence shows that a listed end user is served.",
          citing: [.militaryIntelligenceInformed, .knowledge])
    case .weightMovement:
      return incident.weightMovement
        ? Reach(
          true, "Weights have moved, or are about to.", citing: [.modelWeightEntry, .export])
        : Reach(
          false, "No weights have moved: use over an interface moves none.",
          citing: [.modelWeightEntry, .cloudOpinions])
    case .listing:
      return incident.listing
        ? Reach(true, "The model is on a list.", citing: [.temporaryEntry, .emergingTechnology])
        : Reach(
          false, "The model is on no list yet.", citing: [.temporaryEntry, .emergingTechnology])
    }
  }
}

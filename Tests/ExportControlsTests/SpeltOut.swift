import ExportControls

/// Every preset once more, spelt out in full as a scenario could define it.
enum SpeltOut {
  static func output(_ exceptions: Set<LicenceException>) -> Regime {
    Regime(
      hook: .output, itemScope: .controlledOutput, personScope: .foreignPersons,
      destinationScope: .ns1, trigger: .capabilityDemonstration, effect: .letter,
      noticeDays: 0, publishedExclusion: true, aboveBestOpenOnly: false,
      trainingThresholdFLOP: 0, directProductRule: false, outputIsTechnology: true,
      disclosureExclusion: true, staffWhoSeeWeights: false, servesOnlyOnceScreened: false,
      obligated: [.lab], exceptions: exceptions, reviewPolicy: .caseByCase,
      sufficientGates: [[.output], [.nationality, .location]],
      rosterCountsAfterDetermination: true, publicLetter: false,
      injunctionProbabilityInside: 0.25, injunctionProbabilityBeyond: 0.40,
      contagion: .allMatching)
  }

  static func support(broad: Bool) -> Regime {
    Regime(
      hook: .usPerson, itemScope: .support, personScope: .listedEndUsers,
      destinationScope: .mieuList, trigger: .endUseIntelligence, effect: .letter,
      noticeDays: 0, publishedExclusion: false, aboveBestOpenOnly: false,
      trainingThresholdFLOP: 0, directProductRule: false, outputIsTechnology: false,
      disclosureExclusion: false, staffWhoSeeWeights: false, servesOnlyOnceScreened: broad,
      obligated: [.lab, .cloud, .employees], exceptions: [.government],
      reviewPolicy: .presumptionOfDenial,
      sufficientGates: broad ? [[.nationality, .listedParty], [.roster]] : [[.listedParty]],
      rosterCountsAfterDetermination: true, publicLetter: false,
      injunctionProbabilityInside: 0.05, injunctionProbabilityBeyond: 0.25, contagion: .none)
  }

  static func weight(strict: Bool, rule: Bool) -> Regime {
    Regime(
      hook: .weights, itemScope: .weights, personScope: .foreignPersons,
      destinationScope: .allForeign, trigger: .weightMovement, effect: rule ? .rule : .letter,
      noticeDays: rule ? 120 : 0, publishedExclusion: !strict, aboveBestOpenOnly: !strict,
      trainingThresholdFLOP: strict ? 1e25 : 1e26, directProductRule: false,
      outputIsTechnology: false, disclosureExclusion: false, staffWhoSeeWeights: true,
      servesOnlyOnceScreened: false, obligated: [.lab, .cloud],
      exceptions: [.aiAuthorization], reviewPolicy: .caseByCase,
      sufficientGates: [[.regionAndStaff]], rosterCountsAfterDetermination: true,
      publicLetter: rule, injunctionProbabilityInside: 0.05,
      injunctionProbabilityBeyond: 0.40, contagion: .class)
  }

  static let model = Regime(
    hook: .model, itemScope: .access, personScope: .foreignPersons,
    destinationScope: .allForeign, trigger: .listing, effect: .letter, noticeDays: 0,
    publishedExclusion: false, aboveBestOpenOnly: false, trainingThresholdFLOP: 0,
    directProductRule: false, outputIsTechnology: false, disclosureExclusion: false,
    staffWhoSeeWeights: true, servesOnlyOnceScreened: false, obligated: [.lab, .cloud],
    exceptions: [], reviewPolicy: .caseByCase,
    sufficientGates: [[.nationality, .location], [.roster]],
    rosterCountsAfterDetermination: true, publicLetter: false,
    injunctionProbabilityInside: 0.35, injunctionProbabilityBeyond: 0.40, contagion: .listed)

  static let all: [(id: String, regime: Regime)] = [
    ("output", output([])),
    ("output-ace", output([.ace])),
    ("us-person-support", support(broad: false)),
    ("us-person-support-broad", support(broad: true)),
    ("weight", weight(strict: false, rule: false)),
    ("weight-strict", weight(strict: true, rule: false)),
    ("weight-rule", weight(strict: false, rule: true)),
    ("model", model),
  ]
}

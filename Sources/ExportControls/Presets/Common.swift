extension Graded<Double> {
  /// No notice: a letter binds when it is received.
  static let atOnce = Graded(
    0, mark: .published,
    source: "letters of this kind take effect at once (15 CFR 744.3(b), 744.17(b), older texts)")

  /// No line of training operations, for theories that do not look at it.
  static let noLine = Graded(
    0, mark: .assumed, source: "the theory does not look at training operations")
}

extension Regime {
  /// Spells a regime out with the graded numbers of a preset.
  init(
    hook: Hook, itemScope: ItemScope, personScope: PersonScope,
    destinationScope: DestinationScope, trigger: Trigger, effect: Effect,
    publishedExclusion: Bool, aboveBestOpenOnly: Bool, directProductRule: Bool,
    outputIsTechnology: Bool, disclosureExclusion: Bool, staffWhoSeeWeights: Bool,
    servesOnlyOnceScreened: Bool, obligated: Set<Obligated>,
    exceptions: Set<LicenceException>, reviewPolicy: ReviewPolicy, sufficientGates: [Set<Gate>],
    rosterCountsAfterDetermination: Bool, publicLetter: Bool, contagion: Contagion,
    numbers: PresetNumbers
  ) {
    self.init(
      hook: hook, itemScope: itemScope, personScope: personScope,
      destinationScope: destinationScope, trigger: trigger, effect: effect,
      noticeDays: numbers.noticeDays.value, publishedExclusion: publishedExclusion,
      aboveBestOpenOnly: aboveBestOpenOnly,
      trainingThresholdFLOP: numbers.trainingThresholdFLOP.value,
      directProductRule: directProductRule, outputIsTechnology: outputIsTechnology,
      disclosureExclusion: disclosureExclusion, staffWhoSeeWeights: staffWhoSeeWeights,
      servesOnlyOnceScreened: servesOnlyOnceScreened, obligated: obligated,
      exceptions: exceptions, reviewPolicy: reviewPolicy, sufficientGates: sufficientGates,
      rosterCountsAfterDetermination: rosterCountsAfterDetermination,
      publicLetter: publicLetter,
      injunctionProbabilityInside: numbers.injunctionProbabilityInside.value,
      injunctionProbabilityBeyond: numbers.injunctionProbabilityBeyond.value,
      contagion: contagion)
  }
}

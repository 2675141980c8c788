extension Presets {
  /// The model theory: the model itself is the item, and access is the act.
  public static let model = Preset(
    id: "model",
    title: "Model theory",
    summary: "A new entry names the model, and access by foreign persons anywhere is a licensed "
      + "act. Nothing of the kind has been done; the cloud opinions and the pending statute on "
      + "remote access stand against it.",
    numbers: modelNumbers,
    citations: [
      .temporaryEntry, .emergingTechnology, .cloudOpinions, .endToEnd, .remoteAccessBill,
      .fourTheories,
      .directive,
    ],
    regime: Regime(
      hook: .model, itemScope: .access, personScope: .foreignPersons,
      destinationScope: .allForeign, trigger: .listing, effect: .letter,
      publishedExclusion: false, aboveBestOpenOnly: false, directProductRule: false,
      outputIsTechnology: false, disclosureExclusion: false, staffWhoSeeWeights: true,
      servesOnlyOnceScreened: false, obligated: [.lab, .cloud], exceptions: [],
      reviewPolicy: .caseByCase,
      sufficientGates: [[.nationality, .location], [.roster]],
      rosterCountsAfterDetermination: true, publicLetter: false, contagion: .listed,
      numbers: modelNumbers))

  private static let modelNumbers = PresetNumbers(
    noticeDays: .atOnce,
    trainingThresholdFLOP: .noLine,
    injunctionProbabilityInside: Graded(
      0.35, mark: .assumed,
      source: "our judgement: no text, the cloud opinions, the gap a pending statute would fill"),
    injunctionProbabilityBeyond: Graded(
      0.40, mark: .assumed,
      source: "our judgement: the top of our range for letters under the Regulations"))
}

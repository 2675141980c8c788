extension Presets {
  /// The output theory: what the model says is controlled technology, and ACE is disapplied.
  public static let output = Preset(
    id: "output",
    title: "Output theory",
    summary: "A model that can give controlled technology exports it whenever a foreign person "
      + "receives it. The aggressive reading: the letter disapplies exception ACE.",
    numbers: outputNumbers,
    citations: [
      .export, .deemedExport, .controlledEntries, .nationalSecurityColumn1, .disclosureNote,
      .published, .isInformed, .cloudOpinions, .noReview, .fourTheories,
    ],
    regime: Regime(
      hook: .output, itemScope: .controlledOutput, personScope: .foreignPersons,
      destinationScope: .ns1, trigger: .capabilityDemonstration, effect: .letter,
      publishedExclusion: true, aboveBestOpenOnly: false, directProductRule: false,
      outputIsTechnology: true, disclosureExclusion: true, staffWhoSeeWeights: false,
      servesOnlyOnceScreened: false, obligated: [.lab], exceptions: [],
      reviewPolicy: .caseByCase,
      sufficientGates: [[.output], [.nationality, .location]],
      rosterCountsAfterDetermination: true, publicLetter: false, contagion: .allMatching,
      numbers: outputNumbers))

  /// The numbers of the output theory, which its variant shares.
  static let outputNumbers = PresetNumbers(
    noticeDays: .atOnce,
    trainingThresholdFLOP: .noLine,
    injunctionProbabilityInside: Graded(
      0.25, mark: .assumed,
      source: "our judgement: no actual export, published content, overbreadth, speech"),
    injunctionProbabilityBeyond: Graded(
      0.40, mark: .assumed,
      source: "our judgement: the top of our range for letters under the Regulations"))
}

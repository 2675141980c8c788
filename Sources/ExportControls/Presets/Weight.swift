extension Presets {
  /// The weight theory: unpublished parameters over the line.
  public static let weight = Preset(
    id: "weight",
    title: "Weight theory",
    summary: "The trained parameters are the item. Use over an interface goes on; weights abroad "
      + "and weights in sight of foreign staff do not, allies aside.",
    numbers: weightNumbers,
    citations: [
      .modelWeightEntry, .aiAuthorizationException, .published, .deemedExport, .cloudOpinions,
      .fourTheories,
    ],
    regime: Regime(
      hook: .weights, itemScope: .weights, personScope: .foreignPersons,
      destinationScope: .allForeign, trigger: .weightMovement, effect: .letter,
      publishedExclusion: true, aboveBestOpenOnly: true, directProductRule: false,
      outputIsTechnology: false, disclosureExclusion: false, staffWhoSeeWeights: true,
      servesOnlyOnceScreened: false, obligated: [.lab, .cloud],
      exceptions: [.aiAuthorization], reviewPolicy: .caseByCase,
      sufficientGates: [[.regionAndStaff]], rosterCountsAfterDetermination: true,
      publicLetter: false, contagion: .class, numbers: weightNumbers))

  /// The line of the entry, and how such a control fares in court.
  static let weightNumbers = PresetNumbers(
    noticeDays: .atOnce,
    trainingThresholdFLOP: Graded(
      1e26, mark: .published, source: "ECCN 4E091 as the diffusion rule had it"),
    injunctionProbabilityInside: Graded(
      0.05, mark: .assumed, source: "our judgement: a rule within the statute"),
    injunctionProbabilityBeyond: Graded(
      0.40, mark: .assumed,
      source: "our judgement: a bar on publication meets the cases on code as speech"))
}

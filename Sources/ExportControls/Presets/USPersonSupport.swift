extension Presets {
  /// The support theory, read narrowly: listed end users only.
  public static let usPersonSupport = Preset(
    id: "us-person-support",
    title: "United States person support theory",
    summary: "No United States person may support listed military-intelligence or weapons end "
      + "users, whatever the item. Staff in the United States are regulated, not barred.",
    numbers: supportNumbers,
    citations: [
      .usPersonSupport, .usPersonInformed, .militaryIntelligence, .militaryIntelligenceInformed,
      .militaryIntelligencePolicy, .weaponsEndUses, .gov, .trainingStatement, .fourTheories,
    ],
    regime: Regime(
      hook: .usPerson, itemScope: .support, personScope: .listedEndUsers,
      destinationScope: .mieuList, trigger: .endUseIntelligence, effect: .letter,
      publishedExclusion: false, aboveBestOpenOnly: false, directProductRule: false,
      outputIsTechnology: false, disclosureExclusion: false, staffWhoSeeWeights: false,
      servesOnlyOnceScreened: false, obligated: [.lab, .cloud, .employees],
      exceptions: [.government], reviewPolicy: .presumptionOfDenial,
      sufficientGates: [[.listedParty]], rosterCountsAfterDetermination: true,
      publicLetter: false, contagion: .none, numbers: supportNumbers))

  /// The numbers of the support theory, which its variant shares.
  static let supportNumbers = PresetNumbers(
    noticeDays: .atOnce,
    trainingThresholdFLOP: .noLine,
    injunctionProbabilityInside: Graded(
      0.05, mark: .assumed,
      source: "our judgement: the section's own users, wide discretion, no review under the APA"),
    injunctionProbabilityBeyond: Graded(
      0.25, mark: .assumed,
      source: "our judgement: applied to everyone, the list of the section does not match"))
}

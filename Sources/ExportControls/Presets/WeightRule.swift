extension Presets {
  /// The weight theory as a published rule with a notice window.
  public static let weightRule: Preset = {
    var regime = weight.regime
    regime.effect = .rule
    // A rule is published with its grounds.
    regime.publicLetter = true
    return Preset(
      id: "weight-rule",
      title: "Weight theory, by rule",
      summary: "As the weight theory, by a published rule that binds after 120 days.",
      numbers: PresetNumbers(
        noticeDays: Graded(
          120, mark: .published, source: "notice window of the AI diffusion rule (notice_rule)"),
        trainingThresholdFLOP: weightNumbers.trainingThresholdFLOP,
        injunctionProbabilityInside: weightNumbers.injunctionProbabilityInside,
        injunctionProbabilityBeyond: weightNumbers.injunctionProbabilityBeyond),
      citations: weight.citations,
      regime: regime)
  }()
}

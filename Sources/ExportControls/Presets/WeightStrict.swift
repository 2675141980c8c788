extension Presets {
  /// The weight theory without the published exclusion and with a lower line.
  public static let weightStrict: Preset = {
    var regime = weight.regime
    regime.publishedExclusion = false
    regime.aboveBestOpenOnly = false
    return Preset(
      id: "weight-strict",
      title: "Weight theory, published weights reached",
      summary: "As the weight theory, with published weights reached and a line ten times lower. "
        + "Copies already out cannot be recalled: what stops is the next release, and hosting and "
        + "download in the United States.",
      numbers: PresetNumbers(
        noticeDays: weightNumbers.noticeDays,
        trainingThresholdFLOP: Graded(
          1e25, mark: .assumed, source: "a tenth of the line of ECCN 4E091"),
        injunctionProbabilityInside: weightNumbers.injunctionProbabilityInside,
        injunctionProbabilityBeyond: weightNumbers.injunctionProbabilityBeyond),
      citations: weight.citations + [.posting, .publicationCases, .copiesAlreadyOut],
      regime: regime)
  }()
}

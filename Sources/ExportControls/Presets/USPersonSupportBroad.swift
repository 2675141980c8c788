extension Presets {
  /// The support theory as the source article tells it: the model is shut down.
  public static let usPersonSupportBroad: Preset = {
    var regime = usPersonSupport.regime
    regime.servesOnlyOnceScreened = true
    regime.sufficientGates = [[.nationality, .listedParty], [.roster]]
    return Preset(
      id: "us-person-support-broad",
      title: "Support theory, read broadly",
      summary: "As the support theory, and access stops until the laboratory can show that no "
        + "listed user is served. Screening of names alone does not show it.",
      numbers: supportNumbers,
      citations: usPersonSupport.citations + [.shutDown, .knowledge],
      regime: regime)
  }()
}

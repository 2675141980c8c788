extension Presets {
  /// The output theory with exception ACE left open.
  public static let outputACE: Preset = {
    var regime = output.regime
    regime.exceptions = [.ace]
    return Preset(
      id: "output-ace",
      title: "Output theory, ACE applies",
      summary: "As the output theory, and exception ACE covers what it covers: most commercial "
        + "recipients, deemed exports included.",
      numbers: outputNumbers,
      citations: output.citations + [.ace, .aceLimits],
      regime: regime)
  }()
}

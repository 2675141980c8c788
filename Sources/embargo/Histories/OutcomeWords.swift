import RegulatoryWorld

/// One outcome with its unit, as people read it.
enum OutcomeWords {
  /// The outcomes that a history ends with.
  static let headline: [(id: String, words: String)] =
    [
      (Headline.disruption, "market disruption"),
      (Headline.disruptionShare, "market disruption, share of spend"),
      (Headline.defenders, "defender capability loss, all"),
      (Headline.affected, "defender capability loss, affected"),
      ("exposure_days_added", "exposure added"),
      (Headline.added, "incidents added"),
      (Headline.avoided, "incidents avoided"),
      (Headline.partialRelief, "partial relief after"),
      (Headline.fullRelief, "full relief after"),
    ]

  /// A value with its unit; what is missing is said.
  static func value(_ value: Double, of id: String) -> String {
    guard value.isFinite else { return missing(id) }
    let definition = Outcomes.registry.first { $0.id == id }
    if let word = definition?.word(value) { return word }
    let unit = definition?.unit ?? ""
    switch unit {
    case "USD": return "\(Figures.dollars(value)) USD"
    case "pct": return "\(Figures.short(value)) %"
    case "", "1": return Figures.short(value)
    default:
      let text = value.magnitude < 1e5 ? Figures.short(value) : Figures.dollars(value)
      return "\(text) \(unit)"
    }
  }

  private static func missing(_ id: String) -> String {
    switch id {
    case Headline.partialRelief, Headline.fullRelief: "not by the horizon"
    case Headline.affected: "nobody would use a model that an order reached"
    default: "–"
    }
  }
}

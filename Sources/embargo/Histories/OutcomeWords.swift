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
      (Headline.partialRelief, "partial relief, after the order"),
      (Headline.fullRelief, "full relief, after the order"),
    ]

  /// A value with its unit; what is missing is said.
  static func value(_ value: Double, of id: String) -> String {
    guard value.isFinite else { return missing(id) }
    switch unit(of: id) {
    case "pct": return "\(Figures.short(value)) %"
    case "1": return Figures.short(value)
    case let unit: return "\(short(value, of: id)) \(unit)"
    }
  }

  /// A value for a table that names the unit.
  static func short(_ value: Double, of id: String) -> String {
    guard value.isFinite else { return id == Headline.affected ? "–" : "not by the end" }
    return unit(of: id) == "USD" || value.magnitude >= 1e5
      ? Figures.dollars(value) : Figures.short(value)
  }

  /// A difference, in percentage points for percentages.
  static func difference(_ value: Double, of id: String) -> String {
    guard value.isFinite else { return "–" }
    let sign = value > 0 ? "+" : ""
    return sign + short(value, of: id) + (unit(of: id) == "pct" ? " pp" : "")
  }

  private static func unit(of id: String) -> String {
    Outcomes.registry.first { $0.id == id }?.unit ?? ""
  }

  private static func missing(_ id: String) -> String {
    switch id {
    case Headline.partialRelief, Headline.fullRelief: "not by the horizon"
    case Headline.affected: "nobody would use a model that an order reached"
    default: "–"
    }
  }
}

/// An event that history decides, not chance.
public struct ScriptedEvent: Sendable {
  /// What happens.
  public enum Kind: Sendable {
    /// Somebody finds a bypass of a model's safeguards.
    case bypassFound(model: String, finder: String, severity: Parameter)
    /// The government orders a control on named models.
    case order(targets: [String])
  }

  /// The names that the key `event` takes.
  public enum Name: String, CaseIterable, Sendable {
    /// ``Kind/bypassFound(model:finder:severity:)``.
    case bypassFound = "bypass_found"
    /// ``Kind/order(targets:)``.
    case order
  }

  /// Day, from day 0.
  public let day: Parameter
  /// What happens.
  public let kind: Kind

  static func list(_ root: ObjectReader, horizonDays: Double) -> [ScriptedEvent] {
    root.array("timeline").map { ScriptedEvent($0, horizonDays: horizonDays) }
  }

  private init(_ reader: ObjectReader, horizonDays: Double) {
    day = reader.parameter("at_days", .days, meaning: "day of the event, from day 0")
    if let latest = reader.latest(day), latest > horizonDays {
      reader.report(
        "at_days", "the event comes at day \(latest), after the horizon of \(horizonDays) days",
        remedy: "a day from 0 to \(horizonDays), or a longer horizon_days")
    }
    switch reader.choice("event", Name.self, meaning: "what happens") {
    case .bypassFound:
      kind = .bypassFound(
        model: reader.string("model", meaning: "id of the bypassed model"),
        finder: reader.string("finder", meaning: "id of a cloud or lab, or 'researcher'"),
        severity: reader.parameter(
          "severity", .share, meaning: "severity of the bypass; no process reads it yet"))
    case .order:
      let targets = reader.strings("targets", meaning: "ids of the models named")
      if targets.isEmpty, reader.has("targets") {
        reader.report("targets", "an order names at least one model", remedy: "[\"fable-5\"]")
      }
      kind = .order(targets: targets)
    }
    reader.finish()
  }
}

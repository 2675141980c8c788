/// An event that history decides, not chance.
public struct ScriptedEvent: Sendable {
  /// What happens.
  public enum Kind: Sendable {
    /// Somebody finds a bypass of a model's safeguards.
    case bypassFound(Bypass)
    /// The government demands that named models be fixed or suspended.
    case demand(targets: [String], deadlineDays: Parameter, answer: DemandAnswer?)
    /// The government orders a control on named models.
    case order(targets: [String])
    /// The government designates a lab as a supply-chain risk; passed over in `none`.
    case designation(lab: String)
  }

  /// A bypass whose finding is given.
  public struct Bypass: Sendable {
    /// Id of the bypassed model.
    public let model: String
    /// Id of a cloud or lab, `researcher` or `attackers`.
    public let finder: String
    /// Severity, 0 to 1.
    public let severity: Parameter
    /// Whom the finder tells; nil where chance decides.
    public let told: DisclosureRoute?
  }

  /// The names that the key `event` takes.
  public enum Name: String, CaseIterable, Sendable {
    /// ``Kind/bypassFound(_:)``.
    case bypassFound = "bypass_found"
    /// ``Kind/demand(targets:deadlineDays:answer:)``.
    case demand
    /// ``Kind/order(targets:)``.
    case order
    /// ``Kind/designation(lab:)``.
    case designation
  }

  /// Day, from day 0.
  public let day: Parameter
  /// What happens.
  public let kind: Kind

  /// - Parameter horizonDays: nil if it could not be read, so that nothing can be said of it.
  static func list(_ root: ObjectReader, horizonDays: Double?) -> [ScriptedEvent] {
    root.array("timeline").map { ScriptedEvent($0, horizonDays: horizonDays) }
  }

  private init(_ reader: ObjectReader, horizonDays: Double?) {
    day = reader.parameter("at_days", .days, meaning: "day of the event, from day 0")
    if let latest = reader.latest(day), let horizonDays, latest > horizonDays {
      let horizon = shown(horizonDays)
      let verb = reader.earliest(day) == latest ? "comes" : "can come"
      reader.report(
        "at_days",
        "the event \(verb) at day \(shown(latest)), after the horizon of \(horizon) days",
        remedy: "a day from 0 to \(horizon), or a longer horizon_days")
    }
    switch reader.choice("event", Name.self, meaning: "what happens") {
    case .bypassFound:
      kind = .bypassFound(
        Bypass(
          model: reader.string("model", meaning: "id of the bypassed model"),
          finder: reader.string(
            "finder", meaning: "id of a cloud or lab, 'researcher' or 'attackers'"),
          severity: reader.parameter("severity", .share, meaning: "severity of the bypass"),
          told: reader.optionalChoice(
            "told", DisclosureRoute.self, meaning: "whom the finder tells; chance, if left out")))
    case .demand:
      kind = .demand(
        targets: ScriptedEvent.targets(reader, "a demand"),
        deadlineDays: reader.parameter(
          "deadline_days", .days, meaning: "days that the demand leaves"),
        answer: reader.optionalChoice(
          "answer", DemandAnswer.self, meaning: "what the lab answers; chance, if left out"))
    case .order:
      kind = .order(targets: ScriptedEvent.targets(reader, "an order"))
    case .designation:
      kind = .designation(lab: reader.string("lab", meaning: "id of the designated lab"))
    }
    reader.finish()
  }

  private static func targets(_ reader: ObjectReader, _ what: String) -> [String] {
    let targets = reader.strings("targets", meaning: "ids of the models named")
    if targets.isEmpty, reader.has("targets") {
      reader.report("targets", "\(what) names at least one model", remedy: "[\"fable-5\"]")
    }
    return targets
  }
}

/// How a lab answers a demand to fix a bypass or to suspend the model.
public enum DemandAnswer: String, CaseIterable, Sendable {
  /// It does neither.
  case refuses
  /// It promises a fix.
  case fixes
  /// It promises one that blocks less, and over-blocks less.
  case fixesInPart = "fixes_in_part"
  /// It takes the models off the market until they are fixed.
  case suspends
}

/// Whom the finder of a bypass tells.
public enum DisclosureRoute: String, CaseIterable, Sendable {
  /// The lab, which may fix it before anybody else knows.
  case lab
  /// The government alone.
  case government
  /// Both at once.
  case both
  /// Everybody.
  case `public`
  /// Nobody: private use.
  case nobody
}

import ExportControls
import JSON5

/// Reads one case of a file of cases.
struct CaseReader {
  private let reader: ObjectReader

  init(_ reader: ObjectReader) { self.reader = reader }

  func read() -> HistoricalCase {
    let id = reader.string("id", meaning: "name of the case")
    if reader.isSound("id"), id.isEmpty || id.contains(where: { $0.isNewline || $0 == "," }) {
      reader.report("id", "an id is one line without commas", remedy: "such as \"MINE_2026\"")
    }
    let circumstances = circumstances()
    let course = course(from: circumstances.day)
    provenance()
    reader.finish()
    return HistoricalCase(id: id, circumstances: circumstances, course: course)
  }

  private func circumstances() -> HistoricalCase.Circumstances {
    let day = reader.date("date_action", meaning: "day of the measure")
    let trigger = reader.string("trigger", meaning: "what set it off")
    let basis = reader.string("hook", meaning: "the rule it rests on")
    let scope = reader.string("scope", meaning: "whom and what it reaches")
    let response = reader.string("target_response", meaning: "what those hit did at first")
    let coded = reader.object("circumstances", meaning: "what was known on the day")
    let hook = coded.choice("hook", Hook.self, meaning: "the theory whose hook comes closest")
    let effect = effect(coded)
    let stops = coded.boolean(
      "stops_public_service", meaning: "a service of the whole public at home stops at once")
    let isSued = coded.boolean("is_sued", meaning: "whoever it hits sues over it")
    _ = coded.optionalString("why", meaning: "how that was read from the words")
    coded.finish()
    return HistoricalCase.Circumstances(
      day: day, trigger: trigger, basis: basis, scope: scope, response: response, hook: hook,
      effect: effect, stopsPublicService: stops, isSued: isSued)
  }

  private enum EffectWord: String, CaseIterable { case letter, rule, proposal }

  private func effect(_ coded: ObjectReader) -> HistoricalCase.Effect {
    switch coded.choice("effect", EffectWord.self, meaning: "when it binds") {
    case .letter: return .letter
    case .rule:
      return .rule(noticeDays: coded.requiredDays("notice_days", meaning: "days until it binds"))
    case .proposal: return .proposal
    }
  }

  /// What came of it, if the file says.
  private func course(from day: CivilDate) -> HistoricalCase.Course? {
    let partial = days("partial_relief", from: day)
    let full = days("full_relief", from: day)
    if reader.has("right_censored_full") {
      let isCensored = reader.boolean("right_censored_full", meaning: "no full relief was seen")
      if isCensored == (full != nil), reader.isSound("right_censored_full") {
        reader.report(
          "right_censored_full",
          "is \(isCensored), but \(full == nil ? "no" : "a") full relief is dated",
          remedy: "\(!isCensored), or date the relief accordingly")
      }
    }
    guard let coded = reader.optionalObject("course", meaning: "what came of it") else {
      if partial != nil || full != nil {
        reader.report(
          nil, "relief is dated, but there is no 'course' that says by which route",
          remedy: "add course: { first_route: …, observed_days: … }")
      }
      return nil
    }
    let first = relief(
      coded, "first_route", days: partial ?? full, "how the first relief came")
    let last = relief(coded, "full_route", days: full, "how the whole measure ended")
    let observed = coded.optionalDays(
      "observed_days", meaning: "days after the measure of which the record speaks")
    if full == nil, observed == nil, coded.isSound("observed_days") {
      coded.report(
        nil, "no full relief is dated, and nothing says how long it did not come",
        remedy: "add observed_days: the days after the measure of which the record speaks")
    }
    if let partial, let full, full < partial {
      reader.report(
        nil, "the whole measure ends on day \(full), before the partial relief at day \(partial)",
        remedy: "date the first relief as partial, or leave the partial one out")
    }
    if let observed, let last = [partial, full].compactMap({ $0 }).max(), observed < last {
      coded.report(
        "observed_days", "the record ends before the relief at day \(last)",
        remedy: "at least \(last)")
    }
    _ = coded.optionalString("why", meaning: "how that was read from the words")
    coded.finish()
    return HistoricalCase.Course(first: first, full: last, observedDays: observed ?? full ?? 0)
  }

  private func relief(
    _ coded: ObjectReader, _ key: String, days: Double?, _ meaning: String
  ) -> HistoricalCase.Relief? {
    let route = coded.optionalChoice(key, HistoricalCase.Route.self, meaning: meaning)
    if days == nil, route != nil {
      coded.report(key, "there is a route, but no day of relief", remedy: "date the relief")
    }
    guard let days else { return nil }
    if route == nil, coded.isSound(key) {
      coded.report(
        nil, "a relief is dated, but '\(key)' does not say how it came",
        remedy: "one of "
          + HistoricalCase.Route.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return HistoricalCase.Relief(days: days, route: route ?? .collateral)
  }

  /// Days to a relief, which may be given to the hour, with its date beside it.
  private func days(_ name: String, from day: CivilDate) -> Double? {
    let dated = reader.optionalString("date_" + name, meaning: "day of the relief")
    let key = "days_action_to_" + name
    let days = reader.optionalDays(key, meaning: "days from the measure to the relief")
    guard let dated else { return days }
    guard let date = CivilDate(iso: dated) else {
      reader.report(
        "date_" + name, "there is no day '\(dated)'", remedy: "write it as in \"2026-06-09\"")
      return days
    }
    let between = Double(date.days(since: day))
    if let days, (days - between).magnitude > 1 {
      reader.report(
        key, "\(days) days, but the dates are \(between) days apart", remedy: "\(between)")
    }
    if between < 0 {
      reader.report(
        "date_" + name, "relief comes before the measure", remedy: "a day from \(day) on")
    }
    return days ?? between
  }

  /// What stands in the file for readers, and for nothing else.
  private func provenance() {
    for key in [
      "split", "theory_closest", "actor_acting", "actor_hit", "date_trigger", "relief_route",
      "verified", "confidence", "notes",
    ] {
      _ = reader.optionalString(key, meaning: "kept for readers")
    }
    _ = reader.optionalDays("days_trigger_to_action", meaning: "kept for readers")
    _ = reader.optionalStrings("sources", meaning: "where it was read")
    _ = reader.has("observed_effects")
  }
}

extension ObjectReader {
  /// Reads a number of days that may be left out.
  fileprivate func optionalDays(_ key: String, meaning: String) -> Double? {
    record(key, .number, meaning, required: false, quantity: .days)
    return ask(key, expected: nil).flatMap { days(key, $0) }
  }

  /// Reads a number of days; 0 if it cannot be read.
  fileprivate func requiredDays(_ key: String, meaning: String) -> Double {
    record(key, .number, meaning, required: true, quantity: .days)
    return ask(key, expected: meaning + ", a number of days").flatMap { days(key, $0) } ?? 0
  }

  private func days(_ key: String, _ node: Node) -> Double? {
    guard let days = node.number, days >= 0 else {
      reject(key, node, expected: "a number of days, 0 or more")
      return nil
    }
    return days
  }
}

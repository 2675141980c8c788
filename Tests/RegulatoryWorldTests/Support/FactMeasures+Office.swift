import RegulatoryWorld
import Scenarios
import Testing

// Figures of the licence office, of the first two weeks of an order, and of defence.
extension FactMeasures {
  // MARK: Licences

  /// Under an order that is never lifted nor licensed, in which labs and customers apply.
  private static let office = Result {
    let question = Question.small.under("model").with(
      Names.groups.map { ("defenders.\($0)", "null") }
    ).with([
      ("customers.allied-enterprise.agents", "100"),
      ("customers.other-enterprise.agents", "100"),
      // No ally: India is one.
      ("customers.other-enterprise.countries", "null"),
      ("customers.other-enterprise.countries", "{br:1}"),
      ("relief.never_probability", "1"), ("relief.rescission_days", "1000000"),
      ("mechanisms.litigation", "0"), ("regulator.licensing.class_wide_ratio", "0"),
      ("relief.collateral_days", "1000000"), ("regulator.licensing.customer_filing_share", "1"),
      ("regulator.licensing.customer_minimum_usd_per_year", "0"),
      ("regimes.model.obligated", "['lab','cloud','customers']"),
    ])
    return try Histories(question, under: "model", seeds: 1...100)
  }

  /// Days from filing to answer of labs' applications, for a class of recipients or for all.
  private static func reviews(_ kind: String? = nil) throws -> [Double] {
    try office.get().lives.flatMap { life in
      life.lines.compactMap { line in
        guard ["licence_granted", "licence_denied", "licence_returned"].contains(line.event),
          let filed = line.cause.map({ life.lines[$0 - 1] }), filed.event == "licence_filed",
          kind.map({ filed.text.contains($0) }) ?? true
        else { return nil }
        return line.day - filed.day
      }
    }
  }

  /// Mean days from filing to answer.
  static func reviewDays(_ kind: String? = nil) throws -> Measured {
    let days = try reviews(kind)
    return try office.get().measured(days.reduce(0, +) / Double(days.count))
  }

  /// Share of answers within so many days.
  static func reviews(within limit: Double) throws -> Measured {
    try office.get().measured(try reviews().share { $0 <= limit })
  }

  /// Applications under review in all, by Little's law: as many a day as are filed, times the mean
  /// days.
  static func underReview() throws -> Measured {
    let told = try office.get()
    let perYear = told.scenario.regulator.licensing.backgroundPerYear
    let mean = told.lives.reduce(0) { $0 + $1.draw[perYear] } / Double(told.lives.count)
    return told.measured(mean / 365 * (try reviewDays().value))
  }

  /// Share of answers to customers of a segment that approve, and of others that deny.
  static func approved(_ segment: String) throws -> Measured {
    let (granted, denied, returned) = try answers(segment)
    return try office.get().measured(granted / (granted + denied + returned))
  }

  static func denied() throws -> Measured {
    let allied = try answers("allied-enterprise")
    let other = try answers("other-enterprise")
    let denied = allied.denied + other.denied
    return try office.get().measured(denied / (denied + allied.returned + other.returned))
  }

  private static func answers(
    _ segment: String
  ) throws -> (granted: Double, denied: Double, returned: Double) {
    let lines = try office.get().lives.flatMap(\.lines).filter {
      $0.text.contains(segment)
    }
    func count(_ event: String) -> Double {
      lines.reduce(0) { $1.event == event ? $0 + Double($1.count) : $0 }
    }
    return (count("customers_licensed"), count("customers_denied"), count("customers_returned"))
  }

  // MARK: The first two weeks

  /// The June directive up to two weeks after the order.
  private static let twoWeeks = Result {
    try Histories(
      Question.small.under("model").with("horizon_days", "17"), under: "model", seeds: 1...300)
  }

  /// Share of futures in which something happens within so many days of the order.
  static func within(_ days: Double, _ kinds: String..., by actor: String? = nil) throws -> Measured
  {
    let told = try twoWeeks.get()
    let waits = told.days(from: "order_takes_effect", to: Set(kinds), by: actor)
    return told.measured(waits.share { $0 <= days })
  }

  /// Median days from the order to something.
  static func median(_ kinds: String..., by actor: String? = nil) throws -> Measured {
    let told = try twoWeeks.get()
    return told.measured(
      told.days(from: "order_takes_effect", to: Set(kinds), by: actor).median)
  }

  /// Share of futures with so many signatures after two weeks.
  static func signatures(atLeast number: Double) throws -> Measured {
    let told = try twoWeeks.get()
    let column = try Rows.column("signatures")
    return told.measured(told.lives.map { $0.outcomes[column] }.share { $0 >= number })
  }

  /// Share of futures in which anybody finds a bypass within a year, where none is scripted.
  static func bypassFound() throws -> Measured {
    let question = Question.small.under("none").with("timeline", "[]")
      .with(Names.groups.map { ("defenders.\($0)", "null") })
    let told = try Histories(question, under: "none", seeds: 1...200)
    let found = told.lives.count { $0.lines.contains { $0.event == "bypass_found" } }
    return told.measured(Double(found) / Double(told.lives.count))
  }

  // MARK: Defence

  /// One organisation of a group outside the partners, over two years without any action.
  private static func organisation(_ group: String) -> Question {
    Question().under("none")
      .with(Names.segments.map { ("customers.\($0)", "null") })
      .with(Names.groups.filter { $0 != group }.map { ("defenders.\($0)", "null") })
      .with([
        ("defenders.\(group).partners.agents", "0"), ("defenders.\(group).others.agents", "1"),
        ("horizon_days", "730"), ("timeline_every_days", "1"),
      ])
  }

  /// Days from finding to fixing everywhere, of what an organisation finds in a year; infinite
  /// where a second year does not suffice.
  ///
  /// Both queues serve in order of arrival, so what is fixed first was found first. Days are those
  /// on which the number of findings that wait rises and falls.
  private static func repairs(
    _ group: String, oneByOne: Bool
  ) throws -> (days: [Double], question: Question) {
    var question = organisation(group)
    if oneByOne { question = question.with("defenders.\(group).others.flaws_represented", "1") }
    let scenario = try question.scenario()
    let tier = try #require(scenario.defenders.first).others
    var days: [Double] = []
    let seeds: ClosedRange<UInt64> = 1...300
    for (seed, waiting) in zip(
      seeds, try series("unfixed_findings", question, regime: 0, seeds))
    {
      let draw = scenario.draw(1, seed: seed)
      let unit = draw[tier.flawsRepresented] * draw[tier.represents]
      var open: [Int] = []
      for (day, (before, now)) in zip(waiting, waiting.dropFirst()).enumerated() {
        let change = Int(((now - before) / unit).rounded())
        if change > 0 { open += [Int](repeating: day, count: change) }
        for _ in 0..<max(0, -change) where !open.isEmpty {
          let found = open.removeFirst()
          if found <= 365 { days.append(Double(day - found)) }
        }
      }
      days += open.filter { $0 <= 365 }.map { _ in Double.infinity }
    }
    return (days, question)
  }

  static func medianRepair(_ group: String, oneByOne: Bool = false) throws -> Measured {
    let (days, question) = try repairs(group, oneByOne: oneByOne)
    return Measured(value: days.median, question: question)
  }

  /// Share of findings that are not yet fixed everywhere so many days later.
  static func open(after limit: Double, _ group: String) throws -> Measured {
    let (days, question) = try repairs(group, oneByOne: false)
    return Measured(value: days.share { $0 > limit }, question: question)
  }

  /// Partners alone, without any action, for so many days.
  private static func partners(_ days: Int) throws -> Histories {
    let question = Question().under("none").with("timeline", "[]")
      .with(Names.segments.map { ("customers.\($0)", "null") })
      .everywhere(.defenders, "others.agents", "0")
      .with([("horizon_days", "\(days)"), ("timeline_every_days", "1")])
    return try Histories(question, under: "none", seeds: 1...60)
  }

  /// Findings of a partner a day, in a month.
  static func findings() throws -> Measured {
    let told = try partners(30)
    let organisations = told.lives.reduce(0) { sum, life in
      sum
        + told.scenario.defenders.reduce(0) {
          $0 + Double($1.partners.agents) * life.draw[$1.partners.represents]
        }
    }
    return told.measured(told.represented("flaws_found") / organisations / 30)
  }

  /// What partners fix in 45 days, their backlog among it, by what they find.
  static func fixedToFound() throws -> Measured {
    let told = try partners(45)
    return told.measured(told.represented("flaws_fixed") / told.represented("flaws_found"))
  }

  /// Share of what partners find in 45 days that is fixed then.
  static func fixedOfFound() throws -> Measured {
    let told = try partners(45)
    let waiting = try series("unfixed_findings", told.question, regime: 0, 1...60)
      .reduce(0) { $0 + ($1.last ?? 0) }
    return told.measured(1 - waiting / told.represented("flaws_found"))
  }

  /// Findings of partners in a month with models, by those in a month without any.
  static func uplift() throws -> Measured {
    let gone = Names.models.filter { $0 != "fable-5" }.map { ("models.\($0)", "null") }
    let question = try partners(30).question.isolated(days: 3000).gates(days: 100_000)
      .under("model").with(gone).with([
        ("models.fable-5.release_day", "-30"), ("regulator.comply_hours", "0"),
        ("timeline", "[{at_days:0,event:'order',targets:['fable-5']}]"),
      ])
    let dark = try Histories(question, under: "model", seeds: 1...60)
    let usual = try Histories(question, under: "none", seeds: 1...60)
    return dark.measured(usual.represented("flaws_found") / dark.represented("flaws_found"))
  }

  /// Share of a stock of latent flaws, found by nobody else, that attackers weaponize in a year.
  static func rediscovered() throws -> Measured {
    let tier = "defenders.other-us.others"
    let question = organisation("other-us").with([
      ("horizon_days", "365"), ("timeline_every_days", "365"), ("\(tier).flaws_per_year", "1"),
      ("\(tier).flaws_represented", "1"), ("\(tier).find_days", "100000"),
      ("\(tier).represents", "1"), ("\(tier).triage_backlog_days", "0"),
      ("\(tier).fix_backlog_days", "0"),
    ]).with(Names.models.map { ("models.\($0).capability.find", "1") })
    let told = try Histories(question, under: "none", seeds: 1...60)
    // As many on day 0 as are born in the mean days to be found.
    let stock = 100_000.0 / 365 * Double(told.lives.count)
    return told.measured(told.represented("flaws_weaponized") / stock)
  }
}

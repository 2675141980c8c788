import RegulatoryWorld
import Scenarios
import Testing

@Suite("Mechanisms of releases, customers and research: each moves what it should, and can be off")
struct MarketMechanismTests {
  /// In isolation but for one switch, with nothing else that the switch governs.
  static func alone(_ mechanism: String, days: Double) -> Question {
    Question.small.isolated(days: days).with("mechanisms.\(mechanism)", "1").with([
      ("regulator.gating_probability", "0"), ("regulator.withhold_probability", "0"),
      ("regulator.relocation.probability", "0"), ("regulator.comply_hours", "0"),
      ("market.foreign_advance_ratio", "0"), ("market.fear_share", "0"),
      ("market.sovereignty_penalty", "0"), ("chilling.withheld_share", "0"),
      ("openness.erosion_share", "0"), ("audit.probability", "0"),
      ("defence.outside_finding_share", "0.5"),
    ]).everywhere(.clouds, "precede_probability", "0")
  }

  /// An outcome is the same number in every future.
  static func expect(
    _ id: String, _ regime: String, is expected: Double, _ question: Question,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let rows = try Rows(question, seeds: 1...30)
    var verdict = Verdict("\(id) under \(regime) is \(expected)")
    for (index, value) in try rows.column(id, regime).enumerated()
    where !(abs(value - expected) < 1e-9) {
      verdict.note(question, seed: rows.seeds[index], "\(value)")
    }
    verdict.settle(location)
  }

  @Test("Barred staff slow their lab's planned release: 97 days at half speed")
  func barredStaffSlowReleases() throws {
    let question = MarketMechanismTests.alone("gating", days: 200).under("model")
      .with("timeline.2.targets", "['fable-5','gpt-5-5']")
      .with("models.openai-next.release_day", "100")
      .with("labs.openai.reassigned_productivity_share", "0")
    let half = question.with("labs.openai.foreign_staff_share", "0.5")
    try MarketMechanismTests.expect("release_delay_days", "model", is: 97, half)
    for off in [
      question.with("labs.openai.foreign_staff_share", "0"), half.with("mechanisms.gating", "0"),
    ] {
      try MarketMechanismTests.expect("release_delay_days", "model", is: 0, off)
    }
  }

  @Test("Foreign releases hasten while users abroad are kept out: 100 days at double speed")
  func foreignLabsAdvance() throws {
    let question = MarketMechanismTests.alone("gating", days: 200).gates(days: 100_000)
      .everywhere(.labs, "foreign_staff_share", "0").with("models.deepseek-next.release_day", "103")
      .under("model", "weight", "us-person-support")
    let hastened = question.with("market.foreign_advance_ratio", "1")
    try MarketMechanismTests.expect("release_delay_days", "model", is: -50, hastened)
    try MarketMechanismTests.expect("release_delay_days", "weight", is: 0, hastened)
    let gated = hastened.everywhere(.labs, "gates.listed_party_days", "0")
    try MarketMechanismTests.expect("release_delay_days", "us-person-support", is: 0, gated)
    try MarketMechanismTests.expect("release_delay_days", "model", is: 0, question)
  }

  @Test("A barred publication comes out abroad, unless the rule follows it there")
  func barredPublicationsRelocate() throws {
    let question = MarketMechanismTests.alone("openness", days: 300).under("weight-strict")
      .with("market.switch_spread_ratio", "1").with("regulator.relocation.days", "20")
      .with(
        ["meta-next", "reflection-next", "deepseek-next"].map {
          ("models.\($0).release_day", "150")
        }
      )
      .with("mechanisms.gating", "0")
    let moved = question.with("regulator.relocation.probability", "1")
    try MarketMechanismTests.expect("release_delay_days", "weight-strict", is: 40, moved)
    try MarketMechanismTests.expect("release_delay_days", "weight-strict", is: 306, question)
    let followed = moved.with("regimes.weight-strict.direct_product_rule", "true")
    try MarketMechanismTests.expect("release_delay_days", "weight-strict", is: 459, followed)
    let (here, abroad) = (try Rows(question), try Rows(moved))
    #expect(
      try abroad.mean("open_share_change_final_pp", "weight-strict")
        > here.mean("open_share_change_final_pp", "weight-strict"))
  }

  @Test("A lab that complies a day later is dark a day less; a cloud that precedes it takes more")
  func complianceTakesHours() throws {
    let question = MarketMechanismTests.alone("fix", days: 28).with("mechanisms.fix", "0")
      .gates(days: 100_000).under("model")
    let (atOnce, dayLater) = (
      question.with("regulator.comply_hours", "0"), question.with("regulator.comply_hours", "24")
    )
    try MarketMechanismTests.expect("outage_days", "model", is: 28, atOnce)
    let (early, late) = (try Rows(atOnce), try Rows(dayLater))
    // Whoever buys from a cloud is served as long as the lab serves.
    try MarketMechanismTests.expect("outage_days", "model", is: 27, dayLater)
    let first = try Rows(dayLater.everywhere(.clouds, "precede_probability", "1"))
    let lost = try [early, first, late].map { try $0.mean("service_days_lost", "model") }
    #expect(lost[0] > lost[1] && lost[1] > lost[2], "\(lost)")
  }

  @Test("Customers abroad who hold it against the government leave US closed models")
  func sovereigntyMovesCustomersAbroad() throws {
    let question = MarketMechanismTests.alone("fear", days: 28).under("model", "us-person-support")
    let reserved = question.with("market.sovereignty_penalty", "1")
    let (without, with) = (try Rows(question), try Rows(reserved))
    for id in ["foreign_share_change_final_pp", "open_share_change_final_pp"] {
      #expect(try with.mean(id, "model") > without.mean(id, "model"))
    }
    let off = try Rows(reserved.with("mechanisms.fear", "0"))
    let plain = try Rows(question.with("mechanisms.fear", "0"))
    try off.expectSame(Rows.all, "model", as: "model", of: plain, law: "fear is off")
    // What fades within a month is all but gone when models that come later are weighed.
    let brief = try Rows(reserved.with("market.sovereignty_half_life_days", "1"))
    #expect(
      try brief.mean("foreign_share_change_final_pp", "model")
        <= with.mean("foreign_share_change_final_pp", "model"))
  }

  @Test("A designated lab loses its federal users over the phase-out, and keeps the others")
  func designationTakesFederalUsers() throws {
    let question = MarketMechanismTests.alone("fix", days: 28).with("mechanisms.fix", "0")
      .under("model", "us-person-support")
    let timeline = """
      [{at_days:2,event:'bypass_found',model:'fable-5',finder:'aws',severity:0.6},\
      {at_days:3,event:'order',targets:['fable-5','mythos-5']}
      """
    let dated = timeline + ",{at_days:10,event:'designation',lab:'anthropic'}]"
    let (without, with) = (
      try Rows(question.with("timeline", timeline + "]")),
      try Rows(question.with("timeline", dated))
    )
    for regime in ["model", "us-person-support"] {
      try without.expectAtMost(
        "federal_seats_lost", regime, than: regime, of: with, law: "designation")
      #expect(try with.mean("federal_seats_lost", regime) > 1)
    }
    try with.expectZero(["federal_seats_lost"], under: ["none"], law: "nobody without an order")
    try without.expectZero(
      ["federal_seats_lost"], under: ["us-person-support"], law: "nobody is designated")
    let late = question.with("timeline", dated)
      .with("regulator.designation.phase_out_days", "100000")
    let slow = try Rows(late)
    #expect(
      try slow.mean("federal_seats_lost", "us-person-support")
        < with.mean("federal_seats_lost", "us-person-support") / 10)
    let nobody = question.with("timeline", dated).with("customers.us-federal.federal", "false")
      .everywhere(.customers, "federal_contractor_share", "0")
    try Rows(nobody).expectSame(
      Rows.all, "us-person-support", as: "us-person-support", of: without,
      law: "a designation without federal users")
  }
}

@Suite("Mechanisms of research, audits and safeguards")
struct ResearchMechanismTests {
  @Test("Outside researchers who withhold reports cost findings and exposure")
  func chillingCostsFindings() throws {
    let question = MarketMechanismTests.alone("openness", days: 120)
      .under("model", "weight", "us-person-support")
    let (open, chilled) = (
      try Rows(question), try Rows(question.with("chilling.withheld_share", "1"))
    )
    for id in ["findings_forgone", "exposure_days_added", "incidents_added"] {
      #expect(try chilled.mean(id, "model") > open.mean(id, "model"), "\(id)")
    }
    for regime in ["weight", "us-person-support"] {
      try chilled.expectSame(
        Rows.all, regime, as: regime, of: open, law: "what costs nobody a model chills nobody")
    }
  }

  @Test("Research that closes goes on costing findings after the lift, and withholds open models")
  func closingCostsFindings() throws {
    let question = MarketMechanismTests.alone("openness", days: 14).under("weight", "model")
      .with("openness.erosion_days", "1").with("regulator.withhold_delay_days", "1000")
    let (open, closed) = (
      try Rows(question), try Rows(question.with("openness.erosion_share", "1"))
    )
    for regime in ["weight", "model"] {
      #expect(
        try closed.mean("findings_forgone", regime) > open.mean("findings_forgone", regime))
      #expect(
        try closed.mean("release_delay_days", regime) > open.mean("release_delay_days", regime))
    }
    let slowly = question.with("openness.erosion_share", "1").with("openness.erosion_days", "1095")
    #expect(
      try Rows(slowly).mean("findings_forgone", "model") < closed.mean("findings_forgone", "model"))
  }

  @Test("Audited labs repair before release: later, and with less left to attackers")
  func auditsRepair() throws {
    let question = MarketMechanismTests.alone("openness", days: 300).under("model", "weight")
      .with([("audit.days", "5"), ("audit.delay_days", "10"), ("audit.repair_share", "1")])
    let audited = question.with("audit.probability", "1")
    try MarketMechanismTests.expect("release_delay_days", "model", is: 10, audited)
    try MarketMechanismTests.expect("release_delay_days", "weight", is: 0, audited)
    let (without, with) = (try Rows(question), try Rows(audited.with("audit.delay_days", "0")))
    try without.expectAtMost(
      "attacker_days_denied", "model", than: "model", of: with, law: "audits deny attackers")
    #expect(
      try with.mean("attacker_days_denied", "model") > without.mean("attacker_days_denied", "model")
    )
  }

  @Test("Weak layers give attackers more to lose by an order, strong ones leave them little")
  func layersDecideWhatIsDenied() throws {
    func rows(_ leak: String) throws -> Rows {
      let layers = ["monitoring", "vetting"].map {
        ("labs.anthropic.safeguards.\($0)_leak_share", leak)
      }
      return try Rows(
        Question.small.isolated(days: 90).under("model").with(layers)
          .with("attackers.bypass_held_probability", "1"))
    }
    let (strong, middle, weak) = (try rows("0.1"), try rows("0.5"), try rows("1"))
    for (less, more) in [(strong, middle), (middle, weak)] {
      try less.expectAtMost(
        "attacker_days_denied", "model", than: "model", of: more, law: "layers in series")
    }
    #expect(
      try weak.mean("attacker_days_denied", "model")
        > 10 * strong.mean("attacker_days_denied", "model"))
    // Where every lab's technical layer holds, there is no other way to what was bypassed.
    let question = Question.small.isolated(days: 90).under("model")
    let (soft, hard) = (
      try Rows(question.everywhere(.labs, "safeguards.technical_leak_share", "1")),
      try Rows(question.everywhere(.labs, "safeguards.technical_leak_share", "0.3"))
    )
    try soft.expectAtMost(
      "attacker_days_denied", "model", than: "model", of: hard, law: "other ways")
    #expect(
      try hard.mean("attacker_days_denied", "model")
        > 2 * soft.mean("attacker_days_denied", "model"))
  }

  @Test("Incidents of a history are a sample of the expected ones, and feed nothing")
  func incidentsAreMarks() throws {
    let question = Question.small.under("model")
    let study = Study(try question.scenario())
    let column = try Rows.column("net_incidents")
    var replicator = Replicator(study)
    var counts = (none: 0.0, acting: 0.0)
    var expected = 0.0
    for seed in UInt64(1)...30 {
      let draw = study.draw(1, seed: seed)
      func sampled(_ regime: Int) -> (incidents: Double, row: [Double]) {
        let (history, row) = replicator.history(
          regime: regime, replication: 1, draw: draw, seed: seed)
        let lines = history.lines.filter { $0.event == "incidents" }
        #expect(lines.allSatisfy { $0.day <= $0.lastDay && $0.lastDay <= study.horizon })
        return (lines.reduce(0) { $0 + $1.represents }, row)
      }
      let (none, acting) = (sampled(0), sampled(1))
      let plain = try replicator.run(replication: 1, draw: draw, seed: seed, timeline: false)
      #expect(
        acting.row.map(\.bitPattern)
          == plain.outcomes.suffix(acting.row.count).map(\.bitPattern), "seed \(seed)")
      counts.none += none.incidents
      counts.acting += acting.incidents
      expected += acting.row[column]
    }
    #expect(counts.none > 1000)
    let error = (counts.none + counts.acting).squareRoot()
    #expect(
      abs(counts.acting - counts.none - expected) < 4 * error,
      "\(counts.acting) and \(counts.none), expected to differ by \(expected) ± \(error)")
  }
}

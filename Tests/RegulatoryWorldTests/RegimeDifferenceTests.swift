import RegulatoryWorld
import Scenarios
import Testing

@Suite("Regimes differ for the reasons the law gives")
struct RegimeDifferenceTests {
  @Test("Narrow support, its gate built, costs US defenders nothing, whatever follows")
  func narrowSupportSparesDefenders() throws {
    let question = Question.small.under("us-person-support")
      .everywhere(.labs, "gates.listed_party_days", "0")
    let rows = try Rows(question)
    try rows.expectZero(
      [
        "defender_capability_loss_critical_infrastructure_pct",
        "defender_capability_loss_other_us_pct", "staff_days_lost", "release_delay_days",
      ], law: "narrow support spares US defenders")
    #expect(try rows.column("order_reaches_incident", "us-person-support").allSatisfy { $0 == 1 })
  }

  @Test("Weights: whoever is served from the United States loses no day, whatever follows")
  func weightsSpareUSService() throws {
    // Barred staff would slow a fix, which attackers feel.
    let rows = try Rows(Question.small.under("weight").with("mechanisms.fix", "0"))
    try rows.expectZero(
      ["outage_days", "us_service_half_days", "us_service_90pct_days"],
      law: "weight spares API use")
    // Attackers miss nothing but what comes out later.
    let punctual = try Rows(
      Question.small.under("weight").with("mechanisms.gating", "0").with("mechanisms.openness", "0")
        .with("mechanisms.fix", "0"))
    try punctual.expectZero(["attacker_days_denied"], law: "weight spares API use")
    var verdict = Verdict("weight takes no day from US customers")
    let shares = try rows.column("service_days_lost_us_share", "weight")
    for (index, seed) in rows.seeds.enumerated() where shares[index] > 0 {
      verdict.note(rows.question, seed: seed, "share of lost days in the US: \(shares[index])")
    }
    verdict.settle()
  }

  @Test("Weights: once every lab has moved its copies home, nobody loses service")
  func weightsSpareWhoIsServedFromHome() throws {
    let moved = try Rows(IsolationLawTests.isolated.gates(days: 0).under("weight"))
    try moved.expectZero(["service_days_lost", "outage_loss_usd"], law: "weight, all gates built")
  }

  @Test("Strict weights hold the next open releases until the lift; weights hold none")
  func strictWeightsHoldOpenReleases() throws {
    let question = Question.small.isolated(days: 300).under("weight", "weight-strict")
    let scenario = try question.scenario()
    let rows = try Rows(question)
    let strict = try rows.column("release_delay_days", "weight-strict")
    var verdict = Verdict("weight-strict holds meta-next and reflection-next until day 303")
    for (index, seed) in rows.seeds.enumerated() {
      let draw = scenario.draw(1, seed: seed)
      let expected = scenario.models.filter { ["meta-next", "reflection-next"].contains($0.id) }
        .reduce(0.0) { $0 + 303 - draw[$1.releaseDay] }
      guard !(abs(strict[index] - expected) < 1e-9) else { continue }
      verdict.note(question, seed: seed, "\(strict[index]) days, not \(expected)")
    }
    verdict.settle()
    try rows.expectZero(["release_delay_days"], under: ["weight"], law: "weight holds no release")
  }

  /// The output gate after 10 days, nationality after 20, an order of 60 days, nobody barred.
  static let gated = Question.small.isolated(days: 60).gates(days: 100_000)
    .with("labs.anthropic.gates.output_days", "10")
    .with("labs.anthropic.gates.nationality_days", "20")
    .with("labs.anthropic.gates.location_days", "0")
    .with("regulator.secrecy.gate_speed_ratio", "1")
    .everywhere(.labs, "foreign_staff_share", "0")
    .with("regulator.comply_hours", "0")

  @Test("Output and model share a dark phase, and part when gates work")
  func outputAndModelPart() throws {
    let rows = try Rows(RegimeDifferenceTests.gated.under("output", "model"))
    var verdict = Verdict("dark for 10 days under output, for 20 under model")
    for (regime, days) in [("output", 10.0), ("model", 20.0)] {
      for id in ["outage_days", "us_service_half_days"] {
        let dark = try rows.column(id, regime)
        for (index, seed) in rows.seeds.enumerated() where !(abs(dark[index] - days) < 1e-9) {
          verdict.note(rows.question, seed: seed, "\(id) under \(regime) is \(dark[index])")
        }
      }
    }
    verdict.settle()
    try rows.expectAtMost("service_days_lost", "output", than: "model", law: "a gate leaves out")
    // Whom the gate of each theory leaves out: nobody, and those abroad.
    let abroad = try ["output", "model"].map { regime in
      let (days, shares) = (
        try rows.column("service_days_lost", regime),
        try rows.column("service_days_lost_us_share", regime)
      )
      return zip(days, shares).reduce(0.0) { $0 + ($1.0 > 0 ? $1.0 * (1 - $1.1) : 0) }
    }
    #expect(abroad[1] > 2 * abroad[0])
  }

  @Test("An output gate serves everyone and blocks some security work; nationality blocks none")
  func overBlockIsThePriceOfTheOutputGate() throws {
    let staff = RegimeDifferenceTests.gated.everywhere(.defenders, "foreign_staff_share", "0")
    let losses = [
      "defender_capability_loss_critical_infrastructure_pct",
      "defender_capability_loss_other_us_pct",
    ]
    let byNationality = try Rows(
      staff.with("labs.anthropic.gates.nationality_days", "0").under("model"))
    try byNationality.expectZero(losses, law: "a nationality gate spares those who are not foreign")
    let byOutput = try Rows(
      staff.with("labs.anthropic.gates.output_days", "0")
        .with("labs.anthropic.gates.nationality_days", "100000")
        .with("models.fable-5.release_day", "-30").under("output"))
    try byOutput.expectZero(
      ["outage_days", "outage_loss_usd"], law: "an output gate serves everyone")
    for loss in losses { #expect(try byOutput.mean(loss, "output") > 0) }
  }

  @Test("Broad support stops everyone until the lab can screen, narrow support nobody")
  func broadSupportStopsEveryone() throws {
    let rows = try Rows(
      RegimeDifferenceTests.gated.with("labs.anthropic.gates.listed_party_days", "0")
        .under("us-person-support", "us-person-support-broad"))
    #expect(
      try rows.column("outage_days", "us-person-support-broad").allSatisfy { abs($0 - 20) < 1e-9 })
    try rows.expectZero(
      ["outage_days", "outage_loss_usd", "us_service_90pct_days"], under: ["us-person-support"],
      law: "narrow support stops nobody else")
  }

  /// A narrower control, and a wider one that takes at least the same.
  static let narrower = [
    ("output-ace", "output"), ("us-person-support", "us-person-support-broad"),
    ("us-person-support", "model"),
  ]

  @Test("A narrower control takes no more service, staff or releases", arguments: narrower)
  func narrowerTakesNoMore(narrow: String, wide: String) throws {
    let rows = try Rows(Question.small.isolated(days: 90).under(narrow, wide))
    for id in ["service_days_lost", "outage_days", "staff_days_lost", "release_delay_days"] {
      try rows.expectAtMost(id, narrow, than: wide, law: "\(narrow) within \(wide)")
    }
  }

  @Test("A gate that is built sooner costs no more", arguments: ["output", "model", "weight"])
  func soonerGatesCostNoMore(regime: String) throws {
    let question = Question.small.isolated(days: 90).under(regime)
    let (soon, late) = (try Rows(question.gates(days: 10)), try Rows(question.gates(days: 40)))
    for id in ["service_days_lost", "outage_days", "revenue_displaced_usd"] {
      try soon.expectAtMost(id, regime, than: regime, of: late, law: "gates sooner")
    }
  }
}

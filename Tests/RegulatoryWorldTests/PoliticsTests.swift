import RegulatoryWorld
import Scenarios
import Testing

@Suite("What moves officials, and what switches it off")
struct PoliticsTests {
  /// Officials lift by agreement or not at all, and nothing but what a test sets moves them.
  static let talks = Question.small.under("output", "model").with([
    ("mechanisms.litigation", "0"), ("mechanisms.advocacy", "0"), ("mechanisms.precedent", "0"),
    ("relief.never_probability", "0"), ("relief.roster_probability", "0"),
    ("relief.rescission_days", "1000000"), ("relief.collateral_days", "1000000"),
    ("relief.reversal_probability", "0"),
    ("regulator.licensing.class_wide_ratio", "0"), ("negotiation.held_probability", "0"),
    ("relief.trust_gain_ratio", "0"), ("relief.fix_gain_ratio", "0"),
    ("relief.condition_probability", "0"), ("standard.engagement_probability", "0"),
    ("regulator.fix.voluntary_probability", "0"), ("regulator.trust.refusal_loss_share", "0"),
    ("regulator.secrecy.leak_per_account_probability", "0"),
  ])

  /// Mean days to relief of a kind, the horizon where there was none.
  static func days(_ rows: Rows, _ id: String, _ regime: String) throws -> Double {
    let days = try rows.column(id, regime).map { $0.isNaN ? 365 : $0 }
    return days.reduce(0, +) / Double(days.count)
  }

  /// An event of the first question is nowhere later than in the second, and sooner on average.
  static func expectSooner(
    _ question: Question, than other: Question, _ id: String = "days_to_full_relief",
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let (soon, late) = (try Rows(question), try Rows(other))
    for regime in question.regimes {
      var verdict = Verdict("sooner under \(regime)")
      let (ours, theirs) = (try soon.column(id, regime), try late.column(id, regime))
      for (index, seed) in soon.seeds.enumerated() {
        let (a, b) = (ours[index], theirs[index])
        if b.isNaN || a <= b * (1 + 1e-12) { continue }
        verdict.note(question, seed: seed, "\(id) is \(a), not later than \(b)")
      }
      verdict.settle(location)
      #expect(
        try days(soon, id, regime) < days(late, id, regime) - 1, "\(regime)",
        sourceLocation: location)
    }
  }

  @Test("Trust speeds talks, and its lack slows them")
  func trustMovesTalks() throws {
    func question(trust: Double, gain: Double) -> Question {
      PoliticsTests.talks.with("labs.anthropic.trust_share", "\(trust)")
        .with("relief.trust_gain_ratio", "\(gain)")
    }
    try PoliticsTests.expectSooner(
      question(trust: 0.9, gain: 1), than: question(trust: 0.9, gain: 0))
    try PoliticsTests.expectSooner(
      question(trust: 0.1, gain: 0), than: question(trust: 0.1, gain: 1))
  }

  @Test("Layered safeguards speed talks, the more the less they let through")
  func safeguardsMoveTalks() throws {
    func question(leak: Double) -> Question {
      PoliticsTests.talks.with("relief.safeguards_gain_ratio", "1").with(
        ["technical", "monitoring", "vetting", "transparency", "oversight"].map {
          ("labs.anthropic.safeguards.\($0)_leak_share", "\(leak)")
        })
    }
    try PoliticsTests.expectSooner(question(leak: 0.1), than: question(leak: 1))
  }

  @Test("Experts who find less than the regulator acts on speed talks; others do not")
  func rebuttalMovesTalks() throws {
    func question(threshold: Double, gain: Double) -> Question {
      PoliticsTests.talks.with([
        ("mechanisms.advocacy", "1"), ("relief.pressure_gain_ratio", "0"),
        ("regulator.assessment.threshold_share", "\(threshold)"),
        ("regulator.assessment.trust_effect_share", "0"),
        ("regulator.assessment.review_noise_ratio", "0"),
        ("regulator.assessment.review_days", "2"), ("relief.rebuttal_gain_ratio", "\(gain)"),
      ])
    }
    try PoliticsTests.expectSooner(
      question(threshold: 1, gain: 2), than: question(threshold: 1, gain: 0))
    let (with, without) = (
      try Rows(question(threshold: 0, gain: 2)), try Rows(question(threshold: 0, gain: 0))
    )
    for regime in with.regimes {
      try with.expectSame(
        Rows.all, regime, as: regime, of: without, law: "what is grave is not rebutted")
    }
  }

  @Test("A fix of the bypassed model speeds talks where it answers the order")
  func fixMovesTalks() throws {
    let fixed = PoliticsTests.talks.with("regulator.fix.voluntary_probability", "1")
      .with("regulator.fix.days", "1")
    try PoliticsTests.expectSooner(fixed.with("relief.fix_gain_ratio", "2"), than: fixed)
    let elsewhere = fixed.under("us-person-support", "weight")
    let (with, without) = (
      try Rows(elsewhere.with("relief.fix_gain_ratio", "2")), try Rows(elsewhere)
    )
    for regime in elsewhere.regimes {
      try with.expectSame(
        Rows.all, regime, as: regime, of: without, law: "a fix that answers nothing")
    }
  }

  @Test("An order that leaves the whole public without service is taken back at once, others not")
  func reversal() throws {
    let sure = PoliticsTests.talks.with([
      ("relief.never_probability", "1"), ("relief.reversal_probability", "1"),
      ("relief.reversal_days", "0.5"), ("relief.spread_ratio", "1"),
    ])
    let whole = sure.with(
      "timeline.2.targets",
      "['fable-5','mythos-5','opus-4-8','gpt-5-5','google-frontier','xai-frontier','amazon-nova']")
    let (all, some) = (try Rows(whole), try Rows(sure))
    let none = try Rows(whole.with("relief.reversal_probability", "0"))
    for regime in sure.regimes {
      let share = try all.column("days_to_full_relief", regime).count { $0 < 5 }
      #expect(share > all.seeds.count * 3 / 5, "\(share) under \(regime)")
      let few = try some.column("days_to_full_relief", regime).count { $0 < 5 }
      #expect(few < some.seeds.count / 4, "\(few) under \(regime)")
      #expect(try none.column("days_to_full_relief", regime).allSatisfy { $0.isNaN })
    }
  }

  @Test("Displaced allies speed the correction")
  func alliesMoveCorrection() throws {
    let question = PoliticsTests.talks.with("relief.collateral_days", "40")
    try PoliticsTests.expectSooner(
      question.with("relief.allied_gain_ratio", "5"),
      than: question.with("relief.allied_gain_ratio", "0"), "days_to_partial_relief")
  }

  @Test("Meetings build trust; a lab that officials never meet waits longer")
  func meetingsBuildTrust() throws {
    let question = PoliticsTests.talks.with([
      ("relief.trust_gain_ratio", "1"), ("regulator.trust.meeting_gain_share", "0.3"),
      ("negotiation.bad_meeting_probability", "0"), ("negotiation.concession_probability", "0"),
    ])
    let met = question.with("negotiation.held_probability", "1")
    try PoliticsTests.expectSooner(met, than: question)
    let (with, without) = (try Rows(met), try Rows(question))
    for regime in question.regimes {
      try without.expectZero(["meetings"], under: [regime], law: "no talks")
      #expect(try with.mean("meetings", regime) > 1)
      try PoliticsTests.expectSooner(
        met.under(regime), than: met.under(regime).with("negotiation.bad_meeting_probability", "1"))
    }
  }

  @Test("A promised fix costs attackers and customers, and speeds talks")
  func concessionsArePromises() throws {
    let question = PoliticsTests.talks.with([
      ("negotiation.held_probability", "1"), ("negotiation.concession_gain_ratio", "1"),
      ("attackers.bypass_held_probability", "1"), ("attackers.bypass_lag_days", "0"),
    ])
    let conceding = question.with("negotiation.concession_probability", "1")
    let none = question.with("negotiation.concession_probability", "0")
    try PoliticsTests.expectSooner(conceding, than: none)
    // Where the fix does not hurry the lift, it is there for longer than the order.
    let still = conceding.with("negotiation.concession_gain_ratio", "0")
    let (with, without) = (try Rows(still), try Rows(none))
    for regime in question.regimes {
      #expect(
        try with.mean("incidents_avoided", regime) > without.mean("incidents_avoided", regime))
      #expect(
        try with.mean("market_disruption_usd", regime)
          > without.mean("market_disruption_usd", regime))
    }
    let unfixed = try Rows(still.with("mechanisms.fix", "0"))
    for regime in question.regimes {
      try unfixed.expectSame(
        ["incidents_avoided", "market_disruption_usd"], regime, as: regime, of: without,
        law: "a safeguard alone filters nothing")
    }
  }

  @Test("A lift on condition of a filter comes no sooner, and costs attackers and customers")
  func conditionsCost() throws {
    let (with, without) = (
      try Rows(PoliticsTests.talks.with("relief.condition_probability", "1")),
      try Rows(PoliticsTests.talks)
    )
    for regime in without.regimes.dropFirst() {
      try with.expectSame(
        ["days_to_full_relief"], regime, as: regime, of: without, law: "a condition takes no time")
      #expect(
        try with.mean("market_disruption_usd", regime)
          > without.mean("market_disruption_usd", regime))
      #expect(
        try with.mean("attacker_days_denied", regime)
          > without.mean("attacker_days_denied", regime))
    }
  }

  @Test("Suits lift orders, and labs sue the rather the less trust there is")
  func suitsLiftOrders() throws {
    let question = PoliticsTests.talks.with([
      ("mechanisms.litigation", "1"), ("relief.suit_probability", "0.5"),
      ("relief.suit_trust_share", "1"), ("relief.never_probability", "1"),
      ("regulator.trust.suit_loss_share", "0"),
    ])
    let wary = question.with("labs.anthropic.trust_share", "0")
    try PoliticsTests.expectSooner(wary, than: wary.with("mechanisms.litigation", "0"))
    let (sued, rarely) = (
      try Rows(wary), try Rows(question.with("labs.anthropic.trust_share", "0.9"))
    )
    for regime in question.regimes {
      #expect(try sued.column("suit_filed", regime).allSatisfy { $0 == 1 })
      #expect(try rarely.mean("suit_filed", regime) < 0.3)
    }
    try Rows(wary.with("mechanisms.litigation", "0")).expectZero(["suit_filed"], law: "no suits")
  }

  @Test("A suit that fails costs trust, and so time")
  func suitsCostTrust() throws {
    let question = PoliticsTests.talks.with([
      ("mechanisms.litigation", "1"), ("relief.suit_probability", "1"),
      ("relief.suit_days", "1"), ("relief.suit_trust_share", "0"),
      ("relief.trust_gain_ratio", "1"), ("labs.anthropic.trust_share", "0.6"),
      ("regimes.output.legal_exposure", "0"),
      ("regimes.model.legal_exposure", "0"),
      ("regimes.output.legal_exposure_beyond", "0"),
      ("regimes.model.legal_exposure_beyond", "0"),
    ])
    try PoliticsTests.expectSooner(
      question.with("regulator.trust.suit_loss_share", "0"),
      than: question.with("regulator.trust.suit_loss_share", "0.5"))
  }
}

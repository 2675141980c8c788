import RegulatoryWorld
import Scenarios
import Testing

@Suite("What one order does for the next, and what is not known of its criteria")
struct PrecedentTests {
  /// An order of 300 days and nothing that follows from it by chance but what a test sets.
  static let long = Question.small.isolated(days: 300).under("output", "model")

  @Test("Letters bring relief sooner; weights, which do little harm, get hardly any")
  func lettersBringRelief() throws {
    let question = Question.small.under("output", "model", "weight").with([
      ("mechanisms.litigation", "0"), ("relief.roster_probability", "0"),
      ("relief.never_probability", "0"), ("relief.pressure_gain_ratio", "3"),
    ])
    let silent = try Rows(question.with("mechanisms.advocacy", "0"))
    let loud = try Rows(question)
    try silent.expectZero(["signatures"], law: "no advocacy")
    for regime in ["output", "model"] {
      let ids = ["days_to_full_relief", "days_to_partial_relief"]
      for id in ids {
        let (ours, theirs) = (
          try PoliticsTests.days(loud, id, regime), try PoliticsTests.days(silent, id, regime)
        )
        #expect(ours < theirs, "\(id) under \(regime)")
      }
      let signatures = try loud.mean("signatures", regime)
      #expect(signatures > 20)
      #expect(try loud.mean("signatures", "weight") < 0.05 * signatures)
    }
  }

  @Test("The press sways pressure either way, and contradictions blur it")
  func pressSwaysPressure() throws {
    let question = PoliticsTests.talks.with([
      ("mechanisms.advocacy", "1"), ("relief.pressure_gain_ratio", "5"),
      ("advocacy.full_pressure_signatures", "500"), ("information.swing_ratio", "0.5"),
      ("information.accounts_per_day", "2"), ("information.blur_share", "0"),
      ("information.critical_share", "0.5"),
    ])
    let silent = question.with("information.accounts_per_day", "0")
    try PoliticsTests.expectSooner(question.with("information.critical_share", "1"), than: silent)
    try PoliticsTests.expectSooner(silent, than: question.with("information.critical_share", "0"))
    let even = question.with("information.swing_ratio", "0")
    try PoliticsTests.expectSooner(even, than: even.with("information.blur_share", "1"))
  }

  @Test("Gates that are sent back for criteria nobody knows keep service down for longer")
  func unknownCriteriaSendGatesBack() throws {
    let question = PrecedentTests.long.with([
      ("mechanisms.precedent", "1"), ("regulator.extensions_per_year", "0"),
      ("standard.criteria_days", "300"), ("standard.rework_days", "60"),
    ])
    let smooth = try Rows(question.with("standard.rework_probability", "0"))
    let rough = try Rows(question.with("standard.rework_probability", "1"))
    let known = try Rows(
      question.with("standard.rework_probability", "1").with("standard.criteria_days", "0"))
    for regime in question.regimes {
      for id in ["service_days_lost", "outage_days", "revenue_displaced_usd"] {
        try smooth.expectAtMost(id, regime, than: regime, of: rough, law: "gates sent back")
      }
      #expect(
        try smooth.mean("outage_days", regime) < rough.mean("outage_days", regime) - 10)
      try known.expectSame(
        Rows.all, regime, as: regime, of: smooth, law: "criteria known from the first day")
    }
  }

  @Test("Partners who wait for criteria come late to the roster")
  func partnersWaitForCriteria() throws {
    let question = Question.small.under("model").with([
      ("mechanisms.litigation", "0"), ("mechanisms.advocacy", "0"),
      ("relief.roster_probability", "1"), ("relief.roster_days", "5"),
      ("relief.never_probability", "1"), ("relief.collateral_days", "1000000"),
      ("relief.rescission_days", "1000000"), ("standard.criteria_days", "200"),
      ("standard.rework_probability", "0"),
    ]).everywhere(.defenders, "partners.roster_share", "1").gates(days: 100_000)
      .everywhere(.defenders, "others.agents", "0")
      .everywhere(.labs, "gates.roster_days", "1")
    let (all, none) = (
      try Rows(question.with("standard.application_share", "1")),
      try Rows(question.with("standard.application_share", "0"))
    )
    try all.expectAtMost("defender_days_lost", "model", than: "model", of: none, law: "who waits")
    #expect(
      try all.mean("defender_days_lost", "model")
        < 0.9 * none.mean("defender_days_lost", "model"))
    let known = question.with("standard.criteria_days", "0")
    try Rows(known.with("standard.application_share", "0")).expectSame(
      Rows.all, "model", as: "model", of: Rows(known.with("standard.application_share", "1")),
      law: "nobody waits for criteria that are known")
  }

  @Test("Labs that take part before the standard is set are gated less")
  func earlyEngagementSoftens() throws {
    let question = PrecedentTests.long.with([
      ("mechanisms.gating", "1"), ("regulator.gating_probability", "1"),
      ("regulator.gating_delay_days", "60"), ("standard.softening_share", "1"),
      ("standard.engagement_days", "0.001"), ("standard.engagement_probability", "1"),
    ]).everywhere(.labs, "trust_share", "1").under("output")
    let (soft, hard) = (
      try Rows(question), try Rows(question.with("standard.engagement_probability", "0"))
    )
    try soft.expectAtMost("release_delay_days", "output", than: "output", of: hard, law: "engaged")
    #expect(
      try soft.mean("release_delay_days", "output")
        < 0.1 * hard.mean("release_delay_days", "output"))
    try Rows(question.with("standard.harden_days", "0")).expectSame(
      Rows.all, "output", as: "output", of: hard, law: "too late for a standard that is set")
  }

  @Test("Each extension makes the next likelier, each relief rarer")
  func precedentGrowsAndFades() throws {
    let question = Question.small.under("output").with([
      ("mechanisms.litigation", "0"), ("mechanisms.advocacy", "0"),
      ("relief.roster_probability", "0"), ("relief.never_probability", "1"),
      ("relief.rescission_days", "1000000"), ("relief.collateral_days", "20"),
      ("regulator.licensing.class_wide_ratio", "0"),
      ("regulator.extensions_per_year", "0.3"), ("standard.engagement_probability", "0"),
      ("precedent.gain_ratio", "0"), ("precedent.loss_share", "0"),
    ])
    let plain = try Rows(question)
    let growing = try Rows(question.with("precedent.gain_ratio", "5"))
    let fading = try Rows(question.with("precedent.loss_share", "1"))
    let off = try Rows(question.with("mechanisms.precedent", "0"))
    for (fewer, more) in [(off, fading), (fading, plain), (plain, growing)] {
      try fewer.expectAtMost(
        "models_reached", "output", than: "output", of: more, law: "precedent")
      #expect(
        try fewer.mean("models_reached", "output") < more.mean("models_reached", "output"))
    }
  }

  @Test("Customers who must file as exporters are served again once licensed")
  func customersFile() throws {
    let question = PoliticsTests.talks.under("model")
      .everywhere(.customers, "agents", "40")
      .with("customers.us-consumer", "null").with("customers.abroad-consumer", "null")
      .with("relief.never_probability", "1").gates(days: 100_000)
      .with("regulator.licensing.customer_filing_share", "1")
    let obliged = question.under("asked").with(
      "regimes.asked", "{preset:'model',obligated:['lab','cloud','customers']}")
    let (asked, model) = (try Rows(obliged, seeds: 1...20), try Rows(question, seeds: 1...20))
    try asked.expectAtMost(
      "service_days_lost", "asked", than: "model", of: model, law: "customers' licences")
    #expect(
      try asked.mean("service_days_lost", "asked")
        < 0.98 * model.mean("service_days_lost", "model"))
    #expect(
      try asked.mean("applications", "asked") > model.mean("applications", "model") + 5)
    try Rows(obliged.with("regulator.licensing.customer_filing_share", "0"), seeds: 1...20)
      .expectSame(Rows.all, "asked", as: "model", of: model, law: "nobody files")
  }

  @Test("In isolation nothing of all this matters")
  func isolationIsSilent() throws {
    let question = PrecedentTests.long.under(Regimes.all)
    let loud = question.with([
      ("negotiation.held_probability", "1"), ("negotiation.concession_probability", "1"),
      ("relief.condition_probability", "1"), ("relief.suit_probability", "1"),
      ("advocacy.sign_per_day", "1"), ("information.accounts_per_day", "2"),
      ("standard.rework_probability", "1"), ("standard.application_share", "0"),
      ("standard.engagement_probability", "1"), ("standard.softening_share", "1"),
      ("precedent.gain_ratio", "10"),
    ])
    let (plain, all) = (try Rows(question, seeds: 1...30), try Rows(loud, seeds: 1...30))
    for regime in plain.regimes {
      try all.expectSame(Rows.all, regime, as: regime, of: plain, law: "isolation")
    }
    try plain.expectZero(["signatures", "meetings", "suit_filed"], law: "isolation")
  }
}

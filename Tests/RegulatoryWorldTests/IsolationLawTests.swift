import RegulatoryWorld
import Testing

@Suite("In isolation, an order costs only what it takes away")
struct IsolationLawTests {
  static let isolated = Question.small.isolated(days: 28)

  @Test("Law 1: without action, every difference is 0")
  func nothingWithoutAction() throws {
    try Rows(.small).expectZero(Rows.paired, under: ["none"], law: "law 1")
  }

  @Test("Law 1: an order lifted on the day it takes effect costs nothing")
  func nothingIfLiftedAtOnce() throws {
    let rows = try Rows(Question.small.isolated(days: 0).under(Regimes.all))
    try rows.expectZero(Rows.paired, law: "law 1, D = 0")
  }

  @Test("Law 2: with an equal unreached model at hand, defenders lose nothing")
  func nothingWithAnEqualSubstitute() throws {
    var question = IsolationLawTests.isolated.under("output", "model")
    for model in ["mythos-5", "fable-5", "gpt-5-5"] {
      for task in ["general", "find", "triage", "fix", "attack"] {
        question = question.with("models.\(model).capability.\(task)", "1")
      }
    }
    for model in ["openai-next", "meta-next", "reflection-next", "deepseek-next"] {
      question = question.with("models.\(model).release_day", "4000")
    }
    question = question.with("models.fable-5.release_day", "-30")
      .everywhere(.customers, "patience_days", "0").everywhere(.customers, "migration_days", "0")
      .everywhere(.defenders, "patience_days", "0").everywhere(.defenders, "migration_days", "0")
      .with("market.failover_hours", "0").with("market.multi_homed_days", "0")
    let rows = try Rows(question)
    try rows.expectZero(
      ["defender_days_lost", "exposure_days_added", "findings_forgone"], law: "law 2")
    try rows.expectOrder(lifted: 28, law: "law 2")
    #expect(try rows.mean("revenue_displaced_usd", "model") > 0)
  }

  @Test("Law 3: an order on listed users, their gate built, costs US defenders and staff nothing")
  func nothingBesideListedUsers() throws {
    let question = IsolationLawTests.isolated.under("us-person-support")
      .everywhere(.labs, "gates.listed_party_days", "0")
    let rows = try Rows(question)
    try rows.expectZero(
      [
        "defender_capability_loss_critical_infrastructure_pct",
        "defender_capability_loss_other_us_pct", "staff_days_lost", "staff_cost_usd",
      ], law: "law 3")
    try rows.expectOrder(lifted: 28, law: "law 3")
  }

  @Test("Law 4: an order on weights that are hosted at home costs no service")
  func nothingFromWeightsAtHome() throws {
    let question = IsolationLawTests.isolated.under("weight", "weight-rule")
    let rows = try Rows(question.everywhere(.clouds, "foreign_hosted_share", "0"))
    try rows.expectZero(
      ["service_days_lost", "outage_days", "attacker_days_denied"], law: "law 4")
    try rows.expectOrder(lifted: 28, law: "law 4")
    #expect(try Rows(question).mean("service_days_lost", "weight") > 0)
  }

  @Test("Law 7: until a gate works, output and model take the same service from everyone")
  func samePhaseInTheDark() throws {
    let question = IsolationLawTests.isolated.gates(days: 100_000).under("output", "model")
    let few = try Rows(question.everywhere(.customers, "foreign_seat_share", "0.01"))
    let many = try Rows(question.everywhere(.customers, "foreign_seat_share", "0.5"))
    try few.expectSame(["service_days_lost"], "output", as: "model", law: "law 7")
    for regime in ["output", "model"] {
      try few.expectSame(
        ["service_days_lost"], regime, as: regime, of: many, law: "law 7, foreign seats")
    }
    #expect(try few.mean("service_days_lost", "output") > 0)
  }

  @Test("Law 8: where nobody is foreign and every gate stands, no theory costs anything")
  func nothingWhereNobodyIsForeign() throws {
    let question = IsolationLawTests.isolated.gates(days: 0)
      .everywhere(.customers, "countries", "null").everywhere(.customers, "countries", "{us:1}")
      .everywhere(.defenders, "countries", "null").everywhere(.defenders, "countries", "{us:1}")
      .everywhere(.customers, "foreign_seat_share", "0")
      .everywhere(.customers, "listed_share", "0")
      .everywhere(.defenders, "foreign_staff_share", "0")
      .everywhere(.labs, "foreign_staff_share", "0")
      .with("attackers.foreign_share", "0").with("attackers.listed_share", "0")
    let rows = try Rows(question)
    try rows.expectZero(Rows.paired, law: "law 8")
    try rows.expectOrder(lifted: 28, law: "law 8")
  }

  @Test("Law 9: a longer order never costs less service, staff or displaced revenue")
  func longerCostsMore() throws {
    let ids = ["service_days_lost", "outage_days", "staff_days_lost", "revenue_displaced_usd"]
    let rows = try [7, 14, 28].map { try Rows(Question.small.isolated(days: $0)) }
    for (shorter, longer) in zip(rows, rows.dropFirst()) {
      for regime in shorter.regimes {
        for id in ids {
          try shorter.expectAtMost(id, regime, than: regime, of: longer, law: "law 9")
        }
      }
    }
    let exposure = try rows.map { try $0.mean("exposure_days_added", "model") }
    #expect(exposure[0] <= exposure[1] && exposure[1] <= exposure[2] && exposure[2] > 0)
  }

  @Test("Law 10: a rule whose notice ends after the horizon costs nothing")
  func nothingBeforeNoticeEnds() throws {
    let ids = ["output", "us-person-support-broad", "weight", "weight-strict", "model"]
    let question = ids.reduce(Question.small.under(ids)) {
      $0.with([("regimes.\($1).effect", "rule"), ("regimes.\($1).notice_days", "363")])
    }
    try Rows(question).expectZero(Rows.paired, law: "law 10, notice beyond the horizon")
  }

  @Test("Law 10: a rule without notice has the rows of a letter")
  func ruleWithoutNoticeIsALetter() throws {
    let ids = ["output", "us-person-support-broad", "weight", "weight-strict", "model"]
    let question = ids.reduce(Question.small.under(ids + ids.map { "rule-" + $0 })) {
      $0.with("regimes.rule-\($1)", "{preset:'\($1)',effect:'rule',notice_days:0}")
    }
    let rows = try Rows(question)
    for id in ids {
      try rows.expectSame(Rows.all, id, as: "rule-" + id, law: "law 10, no notice")
    }
  }

  @Test("Law 13: where no attacker holds the bypass, an order denies attackers nothing")
  func nothingDeniedWithoutBypass() throws {
    let question = IsolationLawTests.isolated.with("attackers.bypass_held_probability", "0")
    let rows = try Rows(question)
    try rows.expectZero(["attacker_days_denied", "incidents_avoided"], law: "law 13")
    try rows.expectOrder(lifted: 28, law: "law 13")
    #expect(try Rows(IsolationLawTests.isolated).mean("attacker_days_denied", "model") > 0)
  }
}

import RegulatoryWorld
import Scenarios
import Testing

@Suite("Figures that a trap names, in worlds where nothing else moves them")
struct TrapFigureTests {
  @Test("Trap 9: at most one displaced pool in twenty changes its vendor more than twice")
  func displacedPoolsSettle() throws {
    let rows = try TrapTests.june.get()
    for regime in ["output", "us-person-support", "weight", "model"] {
      let mean = try rows.mean("displaced_over_two_switches_share", regime)
      #expect(mean <= 0.05, "\(mean) under \(regime)")
    }
    // It can be more: where one refuge after the other goes dark.
    let hunted = TrapFigureTests.lostRefuge
    #expect(try Rows(hunted).mean("displaced_over_two_switches_share", "model") > 0.05)
  }

  /// Every US lab is named; clouds go dark long after the labs.
  static let lostRefuge = Question.small.isolated(days: 200).gates(days: 100_000).under("model")
    .with(
      "timeline.2.targets",
      "['fable-5','mythos-5','opus-4-8','gpt-5-5','google-frontier','xai-frontier','amazon-nova']"
    )
    .everywhere(.clouds, "follow_lag_days", "30").everywhere(.clouds, "precede_probability", "0")
    .with("market.return_share", "1")

  @Test("Trap 6: guardrails of substitutes that cost more to bypass leave an order more to deny")
  func substitutesHaveGuardrails() throws {
    let question = Question.small.isolated(days: 90).under("model")
      .with("attackers.bypass_held_probability", "1")
    func rows(_ cost: String, leak: String) throws -> Rows {
      try Rows(
        question.with("attackers.open_guardrail_cost_share", cost)
          .everywhere(.labs, "safeguards.technical_leak_share", leak))
    }
    let (none, open, both) = (
      try rows("0", leak: "1"), try rows("0.8", leak: "1"), try rows("0.8", leak: "0.2")
    )
    for (less, more) in [(none, open), (open, both)] {
      try less.expectAtMost(
        "attacker_days_denied", "model", than: "model", of: more, law: "trap 6, guardrails")
    }
    #expect(
      try 1.2 * none.mean("attacker_days_denied", "model")
        < both.mean("attacker_days_denied", "model"))
  }

  @Test("Trap 7: nothing found since day 0 is fixed before the backlog is")
  func queuesStartAtTheirBacklog() throws {
    let empty = DefenceQueueTests.organisation(DefenceQueueTests.loads[0])
    let full = empty.with("defenders.other-us.partners.fix_backlog_days", "1000")
    let waiting = try DefenceQueueTests.waiting(full, seeds: 1...1000)
    // Born, one a day; the latent stock at the end is that of day 0 on average.
    expectMean(of: waiting, is: 365, not: [350, 380], "findings that wait", full)
  }

  /// What an affected defender falls back on: nothing, the vendor's own, one near parity.
  static let fallbacks: [(capability: Double?, percent: Double)] = [
    (nil, 41.8), (0.85, 6.27), (0.95, 2.09),
  ]

  @Test("Trap 11: human-only costs a defender 42 %, falling back 6 or 2 %", arguments: fallbacks)
  func lossOfAnAffectedDefender(capability: Double?, percent: Double) throws {
    let gone = Names.models.filter { !["fable-5", "opus-4-8"].contains($0) }
    var question = Question.small.isolated(days: 100).gates(days: 100_000).under("model")
      .with(gone.map { ("models.\($0)", "null") })
      .with(Names.groups.filter { $0 != "other-us" }.map { ("defenders.\($0)", "null") })
      .with([
        ("models.fable-5.release_day", "-30"), ("regulator.comply_hours", "0"),
        ("timeline.1.targets", "['fable-5']"), ("timeline.2.targets", "['fable-5']"),
        ("defence.find_floor_share", "0.07"), ("defence.triage_floor_share", "0.82"),
        ("defence.fix_floor_share", "0.6"), ("market.fallback_hours", "0"),
      ])
      .everywhere(.labs, "foreign_staff_share", "0")
      .everywhere(.clouds, "precede_probability", "0")
    for task in ["find", "triage", "fix"] {
      question = question.with("models.fable-5.capability.\(task)", "1")
      if let capability {
        question = question.with("models.opus-4-8.capability.\(task)", "\(capability)")
      }
    }
    if capability == nil { question = question.with("models.opus-4-8", "null") }
    // Dark for 100 of 365 days.
    try MarketMechanismTests.expect(
      "defender_capability_loss_affected_pct", "model", is: percent * 100 / 365, question)
  }

  @Test("Trap 12: what has no data is bounded and graded as assumed")
  func whatHasNoDataSaysSo() throws {
    let entries = try Question().scenario().parameters.entries
    for word in ["federal_contractor_share", "pressure_", "fear_"] {
      let found = entries.filter { $0.address.contains(word) }
      #expect(!found.isEmpty, "no parameter is called \(word)")
      for entry in found {
        #expect(entry.evidence == .assumed, "\(entry.address)")
        #expect(entry.distribution.support.upperBound.isFinite, "\(entry.address)")
      }
    }
  }
}

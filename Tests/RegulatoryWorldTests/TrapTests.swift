import RegulatoryWorld
import Scenarios
import Testing

@Suite("The June directive falls into none of the known traps")
struct TrapTests {
  /// Many futures of the June directive at full size, once for all tests.
  static let june = Result { try Rows(Question(), seeds: 1...200) }

  @Test("Output and model disrupt the market by 0.03 to 2 %", arguments: ["output", "model"])
  func sizeOfDisruption(regime: String) throws {
    let rows = try TrapTests.june.get()
    let percents = try rows.column("market_disruption_pct", regime)
    let mean = try rows.mean("market_disruption_pct", regime)
    let spread = percents.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(percents.count - 1)
    let error = (spread / Double(percents.count)).squareRoot()
    #expect(mean > 0.03 && mean - 2 * error < 2, "\(mean) ± \(error) %")
  }

  @Test("A blackout without a model to fall back on is far costlier")
  func fallbackSpares() throws {
    let question = Question.small.isolated(days: 28).under("output", "model")
    let dark = question.with("timeline.2.targets", "['fable-5','mythos-5','opus-4-8']")
    let (some, all) = (try Rows(question), try Rows(dark))
    for regime in ["output", "model"] {
      for id in ["service_days_lost", "outage_loss_usd"] {
        #expect(try all.mean(id, regime) > 2 * some.mean(id, regime), "\(id) under \(regime)")
      }
    }
  }

  @Test("The output gate comes first in about 82 % of draws")
  func orderOfGates() throws {
    let scenario = try Question().scenario()
    let gates = try #require(scenario.labs.first { $0.id == "anthropic" }).gates
    let draws = (1...4000).map { scenario.draw($0, seed: 1) }
    let output = draws.map { $0[gates.output] }
    let nationality = draws.map { max($0[gates.nationality], $0[gates.location]) }
    let count = Double(draws.count)
    let pairs = zip(output, nationality)
    #expect(abs(Double(pairs.count { $0 < $1 }) / count - 0.82) < 0.03)
    #expect(abs(pairs.reduce(0) { $0 + min($1.0, $1.1) } / count - 35) < 2)
    #expect(abs(nationality.reduce(0, +) / count - 77) < 3)
  }

  @Test("Partner agents stand for at most three organisations")
  func partnersAreFew() throws {
    for group in try Question().scenario().defenders {
      let scenario = try Question().scenario()
      let organisations = scenario.parameters[group.partners.represents].distribution.support
      #expect(organisations.upperBound <= 3, "\(group.id)")
    }
  }

  @Test("A roster for the vetted model moves defenders, hardly the market")
  func rosterHardlyMovesTheMarket() throws {
    let question = Question.small.isolated(days: 120).under("model")
      .everywhere(.labs, "foreign_staff_share", "0")
    let target = question.with("timeline.2.targets", "['mythos-5']")
    let rows = try Rows(target)
    try rows.expectZero(
      ["outage_loss_usd", "quality_loss_usd", "revenue_displaced_usd", "attacker_days_denied"],
      law: "an order on the vetted model alone leaves the market alone")
    #expect(try rows.mean("defender_days_lost", "model") > 0)
  }

  @Test("Weights and narrow support last at small cost, and do not dominate")
  func lightRegimesCostLittle() throws {
    let rows = try TrapTests.june.get()
    let output = try rows.mean("market_disruption_pct", "output")
    #expect(try rows.mean("market_disruption_pct", "weight") < output / 2)
    #expect(try rows.mean("market_disruption_pct", "us-person-support") < output / 20)
    let relieved = try ["output", "us-person-support"].map { regime in
      try rows.column("days_to_full_relief", regime).count { !$0.isNaN }
    }
    #expect(relieved[1] < relieved[0])
  }

  @Test("Applications stay below a tenth of the background load")
  func licenceLoad() throws {
    let rows = try TrapTests.june.get()
    let scenario = try Question().scenario()
    let background = scenario.parameters[scenario.regulator.licensing.backgroundPerYear]
      .distribution.support.lowerBound
    for regime in rows.regimes {
      #expect(try rows.column("applications", regime).allSatisfy { $0 <= background / 10 })
    }
  }

  @Test("Twice the officers cut a review by less than a quarter")
  func statutoryDaysDoNotShrink() throws {
    let question = Question.small.under("model")
    let scenario = try question.scenario()
    let officers = scenario.parameters[scenario.regulator.licensing.officers]
      .distribution.support.lowerBound
    let twice = question.with("regulator.licensing_officers", "\(2 * officers)")
    let (one, two) = (try Rows(question), try Rows(twice))
    let days = try one.mean("review_days_mean", "model")
    let fewer = try two.mean("review_days_mean", "model")
    #expect(fewer < days && fewer > 0.75 * days, "\(days) days, then \(fewer)")
  }

  @Test("How unique the bypassed model is decides net harm together with what defenders lose")
  func uniquenessMovesNetHarm() throws {
    func question(uniqueness: Double) -> Question {
      let others = Names.models.filter { !["fable-5", "mythos-5"].contains($0) }
      return Question.small.under("output", "model")
        .with(others.map { ("models.\($0).capability.attack", "\(0.95 * (1 - uniqueness))") })
        .everywhere(.labs, "safeguards.technical_leak_share", "1")
        .with("attackers.open_guardrail_cost_share", "0")
    }
    let common = try Rows(question(uniqueness: 0), seeds: 1...200)
    let unique = try Rows(question(uniqueness: 0.6), seeds: 1...200)
    for regime in ["output", "model"] {
      let (before, after) = (
        try common.mean("net_harm", regime), try unique.mean("net_harm", regime)
      )
      #expect(before - after > 0.2, "\(before), then \(after) under \(regime)")
      #expect(after > 0.05, "attackers' parity alone decides under \(regime)")
    }
  }

  @Test("Without a shock, 5 to 20 % of spend changes its vendor in a year")
  func switchingWithoutShock() throws {
    let mean = try TrapTests.june.get().mean("switches_per_pool", "none")
    #expect((0.05...0.20).contains(mean), "\(mean)")
  }

  @Test("The delay of releases stays below half of the disruption", arguments: ["output", "model"])
  func delayedReleasesAreAPart(regime: String) throws {
    let rows = try TrapTests.june.get()
    let delay = try rows.mean("release_delay_usd", regime)
    #expect(delay > 0)
    #expect(try delay < rows.mean("market_disruption_usd", regime) / 2)
  }

  @Test("An affected defender loses more than the mean, and less than without any model")
  func affectedDefendersLoseMore() throws {
    let rows = try TrapTests.june.get()
    for regime in ["output", "model"] {
      let affected = try rows.mean("defender_capability_loss_affected_pct", regime)
      #expect(try affected > rows.mean("defender_capability_loss_pct", regime))
      #expect(
        try rows.column("defender_capability_loss_affected_pct", regime)
          .allSatisfy { $0.isNaN || $0 < 42 })
    }
  }
}

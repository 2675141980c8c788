import RegulatoryWorld
import Testing

@Suite("Accounts add up, and weights only report")
struct AccountLawTests {
  /// Wholes with their parts, each with its sign.
  static let sums: [(whole: String, parts: [(id: String, sign: Double)])] = [
    (
      "market_disruption_usd",
      [
        "outage_loss_usd", "release_delay_usd", "quality_loss_usd", "lost_margin_usd",
        "migration_cost_usd", "idle_compute_usd", "staff_cost_usd",
      ].map { ($0, 1) }
    ),
    (
      "revenue_displaced_usd",
      [
        "revenue_displaced_unserved_usd", "revenue_displaced_open_weight_usd",
        "revenue_displaced_same_lab_usd", "revenue_displaced_foreign_usd",
        "revenue_displaced_us_rival_usd",
      ].map { ($0, 1) }
    ),
    ("net_incidents", [("incidents_added", 1), ("incidents_avoided", -1)]),
  ]

  static let rows = Result { try Rows(Question.small.under(Regimes.all)) }

  @Test("Law 5: a whole is the sum of its parts", arguments: sums)
  func partsAddUp(whole: String, parts: [(id: String, sign: Double)]) throws {
    let rows = try AccountLawTests.rows.get()
    var verdict = Verdict("law 5, \(whole)")
    for regime in rows.regimes {
      let sum = try rows.column(whole, regime)
      let columns = try parts.map { (try rows.column($0.id, regime), $0.sign) }
      for (index, seed) in rows.seeds.enumerated() {
        let total = columns.reduce(0.0) { $0 + $1.1 * $1.0[index] }
        let scale = columns.reduce(0.0) { $0 + abs($1.0[index]) }
        guard !(abs(total - sum[index]) <= 1e-9 * scale) else { continue }
        verdict.note(rows.question, seed: seed, "\(sum[index]) but its parts give \(total)")
      }
    }
    verdict.settle()
  }

  @Test("Law 5: the losses of the headlines are differences of the levels beside them")
  func lossesAreDifferencesOfLevels() throws {
    let rows = try AccountLawTests.rows.get()
    var verdict = Verdict("law 5, levels")
    for definition in Outcomes.registry {
      guard let level = definition.level else { continue }
      let none = try rows.column(level, "none")
      let sign = definition.id == "defender_days_lost" ? -1.0 : 1
      for regime in rows.regimes {
        let loss = try rows.column(definition.id, regime)
        let acting = try rows.column(level, regime)
        for (index, seed) in rows.seeds.enumerated() {
          let difference = sign * (acting[index] - none[index])
          guard !(abs(difference - loss[index]) <= 1e-9 * abs(none[index])) else { continue }
          verdict.note(
            rows.question, seed: seed,
            "\(definition.id) under \(regime) is \(loss[index]), the levels give \(difference)")
        }
      }
    }
    verdict.settle()
  }

  @Test("Law 11: dollars over percent is the same market under every regime of a future")
  func oneMarketPerFuture() throws {
    let rows = try AccountLawTests.rows.get()
    var verdict = Verdict("law 11")
    var markets = [Double?](repeating: nil, count: rows.seeds.count)
    for regime in rows.regimes {
      let dollars = try rows.column("market_disruption_usd", regime)
      let percents = try rows.column("market_disruption_pct", regime)
      for (index, seed) in rows.seeds.enumerated() where dollars[index] != 0 {
        let market = 100 * dollars[index] / percents[index]
        let first = markets[index] ?? market
        markets[index] = first
        guard !(abs(market - first) <= 1e-12 * first) else { continue }
        verdict.note(rows.question, seed: seed, "\(market) under \(regime), else \(first)")
      }
    }
    verdict.settle()
    #expect(markets.contains { $0 != nil })
  }

  @Test("Law 15: twice the organisations give twice the customers' and defenders' columns")
  func weightsOnlyReport() throws {
    let scenario = try Question.small.scenario()
    var doubled = Question.small
    for entry in scenario.parameters.entries where entry.address.hasSuffix(".represents") {
      doubled = doubled.with(entry.address, "\(2 * entry.distribution.support.lowerBound)")
    }
    let (one, two) = (try Rows(.small), try Rows(doubled))
    let scaled = [
      "outage_loss_usd", "release_delay_usd", "quality_loss_usd", "lost_margin_usd",
      "migration_cost_usd", "service_days_lost", "revenue_displaced_usd",
      "revenue_displaced_unserved_usd", "revenue_displaced_open_weight_usd",
      "revenue_displaced_same_lab_usd", "revenue_displaced_foreign_usd",
      "revenue_displaced_us_rival_usd", "cloud_revenue_lost_usd", "discloser_revenue_lost_usd",
      "defender_days_lost", "exposure_days_added", "findings_forgone", "incidents_added",
      "incidents_avoided", "net_incidents", "defender_capability_level_days",
      "federal_seats_lost",
    ]
    let sums = ["market_disruption_usd", "idle_compute_usd", "market_cost_level_usd"]
    let rest = Rows.all.filter {
      !scaled.contains($0) && !sums.contains($0) && $0 != "market_disruption_pct"
    }
    for regime in one.regimes {
      try one.expectSame(scaled, regime, as: regime, of: two, times: 2, law: "law 15")
      try one.expectSame(rest, regime, as: regime, of: two, law: "law 15, what has no weight")
    }
  }

  @Test("Law 16: every value is possible, and nothing is lost or counted twice")
  func everythingIsConserved() throws {
    let rows = try AccountLawTests.rows.get()
    var verdict = Verdict("law 16")
    for regime in rows.regimes {
      for id in Rows.all {
        let column = try rows.column(id, regime)
        for (index, seed) in rows.seeds.enumerated() where !Bounds.allow(column[index], for: id) {
          verdict.note(rows.question, seed: seed, "\(id) under \(regime) is \(column[index])")
        }
      }
      let percents = try rows.column("market_disruption_pct", regime)
      let dollars = try rows.column("market_disruption_usd", regime)
      let displaced = try rows.column("revenue_displaced_usd", regime)
      for (index, seed) in rows.seeds.enumerated() where dollars[index] != 0 {
        let market = 100 * dollars[index] / percents[index]
        guard displaced[index] > market else { continue }
        verdict.note(
          rows.question, seed: seed, "\(displaced[index]) displaced in a market of \(market)")
      }
    }
    verdict.settle()
  }
}

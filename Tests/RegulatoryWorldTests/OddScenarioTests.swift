import RegulatoryWorld
import Scenarios
import Testing

@Suite("Odd scenarios are lived through like any other")
struct OddScenarioTests {
  /// A case in words, and the settings that make it.
  struct Odd: Sendable, CustomTestStringConvertible {
    let name: String
    let settings: [(path: String, value: String)]
    var horizon = 365.0
    var testDescription: String { name }

    init(_ name: String, horizon: Double = 365, _ settings: [(path: String, value: String)]) {
      self.name = name
      self.settings = settings
      self.horizon = horizon
    }
  }

  private static let loneModel =
    Names.models.filter { $0 != "fable-5" }
    .map { ("models.\($0)", "null") }
    + [("timeline.1.targets", "['fable-5']"), ("timeline.2.targets", "['fable-5']")]
  private static let noCustomers = Names.segments.map { ("customers.\($0)", "null") }
  private static let noDefenders = Names.groups.map { ("defenders.\($0)", "null") }

  static let cases: [Odd] = [
    Odd("no customers", noCustomers),
    Odd("no defenders", noDefenders),
    Odd("neither", noCustomers + noDefenders),
    Odd("no agents in any segment", Names.segments.map { ("customers.\($0).agents", "0") }),
    Odd(
      "no clouds",
      Names.clouds.map { ("clouds.\($0)", "null") } + [("timeline.0.finder", "researcher")]),
    Odd("a year with the order on day 0", [("timeline.2.at_days", "0")]),
    Odd("the order on the last day", [("timeline.2.at_days", "365")]),
    Odd("order and bypass on day 0", [("timeline.0.at_days", "0"), ("timeline.2.at_days", "0")]),
    Odd("a day", horizon: 1, [("timeline", "[]"), ("horizon_days", "1")]),
    Odd("nothing scripted", [("timeline", "[]")]),
    Odd("ten years", horizon: 3650, [("horizon_days", "3650")]),
    Odd("only an order", [("timeline", "[{at_days:3,event:'order',targets:['fable-5']}]")]),
    Odd(
      "only an order, before which no bypass can be",
      loneModel + [
        ("models.fable-5.release_day", "-5"),
        ("timeline", "[{at_days:3,event:'order',targets:['fable-5']}]"),
      ]),
    Odd("an order on open models", [("timeline.2.targets", "['meta-open','meta-next']")]),
    Odd("an order on a foreign model", [("timeline.2.targets", "['deepseek-open']")]),
    Odd("an order on what is not yet out", [("timeline.2.targets", "['openai-next']")]),
    Odd(
      "an order on every model",
      [("timeline.2.targets", "[" + Names.models.map { "'\($0)'" }.joined(separator: ",") + "]")]),
    Odd("one model", loneModel),
    Odd("one model, out already", loneModel + [("models.fable-5.release_day", "-5")]),
    Odd("one model, never out", loneModel + [("models.fable-5.release_day", "5000")]),
    Odd(
      "one vetted model",
      loneModel + [("models.fable-5.release_day", "-5"), ("models.fable-5.audience", "vetted")]),
    Odd(
      "one open model",
      loneModel + [("models.fable-5.release_day", "-5"), ("models.fable-5.weights", "open")]),
    Odd(
      "humans without any skill in finding, and no model",
      loneModel + [("defence.find_floor_share", "0"), ("defence.fix_floor_share", "0")]),
    Odd("labs that sell nothing", Names.labs.map { ("labs.\($0).spend_usd_per_year", "0") }),
    Odd("labs that sell abroad only", Names.labs.map { ("labs.\($0).us_spend_share", "0") }),
    Odd(
      "no waiting anywhere",
      [
        ("market.fallback_hours", "0"), ("market.failover_hours", "0"),
        ("market.multi_homed_days", "0"), ("market.return_days", "0"), ("market.fear_days", "0"),
        ("regulator.licensing.preparation_days", "0"), ("regulator.licensing.reapply_days", "0"),
        ("relief.collateral_days", "0"), ("relief.roster_days", "0"),
      ]),
    Odd(
      "every mechanism off",
      [
        "precedent", "fear", "gating", "openness", "fix", "litigation", "advocacy",
      ].map { ("mechanisms.\($0)", "0") }),
  ]

  @Test("Every value is possible, and no action costs nothing", arguments: cases)
  func isLivedThrough(odd: Odd) throws {
    let rows = try Rows(Question.small.under(Regimes.all).with(odd.settings), seeds: 1...20)
    var verdict = Verdict(odd.name)
    for regime in rows.regimes {
      for id in Rows.all {
        for (index, value) in try rows.column(id, regime).enumerated()
        where !Bounds.allow(value, for: id, horizon: odd.horizon) {
          verdict.note(
            rows.question, seed: rows.seeds[index], "\(id) under \(regime) is \(value)")
        }
      }
    }
    verdict.settle()
    try rows.expectZero(Rows.paired, under: ["none"], law: "law 1, \(odd.name)")
  }

  @Test("Every parameter at either end of its distribution, alone or all together, is possible")
  func endsOfDistributions() throws {
    let study = Study(try Question.small.under("model", "weight-strict").scenario())
    let entries = study.scenario.parameters.entries
    let (lows, highs) = (
      Draw(values: entries.map { $0.value(at: 0x1p-52) }),
      Draw(values: entries.map { $0.value(at: 1 - 0x1p-52) })
    )
    var draws = [("all low", lows), ("all high", highs)]
    let middle = Draw(values: entries.map { $0.value(at: 0.5) })
    for parameter in study.scenario.parameters.uncertain {
      for (word, end) in [("low", lows), ("high", highs)] {
        var draw = middle
        draw.values[parameter.index] = end.values[parameter.index]
        draws.append((entries[parameter.index].address + " " + word, draw))
      }
    }
    var replicator = Replicator(study)
    for (name, draw) in draws {
      let result = try replicator.run(replication: 1, draw: draw, seed: 1, timeline: true)
      for (index, value) in result.outcomes.enumerated() {
        let id = Rows.all[index % Rows.all.count]
        #expect(Bounds.allow(value, for: id), "\(id) is \(value) with \(name)")
      }
      #expect(result.timeline.allSatisfy { !$0.isInfinite && !($0 < 0) }, "timeline with \(name)")
    }
  }

  @Test("Shares of the timeline are shares, and an order bends them only from its day on")
  func timelineIsPossible() throws {
    let study = Study(try Question.small.under(Regimes.all).scenario())
    var replicator = Replicator(study)
    let days = study.timelineDays
    for seed in UInt64(1)...100 {
      let draw = study.draw(1, seed: seed)
      let values = try replicator.run(replication: 1, draw: draw, seed: seed, timeline: true)
        .timeline
      for (block, start) in stride(from: 0, to: values.count, by: days.count).enumerated() {
        let series = study.timelineSeries[block % study.timelineSeries.count]
        for (place, day) in days.enumerated() {
          let value = values[start + place]
          if series.unit == "share" { #expect((0...1 + 1e-12).contains(value), "\(series.id)") }
          #expect(value >= 0 && value.isFinite, "\(series.id) on day \(day), seed \(seed)")
          if day < 3 {
            let unbent = values[(block % study.timelineSeries.count) * days.count + place]
            #expect(value == unbent, "\(series.id) on day \(day), seed \(seed)")
          }
        }
      }
    }
  }
}

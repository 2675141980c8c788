import ExportControls
import Foundation
import RegulatoryWorld
import Scenarios
import Testing

@Suite("A scenario says what it says, however it is written")
struct ScenarioLawTests {
  @Test("Law 6: a preset spelt out field by field gives its rows", arguments: Presets.all)
  func spellingOutChangesNothing(preset: Preset) throws {
    let question = Question.small.under(preset.id, "spelt-out")
      .with("regimes.spelt-out", SpeltOut.text(preset))
    let rows = try Rows(question)
    try rows.expectSame(Rows.all, preset.id, as: "spelt-out", law: "law 6")
  }

  @Test("Law 12: half a year and a year share their timeline up to the half year")
  func horizonsShareTheirPast() throws {
    let regimes = Question.small.under(Regimes.all).with("timeline_every_days", "9")
    let (short, long) = (regimes.with("horizon_days", "180"), regimes)
    let studies = (Study(try short.scenario()), Study(try long.scenario()))
    var year = Replicator(studies.1)
    var half = Replicator(studies.0)
    let days = studies.0.timelineDays.count
    try #require(studies.1.timelineDays.prefix(days).elementsEqual(studies.0.timelineDays))
    var verdict = Verdict("law 12")
    for seed in UInt64(1)...100 {
      let first = try half.run(
        replication: 1, draw: studies.0.draw(1, seed: seed), seed: seed, timeline: true)
      let second = try year.run(
        replication: 1, draw: studies.1.draw(1, seed: seed), seed: seed, timeline: true)
      let step = studies.1.timelineDays.count
      for block in 0..<(first.timeline.count / days) {
        let one = first.timeline[block * days..<(block + 1) * days]
        let two = second.timeline[block * step..<(block * step + days)]
        let differs = zip(one, two).contains { $0 != $1 && !($0.isNaN && $1.isNaN) }
        guard differs else { continue }
        let series = studies.0.timelineSeries
        verdict.note(
          long, seed: seed,
          "\(series[block % series.count].id) under \(studies.0.regimes[block / series.count])")
      }
    }
    verdict.settle()
  }

  @Test("Law 14: keys in another order move nothing")
  func orderOfKeysIsNothing() throws {
    let rows = try Rows(Question.small.under(Regimes.all))
    var verdict = Verdict("law 14, order of keys")
    for (index, seed) in rows.seeds.enumerated() {
      try Shuffled.withFiles(order: seed) { path in
        var question = rows.question
        question.file = path
        let other = try Rows(question, seeds: seed...seed)
        for regime in rows.regimes.indices {
          for column in Rows.all.indices {
            let (a, b) = (rows.value(index, regime, column), other.value(0, regime, column))
            if a == b || a.isNaN && b.isNaN { continue }
            verdict.note(
              rows.question, seed: seed,
              "\(Rows.all[column]) under \(rows.regimes[regime]) is \(a), or \(b) shuffled")
          }
        }
      }
    }
    verdict.settle()
  }

  @Test("Law 14: other names move rows, since chance is addressed by name, and no means")
  func namesMoveNoMeans() throws {
    let question = Question.small.under("model")
    let rows = try Rows(question, seeds: 1...400)
    try ScenarioCopies.withFiles { text in
      Names.segments.reduce(text) {
        $0.replacingOccurrences(of: "\"\($1)\": {", with: "\"renamed-\($1)\": {")
      }
    } _: { path in
      var renamed = question
      renamed.file = path
      renamed.settings = question.settings.map {
        ($0.path.replacingOccurrences(of: "customers.", with: "customers.renamed-"), $0.value)
      }
      let other = try Rows(renamed, seeds: 1...400)
      for id in ["service_days_lost", "outage_loss_usd", "migration_cost_usd"] {
        let (ours, theirs) = (try rows.column(id, "model"), try other.column(id, "model"))
        let differences = zip(ours, theirs).map { $1 - $0 }
        #expect(differences.contains { $0 != 0 }, "\(id) has no address by name")
        let mean = try rows.mean(id, "model")
        expectMean(of: differences, is: 0, not: [-mean, mean], id, question)
      }
    }
  }

  @Test("Law 14: a segment of weight 0 moves nothing else")
  func weightlessSegmentIsNothing() throws {
    let absent = try Rows(Question.small.with("customers.us-consumer", "null"))
    let weightless = try Rows(Question.small.with("customers.us-consumer.represents", "0"))
    for regime in absent.regimes {
      try absent.expectSame(
        Rows.all, regime, as: regime, of: weightless, law: "law 14, a segment of weight 0")
    }
  }

  @Test("Law 14: a lab without customers moves nothing else")
  func labWithoutCustomersIsNothing() throws {
    let lab = """
      {country:'us',spend_usd_per_year:0,us_spend_share:0.5,margin_share:0.5,compute_share:0.5,\
      staff_count:0,foreign_staff_share:0.2,weight_access_share:0.2,wage_usd_per_year:300000,\
      reassigned_productivity_share:0.5,trust_share:0.5,safeguards:{technical_leak_share:0.7,\
      monitoring_leak_share:0.5,vetting_leak_share:0.5,transparency_leak_share:0.5,\
      oversight_leak_share:0.5},gates:{nationality_days:1,output_days:1,roster_days:1,\
      location_days:1,listed_party_days:0,region_and_staff_days:1}}
      """
    let without = try Rows(.small)
    for id in ["aaa-lab", "zzz-lab"] {
      let with = try Rows(Question.small.with("labs.\(id)", lab))
      for regime in without.regimes {
        try without.expectSame(
          Rows.all, regime, as: regime, of: with, law: "law 14, a lab without customers")
      }
    }
  }
}

@Suite("A row depends on its own address alone")
struct RowAddressTests {
  @Test("Rows do not move with the choice or order of regimes")
  func regimesDoNotMoveRows() throws {
    let all = try Rows(Question.small.under(Regimes.all))
    let reversed = try Rows(Question.small.under(Regimes.all.reversed()))
    #expect(reversed.regimes == all.regimes)
    for regime in all.regimes {
      try all.expectSame(Rows.all, regime, as: regime, of: reversed, law: "order of regimes")
    }
    for chosen in [["model"], ["weight", "output"], ["us-person-support"]] {
      let few = try Rows(Question.small.under(chosen))
      for regime in few.regimes {
        try few.expectSame(Rows.all, regime, as: regime, of: all, law: "choice of regimes")
      }
    }
  }

  @Test("A replication alone has the row it has in a run, whatever was lived through before")
  func replicationsDoNotMoveRows() throws {
    let study = Study(try Question.small.scenario())
    let seed: UInt64 = 42
    func live(_ worlds: inout Replicator, _ number: Int) throws -> [UInt64] {
      let draw = study.draw(number, seed: seed)
      return try worlds.run(replication: number, draw: draw, seed: seed, timeline: true)
        .outcomes.map(\.bitPattern)
    }
    var forward = Replicator(study)
    let run = try (1...100).map { try live(&forward, $0) }
    var backward = Replicator(study)
    for number in (1...100).reversed() {
      #expect(try live(&backward, number) == run[number - 1], "replication \(number), backwards")
    }
    for number in [1, 37, 100] {
      var alone = Replicator(study)
      #expect(try live(&alone, number) == run[number - 1], "replication \(number), alone")
    }
    #expect(Set(run.map(\.description)).count == run.count, "replications that are the same")
  }
}

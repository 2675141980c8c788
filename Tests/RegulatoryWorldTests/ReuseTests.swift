import RegulatoryWorld
import Scenarios
import Stochastics
import Testing

@Suite("A future hangs on nothing that was lived through before it with the same memory")
struct ReuseTests {
  /// Shipped scenarios that between them fill every part of a world.
  static let files = [
    "june-2026-directive", "regulator-chooses", "designation", "no-substitutes", "fix-window",
    "rule-with-notice", "foreign-military-user", "lab-told-first", "open-weights",
  ].map { "Scenarios/\($0).json5" }

  /// One thing that can be asked of a replicator.
  private struct Job: CustomStringConvertible {
    enum Kind: CaseIterable { case run, history, audit }

    let kind: Kind
    let regime: Int
    let replication: Int
    let draw: (name: String, values: Draw)

    var description: String {
      "\(kind) of replication \(replication) with draw \(draw.name), regime \(regime)"
    }

    /// The answer, word by word; doubles to the last bit.
    func answer(of worlds: inout Replicator) throws -> [String] {
      switch kind {
      case .run:
        let result = try worlds.run(
          replication: replication, draw: draw.values, seed: 7, timeline: true)
        return (result.outcomes + result.timeline).map { "\($0.bitPattern)" }
          + ["\(result.events)"]
      case .history:
        let told = worlds.history(
          regime: regime, replication: replication, draw: draw.values, seed: 7)
        return told.outcomes.map { "\($0.bitPattern)" }
          + told.history.lines.map { "\($0)" }
      case .audit:
        return worlds.audit(replication: replication, draw: draw.values, seed: 7)
          .map(\.description)
      }
    }
  }

  /// Draws of a scenario, and the two in which every parameter is at the same end.
  private static func draws(_ study: Study) -> [(name: String, values: Draw)] {
    let entries = study.scenario.parameters.entries
    let ends = [("of all lows", 0x1p-20), ("of all highs", 1 - 0x1p-20)].map { end in
      (name: end.0, values: Draw(values: entries.map { $0.value(at: end.1) }))
    }
    return (1...4).map { ("\($0)", study.draw($0, seed: 7)) } + ends
  }

  /// Lives through jobs with one memory, and each of them alone.
  private static func compare(
    _ jobs: [Job], _ study: Study, _ location: SourceLocation = #_sourceLocation
  ) throws {
    var shared = Replicator(study)
    for (number, job) in jobs.enumerated() {
      var alone = Replicator(study)
      let expected = try job.answer(of: &alone)
      let found = try job.answer(of: &shared)
      #expect(found == expected, "job \(number): \(job)", sourceLocation: location)
    }
  }

  /// Asks twenty things, drawn at random.
  private static func ask(_ question: Question) throws {
    let study = Study(try question.scenario())
    let draws = draws(study)
    var order = StreamKey(seed: 7).child("reuse").stream()
    let jobs = (1...20).map { _ in
      Job(
        kind: Job.Kind.allCases[order.below(3)], regime: order.below(study.regimes.count),
        replication: 1 + order.below(5), draw: draws[order.below(draws.count)])
    }
    try compare(jobs, study)
  }

  @Test("Runs, histories and audits answer in any order what each answers alone", arguments: files)
  func nothingIsCarriedOver(file: String) throws {
    var question = Question.small.under(
      "model", "output", "us-person-support", "weight-rule", "weight-strict")
    question.file = file
    try ReuseTests.ask(question)
  }

  @Test("Customers' own licences end with their world")
  func licencesAreNotCarriedOver() throws {
    try ReuseTests.ask(
      PoliticsTests.talks.under("asked", "model").gates(days: 100_000).with([
        ("regimes.asked", "{preset:'model',obligated:['lab','cloud','customers']}"),
        ("regulator.licensing.customer_filing_share", "1"), ("relief.never_probability", "1"),
      ]))
  }

  @Test("A draw that differs in one number of a regime from the one before has its own rows")
  func everyNumberOfARegimeIsFollowed() throws {
    let question = Question.small.under("output", "weight-rule")
      .with([("mechanisms.litigation", "1"), ("relief.suit_probability", "1")])
    let study = Study(try question.scenario())
    var jobs: [Job] = []
    for regime in study.scenario.regimes {
      for (parameter, values) in [
        (regime.noticeDays, [10.0, 60]), (regime.trainingThreshold, [0, 1e40]),
        (regime.legalExposure, [0, 1]), (regime.legalExposureBeyond, [0, 1]),
      ] {
        for value in values {
          var draw = study.draw(1, seed: 7)
          draw.values[parameter.index] = value
          let name = "1 with \(value) for number \(parameter.index)"
          jobs += (1...5).map { Job(kind: .run, regime: 0, replication: $0, draw: (name, draw)) }
        }
      }
    }
    try ReuseTests.compare(jobs, study)
  }
}

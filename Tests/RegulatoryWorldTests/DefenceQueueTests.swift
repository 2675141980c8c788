import RegulatoryWorld
import Testing

@Suite("Defence alone is a tandem of queues")
struct DefenceQueueTests {
  /// Loads of triage and fix, and the share of capability 1 at which people and model fix.
  struct Load: Sendable, CustomTestStringConvertible {
    let triage: Double
    let fix: Double
    var speed = 1.0
    var testDescription: String { "triage \(triage), fix \(fix), at speed \(speed)" }
  }

  /// One organisation in a world without action: one flaw a day, found after five days of
  /// exponential work, then triaged and fixed, one after the other, at a speed that never changes.
  static func organisation(_ load: Load) -> Question {
    let tier = "defenders.other-us.partners"
    return Question().under("none")
      .with(Names.segments.map { ("customers.\($0)", "null") })
      .with(Names.groups.filter { $0 != "other-us" }.map { ("defenders.\($0)", "null") })
      .with(Names.models.map { ("models.\($0).capability.fix", "0.5") })
      .with([
        ("timeline_every_days", "365"), ("defenders.other-us.others.agents", "0"),
        ("defence.find_floor_share", "1"), ("defence.triage_floor_share", "1"),
        // Speed f + (1 − f)/2 of the fix.
        ("defence.fix_floor_share", "\(2 * load.speed - 1)"),
        ("regulator.fix.voluntary_probability", "0"),
        ("\(tier).agents", "1"), ("\(tier).represents", "1"), ("\(tier).flaws_represented", "1"),
        ("\(tier).flaws_per_year", "365"), ("\(tier).find_days", "5"),
        ("\(tier).triage_backlog_days", "0"), ("\(tier).fix_backlog_days", "0"),
        ("\(tier).triage_per_year", "\(365 / load.triage)"),
        ("\(tier).fix_per_year", "\(365 / load.fix / load.speed)"),
      ])
  }

  /// Findings made since day 0 that wait at the end of the year, future by future.
  static func waiting(_ question: Question, seeds: ClosedRange<UInt64>) throws -> [Double] {
    let study = Study(try question.scenario())
    let series = try #require(study.timelineSeries.firstIndex { $0.id == "unfixed_findings" })
    let place = (series + 1) * study.timelineDays.count - 1
    var replicator = Replicator(study)
    return try seeds.map { seed in
      let draw = study.draw(1, seed: seed)
      return try replicator.run(replication: 1, draw: draw, seed: seed, timeline: true)
        .timeline[place]
    }
  }

  static let loads = [
    Load(triage: 0.5, fix: 0.7), Load(triage: 0.75, fix: 0.4),
    Load(triage: 0.3, fix: 0.6, speed: 0.75),
  ]

  @Test("Findings that wait are those of two queues M/M/1 in a row", arguments: loads)
  func findingsThatWait(load: Load) throws {
    let question = DefenceQueueTests.organisation(load)
    let waiting = try DefenceQueueTests.waiting(question, seeds: 1...4000)
    func expected(triage: Double = 1, fix: Double = 1) -> Double {
      QueueForms.number(load: load.triage / triage) + QueueForms.number(load: load.fix / fix)
    }
    let isFix = load.fix > load.triage
    expectMean(
      of: waiting, is: expected(),
      not: [0.9, 1.1].map { isFix ? expected(fix: $0) : expected(triage: $0) },
      "findings that wait", question)
    // What leaves one queue in a row is as random as what comes: the queues are independent.
    expectShare(
      waiting.count { $0 == 0 }, of: waiting.count, is: (1 - load.triage) * (1 - load.fix),
      "nothing waits", question)
  }
}

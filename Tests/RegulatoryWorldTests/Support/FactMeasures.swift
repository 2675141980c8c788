import RegulatoryWorld
import Scenarios
import Testing

/// Figures of the model that can be set beside published ones, each from histories, outcomes and
/// series that anybody can print.
enum FactMeasures {
  // MARK: Adoption and choice

  /// Share of spend on a new flagship so many days after its release, of all who used its lab.
  ///
  /// Everybody starts with one lab, so that everybody is one of its users.
  static func adoption(by days: Int) throws -> Measured {
    let question = Question.small.under("none").with([
      ("timeline", "[]"), ("horizon_days", "\(days)"),
    ]).with(
      Names.labs.filter { $0 != "anthropic" }.map { ("labs.\($0).spend_usd_per_year", "0") })
    let told = try Histories(question, under: "none", seeds: 1...100)
    return told.measured(
      told.spend(["model_adopted"]) { $0.to == "fable-5" } / told.market())
  }

  /// Switches between vendors in a year without any action, per dollar.
  static func switching() throws -> Measured {
    let rows = try TrapTests.june.get()
    return Measured(value: try rows.mean("switches_per_pool", "none"), question: rows.question)
  }

  /// Share of spend that takes up a newer model of its own vendor in a year without any action.
  static func upgrading() throws -> Measured {
    let question = Question.small.under("none")
    let told = try Histories(question, under: "none", seeds: 1...60)
    let column = try Rows.column("switches_per_pool")
    let switches = told.lives.reduce(0) { $0 + $1.outcomes[column] } / Double(told.lives.count)
    return told.measured(told.spend(["model_adopted"]) / told.market() - switches)
  }

  // MARK: The market on day 0

  /// An order on day 0 that stops every closed flagship at once: who loses what tells who used it.
  private static let dayZero = Result {
    let flagships = ["opus-4-8", "gpt-5-5", "google-frontier", "xai-frontier", "amazon-nova"]
    let targets = flagships.map { "'\($0)'" }.joined(separator: ",")
    let question = Question().isolated(days: 100).gates(days: 100_000).under("model").with([
      ("timeline", "[{at_days:0,event:'order',targets:[\(targets)]}]"), ("horizon_days", "1"),
      ("regulator.comply_hours", "0"),
    ])
    return try Histories(question, under: "model", seeds: 1...30)
  }

  /// Share of the spend of firms and agencies that a lab serves on day 0.
  static func enterpriseShare(of lab: String) throws -> Measured {
    let told = try dayZero.get()
    let models = Set(told.scenario.models.filter { $0.lab == lab }.map(\.id))
    let lost = told.spend(["pools_lose"]) {
      models.contains($0.from ?? "") && !$0.actor.hasSuffix("consumer")
    }
    return told.measured(lost / told.market { !$0.id.hasSuffix("consumer") })
  }

  /// Share of a lab's consumers who are in the United States on day 0, by persons.
  static func consumersInUS(of lab: String) throws -> Measured {
    let told = try dayZero.get()
    let models = Set(told.scenario.models.filter { $0.lab == lab }.map(\.id))
    func persons(_ segment: String) -> Double {
      told.represented("pools_lose") { $0.actor == segment && models.contains($0.from ?? "") }
    }
    let home = persons("us-consumer")
    return told.measured(home / (home + persons("abroad-consumer")))
  }

  // MARK: Moving

  /// One large firm whose vendor goes dark on day 3 for good, and which has no fail-over.
  private static let firm = Question().isolated(days: 3000).gates(days: 100_000).under("model")
    .with(Names.groups.map { ("defenders.\($0)", "null") })
    .with(Names.segments.filter { $0 != "us-strategic" }.map { ("customers.\($0)", "null") })
    .with(Names.labs.filter { $0 != "anthropic" }.map { ("labs.\($0).spend_usd_per_year", "0") })
    .with([
      ("timeline.2.targets", "['fable-5','mythos-5','opus-4-8']"),
      ("customers.us-strategic.agents", "1"), ("customers.us-strategic.foreign_seat_share", "0.05"),
      ("customers.us-strategic.tested_failover_share", "0"),
    ])

  /// Share of large firms that are ready to move within a week, where all others never would.
  static func multiHomed() throws -> Measured {
    let question = firm.with([
      ("market.multi_homed_days", "0.1"), ("customers.us-strategic.patience_days", "10000"),
      ("horizon_days", "30"),
    ])
    let days = try moves(of: question)
    return Measured(value: days.share { $0 < 7 }, question: question)
  }

  /// Median days from losing a model to working with another vendor.
  static func migration(multiHomed: Bool, patient: Bool = true) throws -> Measured {
    var question = firm.with("customers.us-strategic.three_families_share", multiHomed ? "1" : "0")
    if !patient { question = question.with("customers.us-strategic.patience_days", "0") }
    return Measured(value: try moves(of: question).median, question: question)
  }

  private static func moves(of question: Question) throws -> [Double] {
    let told = try Histories(question, under: "model", seeds: 1...500)
    return told.days(from: "pools_lose", to: ["pools_migrate"])
  }

  /// Share of displaced spend that uses the model it wants again 30 days after the lift, of all or,
  /// where a whole vendor was dark, of those alone who had gone to another.
  static func returned(leaversAlone: Bool) throws -> Measured {
    var question = MonotoneTable.dark(28)
      .with([("horizon_days", "61"), ("timeline_every_days", "1")])
    if leaversAlone {
      question = question.with("timeline.2.targets", "['fable-5','mythos-5','opus-4-8']")
    }
    let told = try Histories(question, under: "model", seeds: 1...100)
    let back = told.spend(["pools_come_back"])
    let stayed = told.spend(["pools_regain"])
    let rest = told.spend(["pools_settle"]) + (try displaced(question, 1...100, told))
    let returned = leaversAlone ? back : back + stayed
    return told.measured(returned / (returned + rest))
  }

  /// Spend displaced at the horizon, US dollars a year over all futures.
  private static func displaced(
    _ question: Question, _ seeds: ClosedRange<UInt64>, _ told: Histories
  ) throws -> Double {
    let shares = try series("displaced_share", question, regime: 1, seeds).map { $0.last ?? 0 }
    return shares.reduce(0, +) * told.market() / Double(told.lives.count)
  }

  /// A series of the timeline under one regime, future by future.
  static func series(
    _ id: String, _ question: Question, regime: Int, _ seeds: ClosedRange<UInt64>
  ) throws -> [[Double]] {
    let study = Study(try question.scenario())
    let number = try #require(study.timelineSeries.firstIndex { $0.id == id })
    let days = study.timelineDays.count
    let start = (regime * study.timelineSeries.count + number) * days
    var replicator = Replicator(study)
    return try seeds.map { seed in
      let draw = study.draw(1, seed: seed)
      let result = try replicator.run(replication: 1, draw: draw, seed: seed, timeline: true)
      return Array(result.timeline[start..<start + days])
    }
  }
}

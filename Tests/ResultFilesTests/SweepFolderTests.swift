import Experiments
import FoundationEssentials
import ResultFiles
import Testing

/// Folders of several experiments, with a goal of precision, in shards, and after faults.
@Suite struct SweepFolderTests {
  private static let design = Design(
    addresses: ["labs.acme-x.margin_share", "horizon_days"],
    values: [0.25, 100, 0.5, 100, 0.75, 100], regimes: ["", "output", ""], count: 3)

  /// Experiments differ in their regimes, and so in how many numbers a row has.
  private static let layouts = RowLayouts { experiment in
    let all = Fake.layout
    return RowLayout(
      regimes: experiment == 2 ? ["none", "output"] : all.regimes + ["weight"],
      outcomes: all.outcomes, parameters: all.parameters, series: all.series, days: all.days,
      horizon: all.horizon)
  }

  private static func plan(
    _ replications: Int, precision: Double? = nil, shard: Shard? = nil, jobs: Int = 1
  ) -> RunPlan {
    RunPlan(
      experiments: 3, seed: 7, replications: replications, perDraw: 2,
      precision: precision.map {
        PrecisionGoal(relative: $0, absolute: 1e-9, outcomes: ["cost_level_usd"])
      }, shard: shard, jobs: jobs, timelineReplications: 3, blockSize: 3)
  }

  private static func row(_ key: RowKey, _ plan: RunPlan) -> ReplicationRow {
    let layout = layouts[key.experiment]
    let draw = plan.draw(of: key.replication)
    let number = 100 * key.experiment + key.replication
    let x = Double(number * number % 97) / 7
    guard key.replication % 11 != 0 else {
      return ReplicationRow(
        experiment: key.experiment, replication: key.replication, draw: draw, parameters: [x / 3],
        outcomes: [], failure: "broke")
    }
    var outcomes: [Double] = []
    for regime in layout.regimes.indices {
      let level = 10 + x * Double(regime + 1)
      outcomes += [x * Double(regime), level, Double(number % 2), x, 1]
    }
    let isFollowed = key.replication <= plan.timelineReplications
    let timeline = isFollowed ? (0..<layout.timelineCount).map { x + Double($0) } : []
    return ReplicationRow(
      experiment: key.experiment, replication: key.replication, draw: draw, parameters: [x / 3],
      outcomes: outcomes, timeline: timeline)
  }

  private static func source(_ plan: RunPlan) -> RowSource {
    RowSource(layouts: layouts) { { $1.append(row($0, plan)) } }
  }

  static func description(_ plan: RunPlan) throws -> ResultDescription {
    try ResultDescription(
      version: ProgramVersion(program: "1.0.0", resultsEpoch: 3), scenarioName: "s",
      resolvedScenario: .object([("name", .string("s"))]), files: [], layouts: layouts,
      design: design, plan: plan,
      request: RequestWords(command: "embargo sweep s.json5", replay: "embargo run s.json5"))
  }

  /// Runs what is missing, or a part of it, after which the run breaks off.
  @discardableResult
  private static func run(
    _ path: String, _ plan: RunPlan, rows limit: Int = .max
  ) throws -> [Answer]? {
    struct Broken: Error {}
    var folder = try Fake.open(path, description(plan), .init(resume: true))
    var schedule = folder.schedule
    var made = 0
    do {
      _ = try Runner.run(
        source(plan).failing(at: folder.crashed, of: plan, "stopped"), plan, &schedule
      ) {
        guard made < limit else { throw Broken() }
        try folder.append($0)
        made += $0.count
      }
    } catch is Broken {
      return nil
    }
    var answers: [Answer] = []
    try folder.finish(Fake.runtime) { answers.append($0) }
    return answers
  }

  @Test("every table begins with the experiment, and experiments.csv says what was swept")
  func tables() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    let answers = try #require(try Self.run(path, Self.plan(12)))
    #expect(answers.map(\.experiment) == [1, 2, 3])
    #expect(
      try Fake.text(path + "/experiments.csv") == """
        experiment_id,regime,labs__acme_x__margin_share,horizon_days
        1,,0.25,100
        2,output,0.5,100
        3,,0.75,100

        """)
    for name in ["draws", "outcomes", "summary", "contrasts", "regret", "variance", "timeline"] {
      let lines = try Fake.text(path + "/\(name).csv").split(separator: "\n").dropFirst()
      let ids = lines.compactMap { $0.split(separator: ",").first.flatMap { Int($0) } }
      #expect(ids == ids.sorted() && Set(ids) == [1, 2, 3], "\(name)")
    }
    let failures = try Fake.text(path + "/failures.csv").split(separator: "\n")
    #expect(
      failures[2]
        == "2,11,broke,embargo run s.json5 --regimes output --set labs.acme-x.margin_share=0.5"
        + " --set horizon_days=100 --replications 11")
  }

  @Test(
    "broken off at any row and cut at any byte, a sweep with a goal of precision ends the same",
    arguments: 1...40)
  func resumed(seed: UInt64) throws {
    let scratch = try Scratch()
    let plan = Self.plan(600, precision: seed % 2 == 0 ? 0.2 : 0.08, jobs: Int(seed % 3) + 1)
    let whole = try Self.run(scratch.path + "/whole", plan)
    #expect(whole?.count == 3)
    var state = seed &* 0x9e37_79b9_7f4a_7c15
    func chance(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let path = scratch.path + "/r"
    for _ in 0..<3 {
      guard try Self.run(path, plan, rows: chance(500)) == nil else { break }
      let journal = path + ".part/journal"
      let bytes = try Data(contentsOf: URL(filePath: journal))
      try bytes.prefix(bytes.count - chance(min(bytes.count, 3000)))
        .write(to: URL(filePath: journal))
    }
    if !FileManager.default.fileExists(atPath: path) { try Self.run(path, plan) }
    #expect(try Fake.files(path) == Fake.files(scratch.path + "/whole"), "seed \(seed)")
  }

  @Test("a replication in which the program stopped fails, and the rest is as it would have been")
  func crashed() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    let plan = Self.plan(12)
    try Self.run(path, plan, rows: 5)
    // The last line was cut short.
    try scratch.write("1 9\n2 4\n3 1", "r.part/crashed")
    let answers = try #require(try Self.run(path, plan))
    #expect(
      answers.flatMap(\.failures).map { "\($0.key.experiment) \($0.key.replication) \($0.message)" }
        == ["1 9 stopped", "1 11 broke", "2 4 stopped", "2 11 broke", "3 11 broke"])
    try Self.run(scratch.path + "/whole", plan)
    let whole = try Fake.text(scratch.path + "/whole/outcomes.csv").split(separator: "\n")
    let mine = try Fake.text(path + "/outcomes.csv").split(separator: "\n")
    let marked = ["1,9,", "2,4,"]
    func others(_ lines: [Substring]) -> [Substring] {
      lines.filter { line in !marked.contains { line.hasPrefix($0) } }
    }
    #expect(others(mine) == others(whole) && mine.count == whole.count)
  }

  @Test("variance.csv splits the variance within draws from that between them")
  func variance() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    let plan = Self.plan(10)
    try Self.run(path, plan)
    // Experiment 2 under output: draws of two histories; cost_usd is x.
    let values = (1...10).map { Self.row(RowKey(experiment: 2, replication: $0), plan).outcomes[5] }
    let draws = stride(from: 0, to: 10, by: 2).map { (values[$0], values[$0 + 1]) }
    let mean = values.reduce(0, +) / 10
    let within = draws.reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / 2 } / 5
    let between =
      draws.reduce(0.0) { sum, draw in
        let gap = (draw.0 + draw.1) / 2 - mean
        return sum + 2 * gap * gap
      } / 4
    let line = try #require(
      Fake.text(path + "/variance.csv").split(separator: "\n")
        .first { $0.hasPrefix("2,output,cost_usd,USD,") })
    let found = line.split(separator: ",", omittingEmptySubsequences: false)[4...].map {
      Double($0) ?? .nan
    }
    let parameters = max(0, (between - within) / 2)
    for (a, b) in zip(found, [within, parameters, parameters / (parameters + within)]) {
      #expect(abs(a - b) < 1e-9 * max(1, b))
    }
  }
}

import Testing

@Suite("Sweeps and shards") struct SweepTests {
  /// A short sweep over a drawn number, a whole one and the length of a history.
  static let line = [
    "sweep", Embargo.directive, "--regimes", "weight", "--replications", "3", "--vary",
    "labs.anthropic.foreign_staff_share=0.1:0.45", "--levels",
    "regulator.licensing_officers=100,200",
    "--samples", "3",
  ]

  @Test("Joined in any cut and order, shards are what one machine makes", arguments: [1, 2, 7])
  func shards(count: Int) throws {
    let embargo = try Embargo()
    let whole = try embargo.start(Self.line + ["--out", "whole", "--jobs", "2"]).outcome()
    #expect(whole.code == 0)
    var folders: [String] = []
    for index in 1...count {
      let call = Self.line + ["--shard", "\(index)/\(count)", "--out", "s/\(index)", "--quiet"]
      #expect(try embargo.start(call + ["--jobs", "\(index % 2 + 1)"]).outcome().code == 0)
      folders.insert("s/\(index)", at: index % 3 == 0 ? folders.count : 0)
    }
    let merged = try embargo.start(["merge"] + folders + ["--out", "merged"]).outcome()
    #expect(merged.code == 0)
    #expect(merged.output == whole.output.replacing("Tables: whole", with: "Tables: merged"))
    #expect(try embargo.result("merged") == embargo.result("whole"))
    #expect(embargo.names().sorted() == ["merged", "s", "whole"])
  }

  @Test("Missing, doubled, foreign, unfinished and damaged shards are all named, and refused")
  func refused() throws {
    let embargo = try Embargo()
    func shard(_ number: Int, _ out: String, _ more: String...) throws {
      let words = ["--shard", "\(number)/3", "--out", out] + more
      #expect(try embargo.start(Self.line + words).outcome().code == 0)
    }
    try shard(1, "a")
    try shard(1, "b")
    try shard(3, "c", "--seed", "5")
    try shard(3, "d")
    #expect(try embargo.shell("cp -r d e; printf x >> d/rows.bin; mv e/rows.bin e/r").code == 0)
    let outcome = try embargo("merge", "a", "b", "c", "d", "e", "f", "--out", "m")
    #expect(outcome.code == 65)
    for words in [
      "a and b are both shard 1 of 3", "c is of another run than a", "seed 20260612, not 5",
      "cannot read d: rows.bin was changed",
      "cannot read e: rows.bin is missing; make", "there is no folder f",
      "missing: shards 2, 3 of 3", "nothing was written",
    ] {
      #expect(outcome.error.contains(words), "\(words) in: \(outcome.error)")
    }
    #expect(!embargo.names().contains("m") && !embargo.names().contains("m.part"))
  }

  @Test("A merge leaves what is not its own alone, and does nothing twice")
  func occupied() throws {
    let embargo = try Embargo()
    for index in 1...2 {
      let words = ["--shard", "\(index)/2", "--out", "s/\(index)", "--quiet"]
      #expect(try embargo.start(Self.line + words).outcome().code == 0)
    }
    try embargo.write("mine", to: "thesis/chapter.txt")
    #expect(try embargo("merge", "s/1", "s/2", "--out", "thesis").code == 73)
    #expect(try embargo("merge", "s/1", "s/2", "--out", "m").code == 0)
    let again = try embargo("merge", "s/2", "s/1", "--out", "m")
    #expect(again.code == 0 && again.error.contains("holds this result already"))
    let own = try embargo("merge", "s/1", "s/2", "--out", "s/../s/2/", "--force")
    #expect(own.code == 64 && own.error.contains("is the shard s/2 itself"))
    // A merge that was broken off is begun again.
    #expect(try embargo.shell("mkdir n.part && cp m/manifest.json n.part").code == 0)
    #expect(try embargo("merge", "s/1", "s/2", "--out", "n").code == 0)
    #expect(try embargo.result("n") == embargo.result("m"))
  }

  @Test("An experiment's rows are those of a run with its values set")
  func settings() throws {
    let embargo = try Embargo()
    try embargo.write(
      """
      horizon_days,labs__anthropic__foreign_staff_share,seed,customers.us-midmarket.agents,regime
      365,0.2,7,40,
      300,0.3,8,30,output
      300,0.3,8,30,none
      200,0.4,7,40,weight

      """, to: "d.csv")
    let sweep = try embargo(
      "sweep", Embargo.directive, "--regimes", "weight", "--design", "d.csv", "--out", "x")
    #expect(sweep.code == 64 && sweep.error.contains("column 'regime'"))
    let done = try embargo(
      "sweep", Embargo.directive, "--design", "d.csv", "--out", "x", "--replications", "3")
    try #require(done.code == 0, "\(done.error)")
    let swept = try embargo.text(of: "x/outcomes.csv").split(separator: "\n").dropFirst()
    let points = [
      (365, 0.2, 7, 40, "model,output,us-person-support,weight"), (300, 0.3, 8, 30, "output"),
      (300, 0.3, 8, 30, "none"),
      (200, 0.4, 7, 40, "weight"),
    ]
    for (index, point) in points.enumerated() {
      let run = try embargo(
        "run", Embargo.directive, "--regimes", point.4, "--replications", "3", "--out",
        "r\(index)", "--set", "horizon_days=\(point.0)", "--set",
        "labs.anthropic.foreign_staff_share=\(point.1)", "--seed", "\(point.2)", "--set",
        "customers.us-midmarket.agents=\(point.3)")
      #expect(run.code == 0)
      let alone = try embargo.text(of: "r\(index)/outcomes.csv").split(separator: "\n").dropFirst()
      let own = swept.filter { $0.hasPrefix("\(index + 1),") }
      #expect(own.map { $0.drop { $0 != "," } } == alone.map { $0.drop { $0 != "," } })
    }
  }

  @Test("Points at which the scenario cannot be read are all told before anything runs")
  func badPoints() throws {
    let embargo = try Embargo()
    try embargo.write(
      """
      timeline.2.at_days,horizon_days
      3,365
      30,20
      3,100
      40,20

      """, to: "d.csv")
    let outcome = try embargo("sweep", Embargo.directive, "--design", "d.csv", "--out", "x")
    #expect(outcome.code == 65)
    #expect(outcome.error.contains("d.csv:3:1: error: experiment 2 (timeline.2.at_days = 30"))
    #expect(outcome.error.contains("d.csv:5:1: error: experiment 4"))
    #expect(outcome.error.contains("2 problems; nothing was run"))
    #expect(embargo.names() == ["d.csv"])
  }

  @Test("A goal of precision and shards do not go together")
  func precisionAndShards() throws {
    let outcome = try Embargo()(
      "run", Embargo.directive, "--precision", "2%", "--shard", "1/2")
    #expect(outcome.code == 64 && outcome.error.contains("--precision and --shard"))
  }

  @Test("With a goal of precision the answer says how many were needed, and who asked")
  func precision() throws {
    let embargo = try Embargo()
    let line = ["run", Embargo.directive, "--regimes", "weight", "--precision"]
    let met = try embargo.start(line + ["10%", "--out", "a", "--jobs", "1"]).outcome()
    #expect(met.code == 0)
    #expect(met.output.contains("reached at the first look, 256 replications"))
    #expect(met.output.contains("What happens in fewer than 1.17 % of futures (3 in 256)"))
    let again = try embargo.start(line + ["10%", "--out", "b", "--jobs", "2"]).outcome()
    #expect(again.code == 0)
    #expect(try embargo.result("a") == embargo.result("b"))
    let missed = try embargo.start(
      [
        "run", Embargo.directive, "--regimes", "output", "--precision", "1%", "--replications",
        "20",
        "--out", "c",
      ]
    ).outcome()
    #expect(missed.code == 0 && missed.output.contains("not reached with 20 replications:"))
  }
}

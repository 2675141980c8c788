import Foundation
import ResultFiles
import Testing

@Suite("Verifying a result") struct VerifyTests {
  static let small = ["--regimes", "weight", "--replications", "24", "--set", "horizon_days=60"]

  /// A folder with a result.
  private func made(_ words: [String] = small, as command: String = "run") throws -> Embargo {
    let embargo = try Embargo()
    let outcome = try embargo.start(
      [command, Embargo.directive, "--out", "x", "--quiet"] + words
    ).outcome()
    try #require(outcome.code == 0, "\(outcome.error)")
    return embargo
  }

  /// Changes a line of a file, and makes the data package say that it was always so.
  private func change(
    _ embargo: Embargo, _ file: String, line: Int, _ edit: ([String]) -> [String]
  ) throws {
    let text = try embargo.text(of: "x/" + file)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fields = lines[line].split(separator: ",", omittingEmptySubsequences: false)
    lines[line] = edit(fields.map(String.init)).joined(separator: ",")
    let changed = lines.joined(separator: "\n")
    try #require(changed != text)
    try embargo.write(changed, to: "x/" + file)
    let package = try embargo.text(of: "x/datapackage.json")
      .replacing(SHA256.hexadecimal(text), with: SHA256.hexadecimal(changed))
      .replacing("\"bytes\": \(text.utf8.count),", with: "\"bytes\": \(changed.utf8.count),")
    try embargo.write(package, to: "x/datapackage.json")
  }

  @Test("A sound result passes, and what was compared is told in numbers")
  func sound() throws {
    let embargo = try made()
    let some = try embargo("verify", "x/", "--rows", "5", "--quiet")
    #expect(some.code == 0 && some.error == "")
    #expect(some.output.hasPrefix("x: 24 replications; every file is as datapackage.json says\n"))
    #expect(some.output.contains("draws.csv (24 rows), outcomes.csv (48 rows), summary.csv ("))
    #expect(some.output.contains("5 replications run again, and compared to the byte:"))
    #expect(some.output.contains("equal: draws.csv (5 rows) and outcomes.csv (10 rows)"))
    #expect(some.output.contains("timeline.csv was not made anew"))
    #expect(some.output.hasSuffix("no difference found\n"))
    #expect(
      try embargo("verify", "x", "--rows", "5", "--jobs", "1").output
        == some.output
        .replacing("x/:", with: "x:"))
    let all = try embargo("verify", "x", "--all", "--no-progress")
    #expect(all.code == 0)
    #expect(all.output.contains("all replications run again"))
    #expect(all.output.contains("outcomes.csv (48 rows) and timeline.csv ("))
    // As many as there are is all of them.
    #expect(try embargo("verify", "x", "--rows", "24").output == all.output)
  }

  @Test("A changed outcome whose hash was changed too is found by running it again")
  func outcome() throws {
    let embargo = try made()
    try change(embargo, "outcomes.csv", line: 1 + 2 * 11 + 1) { fields in
      fields[..<4] + ["1.5"] + fields[5...]
    }
    let outcome = try embargo("verify", "x", "--all")
    #expect(outcome.code == 65)
    #expect(
      outcome.error.contains(
        "x/outcomes.csv, experiment_id 1, replication 12, regime weight: market_disruption_usd is"
          + " 1.5, but should be "))
    #expect(outcome.error.contains("   run it again: embargo run Scenarios/june"))
    #expect(outcome.error.contains("--set horizon_days=60 --replications 12\n"))
    #expect(outcome.error.contains("x/summary.csv, experiment_id 1, regime weight"))
    #expect(outcome.output.contains("outcomes.csv (48 rows): 1 difference"))
  }

  @Test(
    "What is said of the rows must be what they say",
    arguments: ["summary.csv", "contrasts.csv", "regret.csv", "timeline.csv"])
  func said(file: String) throws {
    let embargo = try made()
    try change(embargo, file, line: 3) { $0.dropLast() + ["77"] }
    let outcome = try embargo("verify", "x", "--all")
    #expect(outcome.code == 65)
    #expect(outcome.error.contains("x/\(file), experiment_id 1, "))
    #expect(outcome.error.contains("is 77, but should be"))
    #expect(outcome.output.hasSuffix("found: 1 difference\n"))
  }

  @Test("Of many differences the first are told, and the others counted")
  func many() throws {
    let embargo = try made()
    for line in 1...20 { try change(embargo, "draws.csv", line: line) { $0.dropLast() + ["0.5"] } }
    let outcome = try embargo("verify", "x", "--all")
    #expect(outcome.code == 65)
    #expect(outcome.error.split(separator: "\n").count { $0.hasPrefix("x/draws.csv") } == 10)
    #expect(outcome.error.contains("\nand 10 more differences\n"))
    #expect(outcome.output.hasSuffix("found: 20 differences\n"))
  }

  @Test("What is no finished result of this version is refused, with the reason")
  func refused() throws {
    let embargo = try made()
    let outcomes = try embargo.text(of: "x/outcomes.csv")
    try embargo.write(outcomes + "\n", to: "x/outcomes.csv")
    let changed = try embargo("verify", "x")
    #expect(changed.code == 65 && changed.output == "")
    #expect(changed.error.contains("outcomes.csv was changed since it was written"))
    try embargo.write(outcomes, to: "x/outcomes.csv")
    #expect(try embargo("verify", "x", "--rows", "1").code == 0)

    let absent = try embargo("verify", "y")
    #expect(absent.code == 66 && absent.error.contains("there is no folder y"))
    try FileManager.default.moveItem(
      at: embargo.folder.appending(path: "x"), to: embargo.folder.appending(path: "y.part"))
    let unfinished = try embargo("verify", "y")
    #expect(unfinished.code == 65 && unfinished.error.contains("--resume"))
    let manifest = try embargo.text(of: "y.part/manifest.json")
    try embargo.write(
      manifest.replacing("\"results_epoch\": ", with: "\"results_epoch\": 9"),
      to: "y.part/manifest.json")
    let other = try embargo("verify", "y.part")
    #expect(other.code == 65 && other.error.contains("results epoch 9"))
    #expect(try embargo("verify", "y", "--all", "--rows", "3").code == 64)
  }

  @Test("Sweeps and shards are verified too")
  func sweeps() throws {
    let sweep = ["--levels", "regulator.licensing_officers=50,100,200", "--replications", "3"]
    let words = sweep + ["--regimes", "weight", "--set", "horizon_days=60"]
    let embargo = try made(words, as: "sweep")
    let some = try embargo("verify", "x", "--rows", "4")
    #expect(some.code == 0)
    #expect(some.output.contains("x: 9 replications of 3 experiments;"))
    #expect(some.output.contains("4 replications run again"))
    #expect(!some.output.contains("timeline.csv"))
    try change(embargo, "outcomes.csv", line: 1 + 2 * 8 + 1) { fields in
      fields[..<4] + ["1.5"] + fields[5...]
    }
    let changed = try embargo("verify", "x", "--rows", "2")
    #expect(changed.code == 65)
    #expect(changed.error.contains("experiment_id 3, replication 3, regime weight"))
    #expect(changed.error.contains("--set regulator.licensing_officers=200 --replications 3\n"))

    let shard = try made(words + ["--shard", "2/2"], as: "sweep")
    let outcome = try shard("verify", "x", "--all")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("x, shard 2 of 2: 5 replications"))
    #expect(outcome.output.contains("equal: rows.bin (5 rows)"))
  }

  #if os(Linux)
    @Test("An interruption ends it with its own code")
    func interrupted() throws {
      let embargo = try made(["--regimes", "weight", "--replications", "200"])
      let call = try embargo.start(["verify", "x", "--all", "--jobs", "1", "--quiet"])
      call.waitUntilItCanBeInterrupted()
      call.signal(SIGINT)
      let outcome = try call.outcome()
      #expect(outcome.code == 130 && outcome.output == "")
      #expect(outcome.error.contains("embargo: interrupted when "))
    }
  #endif
}

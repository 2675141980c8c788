import Experiments
import FoundationEssentials
import JSON5
import ResultFiles
import Testing

private struct Unexpected: Error {}

@Suite struct ResultFolderTests {
  private let files = FileManager.default

  @Test("a run leaves every table, and no other file than there should be")
  func complete() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/deep/down/r"
    let run = try #require(try Fake.run(path, Fake.plan(12), fails: true))
    #expect(run.answer.failures.map(\.key.replication) == [5, 10])
    #expect(
      try files.contentsOfDirectory(atPath: path).sorted() == [
        "contrasts.csv", "datapackage.json", "draws.csv", "experiments.csv", "failures.csv",
        "manifest.json", "outcomes.csv", "regret.csv", "runtime.json", "scenario.resolved.json",
        "summary.csv", "timeline.csv", "variance.csv",
      ])
    #expect(!files.fileExists(atPath: path + ".part"))
  }

  @Test("failures.csv is there only if there are any")
  func noFailures() throws {
    let scratch = try Scratch()
    try Fake.run(scratch.path + "/r", Fake.plan(6))
    #expect(!files.fileExists(atPath: scratch.path + "/r/failures.csv"))
  }

  @Test("the tables' first lines and rows are as promised")
  func tables() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(12), fails: true)
    func lines(_ name: String) throws -> [Substring] {
      try Fake.text("\(path)/\(name).csv").split(separator: "\n", omittingEmptySubsequences: false)
    }
    #expect(try lines("experiments") == ["experiment_id", "1", ""])
    #expect(
      try lines("draws").prefix(2) == [
        "experiment_id,replication,draw,seed,labs__acme_x__staff_share",
        "1,1,1,7,0.047619047619047616",
      ])
    #expect(
      try lines("outcomes").prefix(3) == [
        "experiment_id,replication,regime,status,cost_usd,cost_level_usd,net_harm,days_to_relief"
          + ",relief_route",
        "1,1,none,ok,0,10.142857142857142,0,,",
        "1,1,output,ok,-1.4285714285714284e-08,10.142857157142856,1,1.4285714285714284,"
          + CategoryWord.one,
      ])
    #expect(try lines("outcomes")[9...10] == ["1,5,none,failed,,,,,", "1,5,output,failed,,,,,"])
    #expect(
      try lines("summary")[0]
        == "experiment_id,regime,outcome,unit,n,mean,sd,ci95_low,ci95_high,p05,p25,p50,p75,p95")
    #expect(try lines("summary")[1] == "1,none,cost_usd,USD,10,0,0,0,0,0,0,0,0,0")
    #expect(
      try lines("contrasts")[0]
        == "experiment_id,regime_a,regime_b,outcome,unit,n,mean_difference,ci95_low,ci95_high"
        + ",share_a_higher,variance_ratio")
    #expect(
      try lines("regret")[0]
        == "experiment_id,regime,outcome,mean_regret,p90_regret,max_regret,share_best")
    #expect(
      try lines("timeline")[0]
        == "experiment_id,regime,series,day,n,mean,p05,p25,p50,p75,p95")
    #expect(try lines("timeline").count == 2 + 4)
    #expect(
      try Fake.text(path + "/failures.csv")
        == "experiment_id,replication,message,replay_command\n"
        + "1,5,\"broke, \"\"here\"\"\nand there\",embargo run june.json5 --replications 5\n"
        + "1,10,\"broke, \"\"here\"\"\nand there\",embargo run june.json5 --replications 10\n")
  }

  @Test("the bytes are the same for any number of threads", arguments: [2, 3, 8])
  func threads(jobs: Int) throws {
    let scratch = try Scratch()
    try Fake.run(scratch.path + "/one", Fake.plan(100, blockSize: 8), fails: true)
    try Fake.run(scratch.path + "/many", Fake.plan(100, blockSize: 3, jobs: jobs), fails: true)
    #expect(try Fake.files(scratch.path + "/one") == Fake.files(scratch.path + "/many"))
  }

  @Test("rows read back are the rows that were written, and give the same answer")
  func readBack() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    let answer = try #require(try Fake.run(path, Fake.plan(33), fails: true)).answer
    var stored = try StoredRows(path, of: Fake.description(Fake.plan(33)))
    var again = Tabulation(Fake.layout, perDraw: 2)
    var number = 0
    while let row = try stored.next() {
      number += 1
      let original = Fake.row(number, fails: true)
      #expect(row.replication == number && row.draw == original.draw)
      #expect("\(row.parameters) \(row.outcomes)" == "\(original.parameters) \(original.outcomes)")
      #expect(row.failure == original.failure)
      again.add(row)
    }
    #expect(number == 33)
    let reread = again.answer()
    #expect("\(reread.summaries)" == "\(answer.summaries)")
    #expect("\(reread.contrasts)" == "\(answer.contrasts)")
    #expect("\(reread.regrets)" == "\(answer.regrets)")
  }

  @Test("a complete result of the same inputs is left as it is, and replaced with --force")
  func again() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(6))
    try scratch.write("mine", "r/note.txt")
    #expect(try Fake.run(path, Fake.plan(6)) == nil)
    #expect(try Fake.run(path + "/", Fake.plan(6), options: .init(resume: true)) == nil)
    #expect(files.fileExists(atPath: path + "/note.txt"))
    let refusal = Refusal(path: path, reason: .alsoHolds(["note.txt"]))
    #expect(throws: ResultError.occupied(refusal)) {
      try Fake.run(path, Fake.plan(6), options: .init(force: true))
    }
    #expect(files.fileExists(atPath: path + "/note.txt"))
    try files.removeItem(atPath: path + "/note.txt")
    #expect(try Fake.run(path, Fake.plan(6), options: .init(force: true)) != nil)
  }

  @Test(
    "a result with a changed or missing file is not taken for the result", arguments: [true, false])
  func damaged(isMissing: Bool) throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(6))
    if isMissing {
      try files.removeItem(atPath: path + "/summary.csv")
    } else {
      try scratch.write("1,2,3\n", "r/summary.csv")
    }
    let refusal = Refusal(path: path, reason: .damaged("summary.csv"))
    #expect(throws: ResultError.occupied(refusal)) { try Fake.run(path, Fake.plan(6)) }
    #expect(try Fake.run(path, Fake.plan(6), options: .init(force: true)) != nil)
    #expect(try Fake.run(path, Fake.plan(6)) == nil)
  }

  @Test("other inputs are refused with how they differ, and the result stays")
  func otherInputs() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(6))
    let before = try Fake.files(path)
    let error = #expect(throws: ResultError.self) { try Fake.run(path, Fake.plan(7)) }
    #expect(
      error
        == .occupied(Refusal(path: path, reason: .otherInputs(["replications 6, not 7"]))))
    #expect(try Fake.files(path) == before)
    try Fake.run(path, Fake.plan(7), options: .init(force: true))
    #expect(try Fake.files(path) != before)
  }

  @Test("a folder or file of somebody else's is refused, even with --force")
  func foreign() throws {
    let scratch = try Scratch()
    try files.createDirectory(atPath: scratch.path + "/d", withIntermediateDirectories: false)
    try scratch.write("mine", "d/thesis.txt")
    try scratch.write("{\"program\": \"other\", \"inputs\": {}}", "d/manifest.json")
    try scratch.write("mine", "f")
    for name in ["d", "f"] {
      let error = #expect(throws: ResultError.self) {
        try Fake.run(scratch.path + "/" + name, Fake.plan(6), options: .init(force: true))
      }
      #expect(error == .occupied(Refusal(path: "\(scratch.path)/\(name)", reason: .foreign)))
    }
    #expect(try Fake.text(scratch.path + "/d/thesis.txt") == "mine")
  }

  @Test("an empty folder is no obstacle")
  func empty() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try Fake.run(path, Fake.plan(6)) != nil)
  }

  @Test("--force keeps the old result until the new one is complete")
  func forceInterrupted() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    try Fake.run(path, Fake.plan(6))
    let before = try Fake.files(path)
    do {
      var folder = try ResultFolder.open(
        at: path, for: Fake.description(Fake.plan(7)), options: .init(force: true))
      try folder?.append(RowBlock([Fake.row(1, fails: false)]))
    }
    #expect(try Fake.files(path) == before)
    #expect(files.fileExists(atPath: path + ".part/journal"))
  }

  @Test("two runs do not write to one folder")
  func busy() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/r"
    let description = try Fake.description(Fake.plan(6))
    let first = try ResultFolder.open(at: path, for: description, options: .init())
    for options in [FolderOptions(force: true), FolderOptions(resume: true)] {
      let error = #expect(throws: ResultError.self) {
        _ = try ResultFolder.open(at: path, for: description, options: options)
      }
      #expect(error == .busy(path: path + ".part/journal"))
    }
    _ = first
  }

  @Test("a place that cannot be written is an error")
  func cannotWrite() throws {
    let scratch = try Scratch()
    try scratch.write("mine", "f")
    for path in ["/proc/nowhere/r", scratch.path + "/f/r"] {
      let error = #expect(throws: ResultError.self) { try Fake.run(path, Fake.plan(6)) }
      guard case .cannotWrite = error else {
        Issue.record("\(path): \(String(describing: error))")
        continue
      }
    }
  }

  @Test("a disk that takes no more is an error, and what was written is taken up")
  func full() async throws {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let path = scratch.path + "/r"
      let plan = Fake.plan(100, blockSize: 10)
      FileSizeLimit.set(4096)
      let error = #expect(throws: ResultError.self) { try Fake.run(path, plan) }
      guard case .cannotWrite(path + ".part/journal", _) = error else { throw Unexpected() }
      FileSizeLimit.set(nil)
      let run = try Fake.run(path, plan, options: .init(resume: true))
      guard let run, run.reused > 0, run.reused < 100 else { throw Unexpected() }
      try Fake.run(scratch.path + "/whole", plan)
      guard try Fake.files(path) == Fake.files(scratch.path + "/whole") else { throw Unexpected() }
    }
  }

  @Test("inputs are all that the manifest tells apart")
  func identity() throws {
    let base = try Fake.description(Fake.plan(6)).manifest
    let threads = try Fake.description(Fake.plan(6, blockSize: 1, jobs: 8)).manifest
    #expect(base.identity == threads.identity && base.node.json() == threads.node.json())
    let title = try Fake.description(Fake.plan(6), title: "B").manifest
    #expect(base.identity != title.identity)
    #expect(title.differences(from: base) == ["another scenario or other settings"])
  }
}

import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Runs that are broken off") struct InterruptionTests {
  static let line = ["run", Embargo.directive, "--regimes", "weight", "--replications", "48"]

  /// Starts a run and waits until rows are in its journal.
  private func started(
    _ embargo: Embargo, out: String, _ line: [String]? = nil
  ) throws -> Call {
    let call = try embargo.start(line ?? Self.line + ["--out", out])
    let journal = embargo.folder.appending(path: out + ".part/journal").path
    while call.isRunning {
      let size = try? FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int
      if size ?? 0 > 4096 { break }
      usleep(2000)
    }
    return call
  }

  @Test("--progress-seconds writes lines that a program can follow, up to the last replication")
  func progressLines() throws {
    let embargo = try Embargo()
    let line = Self.line + ["--out", "told", "--progress-seconds", "0"]
    let outcome = try embargo.start(line).outcome()
    #expect(outcome.code == 0)
    let told = outcome.error.matches(of: /(?m)^ *(\d+) %, (\d+) of 48 replications(?:,|$)/)
    let counts = told.compactMap { Int($0.2) }
    #expect(counts.last == 48)
    #expect(counts == counts.sorted())
    #expect(!outcome.error.contains("\u{1B}"))
  }

  @Test("After an interruption --resume goes on and ends in the same bytes")
  func interruptAndResume() throws {
    let embargo = try Embargo()
    let call = try started(embargo, out: "broken")
    call.signal(SIGINT)
    let outcome = try call.outcome()
    #expect(outcome.code == 130)
    #expect(outcome.output == "")
    #expect(outcome.error.contains("kept in broken.part; to go on:"))
    #expect(outcome.error.hasSuffix(" --resume\n"))
    #expect(embargo.names() == ["broken.part"])

    let again = try embargo.start(Self.line + ["--out", "broken"]).outcome()
    #expect(again.code == 73 && again.error.contains("--resume goes on"))
    let resumed = try embargo.start(Self.line + ["--out", "broken", "--resume"]).outcome()
    #expect(resumed.code == 0)
    let whole = try embargo.start(Self.line + ["--out", "whole", "--jobs", "1"]).outcome()
    #expect(whole.code == 0)
    #expect(embargo.names() == ["broken", "whole"])
    #expect(try embargo.result("broken") == embargo.result("whole"))
    let runtime = try embargo.text(of: "broken/runtime.json")
    #expect(!runtime.contains("\"replications_reused\": 0"))
    let (there, expected) = (resumed.output, whole.output)
    #expect(there == expected.replacing("Tables: whole", with: "Tables: broken"))
  }

  @Test(
    "A sweep, whose points are checked first, is interrupted as a run is",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func sweep(signal: Int32, code: Int32) throws {
    let embargo = try Embargo()
    let line = [
      "sweep", Embargo.directive, "--regimes", "weight", "--replications", "200", "--levels",
      "regulator.licensing_officers=50,60", "--out", "x",
    ]
    let call = try started(embargo, out: "x", line)
    call.signal(signal)
    let outcome = try call.outcome()
    #expect(outcome.code == code && outcome.error.contains("kept in x.part; to go on:"))
    #expect(embargo.names() == ["x.part"])
  }

  @Test(
    "A signal or a failed check inside leaves its code and the finished rows",
    arguments: [
      (SIGTERM, Int32(143), "to go on:"), (SIGILL, Int32(70), "embargo run "),
    ])
  func ends(signal: Int32, code: Int32, says: String) throws {
    let embargo = try Embargo()
    let call = try started(embargo, out: "x")
    call.signal(signal)
    let outcome = try call.outcome()
    #expect(outcome.code == code)
    #expect(outcome.error.contains(says))
    #expect(embargo.names() == ["x.part"])
  }

  #if os(Linux)
    @Test("A fault inside one replication names it, and --resume goes on without it")
    func fault() throws {
      let embargo = try Embargo()
      // A signal can find the thread between two replications, and then there is nothing to mark.
      var outcome = Embargo.Outcome(code: 0, output: "", error: "")
      for _ in 0..<50 where !embargo.names(in: "x.part").contains("crashed") {
        _ = try embargo.shell("rm -rf x.part")
        let call = try started(embargo, out: "x")
        try call.signalBusiestThread(SIGILL)
        outcome = try call.outcome()
      }
      #expect(outcome.code == 70)
      let mark = try embargo.text(of: "x.part/crashed").split(separator: "\n")
      try #require(mark.count == 1)
      let number = try #require(Int(mark[0].split(separator: " ")[1]))
      #expect(mark[0] == "1 \(number)")
      let replay =
        "embargo run Scenarios/june-2026-directive.json5 --out Results/replay --force"
        + " --regimes weight --seed 20260612 --replications \(number)\n"
      #expect(outcome.error.contains(replay))
      let resumed = try embargo.start(Self.line + ["--out", "x", "--resume"]).outcome()
      #expect(resumed.code == 75)
      let failures = try embargo.text(of: "x/failures.csv").split(separator: "\n")
      #expect(failures.count == 2 && failures[1].hasPrefix("1,\(number),"))
      #expect(failures[1].hasSuffix(replay.dropLast()))
      // All others are what they would have been.
      let whole = try embargo.start(Self.line + ["--out", "whole"]).outcome()
      #expect(whole.code == 0)
      let (mine, all) = try (
        embargo.text(of: "x/outcomes.csv"), embargo.text(of: "whole/outcomes.csv")
      )
      let expected = all.split(separator: "\n").filter { !$0.hasPrefix("1,\(number),") }
      #expect(mine.split(separator: "\n").filter { !$0.hasPrefix("1,\(number),") } == expected)
    }
  #endif
}

import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Runs that are broken off") struct InterruptionTests {
  static let line = ["run", Embargo.directive, "--regimes", "weight", "--replications", "48"]

  /// Starts a run and waits until rows are in its journal.
  private func started(_ embargo: Embargo, out: String) throws -> Call {
    let call = try embargo.start(Self.line + ["--out", out])
    let journal = embargo.folder.appending(path: out + ".part/journal").path
    while call.isRunning {
      let size = try? FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int
      if size ?? 0 > 4096 { break }
      usleep(2000)
    }
    return call
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
}

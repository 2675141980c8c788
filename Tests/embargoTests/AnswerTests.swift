import Foundation
import Testing

@Suite("The answer on standard output") struct AnswerTests {
  private func run(_ embargo: Embargo, _ words: String...) throws -> Embargo.Outcome {
    try embargo.start(
      ["run", Embargo.directive, "--replications", "8", "--out", "x", "--quiet"] + words
    ).outcome()
  }

  @Test("A table names every acting regime four times and fits 100 columns")
  func table() throws {
    let embargo = try Embargo()
    let outcome = try run(embargo)
    #expect(outcome.code == 0 && outcome.error == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
    #expect(lines[0] == "Directive of 12 June 2026 against Fable 5 and Mythos 5")
    #expect(lines[1] == "8 replications, seed 20260612, 365 days from 2026-06-09")
    for regime in ["model", "output", "us-person-support", "weight"] {
      #expect(lines.count { $0.hasPrefix(regime + " ") || $0 == regime } == 4, "\(regime)")
    }
    #expect(!lines.contains { $0.hasPrefix("none ") })
    let model = lines.first { $0.hasPrefix("model ") } ?? ""
    let estimate = /\d+(\.\d+)? (bn|m) \(-?[0-9.]+ to [0-9.]+\)\*? +\d+(\.\d+)? \(/
    #expect(model.contains(estimate), "\(model)")
    #expect(
      outcome.output.hasSuffix(
        "\nModel estimates under stated assumptions; not forecasts and not legal advice.\n"
          + "Tables: x\n"))
  }

  @Test("csv gives rows of summary.csv as they stand there")
  func csv() throws {
    let embargo = try Embargo()
    let outcome = try run(embargo, "--format", "csv")
    let rows = outcome.output.split(separator: "\n")
    let summary = try embargo.text(of: "x/summary.csv").split(separator: "\n")
    #expect(rows.first == summary.first)
    #expect(rows.count == 1 + 4 * 18)
    #expect(Set(rows).isSubset(of: Set(summary)))
  }

  @Test("json has the same numbers")
  func json() throws {
    let embargo = try Embargo()
    let csv = try run(embargo, "--format", "csv").output
    let json = try run(embargo, "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let regimes = try #require(object?["regimes"] as? [String: [String: [String: Any]]])
    #expect(regimes.keys.sorted() == ["model", "output", "us-person-support", "weight"])
    for row in csv.split(separator: "\n").dropFirst() {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let outcome = try #require(regimes[fields[1]]?[fields[2]])
      #expect(outcome["mean"] as? Double == Double(fields[5]), "\(row)")
      #expect(outcome["ci95_high"] as? Double == Double(fields[8]), "\(row)")
    }
  }

  @Test("A reader that goes away does not lose the tables", arguments: [">&-", "| true"])
  func closedOutput(where end: String) throws {
    let embargo = try Embargo()
    let line = "\"$embargo\" run \"$directive\" --regimes weight --replications 4 --out "
    let outcome = try embargo.shell("(\(line)x --quiet; echo $? > code) \(end)")
    #expect(outcome.error == "")
    #expect(try embargo.text(of: "code") == "0\n")
    #expect(try embargo.shell(line + "y").code == 0)
    #expect(try embargo.result("x") == embargo.result("y"))
  }

  @Test(
    "Where the answer cannot be written, the tables are named",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let embargo = try Embargo()
    let outcome = try embargo.shell(
      "\"$embargo\" run \"$directive\" --regimes none --replications 4 --out x > /dev/full")
    #expect(outcome.code == 74)
    #expect(outcome.error.contains("The tables are in x\n"))
    #expect(embargo.names(in: "x").contains("summary.csv"))
  }
}

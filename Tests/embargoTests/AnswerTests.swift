import Foundation
import JSON5
import Testing

@Suite("The answer on standard output") struct AnswerTests {
  private func run(_ embargo: Embargo, _ words: String...) throws -> Embargo.Outcome {
    try embargo.start(
      ["run", Embargo.directive, "--replications", "5", "--out", "x", "--quiet"] + words
    ).outcome()
  }

  @Test("A table names every acting regime five times and fits 100 columns")
  func table() throws {
    let embargo = try Embargo()
    let outcome = try run(embargo)
    #expect(outcome.code == 0 && outcome.error == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
    #expect(lines[0] == "Directive of 12 June 2026 against Fable 5 and Mythos 5")
    #expect(lines[1] == "5 replications, seed 20260612, 365 days from 2026-06-09")
    for regime in ["model", "output", "us-person-support", "weight"] {
      #expect(lines.count { $0.hasPrefix(regime + " ") || $0 == regime } == 5, "\(regime)")
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

  @Test("A market without customers, or without defenders, is said to be one")
  func emptyMarket() throws {
    let embargo = try Embargo()
    func answer(without part: String) throws -> String {
      let listed = try embargo("list", "parameters", Embargo.directive, "--format", "csv").output
      let ids = Set(
        listed.split(separator: "\n").filter { $0.hasPrefix(part + ".") }
          .map { $0.split(separator: ".")[1] })
      let settings = ids.sorted().flatMap { ["--set", "\(part).\($0)=null"] }
      return try embargo.start(
        ["run", Embargo.directive, "--replications", "2", "--out", part, "--quiet"] + settings
      ).outcome().output
    }
    let spending = "\n–: no customer spends anything, so the disruption is a share of nothing\n"
    let defence = "\n–: there are no defenders, so nothing is said of defence and incidents\n"
    let use = "\n–: no defender would use a model whose use the order binds\n"
    let (poor, bare) = (try answer(without: "customers"), try answer(without: "defenders"))
    #expect(poor.contains(spending) && !poor.contains(defence) && poor.contains(use))
    #expect(bare.contains(defence) && !bare.contains(spending) && !bare.contains(use))
  }

  @Test("csv gives rows of summary.csv as they stand there")
  func csv() throws {
    let embargo = try Embargo()
    let outcome = try run(embargo, "--format", "csv")
    let rows = outcome.output.split(separator: "\n")
    let summary = try embargo.text(of: "x/summary.csv").split(separator: "\n")
    #expect(rows.first == summary.first)
    #expect(rows.count == 1 + 4 * 21)
    #expect(Set(rows).isSubset(of: Set(summary)))
  }

  @Test("The table shows the numbers of csv, rounded and scaled")
  func rounding() throws {
    let embargo = try Embargo()
    let rows = try run(embargo, "--format", "csv").output.split(separator: "\n")
    let table = try run(embargo).output
    let scales = ["": 1.0, " k": 1e3, " m": 1e6, " bn": 1e9]
    for regime in ["model", "weight"] {
      let line = try #require(table.split(separator: "\n").first { $0.hasPrefix(regime + " ") })
      let shown = try #require(
        line.firstMatch(of: /([-0-9.]+)( k| m| bn)? \(([-0-9.]+) to ([-0-9.]+)\)/))
      let scale = try #require(scales[shown.output.2.map(String.init) ?? ""])
      let row = try #require(
        rows.first { $0.hasPrefix("1,\(regime),market_disruption_usd,") })
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      for (text, place) in [(shown.output.1, 5), (shown.output.3, 7), (shown.output.4, 8)] {
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        let step = (0..<decimals).reduce(scale) { size, _ in size / 10 }
        let (told, full) = try (#require(Double(text)), #require(Double(fields[place])))
        #expect(abs(told * scale - full) <= step * 0.500001, "\(line) tells \(row)")
      }
    }
  }

  @Test("json has the same numbers")
  func json() throws {
    let embargo = try Embargo()
    let csv = try run(embargo, "--format", "csv").output
    let json = try run(embargo, "--format", "json").output
    let regimes = try #require(JSON5Reader.parse(json, file: 0).node?["regimes"])
    #expect(
      regimes.members?.map(\.name) == ["model", "output", "us-person-support", "weight"])
    for row in csv.split(separator: "\n").dropFirst() {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let outcome = try #require(regimes[fields[1]]?[fields[2]])
      for (name, place) in [("n", 4), ("mean", 5), ("ci95_high", 8), ("p50", 11)] {
        #expect(outcome[name]?.number == Double(fields[place]), "\(name) in \(row)")
      }
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

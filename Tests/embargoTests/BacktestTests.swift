import Foundation
import Testing

@Suite("Back-test on the command line") struct BacktestTests {
  private static let history = Embargo.scenarios + "/history"

  private static func words(_ more: [String]) -> [String] {
    [
      "backtest", "--cases", history + "/cases.json", "--scenario", history + "/stand-in.json5",
      "--replications", "200", "--no-progress",
    ] + more
  }

  @Test("The answer names every case, every predictor and what it cannot show")
  func answer() throws {
    let embargo = try Embargo()
    let outcome = try embargo.start(Self.words([])).outcome()
    #expect(outcome.code == 0, "\(outcome.error)")
    for words in [
      "HUAWEI_ENTITY_2019", "WASSENAAR_CYBER_2015", "lognormal", "constant hazard",
      "hazard by kind", "CRPS, days", "log score", "Brier score", "seen: reversal", "> 101",
      "never",
      "were chosen with all cases in view", "not legal advice",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    #expect(embargo.names().isEmpty)
  }

  @Test("The tables are written once, hold what csv prints, and a second call finds them there")
  func tables() throws {
    let embargo = try Embargo()
    let first = try embargo.start(Self.words(["--out", "x", "--format", "csv"])).outcome()
    #expect(first.code == 0, "\(first.error)")
    #expect(
      embargo.names(in: "x") == [
        "backtest.csv", "datapackage.json", "fits.csv", "manifest.json", "routes.csv",
        "runtime.json",
      ])
    let table = try embargo.text(of: "x/backtest.csv")
    #expect(table == first.output)
    let lines = table.split(separator: "\n")
    #expect(
      lines[0] == "case_id,target,predictor,actual_days,censored,p05,p25,p50,p75,p95,p_never,"
        + "crps,log_score")
    #expect(lines.count == 1 + 9 * 2 * 4)
    let runtime = try embargo.text(of: "x/runtime.json")
    let again = try embargo.start(
      Self.words(["--out", "x", "--format", "csv", "--jobs", "1"])
    ).outcome()
    #expect(again.code == 0 && again.output == first.output)
    #expect(try embargo.text(of: "x/runtime.json") == runtime)
    let other = ["--out", "x", "--seed", "7"]
    #expect(try embargo.start(Self.words(other)).outcome().code == 73)
    let doubted = ["--out", "x", "--prior-ratio", "2"]
    #expect(try embargo.start(Self.words(doubted)).outcome().code == 73)
    let forced = try embargo.start(Self.words(other + ["--force"])).outcome()
    #expect(forced.code == 0, "\(forced.error)")
    #expect(try embargo.text(of: "x/backtest.csv") != table)
  }

  @Test("Other programs get the scores and the fits as an object")
  func json() throws {
    let embargo = try Embargo()
    let outcome = try embargo.start(Self.words(["--format", "json"])).outcome()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((object["predictions"] as? [Any])?.count == 72)
    #expect((object["summary"] as? [Any])?.count == 8)
    let fits = try #require(object["fits"] as? [String: [String: String]])
    #expect(fits.count == 10)
    #expect(fits["all"]?["relief.reversal_days"]?.hasPrefix("{ lognormal") == true)
  }

  @Test("A case whose course is blank is predicted and not scored")
  func blank() throws {
    let embargo = try Embargo()
    try embargo.write(
      """
      [{ "id": "MINE", "date_action": "2026-01-05", "trigger": "t", "hook": "h", "scope": "s",
         "target_response": "r", "circumstances": { "hook": "output", "effect": "letter",
         "stops_public_service": true, "is_sued": false } }]
      """, to: "mine.json")
    let outcome = try embargo.shell(
      "\"$embargo\" backtest --cases mine.json --scenario '\(Self.history)/stand-in.json5'"
        + " --replications 200 --no-progress")
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("MINE"))
    #expect(outcome.output.contains("blank"))
    #expect(!outcome.output.contains("lognormal"))
  }

  @Test("One case alone is predicted from what was believed before, with nothing to compare with")
  func alone() throws {
    let embargo = try Embargo()
    try embargo.write(
      """
      [{ "id": "MINE", "date_action": "2026-01-05", "trigger": "t", "hook": "h", "scope": "s",
         "target_response": "r", "circumstances": { "hook": "output", "effect": "letter",
         "stops_public_service": true, "is_sued": false }, "days_action_to_full_relief": 0,
         "course": { "full_route": "reversal", "first_route": "reversal" } }]
      """, to: "mine.json")
    let outcome = try embargo.shell(
      "\"$embargo\" backtest --cases mine.json --scenario '\(Self.history)/stand-in.json5'"
        + " --replications 200 --no-progress")
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("seen: reversal"))
    #expect(outcome.output.contains("Brier score (0 to 2): embargo"))
    #expect(!outcome.output.contains("shares"))
  }

  @Test("Wrong and missing files are told as such, and nothing is written")
  func mistakes() throws {
    let embargo = try Embargo()
    try embargo.write("[{ \"id\": 5 }]", to: "bad.json")
    let bad = try embargo.shell("\"$embargo\" backtest --cases bad.json --out x")
    #expect(bad.code == 65)
    #expect(bad.error.contains("bad.json:1:"))
    #expect(bad.error.contains("has no 'date_action'"))
    #expect(try embargo.shell("\"$embargo\" backtest --cases none.json --out x").code == 66)
    let scenario = try embargo.start([
      "backtest", "--cases", Self.history + "/cases.json", "--scenario", Embargo.directive,
      "--out", "x",
    ]).outcome()
    #expect(scenario.code == 65, "\(scenario.error)")
    #expect(scenario.error.contains("is no stand-in for cases"))
    #expect(embargo.names() == ["bad.json"])
  }
}

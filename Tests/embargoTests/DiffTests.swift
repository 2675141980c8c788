import Foundation
import Testing

@Suite("Differences of histories") struct DiffTests {
  private func diff(
    _ embargo: Embargo, _ a: String, _ b: String, _ words: String...
  ) throws -> Embargo.Outcome {
    try embargo.start(
      ["diff", Embargo.directive, "--regime", a, "--regime", b] + words
    ).outcome()
  }

  private func object(_ a: String, _ b: String, _ words: String...) throws -> [String: Any] {
    let embargo = try Embargo()
    let outcome = try embargo.start(
      ["diff", Embargo.directive, "--regime", a, "--regime", b, "--format", "json"] + words
    ).outcome()
    #expect(outcome.code == 0 && outcome.error == "")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func sides(_ object: [String: Any]) throws -> [[String: Any]] {
    let sides = try #require(object["sides"] as? [[String: Any]])
    try #require(sides.count == 2)
    return sides
  }

  @Test(
    "Any two theories part at the order or before, by its grounds",
    arguments: [("output", "model"), ("weight", "us-person-support"), ("model", "weight")])
  func parting(a: String, b: String) throws {
    let told = try object(a, b, "--replication", "2")
    #expect(told["equal"] as? Bool == false)
    #expect(told["parting_date"] as? String == "2026-06-12")
    for side in try sides(told) {
      let first = try #require(side["first"] as? [[String: Any]])
      let order = try #require(first.first { $0["event"] as? String == "order_issued" })
      #expect((order["grounds"] as? [Any])?.isEmpty == false)
      let day = try #require(told["parting_day"] as? Double)
      #expect(first.allSatisfy { $0["day"] as? Double == day })
      let after = try #require(side["after"] as? [[String: Any]])
      #expect(!after.isEmpty && after.allSatisfy { ($0["day"] as? Double ?? -1) >= day })
    }
  }

  @Test("What no action has alone is what the order kept from happening")
  func noAction() throws {
    let sides = try sides(try object("none", "output"))
    let events = try sides.map { side in
      let lines = try ["first", "after"].flatMap {
        try #require(side[$0] as? [[String: Any]])
      }
      return Set(lines.compactMap { $0["event"] as? String })
    }
    #expect(events[1].contains("order_issued") && events[1].contains("service_suspended"))
    #expect(!events[0].contains { $0.hasPrefix("order_") || $0.hasPrefix("licence_") })
  }

  @Test("A regime is equal to itself", arguments: ["output", "none"])
  func same(regime: String) throws {
    let told = try object(regime, regime)
    #expect(told["equal"] as? Bool == true && told["parting_day"] is NSNull)
    for side in try sides(told) {
      #expect((side["first"] as? [Any])?.isEmpty == true)
      #expect((side["after"] as? [Any])?.isEmpty == true)
    }
    let differences = try #require(told["differences"] as? [String: Any])
    #expect(differences.values.allSatisfy { ($0 as? Double ?? 0) == 0 })
    let text = try diff(try Embargo(), regime, regime).output
    #expect(text.contains(/\nThe two histories are equal, in all [0-9,]+ lines\n/))
  }

  @Test("Common and own lines of a side are the whole of its history")
  func whole() throws {
    let embargo = try Embargo()
    let told = try object("output", "weight")
    let day = try #require(told["parting_day"] as? Double)
    let history = try TraceTable(embargo, "--regime", "output").rows
    let common = try #require(told["common_lines"] as? Int)
    #expect(common == history.count { $0.day < day })
    let side = try sides(told)[0]
    for part in ["first", "after"] {
      for line in try #require(side[part] as? [[String: Any]]) {
        let number = try #require(line["number"] as? Int)
        #expect(line["text"] as? String == history[number - 1].text)
        #expect(line["cause"] as? Int == history[number - 1].cause)
      }
    }
  }

  @Test("The table tells the parting, both sides and the outcomes, and is the same each time")
  func table() throws {
    let embargo = try Embargo()
    let outcome = try diff(embargo, "output", "model")
    #expect(outcome.code == 0 && outcome.error == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 && !$0.hasSuffix(" ") })
    #expect(outcome.output.contains(" until they part on day 3.0, 2026-06-12\n"))
    for regime in ["output", "model"] {
      #expect(lines.contains("Where they part, under \(regime)"))
      #expect(lines.contains("What only happens under \(regime)"))
    }
    #expect(outcome.output.contains("\nDifference: output less model; "))
    let parts = lines.drop { !$0.hasPrefix("Market disruption, USD") }.dropFirst().prefix(7)
    let sizes = parts.compactMap { $0.split(separator: "  ").last }.map(size)
    #expect(sizes.count == 7 && sizes == sizes.sorted(by: >), "\(parts)")
    #expect(try diff(embargo, "output", "model").output == outcome.output)
    let whole = try diff(embargo, "output", "model", "--all").output
    #expect(whole.count > outcome.output.count && whole.contains(" find flaws"))
  }

  private func size(_ text: Substring) -> Double {
    let words = text.split(separator: " ")
    let scales: [Substring: Double] = ["k": 1e3, "m": 1e6, "bn": 1e9]
    let number = words.first.flatMap { Double($0) } ?? .nan
    return number.magnitude * (scales[words.last ?? ""] ?? 1)
  }

  @Test("csv has one set of columns, and every outcome with its difference")
  func csv() throws {
    let embargo = try Embargo()
    let outcome = try diff(embargo, "output", "none", "--format", "csv")
    let rows = outcome.output.split(separator: "\n").map(TraceTable.fields)
    #expect(rows[0].count == 18 && rows.allSatisfy { $0.count == 18 })
    #expect(Set(rows.dropFirst().map { $0[0] }) == ["first", "after", "outcome"])
    let disruption = try #require(rows.first { $0[13] == "market_disruption_usd" })
    #expect(Double(disruption[16]) == 0 && disruption[15] == disruption[17])
    let listed = try embargo("list", "outcomes", "--format", "csv").output.split(separator: "\n")
    #expect(rows.count { $0[0] == "outcome" } == listed.count - 1)
  }
}

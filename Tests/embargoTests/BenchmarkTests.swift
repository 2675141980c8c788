import Foundation
import Testing

@Suite("Benchmark") struct BenchmarkTests {
  static let rows = [
    ("mm1_ns_per_object", "ns"), ("hold_10_ns", "ns"), ("hold_100_ns", "ns"),
    ("hold_1000_ns", "ns"), ("hold_100000_ns", "ns"), ("schedule_cancel_ns", "ns"),
    ("addressed_draw_ns", "ns"), ("world_ns_per_event", "ns"),
    ("world_events_per_replication", "events"), ("world_ms_per_replication", "ms"),
    ("parallel_speedup", "times"), ("mm1_mean_time_in_system", "service times"),
    ("stream_draw_ns", "ns"), ("exponential_draw_ns", "ns"), ("parallel_threads", "threads"),
  ]

  private func values(_ csv: String) -> [(name: String, value: Double, unit: String)] {
    csv.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (cells[0], Double(cells[1]) ?? .nan, cells[2])
    }
  }

  @Test("Every figure has its row, its unit and a positive value")
  func rows() throws {
    let outcome = try Embargo()(
      "benchmark", Embargo.directive, "--quick", "--quiet", "--format", "csv")
    #expect(outcome.code == 0 && outcome.error == "")
    #expect(outcome.output.hasPrefix("name,value,unit\n"))
    let rows = values(outcome.output)
    #expect(rows.map(\.name) == Self.rows.map(\.0))
    #expect(rows.map(\.unit) == Self.rows.map(\.1))
    for row in rows { #expect(row.value > 0 && row.value < .infinity, "\(row)") }
    let figures = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.value) })
    // The addresses of the draws are fixed, so these do not change from run to run.
    #expect(abs(try #require(figures["mm1_mean_time_in_system"]) - 10) < 0.6)
    let events = try #require(figures["world_events_per_replication"])
    let perEvent = try #require(figures["world_ns_per_event"])
    let perFuture = try #require(figures["world_ms_per_replication"])
    #expect(abs(perEvent * events / 1e6 / perFuture - 1) < 0.01)
  }

  @Test("Parts can be chosen; a table says what they mean, json has numbers")
  func parts() throws {
    let embargo = try Embargo()
    let table = try embargo("benchmark", "--quick", "--only", "draws,mm1")
    #expect(table.code == 0)
    let lines = table.output.split(separator: "\n")
    #expect(lines.count == 6 && lines[0].hasPrefix("name ") && lines[0].hasSuffix("meaning"))
    #expect(lines[1].hasPrefix("mm1_ns_per_object "))
    #expect(table.error.split(separator: "\n").count == 2)
    let json = try embargo("benchmark", "--quick", "--only", "draws", "--format", "json")
    let objects = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let rows = try #require(objects as? [[String: Any]])
    #expect(rows.count == 3 && rows.allSatisfy { $0["value"] is Double })
  }

  @Test("Without its scenario the world is not measured, and the way out is named")
  func scenario() throws {
    let embargo = try Embargo()
    let absent = try embargo("benchmark", "--quick")
    #expect(absent.code == 66 && absent.output == "")
    #expect(absent.error.contains("Scenarios/june-2026-directive.json5"))
    let needless = try embargo("benchmark", Embargo.directive, "--quick", "--only", "mm1")
    #expect(needless.code == 64 && needless.output == "")
    #expect(needless.error.contains("is not needed to measure mm1"))
    #expect(absent.error.contains("--only mm1,hold,cancel,draws"))
    let named = try embargo("benchmark", "nothing.json5", "--only", "world")
    #expect(named.code == 66 && named.error.contains("nothing.json5"))
    let unknown = try embargo("benchmark", "--only", "mm1,speed")
    #expect(unknown.code == 64 && unknown.error.contains("mm1, hold, cancel, draws, world"))
  }
}

import Foundation
import Testing

@Suite("Planning a run") struct PlanTests {
  /// A plan as programs read it.
  private struct Plan {
    let code: Int32
    let object: [String: Any]

    init(_ embargo: Embargo, _ words: [String]) throws {
      let outcome = try embargo.start(
        ["plan", Embargo.directive, "--format", "json", "--quiet"] + words
      ).outcome()
      code = outcome.code
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      self.object = try #require(object as? [String: Any], "\(outcome.error)")
    }

    func number(_ name: String) -> Double? { (object[name] as? NSNumber)?.doubleValue }

    var files: [(name: String, rows: Int?, bytes: Int)] {
      (object["files"] as? [[String: Any]] ?? []).map {
        ($0["file"] as? String ?? "", $0["rows"] as? Int, $0["bytes"] as? Int ?? 0)
      }
    }
  }

  static let short = ["--regimes", "weight,output", "--set", "horizon_days=60"]
  static let runs: [(String, [String])] = [
    ("run", short + ["--replications", "12"]),
    ("run", short + ["--replications", "260", "--per-draw", "2"]),
    (
      "sweep",
      short + ["--levels", "regulator.licensing_officers=50,100,200", "--replications", "7"]
    ),
    (
      "sweep",
      short + ["--levels", "horizon_days=50,100", "--replications", "4", "--timeline"]
    ),
    ("run", short + ["--replications", "20", "--shard", "2/3"]),
  ]

  @Test("Rows are those that the run then has, and bytes are near", arguments: runs)
  func counts(command: String, words: [String]) throws {
    let embargo = try Embargo()
    // `horizon_days` cannot be both set and swept.
    let isSwept = words.contains { $0.hasPrefix("horizon_days=50") }
    let words = isSwept ? words.filter { $0 != "--set" && $0 != "horizon_days=60" } : words
    let plan = try Plan(embargo, words + ["--out", "x"])
    #expect(plan.code == 0)
    #expect(embargo.names() == [], "a plan writes nothing")
    let run = try embargo.start(
      [command, Embargo.directive, "--out", "x", "--quiet"] + words
    ).outcome()
    #expect(run.code == 0)
    #expect(plan.files.map(\.name) == embargo.names(in: "x"))
    var total = 0
    for file in plan.files {
      let data = try Data(contentsOf: embargo.folder.appending(path: "x/" + file.name))
      total += data.count
      let ratio = Double(file.bytes) / Double(data.count)
      #expect((1 / 1.5...1.5).contains(ratio), "\(file.name): \(file.bytes) for \(data.count)")
      guard file.name.hasSuffix(".csv") else { continue }
      let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").count - 1
      if file.name == "summary.csv" || file.name == "variance.csv" {
        // Which shares of categories there are, only all rows together know.
        #expect(abs(Double(file.rows ?? 0) / Double(rows) - 1) < 0.1)
      } else {
        #expect(file.rows == rows, "\(file.name)")
      }
    }
    let bytes = try #require(plan.number("result_bytes"))
    #expect((1 / 1.5...1.5).contains(bytes / Double(total)))
  }

  @Test("The journal is as long as the one that a run leaves when it is broken off")
  func journal() throws {
    let embargo = try Embargo()
    let words = Self.short + ["--replications", "30", "--shard", "1/1"]
    let plan = try Plan(embargo, words)
    let run = try embargo.start(["run", Embargo.directive, "--out", "x"] + words).outcome()
    #expect(run.code == 0)
    let size = try Data(contentsOf: embargo.folder.appending(path: "x/rows.bin")).count
    let planned = try #require(plan.number("journal_bytes"))
    #expect(abs(planned / Double(size) - 1) < 0.06)
  }

  @Test("Figures have names with units in every format, and no folder is left behind")
  func formats() throws {
    let embargo = try Embargo()
    let words = Self.short + ["--replications", "8"]
    let json = try Plan(embargo, words)
    let names = [
      "experiments", "replications_per_experiment", "replications", "threads", "wall_seconds",
      "processor_seconds", "peak_memory_bytes", "result_bytes", "journal_bytes",
      "free_disk_bytes", "sampled_replications", "sampled_seconds",
    ]
    for name in names { #expect(json.number(name) ?? -1 > 0, "\(name)") }
    #expect(json.object["fits_on_disk"] is Bool)
    #expect(json.object["folder"] as? String == "Results/june-2026-directive")
    let base = ["plan", Embargo.directive, "--quiet"] + words
    let csv = try embargo.start(base + ["--format", "csv"]).outcome()
    #expect(csv.code == 0 && csv.output.hasPrefix("name,value\nexperiments,1\n"))
    #expect(csv.output.contains("\nreplications,8\n"))
    #expect(csv.output.contains("\noutcomes_csv_rows,24\n"))
    #expect(csv.output.contains("\noutcomes_csv_bytes,"))
    let table = try embargo.start(base).outcome()
    #expect(table.code == 0 && table.error == "")
    #expect(table.output.hasPrefix("8 replications, under none, output and weight\n"))
    #expect(table.output.contains("Results/june-2026-directive"))
    let line = table.output.split(separator: "\n").first { $0.hasPrefix("  outcomes.csv ") }
    #expect(line?.split(separator: " ").dropFirst().first == "24")
    #expect(embargo.names() == [])
    let temporary = FileManager.default.temporaryDirectory.path
    let left = try FileManager.default.contentsOfDirectory(atPath: temporary)
    #expect(!left.contains { $0.hasPrefix("embargo-plan-") && isOurs($0) })
  }

  /// Whether a folder is of a process that has ended.
  private func isOurs(_ name: String) -> Bool {
    guard let number = name.split(separator: "-").last.flatMap({ Int32($0) }) else { return true }
    return kill(number, 0) != 0
  }

  @Test("A goal of precision is planned with a range, and with the most it can take")
  func precision() throws {
    let embargo = try Embargo()
    let plan = try Plan(
      embargo, Self.short + ["--precision", "20%", "--replications", "2000"])
    #expect(plan.code == 0)
    let likely = try #require(plan.number("replications_per_experiment"))
    let fewest = try #require(plan.number("fewest_replications"))
    let most = try #require(plan.number("most_replications"))
    #expect(256 <= fewest && fewest <= likely && likely <= most && most <= 2000)
    #expect(plan.number("limit_replications") == 2000)
    #expect(plan.number("limit_result_bytes") ?? 0 >= plan.number("result_bytes") ?? 1)
    let run = try embargo.start(
      ["run", Embargo.directive, "--out", "x", "--quiet", "--precision", "20%"] + Self.short
        + ["--replications", "2000"]
    ).outcome()
    #expect(run.code == 0)
    let rows = try embargo.text(of: "x/draws.csv").split(separator: "\n").count - 1
    #expect(Double(rows) <= 2 * most && Double(rows) >= fewest / 2)
  }

  @Test("What a run would refuse is refused, with its codes")
  func refused() throws {
    let embargo = try Embargo()
    #expect(try embargo("plan", "nothing.json5").code == 66)
    let setting = try embargo("plan", Embargo.directive, "--set", "horizon_days=-1")
    #expect(setting.code == 65 && setting.output == "")
    let both = try embargo("plan", Embargo.directive, "--precision", "2%", "--shard", "1/2")
    #expect(both.code == 64 && both.error.contains("embargo plan: --precision and --shard"))
    let points = try embargo(
      "plan", Embargo.directive, "--levels", "regulator.licensing_officers=50,-1")
    #expect(points.code == 65)
    #expect(try embargo("plan", Embargo.directive, "--samples", "3").code == 64)
  }

  #if os(Linux)
    @Test("An interruption ends it with its own code, and takes the sample away")
    func interrupted() throws {
      let embargo = try Embargo()
      let call = try embargo.start(["plan", Embargo.directive, "--quiet"])
      call.waitUntilItCanBeInterrupted()
      call.signal(SIGINT)
      let outcome = try call.outcome()
      #expect(outcome.code == 130 && outcome.output == "")
      #expect(outcome.error == "embargo: interrupted; nothing is left behind\n")
    }
  #endif
}

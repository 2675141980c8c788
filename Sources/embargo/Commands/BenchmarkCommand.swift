import Arguments
import JSON5
import Scenarios

/// `embargo benchmark`: how fast the engine and the world are on this machine.
enum BenchmarkCommand {
  static let declaration = Command(
    name: "benchmark", summary: "measures how fast the engine and the world are here",
    discussion: """
      Times are processor time of one thread, the median of several measurements; the speedup of \
      all cores is time on the wall. mm1 is a queue that anybody can compare with another \
      simulator, hold the event list alone, cancel the same with cancellation, draws the random \
      numbers, world the whole model and parallel the whole model on all cores. Only the last two \
      need SCENARIO. Takes some ten seconds; a machine that does other work too gives larger \
      figures, and a speedup that says nothing.
      """,
    examples: [
      ("embargo benchmark", "Everything, with the June directive as the world."),
      (
        "embargo benchmark --only mm1,hold --quick --format csv",
        "Parts of it at a first glance, as name,value,unit."
      ),
    ],
    arguments: [
      .optional("SCENARIO", "the scenario file; without it \(june)", .file)
    ],
    options: [
      .value(
        "only", "LIST",
        "what to measure, with commas between: " + Prose.list(names),
        .custom(
          expected: "a list of " + Prose.list(names, "or") + " with commas between them",
          isValid: { chosen($0) != nil }),
        defaultText: "all"),
      .flag("quick", "measures little, in about a second, and roughly"),
      Format.option,
      .flag("quiet", "writes problems alone to standard error"),
    ])

  private static let june = "Scenarios/june-2026-directive.json5"
  private static let names = Benchmark.allCases.map(\.rawValue)

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    let benchmarks = line.value("only").flatMap(chosen) ?? Benchmark.allCases
    let effort = line.flag("quick") ? BenchmarkEffort.quick : .full
    let needsScenario = benchmarks.contains(where: \.livesInWorld)
    if let path = line.arguments.first, !needsScenario {
      throw Failure(
        .usage, "embargo benchmark: '\(path)' is not needed to measure \(line.value("only") ?? "")")
    }
    let scenario = needsScenario ? try load(line.arguments.first) : nil
    var rows: [BenchmarkRow] = []
    var more: [BenchmarkRow] = []
    for (index, benchmark) in benchmarks.enumerated() {
      if !line.flag("quiet") {
        StandardStreams.remark(
          "embargo: measuring \(benchmark.words), \(index + 1) of \(benchmarks.count)\n")
      }
      let measured = try benchmark.measure(effort, scenario)
      rows += measured.rows
      more += measured.more
    }
    try StandardStreams.answer(text(rows + more, Format(line)))
    return .done
  }

  private static func load(_ path: String?) throws(Failure) -> Scenario {
    if let path { return try LoadedScenario.load(path) }
    do throws(Failure) {
      return try LoadedScenario.load(june)
    } catch {
      throw Failure(
        error.code,
        error.message
          + "\nname another SCENARIO, or measure what needs none: --only mm1,hold,cancel,draws")
    }
  }

  private static func text(_ rows: [BenchmarkRow], _ format: Format) -> String {
    let names = ["name", "value", "unit"]
    let cells = rows.map { [$0.name, $0.figure, $0.unit] }
    let listing = Listing(names: names, shown: names, rows: cells, numbers: ["value"])
    switch format {
    case .table:
      var table = TextTable([
        ("name", .left), ("value", .right), ("unit", .left), ("meaning", .left),
      ])
      for row in rows { table.add([row.name, row.figure, row.unit, row.meaning]) }
      return table.lines(width: StandardStreams.answerWidth).map { $0 + "\n" }.joined()
    case .csv: return listing.csv
    case .json: return listing.json
    }
  }

  /// The benchmarks of a list, in the order of their rows; nil if one of them is none.
  @Sendable private static func chosen(_ list: String) -> [Benchmark]? {
    let words = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard words.allSatisfy(names.contains) else { return nil }
    return Benchmark.allCases.filter { words.contains($0.rawValue) }
  }
}

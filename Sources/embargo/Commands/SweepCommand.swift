import Arguments

/// `embargo sweep`: the same as `run` at many points.
enum SweepCommand {
  static let name = "sweep"

  static let declaration = Command(
    name: name, summary: "simulates a scenario at many points, into one set of tables",
    discussion: """
      Every point is an experiment: the scenario with some of its numbers, or its regime, changed. \
      All experiments share their futures (unless the seed itself is swept), so that two of them \
      differ in what was swept and in nothing else. Any number of a scenario can be swept; 'list \
      parameters' has the addresses. experiments.csv says what was swept, and every table begins \
      with experiment_id.
      """,
    examples: [
      (
        "embargo sweep Scenarios/june-2026-directive.json5 --replications 50 \\\n"
          + "      --vary regulator.licensing_officers=50:400 --samples 8",
        "One number, at eight values."
      ),
      (
        "embargo sweep Scenarios/june-2026-directive.json5 --replications 50 \\\n"
          + "      --vary labs.anthropic.foreign_staff_share=0.1:0.45 \\\n"
          + "      --levels regulator.licensing_officers=100,200 --sampling lhs --samples 100",
        "A hundred points that fill the space between two numbers."
      ),
      (
        "embargo sweep Scenarios/june-2026-directive.json5 --design sobol.csv --out Results/sobol",
        "The points of a file, as SALib, EMA Workbench or a spreadsheet write it."
      ),
      (
        "embargo sweep Scenarios/june-2026-directive.json5 --design sobol.csv --shard 2/8",
        "One of eight parts, each on its own machine; 'merge' joins them."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: options)

  /// What decides the bytes of a sweep.
  static let inputOptions =
    DesignOptions.options + [
      .flag("timeline", "follows the series of timeline.csv too, in the first 200 replications")
    ]

  private static let options = inputOptions + RunRequest.options

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    let request = try RunRequest(line, asTyped: words)
    let run = try PreparedRun(request, points: try DesignRequest(line))
    if let swept = run.swept { try PointCheck.run(run, swept) }
    return try Simulation.perform(run)
  }
}

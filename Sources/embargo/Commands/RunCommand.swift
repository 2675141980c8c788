import Arguments

/// `embargo run`: every regime and replication; writes the tables and prints the answer.
enum RunCommand {
  static let name = "run"

  static let declaration = Command(
    name: name, summary: "simulates a scenario, writes its tables and prints the answer",
    discussion: """
      Every future is lived through once without any action and once under each regime, with the \
      same strokes of luck. The tables depend on the scenario and the options up to --set alone; \
      a run that was broken off goes on with --resume and ends in the same bytes.
      """,
    examples: [
      ("embargo run Scenarios/june-2026-directive.json5", "The directive under each theory."),
      (
        "embargo run Scenarios/june-2026-directive.json5 --replications 64 --out Results/try",
        "A first look, in a folder of its own."
      ),
      (
        "embargo run Scenarios/june-2026-directive.json5 --precision 2% --out Results/two-percent",
        "As many futures as it takes to know both headlines to 2 % of themselves."
      ),
      (
        "embargo run Scenarios/june-2026-directive.json5 --regimes output,weight \\\n"
          + "      --set regulator.licensing_officers=200 --out Results/more-officers",
        "Two theories, with one assumption changed; 'list parameters' has the addresses."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: RunRequest.options)

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    try Simulation.perform(PreparedRun(RunRequest(line, asTyped: words)))
  }
}

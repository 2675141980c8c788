import Arguments

/// `embargo diff`: where two histories of one future part, and what comes of it.
enum DiffCommand {
  static let declaration = Command(
    name: "diff", summary: "shows where one future parts under two regimes, and what comes of it",
    discussion: """
      Both worlds share every stroke of luck, so that what differs is what the theory did. The \
      answer tells what they have in common, the first lines that differ with the rules they rest \
      on, what happens in one of them only and what led to it, and the outcomes of both. Many \
      alike are told in one sentence; --all, csv and json have every line that one of the two has \
      for itself.
      """,
    examples: [
      (
        "embargo diff Scenarios/june-2026-directive.json5 --regime output --regime model",
        "How the first future differs under two theories."
      ),
      (
        "embargo diff Scenarios/june-2026-directive.json5 --regime weight --regime none \\\n"
          + "      --replication 12",
        "What one theory did to the twelfth."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: [
      .value(
        "regime", "A --regime B", "the two regimes: of the scenario, presets, or none",
        isRepeatable: true, isRequired: true),
      HistoryRequest.replication, SharedOptions.perDraw, SharedOptions.seed, SettingOption.option,
      .flag("all", "tells every line for itself, and what is left out otherwise"),
      Format.option,
    ])

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    let regimes = line.values("regime")
    guard regimes.count == 2 else {
      let given = regimes.count == 1 ? "once" : "\(regimes.count) times"
      throw Failure(
        .usage,
        "embargo: 'embargo diff' needs --regime twice, and it is given \(given): "
          + "write 'embargo diff SCENARIO --regime A --regime B'.")
    }
    let told = ToldFuture(try HistoryRequest(line, regimes: regimes), regimes)
    let comparison = FutureComparison(told)
    let text =
      switch Format(line) {
      case .table:
        DiffText.text(
          comparison, isWhole: line.flag("all"),
          width: StandardStreams.answerWidth ?? TraceText.usualWidth)
      case .csv: DiffData.csv(comparison)
      case .json: DiffData.json(comparison)
      }
    try StandardStreams.answer(text)
    return .done
  }
}

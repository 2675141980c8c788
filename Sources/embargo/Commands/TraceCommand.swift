import Arguments
import RegulatoryWorld

/// `embargo trace`: one history as a timeline.
enum TraceCommand {
  static let declaration = Command(
    name: "trace", summary: "tells one future under one regime as a timeline",
    discussion: """
      Every line has its day and date, who acts, what happens, the line that led to it and the \
      rules it rests on; recalled rules are marked. The future is the row of that number in \
      outcomes.csv of a run with the same scenario, seed and settings. The table tells many alike \
      in one sentence and leaves out the monthly count of flaws and steps of the licensing office; \
      --all, csv and json have every line.
      """,
    examples: [
      (
        "embargo trace Scenarios/june-2026-directive.json5 --regime output",
        "The first future under the output theory."
      ),
      (
        "embargo trace Scenarios/june-2026-directive.json5 --regime model --replication 7 \\\n"
          + "      --events partial_relief,order_lifted,licence_granted",
        "How relief came in the seventh; 'list events' names the kinds."
      ),
      (
        "embargo trace Scenarios/june-2026-directive.json5 --regime none --format csv",
        "What would have happened anyway, for a spreadsheet."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: [
      .value(
        "regime", "ID", "the regime: of the scenario, a preset, or none for no action",
        isRequired: true),
      HistoryRequest.replication, SharedOptions.perDraw, SharedOptions.seed, SettingOption.option,
      .value(
        "events", "LIST", "only events of these kinds, with commas between them",
        .custom(
          expected: "kinds of events that 'embargo list events' names, with commas between them",
          isValid: { kinds($0) != nil })),
      .value("actor", "ID", "only what this one does: a lab, cloud, segment, group or authority"),
      .flag("all", "tells every line for itself, and what is left out otherwise"),
      Format.option,
    ])

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    let regime = line.value("regime") ?? "none"
    let told = ToldFuture(try HistoryRequest(line, regimes: [regime]), [regime])
    let history = told.lived[0].history
    let events = line.value("events").flatMap(kinds)
    let actor = line.value("actor")
    let chosen = history.lines.filter {
      events?.contains($0.event) ?? true && $0.actor == actor ?? $0.actor
    }
    if let actor { try check(actor, among: history) }
    switch Format(line) {
    case .table:
      let isWhole = !line.flag("all") && events == nil && actor == nil
      let passages =
        isWhole
        ? Passage.digest(history, told.sides) : Passage.each(chosen, told.sides)
      let width = StandardStreams.answerWidth ?? TraceText.usualWidth
      try StandardStreams.answer(TraceText.text(told, passages, width: width))
    case .csv: try StandardStreams.answer(TraceData.csv(told, chosen))
    case .json: try StandardStreams.answer(TraceData.json(told, chosen))
    }
    return .done
  }

  /// An actor must be one of this history.
  private static func check(_ actor: String, among history: History) throws(Failure) {
    let actors = Set(history.lines.map(\.actor)).sorted()
    guard !actors.contains(actor) else { return }
    let names = actors.joined(separator: ", ")
    throw Failure(
      .usage, "embargo: '\(actor)' does nothing in this history; who does: \(names)")
  }

  /// Names of kinds of events; nil if one of them is none.
  @Sendable private static func kinds(_ list: String) -> Set<String>? {
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let known = Set(HistoryEvents.registry.map(\.id))
    return names.allSatisfy(known.contains) ? Set(names) : nil
  }
}

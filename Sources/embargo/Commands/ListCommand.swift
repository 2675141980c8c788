import Arguments
import Scenarios

/// `embargo list`: what there is to set, to compare and to read.
enum ListCommand {
  /// What can be listed.
  enum Topic: String, CaseIterable {
    case parameters, outcomes, regimes, events
  }

  static let declaration = Command(
    name: "list", summary: "lists parameters, outcomes, regimes or events, with what they mean",
    discussion: """
      'parameters' shows every number of a scenario with its address for --set, its unit and \
      bounds, and what it rests on; low, central and high are the 5th, 50th and 95th percentiles \
      of what is drawn. 'outcomes' explains the columns of outcomes.csv. 'regimes' spells out the \
      theories, or those of a scenario, and what their fields mean and take. 'events' shows what \
      a timeline can hold. On a terminal lines are cut to its width; csv and json have everything.
      """,
    examples: [
      ("embargo list parameters Scenarios/june-2026-directive.json5", "What can be set."),
      (
        "embargo list parameters Scenarios/baseline.json5 --format csv > parameters.csv",
        "The same with sources, for a spreadsheet."
      ),
      ("embargo list regimes", "The theories that come with the program."),
    ],
    arguments: [
      .required("TOPIC", "what to list", .choice(Topic.allCases.map(\.rawValue))),
      .optional("SCENARIO", "the scenario file; 'parameters' needs it", .file),
    ],
    options: [Format.option])

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    guard let topic = Topic(rawValue: line.arguments[0]) else {
      throw Failure(.usage, "embargo: there is no list of '\(line.arguments[0])'")
    }
    let format = Format(line)
    let path = line.arguments.dropFirst().first
    switch topic {
    case .parameters:
      guard let path else {
        throw Failure(
          .usage,
          "embargo: 'list parameters' needs SCENARIO: write 'embargo list parameters SCENARIO'.")
      }
      try tell(ParameterList.listing(try LoadedScenario.load(path)), format)
    case .outcomes, .events:
      // What they are does not depend on a scenario, but one that is given should be sound.
      if let path { _ = try LoadedScenario.load(path) }
      try tell(topic == .outcomes ? OutcomeList.listing : EventList.listing, format)
    case .regimes:
      guard let path else {
        try RegimeList.tell(RegimeSheet.presets, format)
        break
      }
      try RegimeList.tell(RegimeSheet.sheets(of: try LoadedScenario.load(path)), format)
    }
    return .done
  }

  private static func tell(_ listing: Listing, _ format: Format) throws(Failure) {
    let notes = listing.notes.map { $0 + "\n" }.joined()
    switch format {
    case .table:
      let width = StandardStreams.answerWidth
      let isNarrow = width != nil && !listing.blocks.isEmpty
      let lines = isNarrow ? listing.blocks.flatMap { $0 } : listing.tableLines
      let fitting = lines.map { TextTable.cut($0, to: width) + "\n" }.joined()
      try StandardStreams.answer(fitting + notes)
    case .csv:
      try StandardStreams.answer(listing.csv)
      StandardStreams.remark(notes)
    case .json:
      try StandardStreams.answer(listing.json)
    }
  }
}

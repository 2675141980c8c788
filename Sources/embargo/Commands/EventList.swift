import RegulatoryWorld
import Scenarios

/// What the timeline of a scenario can hold.
enum EventList {
  static var listing: Listing {
    Listing(
      names: ["event", "key", "value", "meaning"], shown: ["event", "key", "value", "meaning"],
      rows: ScriptedEvent.Name.allCases.flatMap { event in
        (common + keys(of: event)).map { [event.rawValue, $0.key, $0.value, $0.meaning] }
      },
      notes: told + ["Example:", "timeline: ["] + ScriptedEvent.Name.allCases.map(example) + ["]"])
  }

  /// What happens of itself, for readers of histories.
  private static var told: [String] {
    var table = TextTable([("Kinds of events that 'trace' tells", .left), ("", .left)])
    for kind in HistoryEvents.registry { table.add(["  " + kind.id, kind.meaning]) }
    return table.lines()
  }

  private typealias Key = (key: String, value: String, meaning: String)

  private static let common: [Key] = [
    ("at_days", "days, or a distribution", "day of the event, from start_date"),
    ("event", "this name", "what happens"),
  ]

  private static func keys(of event: ScriptedEvent.Name) -> [Key] {
    switch event {
    case .bypassFound:
      [
        ("model", "id of a model", "the model whose safeguards were bypassed"),
        ("finder", "id of a cloud or lab, researcher or attackers", "who found the bypass"),
        ("severity", "share, or a distribution", "severity of the bypass, from 0 to 1"),
        (
          "told", DisclosureRoute.allCases.map(\.rawValue).joined(separator: ", "),
          "whom the finder tells; chance, if left out"
        ),
      ]
    case .demand:
      [
        ("targets", "list of ids of models", "the models to be fixed or suspended"),
        ("deadline_days", "days, or a distribution", "days that the demand leaves"),
        (
          "answer", DemandAnswer.allCases.map(\.rawValue).joined(separator: ", "),
          "what the lab answers; chance, if left out"
        ),
      ]
    case .order: [("targets", "list of ids of models", "the models that the order names")]
    case .designation:
      [
        (
          "lab", "id of a lab",
          "the lab designated as a supply-chain risk, in every regime but none"
        )
      ]
    }
  }

  private static func example(_ event: ScriptedEvent.Name) -> String {
    switch event {
    case .bypassFound:
      #"  { at_days: 2, event: "bypass_found", model: "fable-5", finder: "aws", severity: 0.6 },"#
    case .demand:
      #"  { at_days: 2.5, event: "demand", targets: ["fable-5"], deadline_days: 30 },"#
    case .order:
      #"  { at_days: 3, event: "order", targets: ["fable-5"] },"#
    case .designation:
      #"  { at_days: 10, event: "designation", lab: "anthropic" },"#
    }
  }
}

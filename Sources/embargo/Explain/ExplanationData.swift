import ExportControls
import JSON5

/// An explanation for programs.
enum ExplanationData {
  private static let names = [
    "regime", "model", "bound", "activity", "end_use", "segment", "place", "nationality", "person",
    "kind", "server", "share", "outcome", "basis", "citations",
  ]

  /// A row for each act and kind of recipient.
  static func csv(_ explanation: Explanation) -> String {
    let rows = explanation.acts.map { act in
      let determination = act.determination
      return [
        explanation.sheet.id, explanation.model.model.id, "\(explanation.isBound)",
        act.kind.rawValue, act.endUse.rawValue, act.group ?? "",
        act.recipient?.place.rawValue ?? "", act.recipient?.nationality.rawValue ?? "",
        act.person ?? "", act.recipient?.kind.rawValue ?? "", act.server?.rawValue ?? "",
        act.share.map(CommaSeparated.number) ?? "", determination.outcome.rawValue,
        determination.basis, determination.citations.map(\.short).joined(separator: "; "),
      ]
    }
    return CommaSeparated.lines([names] + rows)
  }

  /// One object with everything that is told.
  static func json(_ explanation: Explanation) -> String {
    let days = explanation.regime.daysBeforeItBinds
    let chance = explanation.regime.injunctionProbability
    let node = Node.object([
      ("scenario", .string(explanation.scenario.name)),
      ("changes", .array(explanation.changes.map(Node.string))),
      ("regime", regime(explanation)),
      ("model", model(explanation.model)),
      ("customer", text(explanation.customer)),
      ("reach", answer(explanation.reach)),
      ("bound", .bool(explanation.isBound)),
      ("could_be_reached_next", answer(explanation.couldReachNext)),
      ("trigger_met", answer(explanation.trigger)),
      ("days_before_it_binds", .number(days)),
      ("goes_beyond_its_hook", answer(explanation.regime.beyondItsHook)),
      ("injunction_probability_if_sued", .number(chance)),
      (
        "obligated",
        .object(
          Obligated.allCases.map { ($0.rawValue, answer(explanation.regime.reaches($0))) })
      ),
      ("determinations", .array(explanation.acts.map(act))),
      ("use_is_restricted", .bool(explanation.isUseRestricted)),
      ("without_gates", separation(explanation.withoutGates)),
      ("gates", .array(explanation.alternatives.map(alternative))),
      ("uncertain", uncertain(explanation)),
      ("note", .string(Explanation.disclaimer)),
    ])
    return node.json() + "\n"
  }

  private static func text(_ text: String?) -> Node { text.map(Node.string) ?? .null }

  private static func regime(_ explanation: Explanation) -> Node {
    .object([
      ("id", .string(explanation.sheet.id)),
      ("title", .string(explanation.sheet.title)),
      ("preset", text(explanation.preset?.id)),
      (
        "changed",
        .object(
          explanation.differences.map {
            (
              $0.regime.field.rawValue,
              .object([("value", $0.regime.value), ("preset", $0.preset.value)])
            )
          })
      ),
      (
        "fields",
        .object(explanation.sheet.fields.map { ($0.field.rawValue, $0.value) })
      ),
    ])
  }

  private static func model(_ sheet: ExplainedModel) -> Node {
    let facts = sheet.facts
    return .object([
      ("id", .string(sheet.model.id)),
      ("lab", .string(sheet.lab.id)),
      ("named", .bool(facts.named)),
      ("named_is_supposed", .bool(sheet.isNamingSupposed)),
      ("order_day", .number(sheet.orderDay)),
      ("order_targets", .array(sheet.targets.map(Node.string))),
      ("weights_open", .bool(facts.weightsPublished)),
      ("weights_pending", .bool(sheet.isPending)),
      ("training_flop", .number(facts.trainingFLOP)),
      ("above_best_open", .bool(facts.aboveBestOpen)),
      ("capability_ratio", .number(sheet.capability)),
      ("best_open", text(sheet.bestOpen?.id)),
      ("outputs_match_controlled_entry", .bool(facts.testedOutputsMatchControlledEntry)),
      ("made_in", .string(facts.madeIn.rawValue)),
    ])
  }

  private static func act(_ act: ExplainedAct) -> Node {
    .object([
      ("activity", .string(act.kind.rawValue)),
      ("end_use", .string(act.endUse.rawValue)),
      ("segment", text(act.group)),
      ("place", text(act.recipient?.place.rawValue)),
      ("nationality", text(act.recipient?.nationality.rawValue)),
      ("person", text(act.person)),
      ("kind", text(act.recipient?.kind.rawValue)),
      ("server", text(act.server?.rawValue)),
      ("share", act.share.map(Node.number) ?? .null),
      ("outcome", .string(act.determination.outcome.rawValue)),
      ("basis", .string(act.determination.basis)),
      ("citations", citations(act.determination.citations)),
    ])
  }

  private static func answer(_ reach: Reach) -> Node {
    .object([
      ("is", .bool(reach.isReached)),
      ("basis", .string(reach.basis)),
      ("citations", citations(reach.citations)),
    ])
  }

  private static func alternative(
    _ one: (gates: [Gate], separation: Separation, needsDetermination: Bool)
  ) -> Node {
    .object([
      ("all_of", .array(one.gates.map { .string($0.rawValue) })),
      ("needs_determination", .bool(one.needsDetermination)),
      ("suffices", .bool(!one.separation.isEmpty)),
      ("separation", separation(one.separation)),
    ])
  }

  private static func separation(_ separation: Separation) -> Node {
    .object([
      ("outputs", .bool(separation.contains(.outputs))),
      ("persons", .bool(separation.contains(.persons))),
      ("roster", .bool(separation.contains(.roster))),
      ("basis", .string(separation.basis)),
      ("citations", citations(separation.citations)),
    ])
  }

  /// Rules with the evidence each stands on, the deciding one first.
  private static func citations(_ citations: [Citation]) -> Node {
    .array(
      citations.map {
        .object([
          ("text", .string($0.text)), ("says", .string($0.says)),
          ("evidence", .string($0.mark.rawValue)),
        ])
      })
  }

  private static func uncertain(_ explanation: Explanation) -> Node {
    .array(
      explanation.uncertain.map { parameter in
        let entry = explanation.scenario.parameters[parameter]
        return .object([
          ("address", .string(entry.address)),
          ("median", .number(explanation.draw[parameter])),
          ("distribution", .string(DistributionWords.of(entry.distribution))),
        ])
      })
  }
}

extension ExplainedAct {
  /// The recipient as part 772 tells persons apart, by its seat.
  var person: String? {
    guard let recipient else { return nil }
    if recipient.nationality == .us { return "citizen" }
    return recipient.isPermanentResident ? "permanent_resident" : "foreign_person"
  }
}

import ExportControls
import JSON5
import Scenarios

/// A regime spelt out for reading.
struct RegimeSheet {
  /// A field and its value, as a scenario takes it and in words.
  struct Entry {
    let field: RegimeField
    let value: Node
    let words: String
  }

  let id: String
  let title: String
  let fields: [Entry]

  /// The theories that come with the program.
  static var presets: [RegimeSheet] {
    Presets.all.map { preset in
      RegimeSheet(
        id: preset.id, title: preset.title,
        fields: RegimeField.allCases.map { entry($0, value($0, of: preset.regime)) })
    }
  }

  /// The regimes of a scenario, whose numbers may be uncertain.
  static func sheets(of scenario: Scenario) -> [RegimeSheet] {
    scenario.regimes.map { specification in
      let numbers: [RegimeField: Parameter] = [
        .noticeDays: specification.noticeDays,
        .trainingThresholdFLOP: specification.trainingThreshold,
        .injunctionProbabilityInside: specification.legalExposure,
        .injunctionProbabilityBeyond: specification.legalExposureBeyond,
      ]
      return RegimeSheet(
        id: specification.id, title: title(of: specification.id, in: scenario),
        fields: RegimeField.allCases.map { field in
          numbers[field].map { entry(field, scenario.parameters[$0], in: scenario) }
            ?? entry(field, value(field, of: specification.choices))
        })
    }
  }

  private static func entry(_ field: RegimeField, _ value: Node) -> Entry {
    Entry(field: field, value: value, words: words(value, in: field))
  }

  /// A number of a scenario: itself, or what it is drawn from, without its evidence.
  private static func entry(
    _ field: RegimeField, _ number: ParameterEntry, in scenario: Scenario
  ) -> Entry {
    let written = number.address.split(separator: ".").reduce(Optional(scenario.resolved)) {
      $0?[String($1)]
    }
    let shape = (written?.members ?? []).filter {
      !["evidence", "source", "note"].contains($0.name)
    }
    return Entry(
      field: field,
      value: number.isUncertain ? Node(.object(shape)) : .number(number.value(at: 0.5)),
      words: DistributionWords.of(number.distribution))
  }

  /// The title of the preset a regime is, or starts from.
  private static func title(of id: String, in scenario: Scenario) -> String {
    guard let preset = preset(of: id, in: scenario) else { return "spelt out by the scenario" }
    let own = scenario.source.node["regimes"]?[id]?.members?.filter { $0.name != "preset" }
    return own?.isEmpty ?? true ? preset.title : "\(preset.title), changed"
  }

  /// The preset a regime is, or starts from; nil where the scenario spells every field out.
  static func preset(of id: String, in scenario: Scenario) -> Preset? {
    let named = scenario.source.node["regimes"]?[id]?["preset"]?.string
    return Presets.named(named ?? id)
  }

  private static func value(_ field: RegimeField, of regime: Regime) -> Node {
    switch field {
    case .hook: .string(regime.hook.rawValue)
    case .itemScope: .string(regime.itemScope.rawValue)
    case .personScope: .string(regime.personScope.rawValue)
    case .destinationScope: .string(regime.destinationScope.rawValue)
    case .trigger: .string(regime.trigger.rawValue)
    case .effect: .string(regime.effect.rawValue)
    case .noticeDays: .number(regime.noticeDays)
    case .publishedExclusion: .bool(regime.publishedExclusion)
    case .aboveBestOpenOnly: .bool(regime.aboveBestOpenOnly)
    case .trainingThresholdFLOP: .number(regime.trainingThresholdFLOP)
    case .directProductRule: .bool(regime.directProductRule)
    case .outputIsTechnology: .bool(regime.outputIsTechnology)
    case .disclosureExclusion: .bool(regime.disclosureExclusion)
    case .staffWhoSeeWeights: .bool(regime.staffWhoSeeWeights)
    case .servesOnlyOnceScreened: .bool(regime.servesOnlyOnceScreened)
    case .obligated: .array(names(regime.obligated).map(Node.string))
    case .exceptions: .array(names(regime.exceptions).map(Node.string))
    case .reviewPolicy: .string(regime.reviewPolicy.rawValue)
    case .sufficientGates:
      .array(regime.sufficientGates.map { .string(names($0).joined(separator: "+")) })
    case .rosterCountsAfterDetermination: .bool(regime.rosterCountsAfterDetermination)
    case .publicLetter: .bool(regime.publicLetter)
    case .injunctionProbabilityInside: .number(regime.injunctionProbabilityInside)
    case .injunctionProbabilityBeyond: .number(regime.injunctionProbabilityBeyond)
    case .contagion: .string(regime.contagion.rawValue)
    }
  }

  private static func words(_ value: Node, in field: RegimeField) -> String {
    if let number = value.number { return Figures.plain(number) }
    if let truth = value.bool { return "\(truth)" }
    if let text = value.string { return text }
    // Alternatives exclude one another; the members of a set do not.
    let separator = field == .sufficientGates ? " or " : ", "
    return (value.elements ?? []).compactMap(\.string).joined(separator: separator)
  }

  /// Words of a set in the order of their declaration.
  private static func names<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ set: Set<Choice>
  ) -> [String] where Choice.RawValue == String {
    Choice.allCases.filter(set.contains).map(\.rawValue)
  }
}

extension RegimeField {
  /// What may stand in the field, in words.
  var permitted: String {
    switch form {
    case .word(let words): words.joined(separator: ", ")
    case .words(let words): "any of " + words.joined(separator: ", ")
    case .alternatives(let words): "alternatives of " + words.joined(separator: ", ")
    case .truth: "true, false"
    case .days: "days, from 0"
    case .operations: "operations, from 0"
    case .probability: "number from 0 to 1"
    }
  }
}

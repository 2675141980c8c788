import ExportControls
import Scenarios

/// A regime spelt out for reading.
struct RegimeSheet {
  let id: String
  let title: String
  /// The fields in the words of a scenario, with their values.
  let fields: [(field: RegimeField, value: String)]

  /// The theories that come with the program.
  static var presets: [RegimeSheet] {
    Presets.all.map { preset in
      RegimeSheet(
        id: preset.id, title: preset.title,
        fields: RegimeField.allCases.map { ($0, words($0, of: preset.regime)) })
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
          let number = numbers[field].map { scenario.parameters[$0].distribution }
          return (
            field, number.map(DistributionWords.of) ?? words(field, of: specification.choices)
          )
        })
    }
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

  private static func words(_ field: RegimeField, of regime: Regime) -> String {
    switch field {
    case .hook: regime.hook.rawValue
    case .itemScope: regime.itemScope.rawValue
    case .personScope: regime.personScope.rawValue
    case .destinationScope: regime.destinationScope.rawValue
    case .trigger: regime.trigger.rawValue
    case .effect: regime.effect.rawValue
    case .noticeDays: Figures.plain(regime.noticeDays)
    case .publishedExclusion: "\(regime.publishedExclusion)"
    case .aboveBestOpenOnly: "\(regime.aboveBestOpenOnly)"
    case .trainingThresholdFLOP: Figures.plain(regime.trainingThresholdFLOP)
    case .directProductRule: "\(regime.directProductRule)"
    case .outputIsTechnology: "\(regime.outputIsTechnology)"
    case .disclosureExclusion: "\(regime.disclosureExclusion)"
    case .staffWhoSeeWeights: "\(regime.staffWhoSeeWeights)"
    case .servesOnlyOnceScreened: "\(regime.servesOnlyOnceScreened)"
    case .obligated: words(regime.obligated)
    case .exceptions: words(regime.exceptions)
    case .reviewPolicy: regime.reviewPolicy.rawValue
    case .sufficientGates:
      regime.sufficientGates.map { words($0, joined: "+") }.joined(separator: " or ")
    case .rosterCountsAfterDetermination: "\(regime.rosterCountsAfterDetermination)"
    case .publicLetter: "\(regime.publicLetter)"
    case .injunctionProbabilityInside: Figures.plain(regime.injunctionProbabilityInside)
    case .injunctionProbabilityBeyond: Figures.plain(regime.injunctionProbabilityBeyond)
    case .contagion: regime.contagion.rawValue
    }
  }

  /// Words of a set in the order of their declaration.
  private static func words<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ set: Set<Choice>, joined separator: String = ", "
  ) -> String where Choice.RawValue == String {
    Choice.allCases.filter(set.contains).map(\.rawValue).joined(separator: separator)
  }
}

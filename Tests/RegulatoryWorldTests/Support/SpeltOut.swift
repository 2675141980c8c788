import ExportControls
import Scenarios

/// A preset spelt out field by field, as a scenario may define it.
enum SpeltOut {
  /// The object of a regime with every field in it and no preset.
  static func text(_ preset: Preset) -> String {
    let fields = RegimeField.allCases.map { "\($0.rawValue):\(value($0, of: preset.regime))" }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private static func value(_ field: RegimeField, of regime: Regime) -> String {
    switch field {
    case .hook: word(regime.hook)
    case .itemScope: word(regime.itemScope)
    case .personScope: word(regime.personScope)
    case .destinationScope: word(regime.destinationScope)
    case .trigger: word(regime.trigger)
    case .effect: word(regime.effect)
    case .noticeDays: "\(regime.noticeDays)"
    case .publishedExclusion: "\(regime.publishedExclusion)"
    case .aboveBestOpenOnly: "\(regime.aboveBestOpenOnly)"
    case .trainingThresholdFLOP: "\(regime.trainingThresholdFLOP)"
    case .directProductRule: "\(regime.directProductRule)"
    case .outputIsTechnology: "\(regime.outputIsTechnology)"
    case .disclosureExclusion: "\(regime.disclosureExclusion)"
    case .staffWhoSeeWeights: "\(regime.staffWhoSeeWeights)"
    case .servesOnlyOnceScreened: "\(regime.servesOnlyOnceScreened)"
    case .obligated: list(regime.obligated.map(\.rawValue))
    case .exceptions: list(regime.exceptions.map(\.rawValue))
    case .reviewPolicy: word(regime.reviewPolicy)
    case .sufficientGates:
      list(regime.sufficientGates.map { $0.map(\.rawValue).sorted().joined(separator: "+") })
    case .rosterCountsAfterDetermination: "\(regime.rosterCountsAfterDetermination)"
    case .publicLetter: "\(regime.publicLetter)"
    case .injunctionProbabilityInside: "\(regime.injunctionProbabilityInside)"
    case .injunctionProbabilityBeyond: "\(regime.injunctionProbabilityBeyond)"
    case .contagion: word(regime.contagion)
    }
  }

  private static func word<Choice: RawRepresentable<String>>(_ choice: Choice) -> String {
    "'\(choice.rawValue)'"
  }

  private static func list(_ words: [String]) -> String {
    "[" + words.sorted().map { "'\($0)'" }.joined(separator: ",") + "]"
  }
}

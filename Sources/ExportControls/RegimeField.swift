/// The fields of a regime, by the words a scenario uses for them.
public enum RegimeField: String, CaseIterable, Hashable, Sendable {
  /// `Regime.hook`.
  case hook
  /// `Regime.itemScope`.
  case itemScope = "item_scope"
  /// `Regime.personScope`.
  case personScope = "person_scope"
  /// `Regime.destinationScope`.
  case destinationScope = "destination_scope"
  /// `Regime.trigger`.
  case trigger
  /// `Regime.effect`.
  case effect
  /// `Regime.noticeDays`.
  case noticeDays = "notice_days"
  /// `Regime.publishedExclusion`.
  case publishedExclusion = "published_exclusion"
  /// `Regime.aboveBestOpenOnly`.
  case aboveBestOpenOnly = "above_best_open_only"
  /// `Regime.trainingThresholdFLOP`.
  case trainingThresholdFLOP = "training_threshold_flop"
  /// `Regime.directProductRule`.
  case directProductRule = "direct_product_rule"
  /// `Regime.outputIsTechnology`.
  case outputIsTechnology = "output_is_technology"
  /// `Regime.disclosureExclusion`.
  case disclosureExclusion = "disclosure_exclusion"
  /// `Regime.staffWhoSeeWeights`.
  case staffWhoSeeWeights = "staff_who_see_weights"
  /// `Regime.servesOnlyOnceScreened`.
  case servesOnlyOnceScreened = "serves_only_once_screened"
  /// `Regime.obligated`.
  case obligated
  /// `Regime.exceptions`.
  case exceptions
  /// `Regime.reviewPolicy`.
  case reviewPolicy = "review_policy"
  /// `Regime.sufficientGates`.
  case sufficientGates = "sufficient_gates"
  /// `Regime.rosterCountsAfterDetermination`.
  case rosterCountsAfterDetermination = "roster_counts_after_determination"
  /// `Regime.publicLetter`.
  case publicLetter = "public_letter"
  /// `Regime.injunctionProbabilityInside`.
  case injunctionProbabilityInside = "legal_exposure"
  /// `Regime.injunctionProbabilityBeyond`.
  case injunctionProbabilityBeyond = "legal_exposure_beyond"
  /// `Regime.contagion`.
  case contagion

  /// The question of this layer that the field moves.
  public enum Question: String, CaseIterable, Hashable, Sendable {
    /// `Regime.reach(_:)` and `Regime.couldReachNext(_:)`.
    case reachOfModel = "reach_of_model"
    /// `Regime.reaches(_:)`.
    case reachOfParty = "reach_of_party"
    /// `Regime.determination(_:of:to:for:)`.
    case determination
    /// `Regime.separation(built:rosterDetermined:)`.
    case separation
    /// `Regime.triggerMet(by:)`.
    case triggerMet = "trigger_met"
    /// `Regime.daysBeforeItBinds`.
    case daysBeforeItBinds = "days_before_it_binds"
    /// `Regime.beyondItsHook` and `Regime.injunctionProbability`.
    case legalExposure = "legal_exposure"
    /// None here: the field is carried for the simulated world, which reads it.
    case worldOnly = "world_only"
  }

  /// The first question that the field moves; it may move others besides.
  public var question: Question {
    switch self {
    case .hook, .itemScope, .personScope, .destinationScope, .outputIsTechnology,
      .disclosureExclusion, .staffWhoSeeWeights, .exceptions, .reviewPolicy:
      .determination
    case .trigger: .triggerMet
    case .effect, .noticeDays: .daysBeforeItBinds
    case .publishedExclusion, .aboveBestOpenOnly, .trainingThresholdFLOP, .directProductRule,
      .contagion:
      .reachOfModel
    case .obligated: .reachOfParty
    case .servesOnlyOnceScreened, .sufficientGates, .rosterCountsAfterDetermination: .separation
    case .injunctionProbabilityInside, .injunctionProbabilityBeyond: .legalExposure
    case .publicLetter: .worldOnly
    }
  }
}

extension RegimeField {
  /// What stands in a field.
  public enum Form: Hashable, Sendable {
    /// One of several words.
    case word([String])
    /// Any of several words, or none of them.
    case words([String])
    /// Alternatives, each of them some of these words, all of which it asks for.
    case alternatives([String])
    /// `true` or `false`.
    case truth
    /// A length of time in days, from 0.
    case days
    /// A number of floating-point operations, from 0.
    case operations
    /// A probability, from 0 to 1.
    case probability
  }

  /// What may stand in the field.
  public var form: Form {
    switch self {
    case .hook: .word(Self.words(Hook.self))
    case .itemScope: .word(Self.words(ItemScope.self))
    case .personScope: .word(Self.words(PersonScope.self))
    case .destinationScope: .word(Self.words(DestinationScope.self))
    case .trigger: .word(Self.words(Trigger.self))
    case .effect: .word(Self.words(Effect.self))
    case .reviewPolicy: .word(Self.words(ReviewPolicy.self))
    case .contagion: .word(Self.words(Contagion.self))
    case .obligated: .words(Self.words(Obligated.self))
    case .exceptions: .words(Self.words(LicenceException.self))
    case .sufficientGates: .alternatives(Self.words(Gate.self))
    case .publishedExclusion, .aboveBestOpenOnly, .directProductRule, .outputIsTechnology,
      .disclosureExclusion, .staffWhoSeeWeights, .servesOnlyOnceScreened,
      .rosterCountsAfterDetermination, .publicLetter:
      .truth
    case .noticeDays: .days
    case .trainingThresholdFLOP: .operations
    case .injunctionProbabilityInside, .injunctionProbabilityBeyond: .probability
    }
  }

  /// What the field says, in words.
  public var meaning: String {
    switch self {
    case .hook: "legal ground of the control"
    case .itemScope: "what is restricted"
    case .personScope: "who may not receive it"
    case .destinationScope: "where it may not go"
    case .trigger: "evidence that the theory asks for before it acts"
    case .effect: "letter to named parties or rule for all"
    case .noticeDays: "days of notice before a rule binds"
    case .publishedExclusion: "what is published is outside the control"
    case .aboveBestOpenOnly: "the line asks for more capability than the best published model has"
    case .trainingThresholdFLOP: "training operations above which weights are controlled"
    case .directProductRule: "models made abroad are reached as foreign direct products"
    case .outputIsTechnology: "outputs are technology, whose release to a foreign person exports"
    case .disclosureExclusion: "vulnerability disclosure and incident response are left out"
    case .staffWhoSeeWeights: "staff who see the weights receive them"
    case .servesOnlyOnceScreened: "service stops until it is shown that no listed user is served"
    case .obligated: "who must obey"
    case .exceptions: "licence exceptions left open"
    case .reviewPolicy: "what an applicant for a licence has to expect"
    case .sufficientGates: "gates that suffice to serve the rest, each alternative joined by +"
    case .rosterCountsAfterDetermination: "a roster suffices only once its members are determined"
    case .publicLetter: "recipient and market can read the grounds"
    case .injunctionProbabilityInside: "P(injunction if sued), reach inside the hook"
    case .injunctionProbabilityBeyond: "P(injunction if sued), reach beyond the hook"
    case .contagion: "how far the same reasoning reaches other models"
    }
  }

  private static func words<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) -> [String] where Choice.RawValue == String {
    type.allCases.map(\.rawValue)
  }
}

/// A control: a handful of independent legal choices.
///
/// A *theory* is a preset over these fields; any field may be set apart from the others, and a
/// regime spelt out field by field answers exactly as the preset with the same fields.
/// `RegimeField` says which question each field moves.
public struct Regime: Hashable, Sendable {
  /// The legal ground.
  public var hook: Hook
  /// The restricted act.
  public var itemScope: ItemScope
  /// The restricted recipients.
  public var personScope: PersonScope
  /// The restricted destinations.
  public var destinationScope: DestinationScope
  /// The evidence the theory asks for.
  public var trigger: Trigger
  /// Letter or rule.
  public var effect: Effect
  /// Days of notice before a rule binds; a letter binds at once.
  public var noticeDays: Double
  /// Whether what is published is outside the control (15 CFR 734.7).
  public var publishedExclusion: Bool
  /// Whether the line asks for more capability than the best published model has.
  public var aboveBestOpenOnly: Bool
  /// The line of training operations, in floating-point operations.
  public var trainingThresholdFLOP: Double
  /// Whether models made abroad are reached as foreign direct products.
  public var directProductRule: Bool
  /// Whether controlled outputs are technology, so that a release in the United States is a
  /// deemed export (15 CFR 734.13(a)(2)); object code would not be.
  public var outputIsTechnology: Bool
  /// Whether the entry leaves out vulnerability disclosure and incident response (4E001 notes).
  public var disclosureExclusion: Bool
  /// Whether staff who see the weights receive them.
  public var staffWhoSeeWeights: Bool
  /// Whether service stops until the obliged can show that no listed user is served.
  public var servesOnlyOnceScreened: Bool
  /// Who must obey.
  public var obligated: Set<Obligated>
  /// The licence exceptions left open.
  public var exceptions: Set<LicenceException>
  /// What an applicant for a licence has to expect.
  public var reviewPolicy: ReviewPolicy
  /// Which gates satisfy the control: alternatives, each of them a conjunction.
  public var sufficientGates: [Set<Gate>]
  /// Whether a roster suffices only after a determination has named the organisations on it.
  public var rosterCountsAfterDetermination: Bool
  /// Whether recipient and market can read the grounds.
  public var publicLetter: Bool
  /// P(injunction, if sued) while the reach stays inside the hook.
  public var injunctionProbabilityInside: Double
  /// P(injunction, if sued) when the reach goes beyond the hook.
  public var injunctionProbabilityBeyond: Double
  /// How far the same reasoning reaches.
  public var contagion: Contagion

  /// Spells a regime out, field by field; nothing has a default.
  public init(
    hook: Hook, itemScope: ItemScope, personScope: PersonScope,
    destinationScope: DestinationScope, trigger: Trigger, effect: Effect, noticeDays: Double,
    publishedExclusion: Bool, aboveBestOpenOnly: Bool, trainingThresholdFLOP: Double,
    directProductRule: Bool, outputIsTechnology: Bool, disclosureExclusion: Bool,
    staffWhoSeeWeights: Bool, servesOnlyOnceScreened: Bool, obligated: Set<Obligated>,
    exceptions: Set<LicenceException>, reviewPolicy: ReviewPolicy, sufficientGates: [Set<Gate>],
    rosterCountsAfterDetermination: Bool, publicLetter: Bool,
    injunctionProbabilityInside: Double, injunctionProbabilityBeyond: Double,
    contagion: Contagion
  ) {
    self.hook = hook
    self.itemScope = itemScope
    self.personScope = personScope
    self.destinationScope = destinationScope
    self.trigger = trigger
    self.effect = effect
    self.noticeDays = noticeDays
    self.publishedExclusion = publishedExclusion
    self.aboveBestOpenOnly = aboveBestOpenOnly
    self.trainingThresholdFLOP = trainingThresholdFLOP
    self.directProductRule = directProductRule
    self.outputIsTechnology = outputIsTechnology
    self.disclosureExclusion = disclosureExclusion
    self.staffWhoSeeWeights = staffWhoSeeWeights
    self.servesOnlyOnceScreened = servesOnlyOnceScreened
    self.obligated = obligated
    self.exceptions = exceptions
    self.reviewPolicy = reviewPolicy
    self.sufficientGates = sufficientGates
    self.rosterCountsAfterDetermination = rosterCountsAfterDetermination
    self.publicLetter = publicLetter
    self.injunctionProbabilityInside = injunctionProbabilityInside
    self.injunctionProbabilityBeyond = injunctionProbabilityBeyond
    self.contagion = contagion
  }

  /// Days from the order until it binds: none for a letter, the notice window for a rule.
  public var daysBeforeItBinds: Double {
    switch effect {
    case .letter: 0
    case .rule: noticeDays
    }
  }
}

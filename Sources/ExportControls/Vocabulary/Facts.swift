/// What the law needs to know of a model.
public struct ModelFacts: Hashable, Sendable {
  /// Whether the order names it.
  public var named: Bool
  /// Whether its parameters are published.
  public var weightsPublished: Bool
  /// Operations used in training.
  public var trainingFLOP: Double
  /// Whether it is more capable than the best model with published parameters.
  public var aboveBestOpen: Bool
  /// Whether tests show outputs that match a controlled entry.
  public var testedOutputsMatchControlledEntry: Bool
  /// The country of the laboratory that made it.
  public var madeIn: Country

  /// States the facts of a model.
  public init(
    named: Bool, weightsPublished: Bool, trainingFLOP: Double, aboveBestOpen: Bool,
    testedOutputsMatchControlledEntry: Bool, madeIn: Country
  ) {
    self.named = named
    self.weightsPublished = weightsPublished
    self.trainingFLOP = trainingFLOP
    self.aboveBestOpen = aboveBestOpen
    self.testedOutputsMatchControlledEntry = testedOutputsMatchControlledEntry
    self.madeIn = madeIn
  }
}

/// What is to be done with a model.
public enum Activity: Hashable, Sendable {
  /// Use over an interface, with inference on hardware in the United States.
  case apiUse
  /// Holding the parameters on servers in a country; of published ones, offering them from there.
  case hostWeights(in: Country)
  /// Publication of parameters that were not public before.
  case publishWeights
  /// Fetching the parameters from a server in the United States.
  case downloadWeights
  /// Work of the laboratory's staff inside the model, or with its parameters in sight.
  case staffAccess
}

/// The kinds of end user that the rules tell apart.
public enum EndUserKind: String, CaseIterable, Hashable, Sendable {
  /// A firm, a university or a private person.
  case commercial
  /// A government other than that of the United States.
  case government
  /// An agency of the United States, its foreign staff included.
  case unitedStatesGovernment = "united_states_government"
  /// A military-intelligence end user (15 CFR 744.22(f)).
  case militaryIntelligence = "military_intelligence"
  /// A developer of weapons of mass destruction (15 CFR 744.2 to 744.4).
  case weaponsDevelopment = "weapons_development"

  /// Whether users of this kind are the listed end users of the support theory.
  public var isListed: Bool {
    switch self {
    case .commercial, .government, .unitedStatesGovernment: false
    case .militaryIntelligence, .weaponsDevelopment: true
    }
  }
}

/// Who receives: a person, or an organisation by its seat.
public struct Recipient: Hashable, Sendable {
  /// Where the recipient is.
  public var place: Country
  /// The most recent citizenship; of an organisation, the country of its headquarters.
  public var nationality: Country
  /// Whether the recipient is a permanent resident of the United States.
  public var isPermanentResident: Bool
  /// The kind of end user.
  public var kind: EndUserKind

  /// States who receives.
  public init(
    place: Country, nationality: Country, isPermanentResident: Bool, kind: EndUserKind
  ) {
    self.place = place
    self.nationality = nationality
    self.isPermanentResident = isPermanentResident
    self.kind = kind
  }

  /// Whether the recipient is a foreign person of 15 CFR 772.1.
  public var isForeignPerson: Bool { nationality != .us && !isPermanentResident }
}

/// What the recipient will do with what is received.
public enum EndUse: String, CaseIterable, Hashable, Sendable {
  /// Anything not named below.
  case ordinary
  /// Vulnerability disclosure or response to a cyber incident.
  case vulnerabilityDisclosure = "vulnerability_disclosure"
  /// Use against systems without their owner's authority (15 CFR 740.22(c)).
  case restricted
}

/// What an incident has shown, for the trigger of a theory.
public struct IncidentEvidence: Hashable, Sendable {
  /// A demonstration that others have reproduced.
  public var reproducibleDemonstration: Bool
  /// Whether what was demonstrated is published already, or comes from published models too.
  public var demonstratedContentIsPublished: Bool
  /// Intelligence on a listed end user.
  public var endUseIntelligence: Bool
  /// Weights moved, or about to be moved, abroad or to the public.
  public var weightMovement: Bool
  /// The model stands on a list.
  public var listing: Bool

  /// States what an incident has shown.
  public init(
    reproducibleDemonstration: Bool, demonstratedContentIsPublished: Bool,
    endUseIntelligence: Bool, weightMovement: Bool, listing: Bool
  ) {
    self.reproducibleDemonstration = reproducibleDemonstration
    self.demonstratedContentIsPublished = demonstratedContentIsPublished
    self.endUseIntelligence = endUseIntelligence
    self.weightMovement = weightMovement
    self.listing = listing
  }
}

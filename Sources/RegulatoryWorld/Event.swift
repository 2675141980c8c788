/// Everything that can happen in a world, as plain data.
///
/// Indices refer to the future's arrays.
enum Event: BitwiseCopyable {
  // 1 Release and adoption
  case modelReleased(model: Int32)
  case modelAdopted(agent: Int32, model: Int32)
  case publicationRelocated(model: Int32)
  // 2 Discovery, 3 disclosure, 4 assessment, 5 fix or suspend
  case bypassFound
  case attackersHoldBypass
  case labTold
  case governmentTold
  case bypassJudged
  case expertsReview
  case fixDemanded
  case fixShipped(model: Int32)
  // 7 The order
  case orderIssued
  case orderTakesEffect
  case letterLeaks
  case orderExtended(model: Int32)
  // 8 Compliance
  case labsComply
  case cloudPrecedes(cloud: Int32)
  case cloudFollows(cloud: Int32)
  case gateBuilt(lab: Int32, gate: Int32)
  // 9 Demand
  case poolMoves(pool: Int32, target: Int32, epoch: Int32, move: Move)
  case poolLeavesInFear(pool: Int32)
  case sovereigntyFades
  // 10 Relief
  case reliefGranted(ReliefRoute)
  // 12 Advocacy and the press
  case pressureReviewed
  case accountPublished
  // 13 Negotiation and litigation
  case meetingHeld(lab: Int32)
  case suitWeighed
  case injunctionDecided
  // 15 The standard
  case criteriaPublished
  case labEngages(lab: Int32)
  case standardHardens
  // 11 Licensing
  case applicationFiled(application: Int32)
  case backgroundFiled
  case officerDecided(application: Int32)
  case agenciesAnswered(application: Int32)
  // 14 Designation
  case labDesignated(lab: Int32)
  case agentPhasesOut(agent: Int32, lab: Int32)
  // 16 Defence
  case flawBorn(flaw: Int32)
  case flawFound(defender: Int32)
  case flawTriaged(defender: Int32)
  case flawFixed(defender: Int32)
  // 17 Attack
  case flawWeaponized
  // 18 Audit and openness
  case auditsBegin(lab: Int32)
  case researchCloses
}

/// Why a pool of seats changes its model.
enum Move: UInt8, BitwiseCopyable {
  /// To another model of the same lab, after losing its own.
  case fallback
  /// To another vendor, after losing its own.
  case migration
  /// Back to the model it wants, after restoration.
  case comeback
}

/// The routes out of an order.
public enum ReliefRoute: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// A fixed day, in place of every route.
  case fixed
  /// Correction of collateral damage: allies.
  case collateral
  /// A roster of trusted partners.
  case roster
  /// A negotiated lift.
  case negotiated
  /// Licences for every class of destination.
  case licence
  /// An injunction.
  case injunction
  /// Rescission or expiry.
  case rescission
  /// The government takes the order back within days, because the public is left without service.
  case reversal

  /// The word used in tables.
  public var name: String {
    switch self {
    case .fixed: "fixed"
    case .collateral: "collateral"
    case .roster: "roster"
    case .negotiated: "negotiated"
    case .licence: "licence"
    case .injunction: "injunction"
    case .rescission: "rescission"
    case .reversal: "reversal"
    }
  }

  /// Whether the route lifts the whole order.
  var isFull: Bool {
    switch self {
    case .collateral, .roster: false
    case .fixed, .negotiated, .licence, .injunction, .rescission, .reversal: true
    }
  }
}

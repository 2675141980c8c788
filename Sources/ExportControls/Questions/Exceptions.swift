// Exclusions written into an entry, and licence exceptions.

extension Regime {
  /// What the entry itself leaves out.
  func exclusion(_ recipient: Recipient, _ endUse: EndUse) -> Determination? {
    guard itemScope == .controlledOutput, disclosureExclusion else { return nil }
    switch endUse {
    case .ordinary, .restricted: return nil
    case .vulnerabilityDisclosure:
      return Determination(
        .notSubject, "The entry leaves out vulnerability disclosure and incident response.",
        citing: [.disclosureNote])
    }
  }

  /// The exception that covers an act inside the control, if one does.
  func exception(
    _ activity: Activity, _ recipient: Recipient, _ endUse: EndUse
  ) -> Determination? {
    // What goes to everyone goes to some whom no exception covers.
    guard !goesToEveryone(activity) else { return nil }
    return government(recipient) ?? ace(activity, recipient, endUse)
      ?? aiAuthorization(activity, recipient)
  }

  /// The limits of the exceptions left open, to be cited where they do not cover an act.
  var closedExceptions: [Citation] {
    var limits: [Citation] = []
    if exceptions.contains(.ace) && hook == .output { limits.append(.aceLimits) }
    if exceptions.contains(.aiAuthorization) && hook == .weights {
      limits.append(.aiAuthorizationAllies)
    }
    return limits
  }

  private func government(_ recipient: Recipient) -> Determination? {
    guard exceptions.contains(.government), recipient.kind == .unitedStatesGovernment
    else { return nil }
    return Determination(
      .excepted, "The recipient is an agency of the United States.", citing: [.gov])
  }

  /// ACE attaches to the cybersecurity entries, so it needs a hook there.
  private func ace(
    _ activity: Activity, _ recipient: Recipient, _ endUse: EndUse
  ) -> Determination? {
    guard exceptions.contains(.ace), hook == .output else { return nil }
    switch activity {
    case .apiUse, .staffAccess: break
    case .hostWeights, .publishWeights, .downloadWeights: return nil
    }
    guard isOpenToACE(recipient, endUse) else { return nil }
    return Determination(
      .excepted, "ACE covers cybersecurity items to this recipient.", citing: [.ace, .aceLimits])
  }

  private func isOpenToACE(_ recipient: Recipient, _ endUse: EndUse) -> Bool {
    let countries = [recipient.place, recipient.nationality]
    if countries.contains(where: { $0.isEmbargoed }) { return false }
    switch endUse {
    case .restricted: return false
    case .ordinary, .vulnerabilityDisclosure: break
    }
    switch recipient.kind {
    case .militaryIntelligence, .weaponsDevelopment: return false
    case .unitedStatesGovernment: return true
    case .government:
      let groups = recipient.nationality.groups
      return !groups.contains(.d) || groups.contains(.a6)
    case .commercial:
      let isConcern = !recipient.place.groups.isDisjoint(with: [.d1, .d5])
      return !isConcern || endUse == .vulnerabilityDisclosure
    }
  }

  /// The AI Authorization attaches to the entry for weights, so it needs a hook there.
  private func aiAuthorization(
    _ activity: Activity, _ recipient: Recipient
  ) -> Determination? {
    guard exceptions.contains(.aiAuthorization), hook == .weights, !recipient.kind.isListed
    else { return nil }
    let seats = decisiveCountries(activity, recipient) + [recipient.nationality]
    guard seats.allSatisfy({ $0 == .us || $0.groups.contains(.aiAuthorization) }) else {
      return nil
    }
    return Determination(
      .excepted, "Both place and headquarters are among close allies.",
      citing: [.aiAuthorizationException, .aiAuthorizationAllies])
  }
}

extension Regime {
  /// How those obliged can tell restricted users or outputs from the rest.
  ///
  /// Service lost is the restricted share once a sufficient gate works, and everything until
  /// then: an empty answer means that all of the restricted service stops. What is not restricted
  /// for anybody needs no separation; ask `restricts(_:of:)` first.
  ///
  /// - Parameters:
  ///   - gates: the gates that work.
  ///   - rosterDetermined: whether a determination has named organisations that may be served.
  public func separation(built gates: Set<Gate>, rosterDetermined: Bool) -> Separation {
    var means: Separation.Means = []
    for alternative in sufficientGates where isSatisfied(alternative, gates, rosterDetermined) {
      means.formUnion(Self.means(of: alternative))
    }
    // A determination takes the organisations it names out of the requirement under any theory.
    if rosterDetermined && gates.contains(.roster) { means.insert(.roster) }
    return answer(means)
  }

  private func isSatisfied(
    _ alternative: Set<Gate>, _ gates: Set<Gate>, _ rosterDetermined: Bool
  ) -> Bool {
    guard !alternative.isEmpty, alternative.isSubset(of: gates) else { return false }
    if alternative.contains(.roster) && rosterCountsAfterDetermination && !rosterDetermined {
      return false
    }
    // Screening names is not showing that nobody on the list is served under another name.
    if servesOnlyOnceScreened && alternative == [.listedParty] { return false }
    return true
  }

  private static func means(of alternative: Set<Gate>) -> Separation.Means {
    if alternative.contains(.roster) { return .roster }
    if alternative == [.output] { return .outputs }
    return .persons
  }

  private func answer(_ means: Separation.Means) -> Separation {
    guard !means.isEmpty else {
      return Separation(
        means, "No sufficient gate works, so restricted users cannot be told from the rest.",
        citing: [.cannotSeparate, .gatesSuffice])
    }
    var citations: [Citation] = [.gatesSuffice]
    if means.contains(.outputs) { citations += [.release, .controlledEntries] }
    if means.contains(.persons) { citations += personCitations }
    if means.contains(.roster) { citations += [.licences, .determinationOfRoster] }
    return Separation(
      means, "The restricted part can be told from the rest.", citing: citations)
  }

  /// The rules that say whom a gate for persons has to find.
  var personCitations: [Citation] {
    switch personScope {
    case .listedEndUsers: [.militaryIntelligence, .knowledge]
    case .foreignPersons: [.foreignPerson]
    case .anyNoncitizen: [.directive]
    case .everyoneAbroad: [.export]
    }
  }
}

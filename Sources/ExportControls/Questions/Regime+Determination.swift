extension Regime {
  /// Whether an act may go on, under this control alone.
  ///
  /// The question runs through five others in turn: is the model reached, is this act restricted,
  /// is this recipient within the persons and places, does an exception cover it, and would a
  /// licence be granted. Other rules, such as those on listed parties, hold beside the answer.
  ///
  /// The answer is a value of its arguments alone. It is words and lists: ask once for each kind
  /// of recipient, not for each of many.
  public func determination(
    _ activity: Activity, of model: ModelFacts, to recipient: Recipient, for endUse: EndUse
  ) -> Determination {
    let reached = reach(model)
    guard reached.isReached else {
      return Determination(.notSubject, reached.basis, citing: reached.citations)
    }
    let act = restricts(activity, of: model)
    guard act.isReached else {
      return Determination(.notSubject, act.basis, citing: act.citations)
    }
    let scope = covers(recipient, in: activity)
    guard scope.isReached else {
      return Determination(.notSubject, scope.basis, citing: scope.citations)
    }
    if let excluded = exclusion(recipient, endUse) { return excluded }
    if let excepted = exception(activity, recipient, endUse) { return excepted }
    return requirement(activity, recipient, because: scope, act)
  }

  /// What an act inside the control needs: a licence, or one that will not come.
  private func requirement(
    _ activity: Activity, _ recipient: Recipient, because scope: Reach, _ act: Reach
  ) -> Determination {
    let citations = scope.citations + act.citations + closedExceptions
    if goesToEveryone(activity) {
      return Determination(
        .barred, "\(act.basis) No licence names everyone.",
        citing: act.citations + hookCitations + [.publicationCases])
    }
    let embargoed = decisiveCountries(activity, recipient).first { $0.isEmbargoed }
    if let embargoed {
      return Determination(
        .barred, "\(scope.basis) \(embargoed.name) is embargoed.",
        citing: citations + [.embargoes])
    }
    switch reviewPolicy {
    case .presumptionOfDenial:
      return Determination(
        .barred, scope.basis,
        citing: citations + [hook == .usPerson ? .militaryIntelligencePolicy : .reviewPolicy])
    case .caseByCase, .presumptionOfApproval:
      return Determination(.licenceRequired, scope.basis, citing: citations)
    }
  }
}

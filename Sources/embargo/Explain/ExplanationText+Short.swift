import ExportControls

// The answer in a few lines.
extension ExplanationText {
  mutating func tellInShort() {
    section("In short")
    add(fields: [("the model", bound)] + rows)
  }

  private var bound: String {
    if explanation.isBound {
      return explanation.model.facts.named
        ? "bound by the order, which names it" : "bound, as one of the class that is controlled"
    }
    if explanation.reach.isReached {
      return "within the reasoning, but not named: what follows holds once an order names it"
    }
    return explanation.couldReachNext.isReached
      ? "not bound; a further order could name it" : "not reached"
  }

  private var rows: [(name: String, value: String)] {
    let acts = explanation.acts
    let use = acts.filter {
      $0.kind == .use && $0.group != nil && $0.endUse == .ordinary
    }
    let all: [(String, [ExplainedAct])] = [
      ("use over an interface", use),
      ("hosting abroad", acts.filter { $0.kind == .host && $0.group != nil }),
      ("fetching the weights", acts.filter { $0.kind == .download }),
      ("publishing the weights", acts.filter { $0.kind == .publish }),
      ("the lab's own staff", acts.filter { $0.kind == .staff }),
    ]
    return all.filter { !$0.1.isEmpty }.map { ($0.0, Self.summary($0.1) + stop($0.1)) }
  }

  /// `not subject`, or `licence required or barred for some, not subject for the rest`.
  private static func summary(_ acts: [ExplainedAct]) -> String {
    let outcomes = Determination.Outcome.allCases.filter { outcome in
      acts.contains { $0.determination.outcome == outcome }
    }
    guard outcomes.count > 1 else { return outcomes.first?.words ?? "" }
    let free = outcomes.filter { $0 == .notSubject || $0 == .excepted }
    let bound = outcomes.filter { !free.contains($0) }
    func words(_ some: [Determination.Outcome]) -> String {
      Prose.list(some.map(\.words), "or")
    }
    if bound.isEmpty { return words(free) }
    if free.isEmpty { return words(bound) }
    return "\(words(bound)) for some, \(words(free)) for the rest"
  }

  private func stop(_ acts: [ExplainedAct]) -> String {
    guard acts.first?.kind == .use, explanation.isUseRestricted else { return "" }
    return explanation.alternatives.contains(where: isThere)
      ? "; nothing stops for everyone, since a gate is there already"
      : "; until a gate works, all use stops"
  }
}

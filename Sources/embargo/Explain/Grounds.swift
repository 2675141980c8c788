import ExportControls

/// Acts that have the same answer for the same reason.
struct Ground {
  let outcome: Determination.Outcome
  /// Why, with "the country" for the name of one where acts of several countries share it.
  let basis: String
  let citations: [Citation]
  private(set) var acts: [ExplainedAct]

  /// Acts by their answers, what goes on before what is barred.
  static func grounds(of acts: [ExplainedAct]) -> [Ground] {
    // A country that others are told of too is no country of the recipient, but the model's.
    let general = Set(acts.filter { $0.namedCountry == nil }.map(\.determination.basis))
    var grounds: [Ground] = []
    for act in acts {
      let basis = act.determination.basis
      let pattern = general.contains(basis) ? basis : act.pattern
      let found = grounds.firstIndex {
        $0.outcome == act.determination.outcome && $0.pattern == pattern
          && $0.citations == act.determination.citations
      }
      if let found {
        grounds[found].acts.append(act)
      } else {
        grounds.append(Ground(act, pattern: pattern))
      }
    }
    let order = Determination.Outcome.allCases
    return order.flatMap { outcome in grounds.filter { $0.outcome == outcome } }
      .map(\.worded)
  }

  private let pattern: String

  private init(_ act: ExplainedAct, pattern: String) {
    outcome = act.determination.outcome
    basis = act.determination.basis
    citations = act.determination.citations
    self.pattern = pattern
    acts = [act]
  }

  /// Whether an act is among those the ground speaks of.
  func holds(_ act: ExplainedAct) -> Bool {
    acts.contains {
      $0.group == act.group && $0.standing == act.standing && $0.recipient == act.recipient
    }
  }

  private init(_ ground: Ground, basis: String) {
    outcome = ground.outcome
    self.basis = basis
    citations = ground.citations
    pattern = ground.pattern
    acts = ground.acts
  }

  /// The words of one act serve where all acts have them.
  private var worded: Ground {
    let isShared = acts.allSatisfy { $0.determination.basis == basis }
    return isShared ? self : Ground(self, basis: pattern)
  }
}

extension ExplainedAct {
  /// The country that the basis of the answer names, if it names one.
  var namedCountry: Country? {
    let countries = [server, recipient?.nationality, recipient?.place].compactMap { $0 }
    return countries.first { $0 != .us && determination.basis.contains($0.name) }
  }

  /// The basis with "the country" in place of its name.
  var pattern: String {
    guard let name = namedCountry?.name else { return determination.basis }
    let basis = determination.basis
    let begun = basis.hasPrefix(name) ? "The country" + basis.dropFirst(name.count) : basis
    return begun.replacing(". " + name, with: ". The country").replacing(name, with: "the country")
  }
}

extension Determination.Outcome {
  /// The outcome in plain words.
  var words: String {
    switch self {
    case .notSubject: "not subject"
    case .excepted: "excepted"
    case .licenceRequired: "licence required"
    case .barred: "barred"
    }
  }
}

extension GroupMember.Standing {
  /// Who they are, in a narrow column.
  var words: String {
    switch self {
    case .citizens: "citizens in the US"
    case .permanentResidents: "permanent residents in the US"
    case .foreignPersons: "foreign persons in the US"
    case .abroad: "abroad, nationals there"
    case .citizensAbroad: "abroad, US citizens"
    case .otherNationals: "abroad, other nationals"
    case .listed: "abroad, listed end users"
    }
  }
}

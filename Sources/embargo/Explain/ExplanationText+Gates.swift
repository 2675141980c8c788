import ExportControls

// What lets the rest be served, and what happens without.
extension ExplanationText {
  mutating func tellSeparation() {
    section("Telling restricted users from the rest")
    if explanation.isUseRestricted {
      let without = explanation.withoutGates
      add(
        "Without one of these, all use stops, for everyone: \(without.basis) "
          + cite(without.citations))
    } else {
      add("Use over an interface is restricted for nobody: it goes on for all, without any gate.")
      guard explanation.needsGates else { return }
      add("For what else is restricted:")
    }
    for alternative in explanation.alternatives { tell(alternative) }
    if explanation.alternatives.contains(where: isThere) {
      add("One is there already, so that nothing has to stop for everyone.")
    }
    add(
      "Days are the lab's work on a gate, from the order on or, for a roster, the determination.",
      hanging: 2)
  }

  func isThere(
    _ alternative: (gates: [Gate], separation: Separation, needsDetermination: Bool)
  ) -> Bool {
    let lab = explanation.model.lab
    return !alternative.needsDetermination && !alternative.separation.isEmpty
      && alternative.gates.allSatisfy { explanation.draw[lab.gates[$0]] == 0 }
  }

  private mutating func tell(
    _ alternative: (gates: [Gate], separation: Separation, needsDetermination: Bool)
  ) {
    let lab = explanation.model.lab
    let names = alternative.gates.map { gate in
      let days = explanation.draw[lab.gates[gate]]
      let number = Self.number(days)
      let words = days == 0 ? "there already" : number + (number == "1" ? " day" : " days")
      return "\(gate.rawValue) (\(gate.words); \(words))"
    }.joined(separator: " with ")
    let isListed = explanation.regime.sufficientGates.contains(Set(alternative.gates))
    guard !alternative.separation.isEmpty else {
      add("\(names): does not suffice. \(insufficiency)")
      return
    }
    let condition =
      alternative.needsDetermination
      ? ", once a determination has named organisations"
        + (isListed ? "" : ", as under any regime") : ""
    add(
      "\(names)\(condition): \(served(alternative.separation.means)). "
        + cite(alternative.separation.citations))
  }

  private var insufficiency: String {
    explanation.regime.servesOnlyOnceScreened
      ? "Screening names does not show that nobody listed is served under another name." : ""
  }

  private func served(_ means: Separation.Means) -> String {
    var words: [String] = []
    if means.contains(.outputs) {
      words.append("everyone is served, and controlled outputs are withheld")
    }
    if means.contains(.persons) {
      words.append("whatever is not subject or excepted above goes on")
    }
    if means.contains(.roster) { words.append("the organisations named are served") }
    return words.joined(separator: "; ")
  }
}

extension Gate {
  /// What it is, in a few words.
  fileprivate var words: String {
    switch self {
    case .output: "a filter of controlled outputs"
    case .nationality: "a check of each user's nationality and status"
    case .location: "a fence by place"
    case .listedParty: "screening against lists of parties"
    case .roster: "service for named organisations alone"
    case .regionAndStaff: "weights in domestic regions, in sight of cleared staff"
    }
  }
}

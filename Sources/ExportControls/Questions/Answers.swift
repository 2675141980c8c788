/// Whether a control reaches something, and why.
public struct Reach: Hashable, Sendable, CustomStringConvertible {
  /// Whether it does.
  public let isReached: Bool
  /// Why, in one sentence.
  public let basis: String
  /// The rules that decided, the deciding one first; never empty.
  public let citations: [Citation]

  /// States an answer; it needs a basis and at least one citation.
  public init(_ isReached: Bool, _ basis: String, citing citations: [Citation]) {
    precondition(!basis.isEmpty && !citations.isEmpty, "an answer says why and cites the rule")
    self.isReached = isReached
    self.basis = basis
    self.citations = citations.withoutRepeats
  }

  /// The answer with its grounds, a citation a line.
  public var description: String {
    explain(isReached ? "reached" : "not reached", basis, citations)
  }
}

/// Whether an access may go on, and why.
public struct Determination: Hashable, Sendable, CustomStringConvertible {
  /// The four possible outcomes.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// Outside the control.
    case notSubject = "not_subject"
    /// Inside the control, and covered by an exception.
    case excepted
    /// Inside the control; a licence may be had.
    case licenceRequired = "licence_required"
    /// Inside the control; no licence is to be expected.
    case barred
  }

  /// The outcome.
  public let outcome: Outcome
  /// Why, in one sentence.
  public let basis: String
  /// The rules that decided, the deciding one first; never empty.
  public let citations: [Citation]

  /// States a determination; it needs a basis and at least one citation.
  public init(_ outcome: Outcome, _ basis: String, citing citations: [Citation]) {
    precondition(!basis.isEmpty && !citations.isEmpty, "an answer says why and cites the rule")
    self.outcome = outcome
    self.basis = basis
    self.citations = citations.withoutRepeats
  }

  /// Whether the access may go on without asking anybody.
  public var mayGoOn: Bool {
    switch outcome {
    case .notSubject, .excepted: true
    case .licenceRequired, .barred: false
    }
  }

  /// The determination with its grounds, a citation a line.
  public var description: String { explain(outcome.rawValue, basis, citations) }
}

/// How those obliged can tell what is restricted from the rest, and why.
public struct Separation: Hashable, Sendable, CustomStringConvertible {
  /// What can be told apart.
  public struct Means: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Everyone is served, and controlled outputs are withheld.
    public static let outputs = Means(rawValue: 1)
    /// Those whose determination may go on are served.
    public static let persons = Means(rawValue: 2)
    /// Organisations on the determination's roster are served.
    public static let roster = Means(rawValue: 4)
  }

  /// What can be told apart; empty if nothing, so that all of the restricted service stops.
  public let means: Means
  /// Why, in one sentence.
  public let basis: String
  /// The rules that decided; never empty.
  public let citations: [Citation]

  /// States a separation; it needs a basis and at least one citation.
  public init(_ means: Means, _ basis: String, citing citations: [Citation]) {
    precondition(!basis.isEmpty && !citations.isEmpty, "an answer says why and cites the rule")
    self.means = means
    self.basis = basis
    self.citations = citations.withoutRepeats
  }

  /// Whether nothing can be told apart, so that all of the restricted service stops.
  public var isEmpty: Bool { means.isEmpty }

  /// Whether a means is among those that work.
  public func contains(_ one: Means) -> Bool { means.contains(one) }

  /// The separation with its grounds, a citation a line.
  public var description: String {
    var words: [String] = []
    if means.contains(.outputs) { words.append("outputs") }
    if means.contains(.persons) { words.append("persons") }
    if means.contains(.roster) { words.append("roster") }
    return explain(words.isEmpty ? "nothing" : words.joined(separator: ", "), basis, citations)
  }
}

extension [Citation] {
  /// The citations in their order, each once.
  fileprivate var withoutRepeats: [Citation] {
    // Most have none, and then need no memory of their own.
    guard indices.contains(where: { self[..<$0].contains(self[$0]) }) else { return self }
    return reduce(into: []) { kept, citation in
      if !kept.contains(citation) { kept.append(citation) }
    }
  }
}

private func explain(_ head: String, _ basis: String, _ citations: [Citation]) -> String {
  citations.reduce("\(head): \(basis)") { "\($0)\n  \($1)" }
}

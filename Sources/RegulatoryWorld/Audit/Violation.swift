/// Something that no world may show, whatever its numbers: a broken invariant of the model.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
  /// The world it was seen in: `none`, or a regime.
  public let regime: String
  /// What is wrong, in a sentence.
  public let sentence: String

  /// States a violation.
  public init(regime: String, sentence: String) {
    self.regime = regime
    self.sentence = sentence
  }

  /// The world and the sentence, on one line.
  public var description: String { "\(regime): \(sentence)" }
}

/// Collects what is wrong with one world; after so many findings it stops to listen.
struct Findings {
  private let regime: String
  private(set) var violations: [Violation] = []

  init(regime: String) { self.regime = regime }

  static let limit = 20

  mutating func expect(_ isRight: Bool, _ sentence: @autoclosure () -> String) {
    guard !isRight, violations.count < Findings.limit else { return }
    violations.append(Violation(regime: regime, sentence: sentence()))
  }
}

/// A rule of law, or a reading of one, that decides a question.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
  /// Where the rule stands, as a lawyer would cite it: `15 CFR 744.22(b)`.
  public let text: String
  /// What it says, as far as the question needs it; one sentence without a full stop.
  public let says: String
  /// How well that is supported.
  public let mark: EvidenceMark

  /// Cites a rule.
  public init(_ text: String, says: String, mark: EvidenceMark) {
    self.text = text
    self.says = says
    self.mark = mark
  }

  /// The citation as it is to be printed: a recalled one never appears without saying so.
  public var description: String { "\(text): \(says)\(mark.note)" }

  /// The citation without what it says, for narrow columns; the mark stays.
  public var short: String { text + mark.note }
}

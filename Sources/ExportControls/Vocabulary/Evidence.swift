/// How well a statement of law or a number is supported.
///
/// The marks are those of the project's fact sheet: S, V, M and A.
public enum EvidenceMark: String, CaseIterable, Hashable, Sendable {
  /// S: stated in one of the source articles on the directive of June 2026.
  case article
  /// V: read in a published page.
  case published
  /// M: recalled, to be checked before it is relied on.
  case recalled
  /// A: assumed or derived for this model.
  case assumed

  /// What is printed behind a statement that carries the mark; empty for a published page.
  public var note: String {
    switch self {
    case .article: " (source article)"
    case .published: ""
    case .recalled: " (recalled, to be checked)"
    case .assumed: " (this model's reading)"
    }
  }
}

/// A value that cannot be stated without saying how it is known.
public struct Graded<Value> {
  /// The value, in the unit its user states.
  public let value: Value
  /// How well it is supported.
  public let mark: EvidenceMark
  /// Where it comes from, in words.
  public let source: String

  /// Grades a value; there is no default for either the mark or the source.
  public init(_ value: Value, mark: EvidenceMark, source: String) {
    precondition(!source.isEmpty, "a graded value names its source")
    self.value = value
    self.mark = mark
    self.source = source
  }
}

extension Graded: Equatable where Value: Equatable {}
extension Graded: Hashable where Value: Hashable {}
extension Graded: Sendable where Value: Sendable {}

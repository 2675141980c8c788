import JSON5

/// What the value of a parameter rests on.
public enum Evidence: String, CaseIterable, Sendable {
  /// Given by the article from which the study starts.
  case seed
  /// Found in a source that can be looked up.
  case published
  /// Remembered from a source that was not at hand.
  case recalled
  /// Chosen, for want of any source.
  case assumed
}

extension Evidence {
  static func complaint(about text: String, address: String) -> String {
    "\(address) cannot be \(shown(text))"
  }

  static func remedy(for text: String) -> String {
    let grades = allCases.map(\.rawValue)
    return nearestName(to: text, among: grades).map { "did you mean '\($0)'?" }
      ?? "write one of " + grades.joined(separator: ", ")
  }
}

/// The `$evidence` and `$source` that hold at some place of the tree, for each file.
///
/// They speak only for numbers of the file in which they stand: a file that overrides a number of
/// the file that it extends does not take over that file's claim.
struct EvidenceScope {
  struct Grade: Equatable {
    var evidence: Evidence?
    var source: String?
  }

  private var grades: [Int: Grade] = [:]

  func grade(ofNumberAt position: SourcePosition) -> Grade {
    grades[position.file] ?? Grade()
  }

  /// The scope within an object.
  ///
  /// A `$source` never outlives a nearer `$evidence`, of which it would say what it was not written
  /// for.
  func entering(_ members: [Member]) -> EvidenceScope {
    var scope = self
    for member in members where member.name == "$evidence" {
      let evidence = member.node.string.flatMap(Evidence.init(rawValue:))
      scope.grades[member.namePosition.file] = Grade(evidence: evidence)
    }
    for member in members where member.name == "$source" {
      scope.grades[member.namePosition.file, default: Grade()].source = member.node.string
    }
    return scope
  }
}

import JSON5

/// A scenario as it is written, after `extends` and `--set`, before its meaning is looked at.
public struct ScenarioSource: Sendable {
  /// The merged tree; an object without `extends`.
  ///
  /// An object holds `$evidence` and `$source` once for each file that gives them.
  public let node: Node

  /// The names under which files are shown; a position's `file` is an index into them.
  ///
  /// The last is `--set` if there were settings: its lines are the settings in their order.
  public let files: [String]

  /// The texts of the files, in the same order, without the settings.
  public let texts: [String]

  /// Problems that did not keep the files from being read, such as keys that stand twice.
  public let problems: [Problem]

  /// Addresses of objects that stand in no file, and exist because a setting names something in
  /// them.
  let implied: Set<String>

  /// The same with further settings on top, as ``ScenarioLoader`` applies them.
  ///
  /// - Parameters:
  ///   - settings: addresses and the JSON5 texts of their values; a problem with one names a line
  ///     of the last file, which is the setting's place among them.
  ///   - regimes: the regimes to keep, or presets to compare; nil for those that are there.
  public func with(
    settings: [(path: String, value: String)], regimes: [String]? = nil
  ) -> ScenarioSource {
    var names = files
    let place = SourcePosition(file: names.count, line: 1, column: 1)
    if regimes != nil { names.append("--regimes") }
    let tree = RegimeList.normalized(node, choosing: regimes, at: place)
    var edits = Settings(tree: tree, file: names.count)
    names.append("--set")
    for (index, setting) in settings.enumerated() {
      edits.apply(setting.path, setting.value, line: index + 1)
    }
    return ScenarioSource(
      node: edits.tree, files: names, texts: texts, problems: problems + edits.problems,
      implied: implied.union(edits.implied))
  }

  /// The merged tree as one file that means the same: each number carries its own evidence, and
  /// no `$` keys are left.
  public var resolved: Node {
    node.resolved(in: EvidenceScope())
  }
}

extension Node {
  /// Puts the evidence that objects give for what is in them onto the numbers themselves.
  fileprivate func resolved(in outer: EvidenceScope) -> Node {
    switch value {
    case .array(let elements):
      return Node(.array(elements.map { $0.resolved(in: outer) }), at: position)
    case .object(let members):
      if DistributionShape.isPresent(in: members) { return graded(in: outer) }
      let scope = outer.entering(members)
      let inside = members.filter { !$0.name.hasPrefix("$") }.map { member in
        Member(member.name, at: member.namePosition, node: member.node.resolved(in: scope))
      }
      return Node(.object(inside), at: position)
    case .number: return graded(in: outer)
    case .null, .bool, .string: return self
    }
  }

  /// The number with the evidence that the objects around it give, unless it has its own.
  private func graded(in scope: EvidenceScope) -> Node {
    let members = members ?? [Member("value", at: position, node: self)]
    let grade = scope.grade(ofNumberAt: NumberLeaf.position(of: self))
    let hasEvidence = members.contains { $0.name == "evidence" }
    let hasSource = members.contains { $0.name == "source" }
    if hasEvidence || grade == EvidenceScope.Grade() { return self }
    var graded = members
    if let evidence = grade.evidence {
      graded.append(Member("evidence", node: .string(evidence.rawValue)))
    }
    if let source = grade.source, !hasSource {
      graded.append(Member("source", node: .string(source)))
    }
    return Node(.object(graded), at: position)
  }
}

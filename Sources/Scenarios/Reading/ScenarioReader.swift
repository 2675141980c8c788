import JSON5

/// Gives the objects of a scenario to those who know their meaning, and gathers what they find.
///
/// Nothing is thrown before the end: what cannot be read is noted, and something harmless is given
/// in its place, so that one reading finds every problem. Whoever reads may check what was read;
/// complaints about what could not be read in the first place are dropped.
///
/// ```swift
/// let reader = ScenarioReader(source)
/// let officers = reader.root.object("regulator", meaning: "the regulator")
///   .parameter("licensing_officers", .count(1...), meaning: "officers at work")
/// try reader.throwIfProblems()
/// let draw = reader.parameters.draw(seed: 1, draw: 1)
/// ```
public final class ScenarioReader {
  /// The scenario itself.
  public let root: ObjectReader

  private let findings: Findings

  /// Begins a reading.
  public init(_ source: ScenarioSource) {
    let findings = Findings(source)
    self.findings = findings
    root = findings.reader(at: "") {
      ObjectReader(source.node, address: "", scope: EvidenceScope(), findings: findings)
    }
  }

  /// What is wrong so far, in the order in which it was found.
  public var problems: [Problem] { findings.problems }

  /// The parameters that have been read so far.
  public var parameters: ParameterTable { ParameterTable(entries: findings.entries) }

  /// What has been asked for so far, by address: the material of a schema.
  public var fields: [SchemaField] {
    findings.fields.values.sorted { $0.address < $1.address }
  }

  /// Closes every object that is still open, and throws if anything is wrong.
  public func throwIfProblems() throws(ProblemReport) {
    findings.finish()
    guard !findings.problems.isEmpty else { return }
    throw ProblemReport(problems: findings.problems, files: findings.source.files)
  }

  /// The scenario as one file that means the same, with every default that stands in for something
  /// left out.
  public var resolved: Node {
    findings.defaults.reduce(findings.source.resolved) { tree, entry in
      tree.adding(entry.node, at: entry.address.split(separator: ".").map(String.init)[...])
    }
  }
}

extension Node {
  /// The tree with a value where there was none; the objects that lead there must exist.
  fileprivate func adding(_ node: Node, at names: ArraySlice<String>) -> Node {
    guard let name = names.first else { return self }
    switch value {
    case .object(var members):
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].node = members[index].node.adding(node, at: names.dropFirst())
      } else if names.count == 1 {
        members.append(Member(name, node: node))
      }
      return Node(.object(members), at: position)
    case .array(var elements):
      if let index = Int(name), elements.indices.contains(index) {
        elements[index] = elements[index].adding(node, at: names.dropFirst())
      }
      return Node(.array(elements), at: position)
    case .null, .bool, .number, .string: return self
    }
  }
}

import ExportControls
import JSON5

/// A file of dated cases: a JSON list of objects, one for each.
///
/// Each has the date and words of the measure, and under `circumstances` and `course` what the
/// program works with, read from those words by hand; the README beside the shipped file says how.
/// `null` stands for what is not known.
public struct CaseFile: Sendable {
  /// The cases, in their order.
  public let cases: [HistoricalCase]
  /// The name under which the file is shown, and its text.
  public let name: String
  /// The text of the file.
  public let text: String

  /// Reads a file of cases.
  ///
  /// - Throws: a report of every problem at once, with `isMissingFile` where there is no file.
  public static func load(path: String) throws(ProblemReport) -> CaseFile {
    switch ScenarioFile.locate(path) {
    case .failure(let reason): throw CaseFile.report(reason, path)
    case .success(let file):
      switch file.read(limit: Limits.standard.bytes) {
      case .failure(let reason): throw CaseFile.report(reason, path)
      case .success(let text): return try parse(text, name: path)
      }
    }
  }

  /// Reads cases from a text.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - name: the name under which problems show it.
  /// - Throws: a report of every problem at once.
  public static func parse(
    _ text: String, name: String = "cases.json"
  ) throws(ProblemReport) -> CaseFile {
    let (node, found) = JSON5Reader.parse(text, file: 0)
    var problems = found.map {
      Problem(position: $0.position, address: "", message: $0.message, remedy: $0.remedy)
    }
    if let node, node.elements == nil {
      problems.append(
        Problem(
          position: node.position, address: "",
          message: "a file of cases must be a list, but this is \(node.value.described)",
          remedy: "write [{ … }, { … }]"))
    }
    if let node, node.elements?.isEmpty == true {
      problems.append(
        Problem(
          position: node.position, address: "", message: "there is no case in the file",
          remedy: "write [{ … }]"))
    }
    guard let node, node.elements != nil else {
      throw ProblemReport(problems: problems, files: [name])
    }
    let whole = Node(.object([Member("cases", node: node.withoutNulls)]), at: node.position)
    let source = ScenarioSource(
      node: whole, files: [name], texts: [text], problems: problems, implied: [])
    let reader = ScenarioReader(source)
    let readers = reader.root.array("cases", meaning: "the cases")
    let cases = readers.map { CaseReader($0).read() }
    distinguish(cases, readers)
    try reader.throwIfProblems()
    return CaseFile(cases: cases, name: name, text: text)
  }

  private static func distinguish(_ cases: [HistoricalCase], _ readers: [ObjectReader]) {
    var seen: Set<String> = []
    for (each, reader) in zip(cases, readers) where !seen.insert(each.id).inserted {
      reader.report("id", "the id '\(each.id)' stands twice", remedy: "give each case its own")
    }
  }

  private static func report(_ reason: ScenarioFile.Reason, _ path: String) -> ProblemReport {
    ProblemReport(
      problems: [
        Problem(position: nil, address: "", message: reason.message, remedy: reason.remedy)
      ], files: [path], isMissingFile: reason.isMissing)
  }
}

extension Node {
  /// The same without what is `null`, which stands for what is not known.
  fileprivate var withoutNulls: Node {
    switch value {
    case .object(let members):
      let known = members.filter { if case .null = $0.node.value { false } else { true } }
      return Node(
        .object(
          known.map { Member($0.name, at: $0.namePosition, node: $0.node.withoutNulls) }),
        at: position)
    case .array(let elements):
      return Node(.array(elements.map(\.withoutNulls)), at: position)
    case .null, .bool, .number, .string: return self
    }
  }
}

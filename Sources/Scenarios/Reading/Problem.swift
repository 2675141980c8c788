import JSON5

/// A mistake in a scenario.
public struct Problem: Sendable, Hashable {
  /// Where it stands; nothing if it stands nowhere in particular.
  public var position: SourcePosition?

  /// The dotted address of what is wrong; empty for the scenario as a whole.
  public var address: String

  /// What is wrong, as a sentence without its full stop.
  public var message: String

  /// What would be right, where that can be said.
  public var remedy: String?

  /// Makes a problem.
  public init(
    position: SourcePosition?, address: String, message: String, remedy: String? = nil
  ) {
    self.position = position
    self.address = address
    self.message = message
    self.remedy = remedy
  }
}

extension Problem: Comparable {
  /// Orders by file, line and column; what has no position comes first.
  public static func < (a: Problem, b: Problem) -> Bool {
    let (p, q) = (a.position ?? .nowhere, b.position ?? .nowhere)
    if p != q { return p < q }
    return (a.address, a.message) < (b.address, b.message)
  }
}

/// Everything that is wrong with a scenario, at once.
public struct ProblemReport: Error, Sendable {
  /// The problems, by file, line and column, each once.
  public let problems: [Problem]

  /// The names under which the files are shown, in the numbering of the positions.
  public let files: [String]

  /// Whether the scenario itself, not a file that it extends, is missing or may not be read.
  public let isMissingFile: Bool

  /// Makes a report.
  public init(problems: [Problem], files: [String], isMissingFile: Bool = false) {
    self.problems = Set(problems).sorted()
    self.files = files
    self.isMissingFile = isMissingFile
  }

  /// The report as it is shown: a line for each problem, its remedy below it moved in by three
  /// spaces, and a last line with their number.
  public func rendered() -> String {
    var lines: [String] = []
    for problem in problems {
      lines.append("\(place(of: problem)): error: \(problem.message)")
      if let remedy = problem.remedy { lines.append("   " + remedy) }
    }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    lines.append(count + "; nothing was run")
    return lines.joined(separator: "\n")
  }

  private func place(of problem: Problem) -> String {
    guard let position = problem.position, files.indices.contains(position.file) else {
      return files.first ?? "scenario"
    }
    return "\(files[position.file]):\(position.line):\(position.column)"
  }
}

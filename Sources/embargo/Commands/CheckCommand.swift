import Arguments
import Experiments
import RegulatoryWorld
import ResultFiles
import Scenarios

/// `embargo check`: every problem of every file, without running anything.
enum CheckCommand {
  static let declaration = Command(
    name: "check", summary: "looks for mistakes in scenario files, without running them",
    discussion: """
      Prints every mistake of every file with its line, its column and what would be right. The \
      files that a scenario extends are read too.
      """,
    examples: [
      ("embargo check Scenarios/june-2026-directive.json5", "One file."),
      ("embargo check Scenarios/*.json5", "All of them, as before a commit."),
    ],
    arguments: [.repeating("SCENARIO", "scenario files", .file)])

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    var faulty: [(problems: Int, isMissing: Bool)] = []
    for path in line.arguments {
      do throws(ProblemReport) {
        try check(path)
      } catch {
        StandardStreams.remark(lines(error) + "\n")
        faulty.append((error.problems.count, error.isMissingFile))
      }
    }
    let files = counted(line.arguments.count, "file")
    guard faulty.isEmpty else {
      let problems = counted(faulty.reduce(0) { $0 + $1.problems }, "problem")
      let share = line.arguments.count > 1 ? " in \(faulty.count) of \(files)" : ""
      let code: ExitCode = faulty.allSatisfy(\.isMissing) ? .noSuchFile : .badInput
      throw Failure(code, problems + share)
    }
    try StandardStreams.answer("\(files), no problems\n")
    return .done
  }

  private static func check(_ path: String) throws(ProblemReport) {
    let scenario = try Scenario.load(path: path)
    do throws(ResultError) {
      _ = try ParameterColumns.names(
        of: scenario.parameters.uncertain.map { scenario.parameters[$0].address })
    } catch {
      throw ProblemReport(
        problems: [Problem(position: nil, address: "", message: "\(error)")], files: [path])
    }
  }

  /// The problems without the line that counts them, which comes once for all files.
  private static func lines(_ report: ProblemReport) -> String {
    report.rendered().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "\n")
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(Figures.grouped(number)) \(noun)s"
  }
}

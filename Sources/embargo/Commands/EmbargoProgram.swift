import Arguments

/// The program: its commands, and the way from words to an exit code.
enum EmbargoProgram {
  /// What is declared here is the help, the validation and the completion.
  static let declaration = Program(
    name: "embargo",
    summary:
      "estimates what an export-control order against AI models costs the market and defenders",
    discussion: """
      A scenario file says who is in the market, what happens and which legal theories to \
      compare. 'run' lives through many possible futures of it, each once without any action and \
      once under every theory, writes tables and prints the answer.

      Start with: embargo run Scenarios/june-2026-directive.json5
      """,
    version: Version.text,
    commands: [
      RunCommand.declaration, SweepCommand.declaration, MergeCommand.declaration,
      VerifyCommand.declaration, PlanCommand.declaration,
      TraceCommand.declaration, DiffCommand.declaration,
      ExplainCommand.declaration, CheckCommand.declaration, ListCommand.declaration,
      BacktestCommand.declaration, BenchmarkCommand.declaration,
      CompletionsCommand.declaration,
    ],
    exitCodes: ExitCode.allCases.map { (Int($0.rawValue), $0.meaning) })

  /// Does what a command line asks for, and says how to leave.
  static func run(_ words: [String]) -> ExitCode {
    do throws(Failure) {
      return try perform(words)
    } catch {
      StandardStreams.remark(error.message + "\n")
      return error.code
    }
  }

  private static func perform(_ words: [String]) throws(Failure) -> ExitCode {
    switch try request(words) {
    case .help(let text), .version(let text):
      try StandardStreams.answer(text)
      return .done
    case .run(let line):
      switch line.name {
      case RunCommand.declaration.name: return try RunCommand.perform(line, asTyped: words)
      case SweepCommand.name: return try SweepCommand.perform(line, asTyped: words)
      case MergeCommand.declaration.name: return try MergeCommand.perform(line, asTyped: words)
      case VerifyCommand.declaration.name: return try VerifyCommand.perform(line)
      case PlanCommand.declaration.name: return try PlanCommand.perform(line, asTyped: words)
      case TraceCommand.declaration.name: return try TraceCommand.perform(line)
      case DiffCommand.declaration.name: return try DiffCommand.perform(line)
      case ExplainCommand.declaration.name: return try ExplainCommand.perform(line)
      case CheckCommand.declaration.name: return try CheckCommand.perform(line)
      case ListCommand.declaration.name: return try ListCommand.perform(line)
      case BacktestCommand.declaration.name:
        return try BacktestCommand.perform(line, asTyped: words)
      case BenchmarkCommand.declaration.name: return try BenchmarkCommand.perform(line)
      case CompletionsCommand.declaration.name: return try CompletionsCommand.perform(line)
      default: preconditionFailure("\(line.name) is declared, but does nothing")
      }
    }
  }

  private static func request(_ words: [String]) throws(Failure) -> Program.Request {
    do throws(ArgumentError) {
      return try declaration.parse(words)
    } catch {
      throw Failure(.usage, "embargo: \(error)")
    }
  }
}

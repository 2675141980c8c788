import Arguments

/// `embargo completions`: a script for a shell.
enum CompletionsCommand {
  static let declaration = Command(
    name: "completions", summary: "prints a script that makes a shell complete command lines",
    examples: [
      ("source <(embargo completions bash)", "In bash, for this session; zsh likewise."),
      ("embargo completions fish | source", "In fish."),
    ],
    arguments: [
      .required("SHELL", "the shell", .choice(Shell.allCases.map(\.rawValue)))
    ])

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    guard let shell = Shell(rawValue: line.arguments[0]) else {
      throw Failure(.usage, "embargo: there are no completions for '\(line.arguments[0])'")
    }
    try StandardStreams.answer(EmbargoProgram.declaration.completionScript(for: shell))
    return .done
  }
}

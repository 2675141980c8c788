/// A shell for which completions can be written.
public enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension Program {
  /// A script that makes a shell complete commands, options and their values.
  ///
  /// The user sources it, in bash and zsh by `source <(COMMAND)`, in fish by `COMMAND | source`.
  public func completionScript(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions()
    case .zsh: zshCompletions()
    case .fish: fishCompletions()
    }
  }

  /// The name of a function in a script.
  var completionFunction: String {
    "_" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}

/// A text as one word of a shell, in single quotes.
func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
    + "'"
}

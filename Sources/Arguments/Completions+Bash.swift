extension Program {
  func bashCompletions() -> String {
    let function = completionFunction
    let first = commands.map(\.name) + ["help", "--help", "--version"]
    return """
      \(function)_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }

      \(function)_paths() {
        mapfile -t COMPREPLY < <(compgen "$1" -- "$word")
        compopt -o filenames 2>/dev/null
      }

      \(function)() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        if [[ $word == "=" ]]; then
          word=""
        elif [[ $before == "=" ]]; then
          before="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        COMPREPLY=()
        if (( COMP_CWORD == 1 )); then
          \(function)_words \(quoted(first.joined(separator: " ")))
          return
        fi
        case "${COMP_WORDS[1]} $before" in
      \(bashValues())
        esac
        case "${COMP_WORDS[1]}" in
      \(bashCommands())
        esac
      }

      complete -F \(function) \(name)

      """
  }

  /// What follows an option with a value.
  private func bashValues() -> String {
    var lines: [String] = []
    for command in commands {
      for option in command.options {
        guard let kind = option.kind else { continue }
        let action = bashAction(kind).map { "\($0); " } ?? ""
        lines.append("    \(quoted("\(command.name) \(option.spelling)"))) \(action)return ;;")
      }
    }
    lines.append("    'help '*) \(bashWords(commands.map(\.name))); return ;;")
    return lines.joined(separator: "\n")
  }

  /// The options and arguments of every command.
  private func bashCommands() -> String {
    commands.map { command in
      let options = command.options.map(\.spelling) + ["--help"]
      let words = command.arguments.flatMap(\.kind.choices)
      let paths = command.arguments.lazy.map(\.kind).filter { $0.choices.isEmpty }
        .compactMap { self.bashAction($0) }.first
      let action = words.isEmpty ? paths ?? ":" : bashWords(words)
      return """
            \(quoted(command.name)))
              if [[ $word == -* ]]; then
                \(bashWords(options))
              else
                \(action)
              fi ;;
        """
    }.joined(separator: "\n")
  }

  private func bashWords(_ words: [String]) -> String {
    "\(completionFunction)_words \(quoted(words.joined(separator: " ")))"
  }

  private func bashAction(_ kind: ValueKind) -> String? {
    switch kind {
    case .choice(let words): bashWords(words)
    case .file: "\(completionFunction)_paths -f"
    case .folder: "\(completionFunction)_paths -d"
    case .text, .integer, .number, .custom: nil
    }
  }
}

extension Program {
  func zshCompletions() -> String {
    let list = commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
    return """
      #compdef \(name)

      \(completionFunction)() {
        local -a commands
        commands=(
      \(list.joined(separator: "\n"))
          'help:explains the program or a command'
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
      \(commands.map(zshCommand).joined(separator: "\n"))
          help) _describe command commands ;;
        esac
      }

      # Run as a file of the function path, or sourced.
      if [[ $funcstack[1] == \(completionFunction) ]]; then
        \(completionFunction) "$@"
      else
        compdef \(completionFunction) \(name)
      fi

      """
  }

  private func zshCommand(_ command: Command) -> String {
    var specifications = command.options.map(zshOption)
    specifications.append("--help[prints this help]")
    for (index, argument) in command.arguments.enumerated() {
      let place =
        switch argument.count {
        case .one: "\(index + 1):"
        case .oneOrNone: "\(index + 1)::"
        case .many: "*:"
        }
      specifications.append(place + zshEscaped(argument.name) + ":" + zshAction(argument.kind))
    }
    let lines = specifications.map { "        " + quoted($0) }.joined(separator: " \\\n")
    return "    \(command.name))\n      _arguments \\\n\(lines) ;;"
  }

  private func zshOption(_ option: Option) -> String {
    switch option.shape {
    case .flag:
      return "\(option.spelling)[\(zshEscaped(option.summary))]"
    case .value(let valueName, let kind, _):
      return (option.isRepeatable ? "*" : "") + "\(option.spelling)="
        + "[\(zshEscaped(option.summary))]:\(zshEscaped(valueName)):\(zshAction(kind))"
    }
  }

  private func zshAction(_ kind: ValueKind) -> String {
    switch kind {
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .file: "_files"
    case .folder: "_files -/"
    case .text, .integer, .number, .custom: " "
    }
  }

  /// Brackets and colons have a meaning in the specifications of zsh.
  private func zshEscaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

extension Program {
  func fishCompletions() -> String {
    var lines = ["complete -c \(name) -f"]
    for command in commands {
      lines.append(
        "complete -c \(name) -n __fish_use_subcommand -a \(fishQuoted(command.name)) "
          + "-d \(fishQuoted(command.summary))")
    }
    let names = commands.map(\.name).joined(separator: " ")
    lines.append(
      "complete -c \(name) -n __fish_use_subcommand -a help "
        + "-d 'explains the program or a command'")
    lines.append(
      "complete -c \(name) -n '__fish_seen_subcommand_from help' -a \(fishQuoted(names))")
    for command in commands {
      lines += fishLines(command)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishLines(_ command: Command) -> [String] {
    let start =
      "complete -c \(name) -n \(fishQuoted("__fish_seen_subcommand_from \(command.name)"))"
    var lines = command.arguments.compactMap { argument in
      fishAction(argument.kind).map { "\(start) \($0)" }
    }
    for option in command.options {
      let value = option.kind.map { " -r " + (fishAction($0) ?? "-f") } ?? ""
      lines.append("\(start) -l \(option.name)\(value) -d \(fishQuoted(option.summary))")
    }
    lines.append("\(start) -l help -d 'prints this help'")
    return lines
  }

  private func fishAction(_ kind: ValueKind) -> String? {
    switch kind {
    case .choice(let words): "-f -a \(fishQuoted(words.joined(separator: " ")))"
    case .file: "-F"
    case .folder: "-f -a '(__fish_complete_directories)'"
    case .text, .integer, .number, .custom: nil
    }
  }

  /// In single quotes of fish, the backslash and the quote want a backslash.
  private func fishQuoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}

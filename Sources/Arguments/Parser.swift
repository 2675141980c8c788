extension Program {
  /// Reads the words after a command.
  func parse(_ words: [String], as command: Command) throws(ArgumentError) -> ParsedCommand {
    var result = ParsedCommand(command: command)
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        result.arguments += words[index...]
        break
      }
      if isPlain(word) {
        result.arguments.append(word)
        continue
      }
      let (option, attached) = try split(word, of: command)
      switch option.shape {
      case .flag:
        if let attached { throw .unexpectedValue(option: option.spelling, text: attached) }
        result.given.append((option.name, nil))
      case .value(let valueName, let kind, _):
        var text = attached ?? ""
        if attached == nil, index < words.count, isPlain(words[index]) {
          text = words[index]
          index += 1
        }
        if text.isEmpty {
          throw .missingValue(option: option.spelling, valueName: valueName)
        }
        try check(text, kind, named: option.spelling)
        try add(text, for: option, to: &result)
      }
    }
    try checkWhole(result)
    return result
  }

  /// Whether a word is an argument or a value; a lone dash and negative numbers are.
  private func isPlain(_ word: String) -> Bool {
    !word.hasPrefix("-") || word == "-" || Double(word) != nil
  }

  /// The option that a word names, and the value after its equals sign.
  private func split(
    _ word: String, of command: Command
  ) throws(ArgumentError) -> (option: Option, attached: String?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    if let option = command.options.first(where: { $0.spelling == spelling }) {
      return (option, parts.count > 1 ? String(parts[1]) : nil)
    }
    let others = commands.filter { other in
      other.options.contains { $0.spelling == spelling }
    }
    throw .unknownOption(
      spelling, command: path(of: command),
      nearest: nearest(to: spelling, among: command.options.map(\.spelling)),
      elsewhere: others.map(path))
  }

  private func add(
    _ text: String, for option: Option, to result: inout ParsedCommand
  ) throws(ArgumentError) {
    let former = result.given.first { $0.name == option.name }?.value
    if let former, !option.isRepeatable {
      throw .repeatedOption(option: option.spelling, first: former, second: text)
    }
    result.given.append((option.name, text))
  }

  private func check(
    _ text: String, _ kind: ValueKind, named name: String
  ) throws(ArgumentError) {
    if kind.accepts(text) { return }
    throw .badValue(
      name, text: text, expected: kind.expected, nearest: nearest(to: text, among: kind.choices))
  }

  private func checkWhole(_ result: ParsedCommand) throws(ArgumentError) {
    let command = result.command
    var rest = result.arguments[...]
    for argument in command.arguments {
      if rest.count < argument.least {
        throw .missingArgument(argument.name, command: path(of: command), usage: usage(of: command))
      }
      for text in argument.isRepeating ? rest : rest.prefix(1) {
        try check(text, argument.kind, named: argument.name)
        rest.removeFirst()
      }
    }
    if let text = rest.first {
      let option = command.options.first { $0.name == text }
      throw .surplusArgument(
        text, command: path(of: command), usage: usage(of: command), nearest: option?.spelling)
    }
    for option in command.options where option.isRequired {
      if result.given.contains(where: { $0.name == option.name }) { continue }
      throw .missingOption(
        option: option.spelling, command: path(of: command), usage: usage(of: command))
    }
  }

  /// The words that call a command.
  func path(of command: Command) -> String {
    "\(name) \(command.name)"
  }
}

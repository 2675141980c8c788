extension Program {
  /// The help of the program.
  ///
  /// - Parameter width: The greatest length of a line, in characters.
  public func help(width: Int = 88) -> String {
    var rows = commands.map { (left: $0.name, right: $0.summary) }
    rows.append(("help [COMMAND]", "explains the program or a command, like --help"))
    let options = [
      (left: "-h, --help", right: "explains the program or a command"),
      (left: "--version", right: "prints the version"),
    ]
    let column = TextLayout.column(for: (rows + options).map(\.left))
    return sections([
      "Usage: \(name) COMMAND [OPTIONS]",
      TextLayout.paragraphs(sentence(summary), width: width),
      TextLayout.paragraphs(discussion, width: width),
      section("Commands", TextLayout.table(rows, column: column, width: width)),
      section("Options", TextLayout.table(options, column: column, width: width)),
      exitCodeSection(width: width),
    ])
  }

  /// The help of a command.
  ///
  /// - Parameters:
  ///   - command: A command of this program.
  ///   - width: The greatest length of a line, in characters.
  public func help(for command: Command, width: Int = 88) -> String {
    let arguments = command.arguments.map { (left: $0.name, right: description(of: $0)) }
    var options = command.options.map { (left: $0.usage, right: description(of: $0)) }
    options.append(("-h, --help", "prints this help"))
    let column = TextLayout.column(for: (arguments + options).map(\.left))
    let call = TextLayout.lines(usage(of: command) + " [OPTIONS]", width: width - 7)
    return sections([
      "Usage: " + call.joined(separator: "\n" + TextLayout.spaces(7)),
      TextLayout.paragraphs(sentence(command.summary), width: width),
      TextLayout.paragraphs(command.discussion, width: width),
      section("Arguments", TextLayout.table(arguments, column: column, width: width)),
      section("Options", TextLayout.table(options, column: column, width: width)),
      section("Examples", examples(of: command, width: width)),
      exitCodeSection(width: width),
    ])
  }

  /// The command with its arguments and the options it needs, as one writes it.
  func usage(of command: Command) -> String {
    let needed = command.options.filter(\.isRequired)
    let words = command.arguments.map(\.usage) + needed.map(\.usage)
    return ([path(of: command)] + words).joined(separator: " ")
  }

  private func description(of option: Option) -> String {
    guard case .value(let valueName, let kind, let defaultText) = option.shape else {
      return option.summary
    }
    var remarks = self.remarks(kind, name: valueName)
    if option.isRequired { remarks.append("required") }
    if option.isRepeatable { remarks.append("may be repeated") }
    if let defaultText { remarks.append("default: \(defaultText)") }
    return describe(option.summary, remarks)
  }

  private func description(of argument: Argument) -> String {
    describe(argument.summary, remarks(argument.kind, name: argument.name))
  }

  private func describe(_ summary: String, _ remarks: [String]) -> String {
    remarks.isEmpty ? summary : "\(summary) (\(remarks.joined(separator: "; ")))"
  }

  /// What the summary of a value does not say by itself: the words to choose from, unless they
  /// are its name, and bounds.
  private func remarks(_ kind: ValueKind, name: String) -> [String] {
    switch kind {
    case .choice(let words): words.joined(separator: "|") == name ? [] : [kind.expected]
    case .integer, .number: [kind.expected]
    case .text, .file, .folder, .custom: []
    }
  }

  private func examples(of command: Command, width: Int) -> String {
    command.examples.map { example in
      let lines = TextLayout.lines(example.explanation, width: width - 6)
      return (["  " + example.command] + lines.map { TextLayout.spaces(6) + $0 })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func exitCodeSection(width: Int) -> String {
    let digits = exitCodes.map { String($0.code).count }.max() ?? 0
    let rows = exitCodes.map { code, meaning in
      let number = String(code)
      return (left: TextLayout.spaces(digits - number.count) + number, right: meaning)
    }
    return section("Exit codes", TextLayout.table(rows, column: digits + 4, width: width))
  }

  private func section(_ title: String, _ body: String) -> String {
    body.isEmpty ? "" : "\(title):\n\(body)"
  }

  private func sections(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// A summary as a sentence.
  private func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }
}

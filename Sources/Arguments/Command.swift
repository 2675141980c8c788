/// A command of a program: its declaration is its help, its validation and its completion.
public struct Command: Sendable {
  /// The word that calls it.
  public let name: String
  /// What it does, in a line, without a full stop.
  public let summary: String
  /// More about it; paragraphs are separated by empty lines.
  public let discussion: String
  /// Whole command lines, and what each is for.
  public let examples: [(command: String, explanation: String)]
  /// What stands without a name, in its order.
  public let arguments: [Argument]
  /// What stands by name, in the order of the help.
  public let options: [Option]

  /// Declares a command.
  ///
  /// It is an error of the program to declare a name twice, to declare `help` or `version`, or to
  /// put an argument behind one that may be left out or repeated, unless it may be left out too.
  public init(
    name: String, summary: String, discussion: String = "",
    examples: [(command: String, explanation: String)] = [],
    arguments: [Argument] = [], options: [Option] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.arguments = arguments
    self.options = options
    precondition(!name.isEmpty && !name.hasPrefix("-"), "'\(name)' cannot be a command")
    for (index, option) in options.enumerated() {
      precondition(
        !["help", "version"].contains(option.name)
          && !options[..<index].contains { $0.name == option.name },
        "\(name) declares \(option.spelling) twice, or it is a name of every command")
    }
    for (former, latter) in zip(arguments, arguments.dropFirst()) {
      precondition(
        !former.isRepeating && former.least >= latter.least,
        "\(name) cannot tell \(former.name) from \(latter.name)")
    }
  }

  func option(_ name: String) -> Option? {
    options.first { $0.name == name }
  }
}

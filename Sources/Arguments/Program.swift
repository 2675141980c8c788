/// A program with commands.
public struct Program: Sendable {
  /// The word that calls it.
  public let name: String
  /// What it does, in a line, without a full stop.
  public let summary: String
  /// More about it; paragraphs are separated by empty lines.
  public let discussion: String
  /// The answer to `--version`.
  public let version: String
  /// The commands, in the order of the help.
  public let commands: [Command]
  /// What the exit codes mean, for the help.
  public let exitCodes: [(code: Int, meaning: String)]

  /// Declares a program; it is an error of the program to declare a command twice.
  public init(
    name: String, summary: String, discussion: String = "", version: String,
    commands: [Command], exitCodes: [(code: Int, meaning: String)] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.version = version
    self.commands = commands
    self.exitCodes = exitCodes
    for (index, command) in commands.enumerated() {
      precondition(
        command.name != "help" && !commands[..<index].contains { $0.name == command.name },
        "\(name) declares the command \(command.name) twice, or it is 'help'")
    }
  }

  /// What a command line asks for.
  public enum Request: Sendable {
    /// A command with its arguments, all of which are as declared.
    case run(ParsedCommand)
    /// This text, whole lines to print: the help of the program or of one command.
    case help(String)
    /// This text, a whole line to print: the version.
    case version(String)
  }

  /// Reads a command line.
  ///
  /// `-h` and `--help` anywhere before `--` ask for help, also in an otherwise wrong line;
  /// `help` and `help COMMAND` do so as well.
  ///
  /// - Parameter words: The words after the name of the program.
  /// - Throws: The first thing that is wrong.
  public func parse(_ words: [String]) throws(ArgumentError) -> Request {
    let heeded = words.prefix { $0 != "--" }
    let isHelp = heeded.contains("--help") || heeded.contains("-h")
    if !isHelp && heeded.contains("--version") { return .version(version + "\n") }
    guard let first = words.first else {
      throw .missingCommand(program: name, commands: commands.map(\.name))
    }
    if isHelp || first == "help" {
      let topic = heeded.lazy.compactMap { command($0) }.first
      if let topic { return .help(help(for: topic)) }
      if !isHelp, words.count > 1 { throw unknown(words[1]) }
      return .help(help())
    }
    if first.hasPrefix("-") {
      throw .optionBeforeCommand(first, program: name)
    }
    guard let command = command(first) else { throw unknown(first) }
    return .run(try parse(Array(words.dropFirst()), as: command))
  }

  private func command(_ name: String) -> Command? {
    commands.first { $0.name == name }
  }

  private func unknown(_ word: String) -> ArgumentError {
    .unknownCommand(
      word, program: name, nearest: nearest(to: word, among: commands.map(\.name)))
  }
}

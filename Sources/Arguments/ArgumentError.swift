/// What is wrong with a command line, as data; ``description`` puts it into words.
public enum ArgumentError: Error, Hashable, Sendable {
  /// The line is empty.
  case missingCommand(program: String, commands: [String])
  /// The first word is no command of the program.
  case unknownCommand(String, program: String, nearest: String?)
  /// The line begins with an option.
  case optionBeforeCommand(String, program: String)
  /// The command has no such option; `elsewhere` are commands that have it.
  case unknownOption(String, command: String, nearest: String?, elsewhere: [String])
  /// An option lacks its value, or has an empty one.
  case missingValue(option: String, valueName: String)
  /// A flag was given a value.
  case unexpectedValue(option: String, text: String)
  /// An option was given twice that may stand only once.
  case repeatedOption(option: String, first: String, second: String)
  /// An option that must be there is not.
  case missingOption(option: String, command: String, usage: String)
  /// An argument that must be there is not.
  case missingArgument(String, command: String, usage: String)
  /// There is one argument too many; `nearest` is an option with its name.
  case surplusArgument(String, command: String, usage: String, nearest: String?)
  /// The value of an option, or an argument, is not what was declared.
  case badValue(String, text: String, expected: String, nearest: String?)
}

extension ArgumentError: CustomStringConvertible {
  /// What is wrong and what to do, in plain words, in one line.
  public var description: String {
    switch self {
    case .missingCommand(let program, let commands):
      return "\(program) needs a command: \(commands.joined(separator: ", ")). "
        + "'\(program) --help' explains them."
    case .unknownCommand(let word, let program, let nearest):
      return "'\(word)' is not a command of \(program)\(question(nearest)) "
        + "'\(program) --help' lists them."
    case .optionBeforeCommand(let option, let program):
      return "The command comes before its options: write '\(program) COMMAND \(option)'."
    case .unknownOption(let option, let command, let nearest, let elsewhere):
      if nearest == nil, !elsewhere.isEmpty {
        let others = elsewhere.map { "'\($0)'" }.joined(separator: ", ")
        return "'\(command)' has no option \(option); it belongs to \(others)."
      }
      return "'\(command)' has no option \(option)\(question(nearest)) "
        + "'\(command) --help' lists them."
    case .missingValue(let option, let valueName):
      return "\(option) needs a value: write '\(option) \(valueName)'; "
        + "a value that begins with a dash is written '\(option)=\(valueName)'."
    case .unexpectedValue(let option, let text):
      return "\(option) takes no value: write '\(option)' without '=\(text)'."
    case .repeatedOption(let option, let first, let second):
      return "\(option) is given twice, as '\(first)' and '\(second)': leave one out."
    case .missingOption(let option, let command, let usage):
      return "'\(command)' needs \(option): write '\(usage)'."
    case .missingArgument(let name, let command, let usage):
      return "'\(command)' needs \(name): write '\(usage)'."
    case .surplusArgument(let text, let command, let usage, let nearest):
      return "'\(text)' is one argument too many for '\(command)'\(question(nearest)) "
        + "Write '\(usage)'."
    case .badValue(let name, let text, let expected, let nearest):
      return "'\(text)' will not do for \(name)\(question(nearest)) It must be \(expected)."
    }
  }

  private func question(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? "."
  }
}

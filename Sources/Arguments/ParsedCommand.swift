/// A command line that is as its command declares.
///
/// To ask for an option the command does not declare is an error of the program.
public struct ParsedCommand: Sendable {
  /// The command that was called.
  public let command: Command
  /// What stood without a name, in its order.
  public internal(set) var arguments: [String] = []
  /// The options given, in their order; a flag has no value.
  var given: [(name: String, value: String?)] = []

  init(command: Command) {
    self.command = command
  }

  /// The word that called the command.
  public var name: String { command.name }

  /// Whether a flag was given.
  public func flag(_ name: String) -> Bool {
    check(name, isFlag: true)
    return given.contains { $0.name == name }
  }

  /// The value of an option, the first if it was repeated, `nil` if it was not given.
  public func value(_ name: String) -> String? {
    values(name).first
  }

  /// All values of an option, in their order.
  public func values(_ name: String) -> [String] {
    check(name, isFlag: false)
    return given.compactMap { $0.name == name ? $0.value : nil }
  }

  /// The value of an option declared as ``ValueKind/integer(_:)``, `nil` if it was not given.
  public func integer(_ name: String) -> Int? {
    value(name).flatMap { Int($0) }
  }

  /// The value of an option declared as ``ValueKind/number(_:)``, `nil` if it was not given.
  public func number(_ name: String) -> Double? {
    value(name).flatMap { Double($0) }
  }

  private func check(_ name: String, isFlag: Bool) {
    guard let option = command.option(name), (option.kind == nil) == isFlag else {
      fatalError("\(command.name) declares no \(isFlag ? "flag" : "value") --\(name)")
    }
  }
}

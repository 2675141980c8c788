/// An option of a command, such as `--jobs 4` or `--quiet`.
public struct Option: Sendable {
  /// What follows the name of an option.
  enum Shape: Sendable {
    case flag
    case value(name: String, kind: ValueKind, default: String?)
  }

  /// The name without its dashes.
  public let name: String
  /// What the option does, with the unit of its value, in a few words.
  public let summary: String
  /// Whether it may be given more than once, each time with a value of its own.
  public let isRepeatable: Bool
  /// Whether the command cannot do without it.
  public let isRequired: Bool
  let shape: Shape

  /// An option that is there or not; given twice, it is there.
  public static func flag(_ name: String, _ summary: String) -> Option {
    Option(name: name, summary: summary, isRepeatable: true, isRequired: false, shape: .flag)
  }

  /// An option with a value.
  ///
  /// - Parameters:
  ///   - name: The name without its dashes.
  ///   - valueName: What stands for the value in the help, by custom in capitals: `N`, `DIR`.
  ///   - summary: What the option does, with the unit of its value, in a few words.
  ///   - kind: What the value must look like.
  ///   - defaultText: Words for what holds without the option. They appear in the help only; the
  ///     command applies its default itself.
  ///   - isRepeatable: Whether the option may be given more than once.
  ///   - isRequired: Whether the command cannot do without it.
  public static func value(
    _ name: String, _ valueName: String, _ summary: String, _ kind: ValueKind = .text,
    defaultText: String? = nil, isRepeatable: Bool = false, isRequired: Bool = false
  ) -> Option {
    Option(
      name: name, summary: summary, isRepeatable: isRepeatable, isRequired: isRequired,
      shape: .value(name: valueName, kind: kind, default: defaultText))
  }

  private init(
    name: String, summary: String, isRepeatable: Bool, isRequired: Bool, shape: Shape
  ) {
    precondition(
      !name.isEmpty && !name.hasPrefix("-") && !name.contains("="),
      "'\(name)' cannot be the name of an option")
    self.name = name
    self.summary = summary
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.shape = shape
  }

  /// The option as it is written.
  var spelling: String { "--" + name }

  /// The option with what follows it.
  var usage: String {
    switch shape {
    case .flag: spelling
    case .value(let name, _, _): "\(spelling) \(name)"
    }
  }

  /// What its value must look like, `nil` for a flag.
  var kind: ValueKind? {
    switch shape {
    case .flag: nil
    case .value(_, let kind, _): kind
    }
  }
}

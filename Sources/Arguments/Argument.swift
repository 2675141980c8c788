/// A positional argument of a command, such as the scenario in `run SCENARIO`.
public struct Argument: Sendable {
  /// How often an argument stands on the command line.
  enum Count: Sendable {
    case one
    case oneOrNone
    case many(atLeast: Int)
  }

  /// What stands for it in the help, by custom in capitals.
  public let name: String
  /// What it is, in a few words.
  public let summary: String
  let kind: ValueKind
  let count: Count

  /// An argument that must be there.
  public static func required(
    _ name: String, _ summary: String, _ kind: ValueKind = .text
  ) -> Argument {
    Argument(name: name, summary: summary, kind: kind, count: .one)
  }

  /// An argument that may be left out; only optional ones may follow.
  public static func optional(
    _ name: String, _ summary: String, _ kind: ValueKind = .text
  ) -> Argument {
    Argument(name: name, summary: summary, kind: kind, count: .oneOrNone)
  }

  /// Any number of arguments, of which at least so many must be there; none may follow.
  public static func repeating(
    _ name: String, _ summary: String, _ kind: ValueKind = .text, atLeast least: Int = 1
  ) -> Argument {
    Argument(name: name, summary: summary, kind: kind, count: .many(atLeast: least))
  }

  /// The argument as the usage line shows it.
  var usage: String {
    switch count {
    case .one: name
    case .oneOrNone: "[\(name)]"
    case .many(let least): least > 0 ? "\(name)..." : "[\(name)...]"
    }
  }

  /// How many there must be.
  var least: Int {
    switch count {
    case .one: 1
    case .oneOrNone: 0
    case .many(let least): least
    }
  }

  var isRepeating: Bool {
    switch count {
    case .one, .oneOrNone: false
    case .many: true
    }
  }
}

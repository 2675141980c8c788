/// A request as a command line, rebuilt from the inputs alone.
public struct RequestWords: Sendable, Equatable {
  /// The command that makes the same result.
  public let command: String
  /// The beginning of a command that runs one row again, to which the row's own options are added.
  public let replay: String

  /// A request's two lines.
  public init(command: String, replay: String) {
    self.command = command
    self.replay = replay
  }
}

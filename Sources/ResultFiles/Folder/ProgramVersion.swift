/// Which program makes a result.
public struct ProgramVersion: Sendable, Equatable {
  /// The version, such as `0.1.0`.
  public let program: String
  /// Moves whenever the bytes of results move.
  public let resultsEpoch: Int

  /// A version from its parts.
  public init(program: String, resultsEpoch: Int) {
    self.program = program
    self.resultsEpoch = resultsEpoch
  }
}

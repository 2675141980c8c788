import ResultFiles

/// What this program is called and which bytes it makes.
enum Version {
  /// Version of the program; moves with what it can do.
  static let program = "0.3.0"

  /// Moves whenever the bytes of results move for equal inputs; a golden test obliges it to.
  static let resultsEpoch = 4

  /// The version as results carry it.
  static let ofResults = ProgramVersion(program: program, resultsEpoch: resultsEpoch)

  /// The answer to `--version`.
  static let text = "embargo \(program) (results epoch \(resultsEpoch))"
}

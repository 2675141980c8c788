/// Why a result could not be begun, written or read; the commands word it and choose the exit code.
public enum ResultError: Error, Sendable, Equatable {
  /// The folder holds something that must not be touched (exit 73).
  case occupied(Refusal)
  /// Another process is writing there (exit 73).
  case busy(path: String)
  /// A file or folder could not be written (exit 74).
  case cannotWrite(path: String, reason: String)
  /// A file or folder could not be read, or does not hold what it should (exit 65 or 66).
  case cannotRead(path: String, reason: String)
  /// Somebody asked to stop; what was there before is still there (exit 130 or 143).
  case interrupted
  /// A folder is not there (exit 66).
  case noSuchFolder(path: String)
  /// Folders do not make up one result; one sentence for each reason (exit 65).
  case shardsDoNotFit([String])
  /// Two addresses of drawn parameters lead to one column name (exit 65).
  case columnsCollide(column: String, addresses: [String])
}

extension ResultError: CustomStringConvertible {
  /// The error in one sentence.
  public var description: String {
    switch self {
    case .occupied(let refusal): "\(refusal)"
    case .busy(let path): "another run is writing to \(path)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .interrupted: "interrupted"
    case .noSuchFolder(let path): "there is no folder \(path)"
    case .shardsDoNotFit(let reasons): reasons.joined(separator: "\n")
    case .columnsCollide(let column, let addresses):
      "\(addresses.joined(separator: " and ")) would share the column \(column)"
    }
  }
}

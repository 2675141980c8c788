/// What stands in a place where a run wants to write.
public enum Occupant: Sendable, Equatable {
  /// Nothing, or a folder without anything in it.
  case nothing
  /// A folder with our manifest: how its inputs differ from the run's (equal if not at all), what
  /// else stands in it, and the first of its files that is no longer what was written.
  case result(differences: [String], strangers: [String] = [], damaged: String? = nil)
  /// Anything else.
  case foreign
}

/// What the command line allows to be done about an occupied folder.
public struct FolderOptions: Sendable, Equatable {
  /// Whether folders with our manifest may be replaced (`--force`).
  public var force: Bool
  /// Whether an interrupted run may be taken up again (`--resume`).
  public var resume: Bool

  /// Nothing is allowed unless said.
  public init(force: Bool = false, resume: Bool = false) {
    self.force = force
    self.resume = resume
  }
}

/// What to do with a result folder before a run.
public enum FolderDecision: Sendable, Equatable {
  /// Begin from the first replication, in place of what may be there.
  case start
  /// Take up the journal of an interrupted run.
  case resume
  /// The result is there already.
  case nothingToDo
  /// Leave everything as it is.
  case refuse(Refusal)

  /// Decides from what stands at `DIR` and at `DIR.part`.
  ///
  /// A finished folder is replaced only when the new result is complete, so `start` with `--force`
  /// leaves it in place until then. With both options an interrupted run is taken up where its
  /// inputs are the same, and begun anew where not.
  public static func decide(
    at path: String, finished: Occupant, part: Occupant, options: FolderOptions
  ) -> FolderDecision {
    let partPath = path + ".part"
    switch finished {
    case .nothing: break
    case .foreign: return .refuse(Refusal(path: path, reason: .foreign))
    case .result(let differences, let strangers, let damaged):
      if options.force {
        guard strangers.isEmpty else {
          return .refuse(Refusal(path: path, reason: .alsoHolds(strangers)))
        }
        break
      }
      if let damaged, differences.isEmpty {
        return .refuse(Refusal(path: path, reason: .damaged(damaged)))
      }
      return differences.isEmpty
        ? .nothingToDo
        : .refuse(Refusal(path: path, reason: .otherInputs(differences)))
    }
    switch part {
    case .nothing: return .start
    case .foreign: return .refuse(Refusal(path: partPath, reason: .foreign))
    case .result(let differences, let strangers, _):
      guard strangers.isEmpty else {
        return .refuse(Refusal(path: partPath, reason: .alsoHolds(strangers)))
      }
      if options.resume && differences.isEmpty { return .resume }
      if options.force { return .start }
      return .refuse(
        Refusal(
          path: partPath, reason: options.resume ? .otherInputs(differences) : .unfinished))
    }
  }
}

/// Which folder is in the way, and why it stays.
public struct Refusal: Sendable, Equatable {
  /// Why a folder is left as it is.
  public enum Reason: Sendable, Equatable {
    /// It does not hold our manifest.
    case foreign
    /// It holds a result of other inputs; how they differ.
    case otherInputs([String])
    /// It holds an interrupted run.
    case unfinished
    /// It holds a result, and files that no run wrote and that would be lost.
    case alsoHolds([String])
    /// It holds this result, with a file that is missing or was changed.
    case damaged(String)
  }

  /// The folder in the way.
  public let path: String
  /// Why it stays.
  public let reason: Reason

  /// A refusal.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension Refusal: CustomStringConvertible {
  /// The refusal in one sentence, with what would help.
  public var description: String {
    switch reason {
    case .foreign: "\(path) holds something else"
    case .otherInputs(let differences):
      "\(path) holds a result of other inputs (\(differences.joined(separator: "; ")));"
        + " --force replaces it"
    case .unfinished: "\(path) holds an unfinished run; --resume goes on, --force begins anew"
    case .alsoHolds(let names):
      "\(path) also holds \(names.prefix(5).joined(separator: ", ")), which no run wrote;"
        + " move that away, or choose another folder with --out"
    case .damaged(let name):
      "\(path) holds this result, but \(name) is missing or was changed; --force makes it anew"
    }
  }
}

/// How the program ends; the numbers follow sysexits.h and, for signals, the shells.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  case usage = 64
  case badInput = 65
  case noSuchFile = 66
  case bug = 70
  case occupied = 73
  case cannotWrite = 74
  case partial = 75
  case interrupted = 130
  case terminated = 143

  /// The code in a few words, for the help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .usage: "the command line is wrong"
    case .badInput: "a scenario, design or result is wrong; every problem is listed"
    case .noSuchFile: "there is no such file, or it may not be read"
    case .bug: "a bug in this program; the replay command is printed"
    case .occupied: "the folder holds something else; it was left as it is"
    case .cannotWrite: "the tables cannot be written"
    case .partial: "some replications failed; all others are in the tables"
    case .interrupted: "interrupted; finished rows are kept and --resume goes on"
    case .terminated: "terminated; finished rows are kept and --resume goes on"
    }
  }
}

/// Why a command ends early.
struct Failure: Error {
  let code: ExitCode
  /// Whole lines for standard error, without the last line end.
  let message: String

  init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }
}

import Arguments
import Experiments
import ResultFiles

/// The options of `run` and of `sweep`, as they were given.
struct RunRequest {
  /// What decides the bytes of a result.
  static let inputOptions: [Option] = [
    .value(
      "regimes", "LIST",
      "regimes to compare, with commas between them: ids of the scenario or presets",
      .custom(expected: "ids with commas between them, such as output,weight", isValid: isIDs),
      defaultText: "those of the scenario"),
    .value(
      "replications", "N", "futures to simulate, in a sweep for each experiment",
      .integer(1...10_000_000), defaultText: "the scenario's"),
    PrecisionOption.option, SharedOptions.perDraw, SharedOptions.seed, SettingOption.option,
  ]

  static let options: [Option] =
    inputOptions + [
      ShardOption.option, SharedOptions.jobs,
      .value(
        "out", "DIR", "the folder for the tables", .folder,
        defaultText: "Results/NAME of the scenario, of a sweep Results/NAME-sweep"),
      SharedOptions.force,
      .flag("resume", "goes on with a run that was broken off"),
      Format.option,
    ] + SharedOptions.progressOptions

  /// The command whose result this is: `run` or `sweep`, also where it is only planned.
  let command: String
  let scenario: String
  /// In order of id, since no table depends on the order in which they were named.
  let regimes: [String]?
  let settings: [(path: String, value: String)]
  /// `--replications`, if it was given.
  let replications: Int?
  let perDraw: Int
  let precision: PrecisionGoal?
  let shard: Shard?
  let hasTimeline: Bool
  let jobs: Int
  let out: String?
  let folderOptions: FolderOptions
  let format: Format
  let isQuiet: Bool
  let progress: Progress.Style
  /// The whole command, as it was typed.
  let asTyped: String

  /// - Throws: a failure where options do not go together.
  init(
    _ line: ParsedCommand, asTyped words: [String], planning planned: String? = nil
  ) throws(Failure) {
    command = planned ?? line.name
    scenario = line.arguments[0]
    regimes = line.value("regimes").map { list in
      Array(Set(list.split(separator: ",").map(String.init))).sorted()
    }
    settings = RunRequest.settings(line)
    replications = line.integer("replications")
    perDraw = line.integer("per-draw") ?? 1
    precision = PrecisionOption.goal(line)
    shard = ShardOption.shard(line)
    hasTimeline = command == RunCommand.name || line.flag("timeline")
    jobs = line.integer("jobs") ?? Machine.cores
    out = line.value("out")
    folderOptions = FolderOptions(force: line.flag("force"), resume: line.flag("resume"))
    format = Format(line)
    isQuiet = line.flag("quiet")
    progress = SharedOptions.progress(line)
    asTyped = ShellText.line([CommandLine.arguments[0]] + words)
    if precision != nil && shard != nil {
      throw Failure(
        .usage,
        "embargo \(line.name): --precision and --shard do not go together: where to stop depends on"
          + " the rows of all shards\n   give --replications, which 'plan' helps to choose")
    }
  }

  /// `--seed` and `--replications` are settings too, so that the resolved scenario has them; with
  /// a goal of precision the latter is no number of replications, but a limit.
  private static func settings(_ line: ParsedCommand) -> [(path: String, value: String)] {
    let names = line.value("precision") == nil ? ["seed", "replications"] : ["seed"]
    let own = names.compactMap { name in
      line.integer(name).map { (path: name, value: "\($0)") }
    }
    return SettingOption.settings(line) + own
  }

  @Sendable private static func isIDs(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { id in
      guard let first = id.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
      else { return false }
      return id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    }
  }
}

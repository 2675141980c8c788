import Arguments
import Experiments
import ResultFiles

/// The options of `run`, as they were given.
struct RunRequest {
  static let options: [Option] = [
    .value(
      "regimes", "LIST",
      "regimes to compare, with commas between them: ids of the scenario or presets",
      .custom(expected: "ids with commas between them, such as output,weight", isValid: isIDs),
      defaultText: "those of the scenario"),
    .value(
      "replications", "N", "futures to simulate", .integer(1...10_000_000),
      defaultText: "the scenario's"),
    SharedOptions.perDraw, SharedOptions.seed, SettingOption.option,
    .value(
      "jobs", "N", "threads; changes no result", .integer(1...1024), defaultText: "all cores"),
    .value("out", "DIR", "the folder for the tables", .folder, defaultText: "Results/NAME"),
    .flag("force", "replaces what an earlier run left in the folder, and nothing else"),
    .flag("resume", "goes on with a run that was broken off"),
    Format.option,
    .flag("quiet", "writes problems alone to standard error"),
    .flag("no-progress", "shows no progress"),
  ]

  let scenario: String
  /// In order of id, since no table depends on the order in which they were named.
  let regimes: [String]?
  let settings: [(path: String, value: String)]
  let perDraw: Int
  let jobs: Int
  let out: String?
  let folderOptions: FolderOptions
  let format: Format
  let isQuiet: Bool
  let progress: Progress.Style
  /// The whole command, as it was typed.
  let asTyped: String

  init(_ line: ParsedCommand, asTyped words: [String]) {
    scenario = line.arguments[0]
    regimes = line.value("regimes").map { list in
      Array(Set(list.split(separator: ",").map(String.init))).sorted()
    }
    settings = RunRequest.settings(line)
    perDraw = line.integer("per-draw") ?? 1
    jobs = line.integer("jobs") ?? Machine.cores
    out = line.value("out")
    folderOptions = FolderOptions(force: line.flag("force"), resume: line.flag("resume"))
    format = Format(line)
    isQuiet = line.flag("quiet")
    progress =
      isQuiet || line.flag("no-progress")
      ? .none : StandardStreams.remarkWidth.map { .bar(width: $0) } ?? .lines
    asTyped = ShellText.line([CommandLine.arguments[0]] + words)
  }

  /// `--seed` and `--replications` are settings too, so that the resolved scenario has them.
  private static func settings(_ line: ParsedCommand) -> [(path: String, value: String)] {
    let own = ["seed", "replications"].compactMap { name in
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

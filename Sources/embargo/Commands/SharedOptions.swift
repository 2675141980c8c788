import Arguments
import Experiments

/// Options that every command has which simulates, with one meaning.
enum SharedOptions {
  static let perDraw = Option.value(
    "per-draw", "M", "futures that share one set of drawn parameters", .integer(1...10_000_000),
    defaultText: "1")
  static let seed = Option.value(
    "seed", "N", "seed of every random number", .integer(0...Int(RunPlan.largestSeed)),
    defaultText: "the scenario's")
  static let jobs = Option.value(
    "jobs", "N", "threads; changes no result", .integer(1...1024), defaultText: "all cores")
  static let force = Option.flag(
    "force", "replaces what an earlier run left in the folder, and nothing else")
  static let quiet = Option.flag("quiet", "writes problems alone to standard error")
  /// What is written to standard error while a command works.
  static let progressOptions = [
    quiet,
    .flag("no-progress", "shows no progress"),
    .value(
      "progress-seconds", "S",
      "writes a line of progress every S seconds, for programs and logs", .number(0...86_400),
      defaultText: "a bar on a terminal, otherwise a line every 10 seconds"),
  ]

  /// How progress is to be shown.
  static func progress(_ line: ParsedCommand) -> Progress.Style {
    if line.flag("quiet") || line.flag("no-progress") { return .none }
    if let seconds = line.number("progress-seconds") { return .lines(every: .seconds(seconds)) }
    return StandardStreams.remarkWidth.map { .bar(width: $0) } ?? .lines(every: .seconds(10))
  }
}

/// `--precision`, which runs until the headlines are known well enough.
enum PrecisionOption {
  static let option = Option.value(
    "precision", "P",
    "stops each experiment, from 256 replications on, when half the 95 % interval of both headline"
      + " percentages is at most P"
      + " of the mean, or 0.05 points, under every regime; --replications is then the most"
      + " (otherwise \(Figures.grouped(most)))",
    .custom(expected: "a percentage from 0.1% to 50%, such as 2%", isValid: { value($0) != nil }))

  /// The most replications where nothing else is said.
  static let most = 100_000

  static func goal(_ line: ParsedCommand) -> PrecisionGoal? {
    line.value("precision").flatMap(value).map(goal)
  }

  /// The goal with a given part of the mean.
  static func goal(_ relative: Double) -> PrecisionGoal {
    PrecisionGoal(
      relative: relative, outcomes: [Headline.disruptionShare, Headline.defenders])
  }

  @Sendable private static func value(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    guard let number = Double(isPercent ? String(text.dropLast()) : text) else { return nil }
    let part = isPercent ? number / 100 : number
    return part >= 0.001 && part <= 0.5 ? part : nil
  }
}

/// `--shard`, which makes one part of a run.
enum ShardOption {
  static let option = Option.value(
    "shard", "I/N",
    "makes part I of N alone, for 'merge' to join; every part may be made on another machine",
    .custom(expected: "I/N with I from 1 to N, such as 2/7", isValid: { shard($0) != nil }))

  static func shard(_ line: ParsedCommand) -> Shard? {
    line.value("shard").flatMap(shard)
  }

  @Sendable private static func shard(_ text: String) -> Shard? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], index >= 1, index <= count,
      count <= 1_000_000
    else { return nil }
    return Shard(index: index, of: count)
  }
}

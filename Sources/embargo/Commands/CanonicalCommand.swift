import Experiments
import ResultFiles

/// The command line of a result, rebuilt from its inputs alone.
struct CanonicalCommand {
  let name: String
  /// The scenario's portable name.
  let scenario: String
  /// The acting regimes.
  let regimes: [String]
  let plan: RunPlan
  /// `--replications`, where it was given beside a goal of precision.
  let most: Int?
  let settings: [(path: String, value: String)]
  /// The options that make the design of a sweep.
  let designWords: [String]
  let design: Design
  let hasTimeline: Bool

  /// The command, and the beginning of one that runs a row again.
  var words: RequestWords {
    RequestWords(command: ShellText.line(command), replay: ShellText.line(replay))
  }

  private var command: [String] {
    var words = ["embargo", name, scenario] + designWords + regimeWords
    if let goal = plan.precision {
      words += ["--precision", Figures.plain(goal.relative)]
      if let most { words += ["--replications", "\(most)"] }
    } else {
      words += ["--replications", "\(plan.replications)"]
    }
    if name == SweepCommand.name && hasTimeline { words.append("--timeline") }
    return words + shared(withSeed: true)
  }

  /// The row's own options follow: what the design says of its experiment, and its replication.
  ///
  /// The folder is one of its own, which the next replay may replace.
  private var replay: [String] {
    ["embargo", "run", scenario, "--out", "Results/replay", "--force"]
      + (design.regimes.isEmpty ? regimeWords : [])
      + shared(withSeed: !design.addresses.contains("seed"))
  }

  private var regimeWords: [String] {
    guard design.regimes.isEmpty else { return [] }
    return ["--regimes", regimes.isEmpty ? "none" : regimes.joined(separator: ",")]
  }

  private func shared(withSeed: Bool) -> [String] {
    var words = withSeed ? ["--seed", "\(plan.seed)"] : []
    if plan.perDraw > 1 { words += ["--per-draw", "\(plan.perDraw)"] }
    for setting in settings where setting.path != "seed" && setting.path != "replications" {
      words += ["--set", "\(setting.path)=\(setting.value)"]
    }
    return words
  }
}

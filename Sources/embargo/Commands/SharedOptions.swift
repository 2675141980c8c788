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
}

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
  static let set = Option.value(
    "set", "ADDRESS=VALUE", "changes one entry of the scenario",
    .custom(
      expected: "ADDRESS=VALUE, such as regulator.licensing_officers=200",
      isValid: { setting($0) != nil }),
    isRepeatable: true)

  /// The settings of a line, in their order.
  static func settings(_ line: ParsedCommand) -> [(path: String, value: String)] {
    line.values("set").compactMap(setting)
  }

  /// A setting in its two parts; nil for what is none.
  private static func setting(_ text: String) -> (path: String, value: String)? {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}

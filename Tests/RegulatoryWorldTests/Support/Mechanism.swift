import ExportControls
import RegulatoryWorld
import Scenarios
import Testing

/// A mechanism of the model: what shows it, what switches it off, and what that moves.
///
/// A row of the article `Mechanisms` says the same in words; ``MechanismTable`` holds the rows.
struct Mechanism: Sendable, CustomTestStringConvertible {
  /// Where the mean of an outcome goes when the mechanism is switched off.
  enum Way: String, Sendable { case up, down }

  let number: Int
  let name: String
  /// Files that hold it, under `Sources/RegulatoryWorld`.
  let files: [String]
  /// Kinds of events that show it in a history.
  let events: [String]
  /// Whether none of these is left once it is off.
  let vanishes: Bool
  /// Addresses and values that switch it off; `*` stands for every name in its place.
  let off: [(path: String, value: String)]
  /// The outcome it moves, and where that goes once it is off.
  let outcome: String
  let goes: Way
  /// The regime lived under, and another once it is off, where the switch renames it.
  let regime: String
  let regimeOff: String
  /// A question in which the mechanism shows.
  let question: Question
  let seeds: ClosedRange<UInt64>
  /// Tests of its finer points, besides the one that lives through the table.
  let tests: [String]

  init(
    _ number: Int, _ name: String, in files: [String], shownBy events: [String],
    vanishes: Bool = true, off: [(path: String, value: String)],
    moves outcome: String, _ goes: Way, under regime: String, thenUnder regimeOff: String? = nil,
    of question: Question, seeds: ClosedRange<UInt64> = 1...30, tests: [String] = []
  ) {
    self.number = number
    self.name = name
    self.files = files
    self.events = events
    self.vanishes = vanishes
    self.off = off
    self.outcome = outcome
    self.goes = goes
    self.regime = regime
    self.regimeOff = regimeOff ?? regime
    self.question = question
    self.seeds = seeds
    self.tests = tests
  }

  var testDescription: String { "\(number) \(name)" }

  /// The regimes that its question is about: those of the question where one of them is chosen.
  var regimes: [String] { regime == "chosen" ? question.regimes : [regime] }

  /// A question with the mechanism off, every `*` replaced by each name that may stand there.
  func switchedOff(_ question: Question) throws -> Question {
    let addresses = try question.scenario().parameters.entries.map(\.address)
    return question.with(
      off.flatMap { setting in
        setting.path.contains("*")
          ? Mechanism.expand(setting.path, among: addresses).map { ($0, setting.value) } : [setting]
      })
  }

  /// Whether an address is a choice of words: a field of a regime that the question is about, or
  /// who chooses among them.
  func isChoice(_ address: String) -> Bool {
    let words = address.split(separator: ".").map(String.init)
    if words.count == 3, words[0] == "regimes", regimes.contains(words[1]) {
      return RegimeField(rawValue: words[2]) != nil
    }
    return address == "regulator.mode"
  }

  /// The addresses that a pattern stands for.
  static func expand(_ pattern: String, among addresses: [String]) -> [String] {
    let words = pattern.split(separator: ".")
    return addresses.filter { address in
      let parts = address.split(separator: ".")
      return parts.count == words.count
        && zip(words, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  /// Its row in the article.
  var row: String {
    func code(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
    let cells = [
      "\(number)", name, code(files), code(events) + (vanishes ? "" : " (stay)"),
      code(off.map { "\($0.path) = \($0.value)" }), "`\(outcome)` \(goes.rawValue)",
      "`\(regime)`",
      tests.isEmpty ? "–" : code(tests),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}

/// Many futures of one question, each with its history, under one regime.
struct Lives {
  /// The outcome looked at, seed by seed; empty counts as 0, a time that never came as the horizon.
  private(set) var values: [Double] = []
  /// Kinds of events that some history holds.
  private(set) var events: Set<String> = []

  init(_ question: Question, of mechanism: Mechanism, under regime: String) throws {
    let study = Study(try question.scenario())
    let column = try Rows.column(mechanism.outcome)
    let isTime = Outcomes.registry[column].statistic == .timeToEvent
    guard let number = study.regimes.firstIndex(of: regime) else { throw Missing(regime: regime) }
    var replicator = Replicator(study)
    for seed in mechanism.seeds {
      let told = replicator.history(
        regime: number, replication: 1, draw: study.draw(1, seed: seed), seed: seed)
      let value = told.outcomes[column]
      values.append(value.isNaN ? (isTime ? study.horizon : 0) : value)
      events.formUnion(told.history.lines.map(\.event))
    }
  }

  var mean: Double { values.reduce(0, +) / Double(values.count) }

  struct Missing: Error { let regime: String }
}

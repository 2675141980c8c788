import JSON5
import Scenarios
import Testing

@Suite("Reading: robustness")
struct ReadingRobustnessTests {
  @Test("no change to the text of a scenario crashes the reader")
  func mutatedTexts() {
    let pieces = [
      "{", "}", "[", "]", ":", ",", "null", "1e308", "-1e308", "-1", "0", "1e-320", "'x'", "true",
      "uniform", "value", "truncate: [1, 0],", "$evidence: 5,", "extends: 'x',", "9e18", "é", "\"",
      "lognormal: {median: 1e-300, p90: 1e300}", "normal: [0, 1e308]", "beta: {mean: 0, sd: 0}",
    ]
    for seed in UInt64(1)...600 {
      var dice = ReadingDice(seed: seed)
      var scalars = Array(ReadingFixture.text.unicodeScalars)
      for _ in 0...dice.below(4) {
        let place = dice.below(scalars.count)
        let end = min(scalars.count, place + dice.below(6))
        let piece = Array(pieces[dice.below(pieces.count)].unicodeScalars)
        scalars.replaceSubrange(place..<end, with: dice.below(3) == 0 ? [] : piece)
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      check(text, seed)
    }
  }

  @Test("no value in any place of a scenario crashes the reader")
  func mutatedTrees() throws {
    let tree = try #require(JSON5Reader.parse(ReadingFixture.text, file: 0).node)
    for seed in UInt64(1)...1500 {
      var dice = ReadingDice(seed: seed)
      var changed = tree
      for _ in 0...dice.below(3) { changed = mutated(changed, &dice) }
      check(changed.json(), seed)
    }
  }

  @Test("no setting crashes the reader")
  func settings() {
    let names = ["labs", "anthropic", "staff", "0", "timeline", "uniform", "", "é", "$source", "x"]
    let values = ["1", "null", "{}", "[]", "{a: {b: null}}", "-", "", "x y", "{uniform: [1e308]}"]
    for seed in UInt64(1)...1000 {
      var dice = ReadingDice(seed: seed)
      let settings = (0...dice.below(3)).map { _ in
        let path = (0...dice.below(4)).map { _ in names[dice.below(names.count)] }
        return (path: path.joined(separator: "."), value: values[dice.below(values.count)])
      }
      check(ReadingFixture.text, seed, settings: settings)
    }
    let long = Array(repeating: "a", count: 100_000).joined(separator: ".")
    check("{}", 0, settings: [(path: long, value: "1")])
  }

  private func check(
    _ text: String, _ seed: UInt64, settings: [(path: String, value: String)] = []
  ) {
    do {
      let table = try ReadingFixture.table(text, settings: settings)
      let values = table.draw(seed: seed, draw: 1).values
      #expect(!values.contains { !$0.isFinite }, "seed \(seed)")
      for (value, entry) in zip(values, table.entries) {
        #expect(entry.quantity.complaint(about: value) == nil, "seed \(seed) \(entry.address)")
      }
    } catch {
      #expect(!error.problems.isEmpty, "seed \(seed)")
      #expect(error.rendered().hasSuffix("; nothing was run"), "seed \(seed)")
    }
  }

  private func mutated(_ node: Node, _ dice: inout ReadingDice) -> Node {
    if dice.below(12) == 0 { return strange(&dice) }
    switch node.value {
    case .array(var elements):
      guard !elements.isEmpty else { return strange(&dice) }
      let index = dice.below(elements.count)
      elements[index] = mutated(elements[index], &dice)
      return Node(.array(elements))
    case .object(var members):
      guard !members.isEmpty else { return strange(&dice) }
      let index = dice.below(members.count)
      if dice.below(10) == 0 {
        members.remove(at: index)
      } else {
        members[index].node = mutated(members[index].node, &dice)
      }
      return Node(.object(members))
    case .null, .bool, .number, .string: return strange(&dice)
    }
  }

  private func strange(_ dice: inout ReadingDice) -> Node {
    let numbers = [0, -0.5, 0.3, 1, 2, 1e9, 1e19, -1e19, 1.7e308, -1.7e308, 2.5e-308]
    func number(_ dice: inout ReadingDice) -> Node { .number(numbers[dice.below(numbers.count)]) }
    func list(_ count: Int, _ dice: inout ReadingDice) -> Node {
      .array((0..<count).map { _ in number(&dice) })
    }
    switch dice.below(14) {
    case 0: return .null
    case 1: return .bool(true)
    case 2: return .string(["", "order", "2026-02-30", "x\u{0}"][dice.below(4)])
    case 3: return list(dice.below(4), &dice)
    case 4: return .object([])
    case 5: return .object([("uniform", list(2, &dice))])
    case 6: return .object([("triangular", list(3, &dice)), ("truncate", list(2, &dice))])
    case 7: return .object([("pert", list(3, &dice))])
    case 8: return .object([("normal", list(2, &dice)), ("truncate", list(2, &dice))])
    case 9:
      return .object([
        ("lognormal", .object([("median", number(&dice)), ("p90", number(&dice))])),
        ("truncate", list(2, &dice)),
      ])
    case 10: return .object([("beta", .object([("mean", number(&dice)), ("sd", number(&dice))]))])
    case 11:
      let count = dice.below(4)
      return .object([
        ("discrete", .object([("values", list(count, &dice)), ("weights", list(count, &dice))]))
      ])
    case 12: return .object([("empirical", list(dice.below(4), &dice))])
    default: return number(&dice)
    }
  }
}

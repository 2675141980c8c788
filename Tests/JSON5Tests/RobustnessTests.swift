import JSON5
import Testing

@Suite("Robustness")
struct RobustnessTests {
  @Test("no bytes make the reader crash, and what it refuses it explains")
  func randomBytes() {
    for seed in UInt64(1)...2000 {
      var dice = Dice(seed: seed)
      let bytes = (0..<dice.below(200)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      check(String(decoding: bytes, as: UTF8.self), seed)
    }
  }

  @Test("no sequence of marks makes the reader crash")
  func randomMarks() {
    let marks = [
      "{", "}", "[", "]", ":", ",", "\"", "'", "\\", "/", "*", "//", "/*", "*/", "\n", "\r", " ",
      "a", "1", "-", "+", ".", "e", "0x", "\\u", "\\x", "d83d", "null", "Infinity", "é", "😀", ";",
      "=", "\u{2028}", "\u{FEFF}", "“",
    ]
    for seed in UInt64(1)...3000 {
      var dice = Dice(seed: seed)
      let text = (0..<dice.below(60)).map { _ in marks[dice.below(marks.count)] }.joined()
      check(text, seed)
    }
  }

  @Test("a text cut anywhere is refused, and never crashes the reader")
  func prefixes() {
    let text = #"{a: [1, -2.5e3, 'x\u0041\'y', "z"], /* c */ b: {'c-d': null, e: true,},}"#
    #expect(JSON5Reader.parse(text, file: 0).problems.isEmpty)
    for end in text.indices {
      let (node, problems) = JSON5Reader.parse(String(text[..<end]), file: 0)
      #expect(node == nil)
      #expect(!problems.isEmpty)
    }
  }

  @Test("a large text on one line is read in proportion to its length")
  func large() {
    let members = (0..<100_000).map { "k\($0):[\($0),'x']" }
    let (node, problems) = JSON5Reader.parse("{" + members.joined(separator: ",") + "}", file: 0)
    #expect(problems.isEmpty)
    #expect(node?.members?.count == 100_000)
  }

  private func check(_ text: String, _ seed: UInt64) {
    let (node, problems) = JSON5Reader.parse(text, file: 0)
    #expect(node != nil || !problems.isEmpty, "seed \(seed)")
    #expect(
      problems.allSatisfy { $0.position.line >= 1 && $0.position.column >= 1 }, "seed \(seed)")
    if let node {
      #expect(JSON5Reader.parse(node.json(), file: 0).problems.isEmpty, "seed \(seed)")
    }
  }
}

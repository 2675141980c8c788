import ExportControls
import Testing

/// A preset, a change to it, and the rule that then decides whether it stays inside its hook.
struct Overreach: CustomTestStringConvertible, Sendable {
  let preset: String
  let words: String
  let isBeyond: Bool
  let decidedBy: String
  let change: @Sendable (inout Regime) -> Void

  var testDescription: String { "\(preset), \(words)" }
}

@Suite("Legal exposure")
struct LegalExposureTests {
  static let rows: [Overreach] = [
    Overreach(
      preset: "output", words: "every foreign destination", isBeyond: true,
      decidedBy: "15 CFR 742.4(a)(1)", change: { $0.destinationScope = .allForeign }),
    Overreach(
      preset: "output", words: "permanent residents too", isBeyond: true,
      decidedBy: "15 CFR 772.1", change: { $0.personScope = .anyNoncitizen }),
    Overreach(
      preset: "output", words: "access", isBeyond: true,
      decidedBy: "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E",
      change: { $0.itemScope = .access }),
    Overreach(
      preset: "output", words: "fewer destinations", isBeyond: false,
      decidedBy: "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E",
      change: { $0.destinationScope = .d1D5E }),
    Overreach(
      preset: "us-person-support", words: "all foreign persons", isBeyond: true,
      decidedBy: "15 CFR 744.22", change: { $0.personScope = .foreignPersons }),
    Overreach(
      preset: "us-person-support", words: "other countries", isBeyond: true,
      decidedBy: "15 CFR 744.22", change: { $0.destinationScope = .allForeign }),
    Overreach(
      preset: "us-person-support", words: "access", isBeyond: true,
      decidedBy: "15 CFR 744.6(b)", change: { $0.itemScope = .access }),
    Overreach(
      preset: "weight", words: "publication", isBeyond: true,
      decidedBy: "Bernstein v. United States Department of Justice",
      change: { $0.publishedExclusion = false }),
    Overreach(
      preset: "weight", words: "use", isBeyond: true, decidedBy: "ECCN 4E091",
      change: { $0.itemScope = .access }),
    Overreach(
      preset: "weight", words: "permanent residents too", isBeyond: true,
      decidedBy: "15 CFR 772.1", change: { $0.personScope = .anyNoncitizen }),
    Overreach(
      preset: "model", words: "permanent residents too", isBeyond: true,
      decidedBy: "15 CFR 772.1", change: { $0.personScope = .anyNoncitizen }),
    Overreach(
      preset: "model", words: "as shipped", isBeyond: false,
      decidedBy: "15 CFR 742.6(a)(8) and part 774, supplement 5", change: { _ in }),
  ]

  @Test("A reach beyond the hook is weaker in court, for a cited reason", arguments: rows)
  func overreach(row: Overreach) throws {
    var changed = try regime(row.preset)
    row.change(&changed)
    let found = changed.beyondItsHook
    #expect(found.isReached == row.isBeyond, "\(found)")
    #expect(found.citations.first?.text == row.decidedBy, "\(found)")
    #expect(
      changed.injunctionProbability
        == (row.isBeyond
          ? changed.injunctionProbabilityBeyond : changed.injunctionProbabilityInside))
  }
}

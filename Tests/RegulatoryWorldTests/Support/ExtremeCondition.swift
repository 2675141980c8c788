import RegulatoryWorld
import Testing

/// A market pushed to a limit, and what must follow there.
///
/// A row of the article `FaceValidity` says the same in words; ``ExtremeTable`` holds the rows.
struct ExtremeCondition: Sendable, CustomTestStringConvertible {
  /// What must hold in every future, where nothing else is said.
  enum Claim: Sendable {
    /// Outcomes are 0 to the last bit, or empty where they may be, and would not be otherwise.
    case zero(_ ids: [String], under: [String]? = nil)
    /// An outcome is this number, but for rounding.
    case equal(_ id: String, to: Double, under: [String]? = nil)
    /// An outcome lies between two numbers.
    case within(_ id: String, ClosedRange<Double>, under: [String]? = nil)
    /// An outcome is empty, and would not be otherwise.
    case empty(_ id: String)
    /// The mean of an outcome is above 0: the condition leaves it as it was.
    case felt(_ id: String, under: [String]? = nil)
    /// Outcomes are the same, to the last bit, as with other settings besides.
    case same(_ ids: [String], with: [(path: String, value: String)])
  }

  let name: String
  /// What must follow, and why, in words.
  let follows: String
  let because: String
  /// The question without the condition, in which what is claimed to vanish is felt.
  let ordinary: Question
  /// What makes it extreme, as `--set` takes it.
  let settings: [(path: String, value: String)]
  let claims: [Claim]

  init(
    _ name: String, follows: String, because: String, in ordinary: Question,
    _ settings: [(path: String, value: String)], _ claims: [Claim]
  ) {
    self.name = name
    self.follows = follows
    self.because = because
    self.ordinary = ordinary
    self.settings = settings
    self.claims = claims
  }

  var testDescription: String { name }

  var question: Question { ordinary.with(settings) }

  /// Its row in the article.
  var row: String { "| \(name) | \(follows) | \(because) |" }
}

extension ExtremeCondition {
  /// Lives through the condition and checks every claim.
  func check(seeds: ClosedRange<UInt64>) throws {
    let rows = try Rows(question, seeds: seeds)
    let usual = try claims.contains(where: \.needsContrast) ? Rows(ordinary, seeds: 1...20) : rows
    for claim in claims { try check(claim, rows, usual, seeds) }
  }

  private func check(
    _ claim: Claim, _ rows: Rows, _ usual: Rows, _ seeds: ClosedRange<UInt64>
  ) throws {
    let all = Array(rows.regimes.dropFirst())
    switch claim {
    case .zero(let ids, let chosen):
      try rows.expectZero(ids, under: chosen, law: name)
      for id in ids {
        let isFelt = try (chosen ?? all).contains { try usual.column(id, $0).contains { $0 != 0 } }
        #expect(isFelt, "\(id) is 0 without the condition, too: the claim says nothing")
      }
    case .equal(let id, let value, let chosen):
      let slack = max(1e-9, 1e-9 * abs(value))
      try expect(id, in: value - slack...value + slack, rows, under: chosen ?? all)
    case .within(let id, let range, let chosen):
      try expect(id, in: range, rows, under: chosen ?? all)
    case .empty(let id):
      for regime in all {
        #expect(try rows.column(id, regime).allSatisfy(\.isNaN), "\(id) under \(regime)")
        #expect(try usual.column(id, regime).contains { !$0.isNaN }, "\(id) is empty anyway")
      }
    case .felt(let id, let chosen):
      for regime in chosen ?? all { #expect(try rows.mean(id, regime) > 0, "\(id), \(regime)") }
    case .same(let ids, let settings):
      let others = try Rows(question.with(settings), seeds: seeds)
      for regime in all {
        try rows.expectSame(ids, regime, as: regime, of: others, law: name)
      }
    }
  }

  private func expect(
    _ id: String, in range: ClosedRange<Double>, _ rows: Rows, under regimes: [String]
  ) throws {
    var verdict = Verdict("\(name): \(id) lies in \(range)")
    for regime in regimes {
      for (index, value) in try rows.column(id, regime).enumerated() where !range.contains(value) {
        verdict.note(question, seed: rows.seeds[index], "\(value) under \(regime)")
      }
    }
    verdict.settle()
  }
}

extension ExtremeCondition.Claim {
  /// Whether it says that something vanishes, which it then must not do by itself.
  var needsContrast: Bool {
    switch self {
    case .zero, .empty: true
    case .equal, .within, .felt, .same: false
    }
  }
}

import RegulatoryWorld
import Scenarios
import Testing

/// The outcomes of many futures of one question: seed by seed, regime by regime.
struct Rows: Sendable {
  let question: Question
  let seeds: [UInt64]
  /// `none` first, then the regimes by id.
  let regimes: [String]
  private let values: [Double]

  /// Lives through one replication for each seed, as `--seed S --replications 1` does.
  init(_ question: Question, seeds: ClosedRange<UInt64> = 1...100) throws {
    self.question = question
    self.seeds = Array(seeds)
    let study = Study(try question.scenario())
    regimes = study.regimes
    var replicator = Replicator(study)
    var values: [Double] = []
    for seed in seeds {
      let draw = study.draw(1, seed: seed)
      values += try replicator.run(replication: 1, draw: draw, seed: seed, timeline: false).outcomes
    }
    self.values = values
  }

  /// One outcome of one seed under one regime; NaN if it is empty.
  func value(_ seed: Int, _ regime: Int, _ column: Int) -> Double {
    values[(seed * regimes.count + regime) * Outcomes.registry.count + column]
  }

  /// One outcome under a regime, seed by seed.
  func column(_ id: String, _ regime: String) throws -> [Double] {
    let number = try #require(regimes.firstIndex(of: regime), "no regime \(regime)")
    let column = try Rows.column(id)
    return seeds.indices.map { value($0, number, column) }
  }

  /// The mean of an outcome under a regime, over the seeds where it is not empty.
  func mean(_ id: String, _ regime: String) throws -> Double {
    let present = try column(id, regime).filter { !$0.isNaN }
    try #require(!present.isEmpty, "\(id) is empty for every seed under \(regime)")
    return present.reduce(0, +) / Double(present.count)
  }

  /// The place of an outcome among the columns.
  static func column(_ id: String) throws -> Int {
    try #require(Outcomes.registry.firstIndex { $0.id == id }, "no outcome \(id)")
  }

  /// Every outcome that is a difference to the world without action.
  static let paired = Outcomes.registry.filter(\.paired).map(\.id)
  /// Every outcome.
  static let all = Outcomes.registry.map(\.id)
}

/// Collects the seeds that break a law, so that one broken law is one short report.
struct Verdict {
  private let law: String
  private var broken: [String] = []

  init(_ law: String) { self.law = law }

  /// Notes a future that breaks the law.
  mutating func note(_ question: Question, seed: UInt64, _ what: String) {
    broken.append("seed \(seed): \(what)\n    \(question.replay(seed: seed))")
  }

  /// Fails the test if any future broke the law.
  func settle(_ location: SourceLocation = #_sourceLocation) {
    guard !broken.isEmpty else { return }
    let first = broken.prefix(2).joined(separator: "\n  ")
    Issue.record(
      "\(law): broken \(broken.count) times\n  \(first)", sourceLocation: location)
  }
}

extension Rows {
  /// Outcomes are 0 to the last bit, or empty where that is allowed, under some regimes or all.
  func expectZero(
    _ ids: [String], under chosen: [String]? = nil, law: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    var verdict = Verdict(law)
    for id in ids {
      let column = try Rows.column(id)
      for (number, regime) in regimes.enumerated() where chosen?.contains(regime) ?? true {
        for (index, seed) in seeds.enumerated() {
          let value = value(index, number, column)
          guard value != 0, !value.isNaN else { continue }
          verdict.note(question, seed: seed, "\(id) under \(regime) is \(value)")
        }
      }
    }
    verdict.settle(location)
  }

  /// Every regime's order took effect, and was lifted after so many days.
  func expectOrder(
    lifted days: Double, law: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    var verdict = Verdict(law + ", the order itself")
    for regime in regimes.dropFirst() {
      for (index, relief) in try column("days_to_full_relief", regime).enumerated()
      where relief != days {
        verdict.note(question, seed: seeds[index], "lifted after \(relief) days under \(regime)")
      }
    }
    verdict.settle(location)
  }

  /// An outcome is never greater under one regime than under another, of one question or of two.
  func expectAtMost(
    _ id: String, _ regime: String, than other: String, of rows: Rows? = nil, law: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let rows = rows ?? self
    try #require(rows.seeds == seeds)
    let (ours, theirs) = (try column(id, regime), try rows.column(id, other))
    var verdict = Verdict(law)
    // Sums over pieces cut at other days may differ in their last bits.
    for (index, seed) in seeds.enumerated()
    where !(ours[index] <= theirs[index] + 1e-12 * abs(theirs[index])) {
      verdict.note(
        question, seed: seed,
        "\(id) is \(ours[index]) under \(regime), only \(theirs[index]) under \(other)")
    }
    verdict.settle(location)
  }

  /// Two regimes, of one question or of two, have the same rows to the last bit.
  func expectSame(
    _ ids: [String], _ regime: String, as other: String, of rows: Rows? = nil,
    times factor: Double = 1, law: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let rows = rows ?? self
    try #require(rows.seeds == seeds)
    var verdict = Verdict(law)
    for id in ids {
      let ours = try column(id, regime)
      let theirs = try rows.column(id, other)
      for (index, seed) in seeds.enumerated() {
        let (a, b) = (ours[index] * factor, theirs[index])
        if a == b || a.isNaN && b.isNaN { continue }
        verdict.note(
          rows.question, seed: seed,
          "\(id) is \(ours[index]) under \(regime) and \(b) under \(other)")
      }
    }
    verdict.settle(location)
  }
}

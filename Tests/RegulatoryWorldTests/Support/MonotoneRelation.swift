import RegulatoryWorld
import Scenarios
import Testing

/// Something there is more and more of, and where that leads the means of outcomes.
///
/// A row of the article `FaceValidity` says the same in words; ``MonotoneTable`` holds the rows.
struct MonotoneRelation: Sendable, CustomTestStringConvertible {
  /// Where the mean of an outcome goes as there is more.
  enum Way: String, Sendable {
    case up, down
    /// Nowhere that these futures would show.
    case nowhere
  }

  /// What there is more of, and from which level to which.
  let name: String
  let levels: [Double]
  /// Addresses that take a level; `*` stands for every name in its place.
  let addresses: [String]
  /// Names that `*` leaves out.
  let sparing: [String]
  let outcomes: [(id: String, goes: Way)]
  let because: String
  let question: Question

  init(
    _ name: String, _ addresses: [String], sparing: [String] = [], _ levels: [Double],
    in question: Question, moves outcomes: [(id: String, goes: Way)], because: String
  ) {
    self.name = name
    self.levels = levels
    self.addresses = addresses
    self.sparing = sparing
    self.outcomes = outcomes
    self.because = because
    self.question = question
  }

  var testDescription: String { name }

  /// The question at one level.
  func question(at level: Double) throws -> Question {
    let known = try question.scenario().parameters.entries.map(\.address)
    return question.with(
      addresses.flatMap { address in
        let found = Mechanism.expand(address, among: known).filter { name in
          !sparing.contains { name.contains($0) }
        }
        return (found.isEmpty ? [address] : found).map { ($0, "\(level)") }
      })
  }

  /// Its row in the article.
  var row: String {
    func code(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
    let range = levels.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }
    let moves = MonotoneRelation.Way.all.compactMap { way in
      let ids = outcomes.filter { $0.goes == way }.map(\.id)
      return ids.isEmpty ? nil : "\(code(ids)) \(way.rawValue)"
    }
    let spared = sparing.isEmpty ? "" : " but of \(code(sparing))"
    let cells = [
      name, "\(code(addresses))\(spared): \(range.joined(separator: ", "))",
      moves.joined(separator: "; "), code(question.regimes), because,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}

extension MonotoneRelation.Way {
  static let all: [MonotoneRelation.Way] = [.up, .down, .nowhere]
}

extension MonotoneRelation {
  /// Lives through every level with the same strokes of luck, and looks where the means go.
  ///
  /// Every step must go that way, and all of them together by more than two standard errors of the
  /// differences, future by future.
  func check(seeds: ClosedRange<UInt64>) throws {
    let questions = try levels.map(question(at:))
    let rows = try questions.map { try Rows($0, seeds: seeds) }
    for (id, way) in outcomes {
      for regime in question.regimes {
        let columns = try rows.map { try filled($0.column(id, regime), id) }
        let report = """
          \(id) under \(regime) should go \(way.rawValue): \(columns.map(Self.mean))
            \(questions[0].replay(seed: seeds.lowerBound))
          """
        let whole = MechanismTableTests.Move(from: columns[0], to: columns[columns.count - 1])
        if way == .nowhere {
          #expect(abs(whole.mean) <= 2 * whole.error, "\(report)")
          continue
        }
        let sign = way == .up ? 1.0 : -1
        #expect(sign * whole.mean > 2 * whole.error, "\(report)")
        for (before, after) in zip(columns, columns.dropFirst()) {
          let step = MechanismTableTests.Move(from: before, to: after)
          #expect(sign * step.mean > 0, "\(report)")
        }
      }
    }
  }

  /// The values of an outcome, a time that never came as the horizon and what is empty as 0.
  private func filled(_ values: [Double], _ id: String) throws -> [Double] {
    let isTime = Outcomes.registry[try Rows.column(id)].statistic == .timeToEvent
    return values.map { $0.isNaN ? (isTime ? 365 : 0) : $0 }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

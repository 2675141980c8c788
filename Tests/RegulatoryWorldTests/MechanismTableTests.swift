import Foundation
import RegulatoryWorld
import Scenarios
import Testing

@Suite("Each of the forty mechanisms shows in a history, can be off, and moves what it should")
struct MechanismTableTests {
  @Test("A mechanism shows, and is missed when it is off", arguments: MechanismTable.rows)
  func isMissedWhenOff(mechanism: Mechanism) throws {
    let question = mechanism.question.under(mechanism.regimes)
    let off = try mechanism.switchedOff(question)
    let with = try Lives(question, of: mechanism, under: mechanism.regime)
    let without = try Lives(off, of: mechanism, under: mechanism.regimeOff)
    let replay = question.replay(seed: mechanism.seeds.lowerBound)
    for event in mechanism.events {
      #expect(with.events.contains(event), "\(event) is in no history: \(replay)")
      if mechanism.vanishes {
        #expect(!without.events.contains(event), "\(event) is still there when it is off")
      }
    }
    let move = Move(from: with.values, to: without.values)
    let sign = mechanism.goes == .up ? 1.0 : -1
    #expect(
      sign * move.mean > 2 * move.error,
      """
      \(mechanism.outcome) should go \(mechanism.goes) when it is off: \(with.mean), \
      then \(without.mean), a move of \(move.mean) ± \(move.error)
        \(replay)
      """)
  }

  /// The rows of the article's table, in order.
  static func rowsOfArticle() throws -> [String] {
    let path = "/Sources/RegulatoryWorld/RegulatoryWorld.docc/Mechanisms.md"
    let text = try String(contentsOfFile: Question.root + path, encoding: .utf8)
    return text.split(separator: "\n").map(String.init).filter { line in
      line.split(separator: "|").first.flatMap { Int($0.filter { $0 != " " }) } != nil
        && line.hasPrefix("|")
    }
  }

  @Test("The article has a row for each of the forty mechanisms, the same as is tested")
  func articleAgrees() throws {
    let rows = try MechanismTableTests.rowsOfArticle()
    #expect(MechanismTable.rows.map(\.number) == Array(1...40))
    #expect(rows.count == MechanismTable.rows.count)
    for mechanism in MechanismTable.rows where !rows.contains(mechanism.row) {
      Issue.record("the article lacks this row:\n\(mechanism.row)")
    }
  }

  @Test("A row names files, events, addresses, outcomes and tests that there are")
  func namesExist() throws {
    let events = Set(HistoryEvents.registry.map(\.id))
    let tests = try MechanismTableTests.sources(under: "/Tests/RegulatoryWorldTests").joined()
    for mechanism in MechanismTable.rows {
      for file in mechanism.files {
        let path = Question.root + "/Sources/RegulatoryWorld/" + file
        #expect(FileManager.default.fileExists(atPath: path), "\(mechanism): no file \(file)")
      }
      for event in mechanism.events where !events.contains(event) {
        Issue.record("\(mechanism): no event \(event)")
      }
      let question = mechanism.question.under(mechanism.regimes)
      let addresses = try question.scenario().parameters.entries.map(\.address)
      for (address, _) in mechanism.off {
        let isParameter = !Mechanism.expand(address, among: addresses).isEmpty
        #expect(
          isParameter || mechanism.isChoice(address), "\(mechanism): no address \(address)")
      }
      #expect(Rows.all.contains(mechanism.outcome), "\(mechanism): no \(mechanism.outcome)")
      for test in mechanism.tests where !tests.contains("func \(test)(") {
        Issue.record("\(mechanism): no test \(test)")
      }
    }
  }

  private static func sources(under folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Question.root + folder)
    return try names.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: Question.root + folder + "/" + $0, encoding: .utf8)
    }
  }

  /// The mean of what an outcome moves by, future by future, with its standard error.
  struct Move {
    let mean: Double
    let error: Double

    init(from with: [Double], to without: [Double]) {
      let steps = zip(with, without).map { $1 - $0 }
      let count = Double(steps.count)
      let mean = steps.reduce(0, +) / count
      let squares = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      error = (squares / (count - 1) / count).squareRoot()
    }
  }
}

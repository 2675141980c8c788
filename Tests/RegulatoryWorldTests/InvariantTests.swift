import Foundation
import RegulatoryWorld
import Scenarios
import Testing

@Suite("Invariants of every world: every shipped scenario, every regime, two hundred futures")
struct InvariantTests {
  /// Every shipped scenario.
  static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: Question.root + "/Scenarios")) ?? [])
    .filter { $0.hasSuffix(".json5") }.sorted().map { "Scenarios/" + $0 }

  /// A shipped scenario under the regimes it names and every preset.
  static func question(_ file: String, of size: Question) throws -> Question {
    var question = size
    question.file = file
    let own = try Scenario.load(path: question.path, settings: [], regimes: nil).regimes.map(\.id)
    return question.under(own + Regimes.all.filter { !own.contains($0) })
  }

  @Test("Law 16: nothing is lost, doubled or before its time", arguments: files)
  func invariantsHold(file: String) throws {
    try InvariantTests.expectNoViolation(
      InvariantTests.question(file, of: .small), seeds: 1...200)
  }

  @Test("Law 16, in markets of full size", arguments: files)
  func invariantsHoldAtFullSize(file: String) throws {
    try InvariantTests.expectNoViolation(
      InvariantTests.question(file, of: Question()), seeds: 1...2)
  }

  /// Audits one future for each seed.
  private static func expectNoViolation(
    _ question: Question, seeds: ClosedRange<UInt64>
  ) throws {
    let study = Study(try question.scenario())
    var replicator = Replicator(study)
    var verdict = Verdict("law 16, \(question.file)")
    for seed in seeds {
      let draw = study.draw(1, seed: seed)
      for violation in replicator.audit(replication: 1, draw: draw, seed: seed) {
        verdict.note(question, seed: seed, violation.description)
      }
    }
    verdict.settle()
  }
}

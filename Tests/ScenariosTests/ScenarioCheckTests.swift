import Foundation
import Scenarios
import Testing

/// The shipped baseline, and files that extend it in a folder of their own.
private func problems(
  _ text: String, settings: [(path: String, value: String)] = [], regimes: [String]? = nil
) throws -> [String] {
  let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Scenarios/baseline.json5")
  let folder = try ReadingFolder([
    ("Scenarios/baseline.json5", try String(contentsOf: shipped, encoding: .utf8)),
    ("Scenarios/own.json5", text),
  ])
  do throws(ProblemReport) {
    let scenario = try Scenario.load(
      path: folder.path + "/Scenarios/own.json5", settings: settings, regimes: regimes)
    return scenario.regimes.map(\.id)
  } catch {
    return error.problems.map { "\($0.address): \($0.message)" }
  }
}

@Suite("Whole scenarios are checked for what no part can see")
struct ScenarioCheckTests {
  /// What stands after `extends`, and what is said of it.
  static let faults: [(text: String, said: String)] = [
    ("", ": a scenario that extends another needs a name of its own"),
    (
      "name: '../up'", "name: the name '../up' cannot name a folder of results"
    ),
    (
      "name: 'a', timeline: [{ at_days: 3, event: 'order', targets: [] }]",
      "timeline.0.targets: an order names at least one model"
    ),
    (
      "name: 'a', timeline: [{ at_days: 3, event: 'order', targets: ['fable-6'] }]",
      "timeline.0.targets: unknown model 'fable-6'"
    ),
    (
      "name: 'a', timeline: [{ at_days: 400, event: 'order', targets: ['fable-5'] }]",
      "timeline.0.at_days: the event comes at day 400.0, after the horizon of 365.0 days"
    ),
    (
      "name: 'a', regimes: { letter: { preset: 'model', notice_days: 30 } }",
      "regimes.letter.notice_days: a letter binds at once, so notice_days has no effect"
    ),
    (
      "name: 'a', regimes: { outptu: {} }", "regimes.outptu: unknown preset 'outptu'"
    ),
    (
      "name: 'a', models: { 'fable-5': { lab: 'antropic' } }",
      "models.fable-5.lab: unknown lab 'antropic'"
    ),
  ]

  @Test("A fault between parts is one problem at its address", arguments: faults)
  func fault(text: String, said: String) throws {
    #expect(try problems("{ extends: 'baseline.json5', \(text) }") == [said])
  }

  @Test("A history too large to hold is refused where it asks for most")
  func budget() throws {
    let found = try problems(
      "{ extends: 'baseline.json5', name: 'a' }",
      settings: [("defenders.allied.others.flaws_per_year", "1000000")])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("defenders.allied.others.flaws_per_year: a history would hold"))
  }

  @Test("Regimes may be a list or an object, and a choice may name presets besides")
  func regimes() throws {
    let list = "{ extends: 'baseline.json5', name: 'a', regimes: ['weight', 'model'] }"
    #expect(try problems(list) == ["model", "weight"])
    #expect(try problems(list, regimes: ["none", "output"]) == ["output"])
    #expect(try problems(list, regimes: ["outptu"]) == ["regimes.outptu: unknown preset 'outptu'"])
    let mixed =
      "{ extends: 'baseline.json5', name: 'a', regimes: ['model', { b: { preset: 'weight' } }] }"
    #expect(try problems(mixed) == ["b", "model"])
    let address = [(path: "regimes.model.legal_exposure", value: "0.5")]
    #expect(try problems(list, settings: address) == ["model", "weight"])
  }
}

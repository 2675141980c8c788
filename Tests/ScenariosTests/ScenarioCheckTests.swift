import Foundation
import JSON5
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
      "timeline.0.at_days: the event comes at day 400, after the horizon of 365 days"
    ),
    (
      "name: 'a', timeline: [{ at_days: { uniform: [300, 400.5] }, event: 'order', "
        + "targets: ['fable-5'] }]",
      "timeline.0.at_days: the event can come at day 400.5, after the horizon of 365 days"
    ),
    (
      "name: 'a', horizon_days: 0, "
        + "timeline: [{ at_days: 400, event: 'order', targets: ['fable-5'] }]",
      "horizon_days: horizon_days must be from 1 to 3650, but is 0"
    ),
    (
      "name: 'a', horizon_days: '365', "
        + "timeline: [{ at_days: 400, event: 'order', targets: ['fable-5'] }]",
      "horizon_days: horizon_days must be a number (days, a whole number, from 1 to 3650), "
        + "but is the text '365'"
    ),
    ("name: 'a', regimes: {}", "regimes: needs at least one regime to compare with no action"),
    ("name: 'a', regimes: []", "regimes: needs at least one regime to compare with no action"),
    ("name: 'a', labs: {}", "labs: labs: {} changes nothing, for objects merge key by key"),
    (
      "name: 'a', customers: {}",
      "customers: customers: {} changes nothing, for objects merge key by key"
    ),
    (
      "name: 'a', labs: 5", "labs: labs must be an object whose keys are ids, but is 5"
    ),
    (
      "name: 'a', labs: { 'Own Lab': {} }, models: { 'fable-5': { lab: 'Own Lab' } }",
      "labs.Own Lab: 'Own Lab' cannot be an id in labs"
    ),
    (
      "name: 'a', defenders: { allied: { find_share: 0, triage_share: 0, fix_share: 0 } }",
      "defenders.allied: find, triage and fix shares are all 0"
    ),
    (
      "name: 'a', defenders: { allied: { find_share: -1, triage_share: 0, fix_share: 0 } }",
      "defenders.allied.find_share: defenders.allied.find_share must be from 0 to 1, but is -1"
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

  private static func everything(of part: String) throws -> [(path: String, value: String)] {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios/baseline.json5")
    let source = try ScenarioLoader.load(path: shipped.path)
    let names = (source.node[part]?.members ?? []).map(\.name).filter { !$0.hasPrefix("$") }
    return names.map { ("\(part).\($0)", "null") }
  }

  @Test("A scenario without labs or models is one problem, however much names them")
  func nothingOfAKind() throws {
    let own =
      "{ extends: 'baseline.json5', name: 'a', timeline: "
      + "[{ at_days: 3, event: 'order', targets: ['fable-5'] }] }"
    #expect(
      try problems(own, settings: Self.everything(of: "labs")) == ["labs: needs at least one lab"])
    #expect(
      try problems(own, settings: Self.everything(of: "models"))
        == ["models: needs at least one model"])
  }

  @Test("A market without customers, or without defenders, is meant when each is taken away")
  func emptyMarket() throws {
    let own = "{ extends: 'baseline.json5', name: 'a', regimes: ['model'] }"
    for part in ["customers", "defenders", "clouds"] {
      #expect(try problems(own, settings: Self.everything(of: part)) == ["model"], "\(part)")
    }
  }

  @Test("No action alone can be asked for, in the file and on the command line")
  func noneAlone() throws {
    #expect(try problems("{ extends: 'baseline.json5', name: 'a', regimes: ['none'] }") == [])
    let own = "{ extends: 'baseline.json5', name: 'a' }"
    #expect(try problems(own, regimes: ["none"]) == [])
    #expect(try problems(own, regimes: ["none", "model"]) == ["model"])
    let without = ["output", "us-person-support", "weight", "model"]
      .map { (path: "regimes.\($0)", value: "null") }
    #expect(
      try problems(own, settings: without)
        == ["regimes: needs at least one regime to compare with no action"])
  }

  @Test("Problems of writing do not hide those of meaning")
  func writing() throws {
    let text = """
      { extends: 'baseline.json5', name: 'a', name: 'b', horizon_days: 0
        models: { fable-5: { lab: 'antropic' } }; timeline = [], }
      """
    #expect(
      try problems(text) == [
        ": the key 'name' stands twice in this object, first at 1:30",
        "horizon_days: horizon_days must be from 1 to 3650, but is 0",
        ": a comma is missing here", ": the key 'fable-5' must stand in quotes",
        "models.fable-5.lab: unknown lab 'antropic'", ": ';' does not separate values",
        ": '=' does not give a key its value",
      ])
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

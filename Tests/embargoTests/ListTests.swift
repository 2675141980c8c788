import Foundation
import Testing

@Suite("Lists") struct ListTests {
  @Test("Parameters say what they rest on, and a last line counts it")
  func parameters() throws {
    let embargo = try Embargo()
    let csv = try embargo("list", "parameters", Embargo.directive, "--format", "csv")
    #expect(csv.code == 0)
    let rows = csv.output.split(separator: "\n")
    #expect(rows.first == "address,value,unit,bounds,evidence,source,meaning,note")
    #expect(
      rows.contains {
        $0.hasPrefix(
          "labs.anthropic.foreign_staff_share,\"0.1 to 0.45, mode 0.25, triangular\",share,"
            + "0 to 1,")
      })
    let counts = csv.error.matches(of: /\d+/).compactMap { Int($0.output) }
    #expect(counts.count == 8 && counts[0] + counts[2] == rows.count - 1)
    #expect(counts.dropFirst(3).reduce(0, +) == counts[0], "grades add up: \(csv.error)")
    let table = try embargo("list", "parameters", Embargo.directive)
    #expect(table.output.hasSuffix(csv.error) && table.error == "")
    #expect(table.output.split(separator: "\n").count == rows.count + 1)
  }

  @Test(
    "Every row of a list is an object in json", arguments: ["parameters", "outcomes", "events"])
  func json(topic: String) throws {
    let embargo = try Embargo()
    let csv = try embargo("list", topic, Embargo.directive, "--format", "csv")
    let json = try embargo("list", topic, Embargo.directive, "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: String]]
    #expect(rows?.count == csv.output.split(separator: "\n").count - 1)
  }

  @Test("Outcomes are the columns of outcomes.csv")
  func outcomes() throws {
    let embargo = try Embargo()
    let listed = try embargo("list", "outcomes", "--format", "csv").output.split(separator: "\n")
      .dropFirst().compactMap { $0.split(separator: ",").first }
    _ = try embargo(
      "run", Embargo.directive, "--regimes", "none", "--replications", "4", "--out", "x")
    let header = try #require(try embargo.text(of: "x/outcomes.csv").split(separator: "\n").first)
    #expect(header.split(separator: ",").dropFirst(4).elementsEqual(listed))
  }

  @Test("Regimes have a row for each field; those of a scenario show its changes")
  func regimes() throws {
    let embargo = try Embargo()
    let presets = try embargo("list", "regimes", "--format", "csv").output.split(separator: "\n")
    #expect(presets.first == "regime,title,field,value")
    #expect(presets.contains { $0.hasPrefix("output,") && $0.hasSuffix(",hook,output") })
    #expect((presets.count - 1).isMultiple(of: 24))
    try embargo.write(
      """
      { extends: "baseline.json5", name: "own", regimes: { "output-ace": { preset: "output",
        exceptions: ["ace"], legal_exposure: { uniform: [0.1, 0.3] } } } }
      """, to: "Scenarios/own.json5")
    let baseline = URL(filePath: Embargo.scenarios).appending(path: "baseline.json5")
    try FileManager.default.copyItem(
      at: baseline, to: embargo.folder.appending(path: "Scenarios/baseline.json5"))
    let own = try embargo("list", "regimes", "Scenarios/own.json5", "--format", "csv").output
    #expect(own.contains("output-ace,\"Output theory, changed\",exceptions,ace\n"))
    #expect(own.contains(",legal_exposure,\"0.1 to 0.3, uniform\"\n"))
  }

  @Test("The events that are listed can stand in a timeline as their example shows")
  func events() throws {
    let embargo = try Embargo()
    let text = try embargo("list", "events").output
    let example = try #require(text.split(separator: "Example:\n").last)
    try embargo.write(
      "{ extends: \"baseline.json5\", name: \"own\", \(example) }", to: "Scenarios/own.json5")
    let baseline = URL(filePath: Embargo.scenarios).appending(path: "baseline.json5")
    try FileManager.default.copyItem(
      at: baseline, to: embargo.folder.appending(path: "Scenarios/baseline.json5"))
    let outcome = try embargo("check", "Scenarios/own.json5")
    #expect(outcome.code == 0, "\(outcome.error)")
  }
}

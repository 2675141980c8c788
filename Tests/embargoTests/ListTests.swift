import Foundation
import JSON5
import Testing

@Suite("Lists") struct ListTests {
  @Test("Parameters say what they rest on, and a last line counts it")
  func parameters() throws {
    let embargo = try Embargo()
    let csv = try embargo("list", "parameters", Embargo.directive, "--format", "csv")
    #expect(csv.code == 0)
    let rows = csv.output.split(separator: "\n")
    #expect(
      rows.first == "address,value,low,central,high,unit,bounds,evidence,source,meaning,note")
    #expect(
      rows.contains {
        $0.hasPrefix(
          "labs.anthropic.foreign_staff_share,\"0.1 to 0.45, mode 0.25, triangular\",0.15")
      })
    let counts = csv.error.matches(of: /\d+/).compactMap { Int($0.output) }
    #expect(counts.count == 8 && counts[0] + counts[2] == rows.count - 1)
    #expect(counts.dropFirst(3).reduce(0, +) == counts[0], "grades add up: \(csv.error)")
    let table = try embargo("list", "parameters", Embargo.directive)
    #expect(table.output.hasSuffix(csv.error) && table.error == "")
    #expect(table.output.split(separator: "\n").count == rows.count + 1)
  }

  @Test("low, central and high are percentiles of what is drawn, and none of what is certain")
  func percentiles() throws {
    let embargo = try Embargo()
    try embargo.write(
      """
      { extends: "baseline.json5", name: "own", relief: { never_probability: { uniform: [0, 0.2] },
        negotiated_days: 40 }, regulator: { licensing_officers: { discrete: { values: [100, 200,
        300], weights: [1, 8, 1] } } } }
      """, to: "Scenarios/own.json5")
    try embargo.copyBaseline()
    let json = try embargo("list", "parameters", "Scenarios/own.json5", "--format", "json").output
    let rows = try #require(JSON5Reader.parse(json, file: 0).node?.elements)
    func range(_ address: String) throws -> [Double] {
      let row = try #require(rows.first { $0["address"]?.string == address })
      return try ["low", "central", "high"].map { try #require(row[$0]?.number) }
    }
    let expected = [0.01, 0.1, 0.19]
    for (told, exact) in zip(try range("relief.never_probability"), expected) {
      #expect(abs(told - exact) < 1e-12)
    }
    #expect(try range("relief.negotiated_days") == [40, 40, 40])
    #expect(try range("regulator.licensing_officers") == [100, 200, 300])
    #expect(rows.allSatisfy { $0["meaning"]?.string?.isEmpty == false })
    for row in rows {
      let address = row["address"]?.string ?? ""
      let ends = try range(address)
      #expect(ends[0] <= ends[1] && ends[1] <= ends[2], "\(address)")
    }
  }

  @Test(
    "Every row of a list is an object in json", arguments: ["parameters", "outcomes", "events"])
  func json(topic: String) throws {
    let embargo = try Embargo()
    let csv = try embargo("list", topic, Embargo.directive, "--format", "csv")
    let json = try embargo("list", topic, Embargo.directive, "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
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
    #expect(presets.first == "regime,title,field,value,meaning,values")
    #expect(
      presets.contains {
        $0.hasPrefix("output,") && $0.contains(",hook,output,")
          && $0.hasSuffix(",\"output, us_person, weights, model\"")
      })
    #expect((presets.count - 1).isMultiple(of: 24))
    try embargo.write(
      """
      { extends: "baseline.json5", name: "own", regimes: { "output-ace": { preset: "output",
        exceptions: ["ace"], legal_exposure: { uniform: [0.1, 0.3] } } } }
      """, to: "Scenarios/own.json5")
    try embargo.copyBaseline()
    let own = try embargo("list", "regimes", "Scenarios/own.json5", "--format", "csv").output
    #expect(own.contains("output-ace,\"Output theory, changed\",exceptions,ace,"))
    #expect(own.contains(",legal_exposure,\"0.1 to 0.3, uniform\","))
    let json = try embargo("list", "regimes", "Scenarios/own.json5", "--format", "json").output
    let fields = JSON5Reader.parse(json, file: 0).node?["regimes"]?["output-ace"]?["fields"]
    #expect(fields?["legal_exposure"]?.json(indent: 0) == #"{"uniform":[0.1,0.3]}"#)
    #expect(fields?["notice_days"]?.number == 0)
    #expect(fields?["published_exclusion"]?.bool == true)
    #expect(fields?["exceptions"]?.json(indent: 0) == #"["ace"]"#)
  }

  @Test("The fields of a theory in json are a regime that a scenario can spell out")
  func copied() throws {
    let embargo = try Embargo()
    let json = try embargo("list", "regimes", "--format", "json").output
    let listed = try #require(JSON5Reader.parse(json, file: 0).node?["regimes"]?.members)
    let copies = listed.compactMap { member in
      member.node["fields"].map { ("own-" + member.name, $0) }
    }
    #expect(copies.count == listed.count && copies.count > 4)
    let regimes = Node.object([("none", .object([]))] + copies).json()
    try embargo.write(
      "{ extends: 'baseline.json5', name: 'own', regimes: \(regimes) }", to: "Scenarios/own.json5")
    try embargo.copyBaseline()
    let checked = try embargo("check", "Scenarios/own.json5")
    #expect(checked.code == 0, "\(checked.error)")
    let again = try embargo("list", "regimes", "Scenarios/own.json5", "--format", "json").output
    let regimesAgain = JSON5Reader.parse(again, file: 0).node?["regimes"]
    for (id, fields) in copies {
      #expect(regimesAgain?[id]?["fields"]?.json() == fields.json(), "\(id)")
    }
  }

  @Test("Every field of a regime is explained once, below the regimes and beside each value")
  func explained() throws {
    let embargo = try Embargo()
    let text = try embargo("list", "regimes").output
    let last = try #require(text.split(separator: "\n\n").last)
    #expect(last.hasPrefix("field "))
    #expect(last.split(separator: "\n").count == 1 + 24)
    #expect(last.contains("who must obey") && last.contains("any of lab, cloud, employees"))
    let json = try embargo("list", "regimes", "--format", "json").output
    let fields = try #require(JSON5Reader.parse(json, file: 0).node?["fields"]?.members)
    #expect(fields.count == 24)
    for field in fields {
      #expect(field.node["meaning"]?.string?.isEmpty == false, "\(field.name)")
      #expect(field.node["values"]?.string?.isEmpty == false, "\(field.name)")
    }
  }

  @Test("The events that are listed can stand in a timeline as their example shows")
  func events() throws {
    let embargo = try Embargo()
    let text = try embargo("list", "events").output
    let example = try #require(text.split(separator: "Example:\n").last)
    try embargo.write(
      "{ extends: \"baseline.json5\", name: \"own\", \(example) }", to: "Scenarios/own.json5")
    try embargo.copyBaseline()
    let outcome = try embargo("check", "Scenarios/own.json5")
    #expect(outcome.code == 0, "\(outcome.error)")
  }
}

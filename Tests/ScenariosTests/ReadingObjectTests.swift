import JSON5
import Scenarios
import Testing

@Suite("Reading: objects")
struct ReadingObjectTests {
  @Test("values come as they are written")
  func values() throws {
    let reader = ScenarioReader(try ScenarioLoader.parse(ReadingFixture.text))
    let root = reader.root
    #expect(root.string("name", meaning: "") == "baseline")
    #expect(root.optionalString("title", meaning: "") == nil)
    #expect(root.date("start_date", meaning: "").description == "2026-06-09")
    #expect(root.integer("seed", in: 0...Int.max, meaning: "") == 20_260_612)
    #expect(root.integer("replications", in: 1...9, meaning: "", default: 4) == 4)
    #expect(root.boolean("open", meaning: ""))
    #expect(root.boolean("closed", meaning: "", default: true))
    #expect(root.strings("reasons", meaning: "") == ["output", "model"])
    #expect(root.optionalStrings("others", meaning: "") == nil)
    #expect(root.choices("exceptions", ReadingException.self, meaning: "") == [.ace, .rpl])
    #expect(root.objects("labs", meaning: "").map(\.id) == ["anthropic", "openai"])
    #expect(root.optionalObjects("clouds", meaning: "").isEmpty)
    let events = root.array("timeline")
    #expect(events.map(\.address) == ["timeline.0", "timeline.1"])
    #expect(events[1].choice("event", ReadingEvent.self, meaning: "") == .order)
    #expect(events[1].optionalChoice("other", ReadingEvent.self, meaning: "") == nil)
    #expect(events[0].choice("kind", ReadingEvent.self, meaning: "", default: .order) == .order)
    #expect(root.position(of: "reasons", at: 1)?.column == 23)
    #expect(root.position(of: "reasons", at: 2) == nil)
    #expect(root.position(of: "nothing") == nil)
    #expect(root.has("regulator"))
    #expect(!root.has("clouds"))
    #expect(root.object("labs", meaning: "").keys == ["anthropic", "openai"])
  }

  @Test("whole numbers are exact to the last digit that Int holds")
  func integers() throws {
    let text = "{a: 9223372036854775807, b: -9223372036854775808, c: 9007199254740993, d: 0x10}"
    let reader = ScenarioReader(try ScenarioLoader.parse(text))
    let all = Int.min...Int.max
    #expect(reader.root.integer("a", in: all, meaning: "") == Int.max)
    #expect(reader.root.integer("b", in: all, meaning: "") == Int.min)
    #expect(reader.root.integer("c", in: all, meaning: "") == 9_007_199_254_740_993)
    #expect(reader.root.integer("d", in: all, meaning: "") == 16)
    try reader.throwIfProblems()
  }

  @Test("whole numbers that Int does not hold are problems, whatever the bounds")
  func hugeIntegers() {
    let report = objectReport("{a: 9223372036854775808, b: 1e308}") { root in
      #expect(root.integer("a", in: Int.min...Int.max, meaning: "") == Int.min)
      #expect(root.integer("b", in: 0...Int.max, meaning: "") == 0)
    }
    #expect(report.hasSuffix("2 problems; nothing was run"))
  }

  @Test("a whole number may be written with its evidence, and is listed")
  func gradedInteger() throws {
    let text = "{a: {value: 5, evidence: 'seed', source: 's'}, b: 6}"
    let reader = ScenarioReader(try ScenarioLoader.parse(text))
    #expect(reader.root.integer("a", in: 0...9, meaning: "", unit: "days") == 5)
    #expect(reader.root.integer("b", in: 0...9, meaning: "") == 6)
    try reader.throwIfProblems()
    let entries = reader.parameters.entries
    #expect(entries.map(\.address) == ["a", "b"])
    #expect(entries.map(\.quantity.unit) == ["days", "count"])
    #expect(entries[0].evidence == .seed)
    #expect(entries.allSatisfy { !$0.isUncertain })
  }

  @Test("the ends of a parameter are known unless it is a default, endless or could not be read")
  func ends() throws {
    let text = "{a: {uniform: [1, 4]}, b: {lognormal: {median: 1, p90: 2}}, c: -1, e: 7}"
    let reader = ScenarioReader(try ScenarioLoader.parse(text))
    let root = reader.root
    let a = root.parameter("a", .days, meaning: "")
    let b = root.parameter("b", .days, meaning: "")
    let c = root.parameter("c", .days, meaning: "")
    let d = root.parameter("d", .days, meaning: "")
    let e = root.parameter("e", .days, meaning: "")
    #expect([a, b, c, d, e].map { root.latest($0) } == [4, nil, nil, nil, 7])
    #expect([a, b, c, d, e].map { root.earliest($0) } == [1, 0, nil, nil, 7])
  }

  @Test("to ask twice is to ask once")
  func twice() throws {
    let reader = ScenarioReader(try ScenarioLoader.parse("{a: 1, o: {x: 1}}"))
    let root = reader.root
    #expect(
      root.parameter("a", .number, meaning: "") == root.parameter("a", .number, meaning: ""))
    #expect(root.object("o", meaning: "") === root.object("o", meaning: ""))
    _ = root.string("s", meaning: "")
    _ = root.string("s", meaning: "")
    #expect(!root.has("t"))
    _ = root.string("t", meaning: "")
    root.finish()
    root.finish()
    #expect(reader.problems.map(\.address) == ["s", "t"])
    #expect(reader.parameters.entries.count == 1)
  }

  @Test("a missing object reads as harmless things, and is one problem")
  func void() {
    let report = objectReport("{}") { root in
      let object = root.object("o", meaning: "something")
      #expect(object.string("a", meaning: "") == "")
      #expect(object.integer("b", in: 3...4, meaning: "") == 3)
      #expect(object.choice("c", ReadingEvent.self, meaning: "") == .bypassFound)
      #expect(object.objects("d", meaning: "").isEmpty)
      #expect(object.array("e").isEmpty)
      #expect(object.keys.isEmpty)
      _ = object.parameter("f", .share, meaning: "")
      _ = object.object("g", meaning: "").date("h", meaning: "")
    }
    #expect(
      report == """
        x.json5:1:1: error: the scenario has no 'o'
           add o: something, an object
        1 problem; nothing was run
        """)
  }

  @Test("what was asked for is recorded once for all ids and places in lists")
  func fields() throws {
    let reader = ScenarioReader(try ScenarioLoader.parse(ReadingFixture.text))
    ReadingFixture.decode(reader)
    let fields = Dictionary(uniqueKeysWithValues: reader.fields.map { ($0.address, $0) })
    #expect(fields["labs.*.foreign_staff_share"]?.quantity == .share)
    #expect(fields["labs.*.foreign_staff_share"]?.isRequired == true)
    #expect(fields["labs.*.margin_share"]?.isRequired == false)
    #expect(fields["timeline.#.event"]?.choices == ["bypass_found", "order"])
    #expect(fields["start_date"]?.kind == .date)
    #expect(fields["relief"]?.kind == .object)
    #expect(reader.fields.map(\.address) == reader.fields.map(\.address).sorted())
  }
}

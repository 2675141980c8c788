import JSON5
import Scenarios
import Testing

@Suite("Reading: parameters")
struct ReadingParameterTests {
  @Test(
    "every form of a number is read, and its values stay where they may",
    arguments: [
      ("3", 3.0, 3.0), ("{value: 3, note: 'n'}", 3, 3), ("{uniform: [1, 2]}", 1, 2),
      ("{triangular: [1, 2, 4]}", 1, 4), ("{pert: [1, 2, 4]}", 1, 4),
      ("{normal: [5, 1], truncate: [2, 8]}", 2, 8),
      ("{lognormal: {median: 3, p90: 9}}", 0, .infinity),
      ("{lognormal: {p90: 9, median: 3}, truncate: [1, 50]}", 1, 50),
      ("{beta: {mean: 0.3, sd: 0.1}}", 0, 1),
      ("{discrete: {values: [1, 2, 7], weights: [1, 0, 3]}}", 1, 7),
      ("{empirical: [3, 1, 2]}", 1, 3), ("{uniform: [2, 2]}", 2, 2),
    ])
  func forms(text: String, low: Double, high: Double) throws {
    let reader = ScenarioReader(try ScenarioLoader.parse("{p: \(text)}"))
    let parameter = reader.root.parameter("p", .ratio, meaning: "p")
    try reader.throwIfProblems()
    let table = reader.parameters
    #expect(table[parameter].isUncertain == (low < high))
    for draw in 1...50 {
      let value = table.draw(seed: 1, draw: draw)[parameter]
      #expect(value >= low && value <= high)
    }
  }

  @Test(
    "a number that is none, or cannot be, is reported in words",
    arguments: [
      (
        "'0.5'",
        "must be a number (share, from 0 to 1), but is the text '0.5'\n   write it without quotes"
      ),
      (
        "true",
        "must be a number (share, from 0 to 1), but is true\n   write 1 for true and 0 for false"
      ),
      (
        "[0.1, 0.3]",
        "must be a number (share, from 0 to 1), but is a list\n"
          + "   a range is written { uniform: [0.1, 0.3] }"
      ),
      (
        "[0.1, 0.2, 0.3]",
        "must be a number (share, from 0 to 1), but is a list\n"
          + "   a range with a likeliest value is written { triangular: [LOW, MODE, HIGH] }"
      ),
      (
        "'0.1-0.3'",
        "must be a number (share, from 0 to 1), but is the text '0.1-0.3'\n"
          + "   write the number alone, or a range as in { uniform: [LOW, HIGH] }"
      ),
      (
        "'2026-07-01'",
        "must be a number (share, from 0 to 1), but is the text '2026-07-01'\n"
          + "   days are counted from start_date, which is day 0"
      ),
      ("[0.5]", "must be a number (share, from 0 to 1), but is a list"),
      (
        "{}",
        "must be a number (share, from 0 to 1), but is an object without one\n"
          + "   write a number, or an object with one of value, uniform, triangular, pert, "
          + "normal, lognormal, beta, discrete, empirical"
      ),
      (
        "{uniform: [0.5, 1.3]}",
        "can fall outside 0…1: it runs from 0.5 to 1.3\n   add truncate: [0, 1]"
      ),
      ("{normal: [0.5, 0.1]}", "can fall outside 0…1\n   add truncate: [0, 1]"),
      (
        "{value: 1.3}",
        "must be from 0 to 1, but is 1.3\n"
          + "   a share is written from 0 to 1, so that 45 in a hundred are 0.45"
      ),
      ("{uniform: [0.9, 0.1]}", "has its lowest value 0.9 above its highest 0.1"),
      ("{triangular: [0.1, 0.9, 0.5]}", "has its mode 0.9 outside 0.1 to 0.5"),
      ("{discrete: {values: [0, 1], weights: [0, 0]}}", "has weights that are all 0"),
      ("{discrete: {values: [0, 1], weights: [1]}}", "has 2 values, but 1 weights"),
      ("{discrete: {values: [0, 1], weights: [1, -1]}}", "has a negative weight, -1, at place 2"),
      ("{empirical: []}", "has no values"),
      ("{lognormal: {median: 0, p90: 1}}", "has the median 0, but that of a lognormal is above 0"),
      ("{lognormal: {median: 2, p90: 1}}", "has its p90 1 not above its median 2"),
      (
        "{beta: {mean: 2, sd: 0.1}}",
        "has the mean 2, but that of a beta distribution is from 0 to 1"
      ),
      (
        "{beta: {mean: 0.5, sd: 0.6}}",
        "has the standard deviation 0.6, but with this mean it is below 0.5"
      ),
      ("{normal: [0.5, -1]}", "has a negative standard deviation, -1"),
      (
        "{normal: [0.5, 1], truncate: [1, 0]}",
        "has its truncation from 1 to 0, the wrong way round"
      ),
      (
        "{uniform: [0, 1], truncate: [2, 3]}", "has a truncation, 2 to 3, that leaves nothing of it"
      ),
      ("{uniform: [-1.7e308, 1.7e308]}", "has numbers that are too far apart"),
    ])
  func refused(text: String, problem: String) {
    let report = objectReport("{p: \(text)}") { _ = $0.parameter("p", .share, meaning: "p") }
    let body = report.split(separator: ": error: ", maxSplits: 1).last ?? ""
    #expect(body == "p \(problem)\n1 problem; nothing was run")
  }

  @Test(
    "the keys of a distribution are checked like any others",
    arguments: [
      (
        "{trianglar: [0, 0, 1]}",
        "1:6: error: unknown key 'trianglar' in p\n   did you mean 'triangular'?"
      ),
      (
        "{value: 1, source: 5}",
        "1:24: error: p.source must be a text, but is 5\n   write it in quotes"
      ),
      (
        "{value: 1, evidence: 'asumed'}",
        "1:26: error: p.evidence cannot be 'asumed'\n   did you mean 'assumed'?"
      ),
      (
        "{value: 1, evidence: 'guess'}",
        "1:26: error: p.evidence cannot be 'guess'\n"
          + "   write one of seed, published, recalled, assumed"
      ),
      (
        "{value: 1, uniform: [0, 1]}",
        "1:16: error: p gives more than one distribution: value and uniform\n   keep one of them"
      ),
      (
        "{uniform: [0]}",
        "1:15: error: p.uniform is not as it should be\n   write uniform: [LOW, HIGH]"
      ),
      (
        "{uniform: {lo: 0, hi: 1}}",
        "1:15: error: p.uniform is not as it should be\n   write uniform: [LOW, HIGH]"
      ),
      (
        "{triangular: [0, 'a', 1]}",
        "1:18: error: p.triangular is not as it should be\n   write triangular: [LOW, MODE, HIGH]"
      ),
      (
        "{lognormal: {median: 1}}",
        "1:17: error: p.lognormal is not as it should be\n"
          + "   write lognormal: {median: MEDIAN, p90: HIGH}"
      ),
      (
        "{beta: {mean: 1, sd: 1, x: 1}}",
        "1:12: error: p.beta is not as it should be\n   write beta: {mean: MEAN, sd: SD}"
      ),
      (
        "{discrete: [1, 2]}",
        "1:16: error: p.discrete is not as it should be\n"
          + "   write discrete: {values: [A, B], weights: [WA, WB]}"
      ),
      ("{pert: 1}", "1:12: error: p.pert is not as it should be\n   write pert: [LOW, MODE, HIGH]"),
      ("{normal: []}", "1:14: error: p.normal is not as it should be\n   write normal: [MEAN, SD]"),
      (
        "{empirical: 1}",
        "1:17: error: p.empirical is not as it should be\n   write empirical: [A, B, C]"
      ),
      ("{value: 'x'}", "1:13: error: p.value is not as it should be\n   write value: NUMBER"),
      (
        "{value: 1, truncate: 5}",
        "1:26: error: p.truncate is not as it should be\n   write truncate: [LOW, HIGH]"
      ),
    ])
  func keys(text: String, problem: String) {
    let report = objectReport("{p: \(text)}") { _ = $0.parameter("p", .number, meaning: "p") }
    #expect(report == "x.json5:\(problem)\n1 problem; nothing was run")
  }

  @Test("bounds of every kind are put into words")
  func bounds() {
    #expect(Quantity.days.complaint(about: -1) == "must be at least 0, but is -1")
    #expect(Quantity.share.complaint(about: 2) == "must be from 0 to 1, but is 2")
    #expect(Quantity.count.complaint(about: 1.5) == "must be a whole number, but is 1.5")
    #expect(Quantity.count(1...).complaint(about: 0) == "must be at least 1, but is 0")
    #expect(Quantity.number.complaint(about: .infinity) == "must be a finite number")
    #expect(
      Quantity.number.within(-.infinity...3).complaint(about: 4) == "must be at most 3, but is 4")
    #expect(Quantity.number.complaint(about: -1e300) == nil)
    let report = objectReport(
      "{p: {normal: [0, 1]}, q: {uniform: [0, 9.5]}, r: {empirical: [1.5, 2]}}"
    ) {
      _ = $0.parameter("p", .days, meaning: "p")
      _ = $0.parameter("q", .count(1...), meaning: "q")
      _ = $0.parameter("r", .count, meaning: "r")
    }
    #expect(
      report == """
        x.json5:1:14: error: p can fall below 0
           add truncate: [0, HIGHEST]
        x.json5:1:36: error: q can fall below 1: it runs from 0 to 9.5
           add truncate: [1, HIGHEST]
        x.json5:1:62: error: r must be a whole number, but can be 1.5
        3 problems; nothing was run
        """)
  }

  @Test("an end at the largest finite number is no limit, and no draw is infinite")
  func endless() throws {
    let most = Double.greatestFiniteMagnitude
    #expect(Quantity(unit: "x", bounds: 0...most) == Quantity(unit: "x", bounds: 0 ... .infinity))
    #expect(
      Quantity(unit: "x", bounds: -most...0).complaint(about: 1) == "must be at most 0, but is 1")
    let text = "{p: {lognormal: {median: 1e-300, p90: 1e300}}}"
    let reader = ScenarioReader(try ScenarioLoader.parse(text))
    let parameter = reader.root.parameter("p", .usd, meaning: "p")
    try reader.throwIfProblems()
    #expect(reader.parameters[parameter].value(at: 0.999_999) == most)
  }

  @Test("a whole quantity is drawn as whole numbers")
  func integral() throws {
    let reader = ScenarioReader(try ScenarioLoader.parse("{p: {triangular: [1, 3, 9.4]}}"))
    let parameter = reader.root.parameter("p", .count(1...), meaning: "p")
    try reader.throwIfProblems()
    let values = (1...200).map { reader.parameters.draw(seed: 3, draw: $0)[parameter] }
    #expect(values.allSatisfy { $0.rounded() == $0 && $0 >= 1 && $0 <= 9 })
    #expect(Set(values).count > 4)
  }

  @Test(
    "the central draw holds fixed values and medians, whole where they must be",
    arguments: [
      ("3", 3.0), ("{uniform: [2, 5]}", 4), ("{lognormal: {median: 3, p90: 9}}", 3),
      ("{discrete: {values: [1, 2, 7], weights: [1, 0, 3]}}", 7), ("{empirical: [3, 1, 2]}", 2),
    ])
  func central(text: String, median: Double) throws {
    let reader = ScenarioReader(try ScenarioLoader.parse("{p: \(text)}"))
    let parameter = reader.root.parameter("p", .count, meaning: "p")
    try reader.throwIfProblems()
    #expect(reader.parameters.central[parameter] == median)
  }

  @Test("a parameter that is added moves no other, and neither does its place")
  func addresses() throws {
    func draw(_ keys: [String]) throws -> [String: Double] {
      let members = keys.map { "\($0): {uniform: [0, 1]}" }.joined(separator: ",")
      let reader = ScenarioReader(try ScenarioLoader.parse("{\(members)}"))
      for key in keys { _ = reader.root.parameter(key, .share, meaning: key) }
      try reader.throwIfProblems()
      let table = reader.parameters
      let values = table.draw(seed: 20_260_612, draw: 4).values
      return Dictionary(uniqueKeysWithValues: zip(table.entries.map(\.address), values))
    }
    let few = try draw(["a", "b"])
    let many = try draw(["z", "b", "new", "a"])
    #expect(few["a"] == many["a"])
    #expect(few["b"] == many["b"])
    #expect(few["a"] != few["b"])
  }

  @Test("draws depend on the seed and the number of the draw")
  func draws() throws {
    let table = try ReadingFixture.table(ReadingFixture.text)
    #expect(table.draw(seed: 1, draw: 1) == table.draw(seed: 1, draw: 1))
    #expect(table.draw(seed: 1, draw: 1) != table.draw(seed: 1, draw: 2))
    #expect(table.draw(seed: 1, draw: 1) != table.draw(seed: 2, draw: 1))
    #expect(
      table.uncertain.map { table[$0].address } == [
        "regulator.delay_days", "labs.anthropic.foreign_staff_share",
      ])
  }

  @Test("evidence is a number's own, else that of the objects around it in the same file")
  func evidence() throws {
    let table = try ReadingFixture.table(
      ReadingFixture.text, settings: [("labs.openai.staff", "4100")])
    func grade(_ address: String) throws -> String {
      let entry = table[try #require(table.parameter(at: address))]
      return (entry.evidence?.rawValue ?? "-") + "/" + (entry.source ?? "-")
    }
    #expect(try grade("labs.anthropic.foreign_staff_share") == "assumed/no figure")
    #expect(try grade("labs.anthropic.staff") == "published/a report")
    #expect(try grade("labs.openai.foreign_staff_share") == "assumed/no figure")
    #expect(try grade("labs.openai.staff") == "-/-")
    #expect(try grade("labs.anthropic.margin_share") == "recalled/an older report")
    #expect(try grade("regulator.licensing_officers") == "-/-")
  }

  @Test("a file that overrides a number does not take over its base's claim, nor lends its own")
  func sameFile() throws {
    let folder = try ReadingFolder([
      (
        "base.json5",
        """
        {m: {$evidence: 'published', $source: 'book', a: 1, b: 2,
          in: {$source: 'page', c: 3, $evidence: 'recalled', d: {$source: 'line', e: 4}}}}
        """
      ),
      ("child.json5", "{extends: 'base.json5', $evidence: 'assumed', m: {b: 5, in: {d: {f: 6}}}}"),
    ])
    let reader = ScenarioReader(try ScenarioLoader.load(path: folder.path + "/child.json5"))
    let outer = reader.root.object("m", meaning: "m")
    let inner = outer.object("in", meaning: "in")
    let innermost = inner.object("d", meaning: "d")
    for (object, keys) in [(outer, ["a", "b"]), (inner, ["c"]), (innermost, ["e", "f"])] {
      for key in keys { _ = object.parameter(key, .number, meaning: key) }
    }
    try reader.throwIfProblems()
    let grades = reader.parameters.entries.map { entry in
      "\(entry.address) \(entry.evidence?.rawValue ?? "-") \(entry.source ?? "-")"
    }
    #expect(
      grades == [
        "m.a published book", "m.b assumed -", "m.in.c recalled page", "m.in.d.e recalled line",
        "m.in.d.f assumed -",
      ])
  }

  @Test("the resolved scenario is one file with the same parameters, evidence and draws")
  func resolved() throws {
    let settings = [("labs.openai.staff", "4100"), ("regulator.delay_days.note", "'slow'")]
    let reader = ScenarioReader(
      try ScenarioLoader.parse(ReadingFixture.text, settings: settings))
    ReadingFixture.decode(reader)
    try reader.throwIfProblems()
    let text = reader.resolved.json()
    #expect(!text.contains("$"))
    #expect(text.contains("\"replications\": 100"))
    let again = try ReadingFixture.table(text)
    let table = reader.parameters
    #expect(again.entries.map(\.address) == table.entries.map(\.address))
    #expect(again.entries.map(\.evidence) == table.entries.map(\.evidence))
    #expect(again.entries.map(\.source) == table.entries.map(\.source))
    #expect(again.entries.map(\.note) == table.entries.map(\.note))
    #expect(again.entries.map(\.distribution) == table.entries.map(\.distribution))
    #expect(again.draw(seed: 9, draw: 1) == table.draw(seed: 9, draw: 1))
    let twice = ScenarioReader(try ScenarioLoader.parse(text))
    ReadingFixture.decode(twice)
    #expect(twice.resolved.json() == text)
  }
}

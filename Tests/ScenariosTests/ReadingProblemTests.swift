import Scenarios
import Testing

@Suite("Reading: problems")
struct ReadingProblemTests {
  @Test("the fixture itself is fine")
  func fine() {
    #expect(ReadingFixture.report(replacing: []) == "fine")
  }

  @Test("a misspelt key, an impossible share and a key that stands twice are three problems")
  func three() {
    let report = ReadingFixture.report(replacing: [
      ("foreign_staff_share: { tri", "foreign_staf_share: { tri"),
      ("foreign_staff_share: 0.3", "foreign_staff_share: 1.3"),
      ("seed: 20260612,", "seed: 20260612,\n  name: \"again\","),
    ])
    #expect(
      report == """
        june.json5:6:3: error: the key 'name' stands twice in this object, first at 3:3
           keep one of the two
        june.json5:15:7: error: unknown key 'foreign_staf_share' in labs.anthropic
           did you mean 'foreign_staff_share'?
        june.json5:18:36: error: labs.openai.foreign_staff_share must be from 0 to 1, but is 1.3
           a share is written from 0 to 1, so that 45 in a hundred are 0.45
        3 problems; nothing was run
        """)
  }

  @Test("one problem is counted as one")
  func one() {
    #expect(
      ReadingFixture.report(replacing: [("licensing_officers: 3", "licensing_officers: 0")]) == """
        june.json5:9:36: error: regulator.licensing_officers must be at least 1, but is 0
        1 problem; nothing was run
        """)
  }

  @Test(
    "each problem of a key says what is wrong and what would be right",
    arguments: [
      (
        "seed: 20260612", "seed: 1.5",
        "5:9: error: seed must be a whole number, but is 1.5"
      ),
      (
        "seed: 20260612", "seed: -1",
        "5:9: error: seed must be from 0 to 9007199254740991, but is -1"
      ),
      (
        "seed: 20260612", "seed: 1e300",
        "5:9: error: seed must be from 0 to "
          + "9007199254740991, but is 1e+300"
      ),
      (
        "seed: 20260612", "seed: {uniform: [1, 2]}",
        "5:9: error: seed must be one whole number, but is an object\n   it cannot be uncertain"
      ),
      (
        "seed: 20260612", "seed: '5'",
        "5:9: error: seed must be a number (count, a whole number, from 0 to 9007199254740991), "
          + "but is the text '5'\n   write it without quotes"
      ),
      (
        "seed: 20260612,", "",
        "1:1: error: the scenario has no 'seed'\n"
          + "   add seed: the seed (count, a whole number, from 0 to 9007199254740991)"
      ),
      (
        "2026-06-09", "2026-06-31",
        "4:15: error: start_date must be a date, but is the text '2026-06-31'\n"
          + "   write it as in \"2026-06-09\""
      ),
      ("open: true", "open: 1", "6:9: error: open must be true or false, but is 1"),
      (
        "name: \"baseline\"", "name: 5",
        "3:9: error: name must be a text, but is 5\n   write it in quotes"
      ),
      (
        "[\"output\", \"model\"]", "[\"output\", {}]",
        "7:23: error: reasons.1 must be a text, but is an object\n   write it in quotes"
      ),
      (
        "[\"output\", \"model\"]", "\"output\"",
        "7:12: error: reasons must be a list of texts, but is the text 'output'\n"
          + "   write it as in [\"output\"]"
      ),
      (
        "[\"output\", \"model\"]", "5",
        "7:12: error: reasons must be a list of texts, but is 5\n"
          + "   write it as in [\"one\", \"two\"]"
      ),
      (
        "[\"output\", \"model\"]", "\"\\u001b[2J\"",
        "7:12: error: reasons must be a list of texts, but is the text '\\u{1b}[2J'\n"
          + "   write it as in [\"one\", \"two\"]"
      ),
      (
        "\"rpl\"", "\"apl\"",
        "8:23: error: exceptions.1 cannot be 'apl'\n   did you mean 'rpl'?"
      ),
      (
        "\"rpl\"", "\"general\"",
        "8:23: error: exceptions.1 cannot be 'general'\n   write one of ace, tmp, rpl"
      ),
      (
        "regulator: {", "regulatr: {",
        "9:3: error: unknown key 'regulatr'\n   did you mean 'regulator'?"
      ),
      (
        "anthropic: {", "Anthropic: {",
        "13:5: error: 'Anthropic' cannot be an id in labs\n"
          + "   ids are made of a-z, 0-9, _ and -, and begin with a letter"
      ),
      (
        "openai: {", "OpenAI: { }, openai: {",
        "17:5: error: 'OpenAI' cannot be an id in labs\n   did you mean 'openai'?"
      ),
      (
        "margin_share: 0.4 }", "margin_share: 0.4, colour: 'red' }",
        "17:73: error: unknown key 'colour' in labs.openai\n"
          + "   all its keys stand there: foreign_staff_share, staff, margin_share"
      ),
      (
        "delay_days: {", "delay: {",
        "9:39: error: unknown key 'delay' in regulator\n   did you mean 'delay_days'?"
      ),
      (
        "event: \"order\"", "event: \"ordre\"",
        "21:26: error: timeline.1.event cannot be 'ordre'\n   did you mean 'order'?"
      ),
      (
        "severity: 0.6", "severty: 0.6",
        "20:42: error: unknown key 'severty' in timeline.0\n   did you mean 'severity'?"
      ),
      (
        "at_days: 2,", "at_days: -2,",
        "20:16: error: timeline.0.at_days must be at least 0, but is -2"
      ),
      (
        "{ at_days: 2,", "7, { at_days: 2,",
        "20:5: error: timeline.0 must be an object, but is 7\n   write { … }"
      ),
      (
        "openai: {", "deepmind: 5, openai: {",
        "17:15: error: labs.deepmind must be an object, but is 5\n   write { … }"
      ),
      (
        "$evidence: \"assumed\"", "$evidence: \"asumed\"",
        "11:16: error: labs.$evidence cannot be 'asumed'\n   did you mean 'assumed'?"
      ),
    ])
  func keys(old: String, new: String, problem: String) {
    let report = ReadingFixture.report(replacing: [(old, new)])
    #expect(report == "june.json5:\(problem)\n1 problem; nothing was run")
  }

  @Test("wrong things in place of objects are one problem each, whatever was wanted in them")
  func wholes() {
    let root = """
      { name: 'x', start_date: '2026-01-01', seed: 1, open: true, reasons: [], exceptions: [],
        regulator: 1, labs: [], timeline: {}, relief: 'x' }
      """
    do {
      _ = try ReadingFixture.table(root)
      Issue.record("nothing was reported")
    } catch {
      #expect(
        error.problems.map(\.message) == [
          "regulator must be an object, but is 1",
          "labs must be an object whose keys are ids, but is a list",
          "timeline must be a list, but is an object",
          "relief must be an object, but is the text 'x'",
        ])
    }
  }

  @Test("an empty scenario lacks each key that it must have, and nothing else")
  func empty() {
    do {
      _ = try ReadingFixture.table("{}")
      Issue.record("nothing was reported")
    } catch {
      #expect(
        error.problems.map(\.address) == [
          "exceptions", "labs", "name", "open", "reasons", "regulator", "seed", "start_date",
        ])
      #expect(error.problems.allSatisfy { $0.remedy != nil })
    }
  }

  @Test("complaints about what could not be read are dropped, others are kept")
  func echoes() {
    let text = "{ a: 'x', list: ['p', 5], inner: 3, fine: 1, also: { deep: 2 } }"
    let report = objectReport(text) { root in
      _ = root.parameter("a", .share, meaning: "a")
      _ = root.strings("list", meaning: "b")
      let inner = root.object("inner", meaning: "c")
      _ = inner.string("d", meaning: "d")
      _ = root.parameter("fine", .number, meaning: "e")
      _ = root.string("absent", meaning: "f")
      _ = root.object("also", meaning: "g").parameter("deep", .number, meaning: "h")
      root.finish()
      root.report("a", "dropped", remedy: nil)
      root.report(atPath: ["list", "1"], "dropped", remedy: nil)
      root.report(atPath: ["inner", "d"], "dropped", remedy: nil)
      root.report("absent", "dropped", remedy: nil)
      inner.report(nil, "dropped", remedy: nil)
      root.report(atPath: ["list", "0"], "kept: p", remedy: "q")
      root.report(atPath: ["also", "deep"], "kept: deep", remedy: nil)
      root.report(atPath: ["also", "nothing"], "kept: at the object", remedy: nil)
      root.report(nil, "kept: root", remedy: nil)
    }
    #expect(
      report == """
        x.json5:1:1: error: kept: root
        x.json5:1:1: error: the scenario has no 'absent'
           add absent: f, a text
        x.json5:1:6: error: a must be a number (share, from 0 to 1), but is the text 'x'
        x.json5:1:18: error: kept: p
           q
        x.json5:1:23: error: list.1 must be a text, but is 5
           write it in quotes
        x.json5:1:34: error: inner must be an object, but is 3
           write { … }
        x.json5:1:52: error: kept: at the object
        x.json5:1:60: error: kept: deep
        8 problems; nothing was run
        """)
  }

  @Test("keys that hang on a choice are not reported when the choice cannot be read")
  func adrift() {
    let changes = [("event: \"order\", targets", "event: \"decree\", aims")]
    #expect(
      ReadingFixture.report(replacing: changes) == """
        june.json5:21:26: error: timeline.1.event cannot be 'decree'
           write one of bypass_found, order
        1 problem; nothing was run
        """)
  }

  @Test("a report without places still names the file")
  func places() {
    let problem = Problem(position: nil, address: "", message: "nothing is there")
    let report = ProblemReport(problems: [problem, problem], files: ["a.json5"])
    #expect(report.rendered() == "a.json5: error: nothing is there\n1 problem; nothing was run")
    let nameless = ProblemReport(problems: [problem], files: [])
    #expect(nameless.rendered().hasPrefix("scenario: error: "))
  }
}

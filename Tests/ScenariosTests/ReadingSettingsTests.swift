import Scenarios
import Testing

@Suite("Reading: settings")
struct ReadingSettingsTests {
  private static let text =
    "{a: {n: 1, d: {uniform: [0, 1], evidence: 'assumed'}}, list: [{x: 1}, {x: 2}], s: 'w'}"

  @Test(
    "a setting changes one address, as a file that extends the scenario would",
    arguments: [
      ("a.n", "2", #"{"n":2,"d":{"uniform":[0,1],"evidence":"assumed"}}"#),
      ("a", "{m: 5}", #"{"n":1,"d":{"uniform":[0,1],"evidence":"assumed"},"m":5}"#),
      ("a.d", "{value: 3}", #"{"n":1,"d":{"value":3}}"#),
      ("a.d.normal", "[0, 1]", #"{"n":1,"d":{"normal":[0,1]}}"#),
      ("a.d.evidence", "published", #"{"n":1,"d":{"uniform":[0,1],"evidence":"published"}}"#),
      ("a.d", "null", #"{"n":1}"#),
      ("list.1.x", "7", #"[{"x":1},{"x":7}]"#),
      ("s", "us-person-support", #""us-person-support""#),
      ("s", "2026-06-09", #""2026-06-09""#),
      ("s", "'two words'", #""two words""#),
      ("b.c.e", "1", #"{"c":{"e":1}}"#),
    ])
  func changes(path: String, value: String, result: String) throws {
    let source = try ScenarioLoader.parse(Self.text, settings: [(path, value)])
    let before = try ScenarioLoader.parse(Self.text).node
    #expect(source.problems.isEmpty)
    let changed = path.prefix { $0 != "." }
    #expect(source.node[String(changed)]?.json(indent: 0) == result)
    for name in ["a", "list", "s"] where name != changed {
      #expect(source.node[name]?.json() == before[name]?.json())
    }
  }

  @Test("later settings lie over earlier ones")
  func order() throws {
    let settings = [("a.n", "2"), ("a.n", "3"), ("s", "null"), ("t.u", "1"), ("t.v", "2")]
    let source = try ScenarioLoader.parse("{a: {n: 1}, s: 0}", settings: settings)
    #expect(source.node.json(indent: 0) == #"{"a":{"n":3},"t":{"u":1,"v":2}}"#)
  }

  @Test(
    "a setting that cannot be made is reported as a line of --set",
    arguments: [
      (
        "a..n", "1", "'a..n' is not an address",
        "write names with dots between them, as in labs.anthropic.foreign_staff_share", 1
      ),
      (
        "", "1", "'' is not an address",
        "write names with dots between them, as in labs.anthropic.foreign_staff_share", 1
      ),
      ("a.n.x", "1", "a.n is 1, and has no 'x' in it", "set a.n as a whole", 1),
      ("list.2.x", "1", "list has no element '2'", "it has 0 to 1", 1),
      ("list.one", "1", "list has no element 'one'", "it has 0 to 1", 1),
      ("a.n", "", "no value is given for a.n", "write a.n=VALUE", 5),
      ("a.n", "[1, 2", "the text ends inside the list opened at 1:1", "close it with ']'", 10),
      ("a.n", "{x: 012}", "'012' is not a number", "write it without the zeros before it: 12", 9),
      (
        "a.n", "uniform(0, 1)", "'uniform(0, 1)' is no value",
        "a distribution stands in braces: { uniform: [LOW, HIGH] }", 5
      ),
      (
        "a.n", "pert: [0, 1, 2]", "'pert: [0, 1, 2]' is no value",
        "a distribution stands in braces: { pert: [LOW, MODE, HIGH] }", 5
      ),
      (
        "a.n", "1,000", "'1,000' is no value",
        "write a number without marks between its thousands and with '.' for its decimals", 5
      ),
      (
        "a.n", "2 years", "'2 years' is no value",
        "write a number alone; a date is written 2026-06-09, a text in quotes", 5
      ),
      ("a.n", "5%", "'5%' is not a number", "write it without '%'; 5 in a hundred is 0.05", 5),
      (
        "a", "{}", "a: {} changes nothing, for objects merge key by key",
        "leave it out; null removes what it names: a: { n: null }", 3
      ),
      ("a.q", "null", "null removes nothing: there is no 'q' in a", "leave it out", 1),
    ])
  func refused(
    path: String, value: String, message: String, remedy: String, column: Int
  ) throws {
    let source = try ScenarioLoader.parse(
      Self.text, name: "x.json5", settings: [("a.n", "1"), (path, value)])
    let report = ProblemReport(problems: source.problems, files: source.files).rendered()
    #expect(
      report == """
        --set:2:\(column): error: \(message)
           \(remedy)
        1 problem; nothing was run
        """)
  }

  @Test("extends cannot be set")
  func extends() throws {
    let source = try ScenarioLoader.parse("{}", settings: [("extends", "base.json5")])
    #expect(source.problems.count == 1)
  }

  @Test(
    "an address that the scenario does not have is reported with the nearest that it has",
    arguments: [
      (
        "labs.antropic.staff", "5", "1:1", "there is no 'antropic' in labs",
        "did you mean 'anthropic'?"
      ),
      (
        "regulator.licensing_oficers", "5", "1:1", "unknown key 'licensing_oficers' in regulator",
        "did you mean 'licensing_officers'?"
      ),
      (
        "regulatr.licensing_officers", "5", "1:1", "unknown key 'regulatr'",
        "did you mean 'regulator'?"
      ),
      (
        "labs.deepmind.staff", "5", "1:1", "there is no 'deepmind' in labs",
        "set labs.deepmind as a whole to add it"
      ),
    ])
  func unknown(
    path: String, value: String, place: String, message: String, remedy: String
  ) {
    #expect(
      ReadingFixture.report(replacing: [], settings: [(path, value)]) == """
        --set:\(place): error: \(message)
           \(remedy)
        1 problem; nothing was run
        """)
  }

  @Test("an object that may be left out comes to be by setting what is in it")
  func implied() throws {
    let table = try ReadingFixture.table(
      ReadingFixture.text,
      settings: [("relief.mean_days", "5"), ("labs.xai", "{foreign_staff_share: 0.1, staff: 9}")])
    #expect(table.parameter(at: "relief.mean_days") != nil)
    #expect(table.parameter(at: "labs.xai.staff") != nil)
  }

  @Test("a value that is set is checked like any other, with its place in the setting")
  func checked() {
    #expect(
      ReadingFixture.report(
        replacing: [],
        settings: [("seed", "7"), ("labs.openai.foreign_staff_share", "1.3")]) == """
          --set:2:33: error: labs.openai.foreign_staff_share must be from 0 to 1, but is 1.3
             a share is written from 0 to 1, so that 45 in a hundred are 0.45
          1 problem; nothing was run
          """)
  }
}

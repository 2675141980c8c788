import Arguments
import Testing

/// The words of a line without quotes.
func words(_ line: String) -> [String] {
  line.split(separator: " ").map(String.init)
}

/// The command that a line calls, or the error it meets.
func parsed(_ line: String) throws -> ParsedCommand {
  switch try courier.parse(words(line)) {
  case .run(let command):
    return command
  case .help(let text), .version(let text):
    Issue.record("'\(line)' is answered with: \(text)")
    throw ArgumentError.missingCommand(program: "", commands: [])
  }
}

@Suite("A command line")
struct ParsingTests {
  @Test(
    "finds the arguments wherever the options stand",
    arguments: [
      "send box Oslo --weight 2.5 --quiet", "send --weight 2.5 box --quiet Oslo",
      "send --quiet --weight=2.5 box Oslo", "send box --quiet Oslo --weight=2.5",
      "send --quiet --weight=2.5 -- box Oslo", "send box --weight 2.5 --quiet -- Oslo",
      "send --quiet --quiet --weight 2.5 box Oslo",
    ])
  func order(line: String) throws {
    let command = try parsed(line)
    #expect(command.name == "send")
    #expect(command.arguments == ["box", "Oslo"])
    #expect(command.flag("quiet"))
    #expect(!command.flag("insured"))
    #expect(command.value("weight") == "2.5")
    #expect(command.number("weight") == 2.5)
    #expect(command.value("copies") == nil)
    #expect(command.integer("copies") == nil)
  }

  @Test("keeps repeated values in their order")
  func repeated() throws {
    let command = try parsed("send box --label b --label=a --copies 3 --label b")
    #expect(command.values("label") == ["b", "a", "b"])
    #expect(command.value("label") == "b")
    #expect(command.integer("copies") == 3)
    #expect(command.values("day").isEmpty)
  }

  @Test("takes all that follows two dashes for arguments")
  func twoDashes() throws {
    #expect(try parsed("send -- -h --weight").arguments == ["-h", "--weight"])
    #expect(try parsed("send -- -- x").arguments == ["--", "x"])
  }

  struct ValueCase: Sendable, CustomTestStringConvertible {
    var line: String
    var option: String
    var value: String
    var testDescription: String { line }
  }

  @Test(
    "takes for a value what is one",
    arguments: [
      ValueCase(line: "send x --label=a=b", option: "label", value: "a=b"),
      ValueCase(line: "send x --label PATH=1", option: "label", value: "PATH=1"),
      ValueCase(line: "send x --label=--quiet", option: "label", value: "--quiet"),
      ValueCase(line: "send x --label -5", option: "label", value: "-5"),
      ValueCase(line: "send x --label -1.5e3", option: "label", value: "-1.5e3"),
      ValueCase(line: "send x --label -", option: "label", value: "-"),
      ValueCase(line: "send x --label send", option: "label", value: "send"),
      ValueCase(line: "send x --weight 1e1", option: "weight", value: "1e1"),
      ValueCase(line: "send x --speed express", option: "speed", value: "express"),
      ValueCase(line: "send x --day 2026-06-30", option: "day", value: "2026-06-30"),
    ])
  func values(_ example: ValueCase) throws {
    #expect(try parsed(example.line).value(example.option) == example.value)
  }

  @Test(
    "may leave out what is optional",
    arguments: [
      ("cities", []), ("cities north", ["north"]), ("track 1 2 3", ["1", "2", "3"]),
      ("compare --tariff a", []),
    ])
  func optional(line: String, arguments: [String]) throws {
    #expect(try parsed(line).arguments == arguments)
  }

  @Test("stops a program that asks it for what was not declared")
  func mistake() async {
    await #expect(processExitsWith: .failure) {
      _ = try parsed("send x").value("quiet")
    }
    await #expect(processExitsWith: .failure) {
      _ = try parsed("send x").flag("nonsense")
    }
  }
}

import Arguments
import Testing

@Suite("A declaration stops a program that")
struct DeclarationTests {
  @Test("declares an option twice")
  func twice() async {
    await #expect(processExitsWith: .failure) {
      _ = Command(name: "c", summary: "", options: [.flag("a", ""), .value("a", "N", "")])
    }
  }

  @Test("declares an option that every command has")
  func help() async {
    await #expect(processExitsWith: .failure) {
      _ = Command(name: "c", summary: "", options: [.flag("help", "")])
    }
  }

  @Test("writes the dashes of an option")
  func dashes() async {
    await #expect(processExitsWith: .failure) {
      _ = Option.flag("--quiet", "")
    }
  }

  @Test("puts an argument behind one that is repeated")
  func behindRepeating() async {
    await #expect(processExitsWith: .failure) {
      _ = Command(name: "c", summary: "", arguments: [.repeating("A", ""), .optional("B", "")])
    }
  }

  @Test("puts a required argument behind an optional one")
  func behindOptional() async {
    await #expect(processExitsWith: .failure) {
      _ = Command(name: "c", summary: "", arguments: [.optional("A", ""), .required("B", "")])
    }
  }

  @Test("declares a command twice")
  func commands() async {
    await #expect(processExitsWith: .failure) {
      let command = Command(name: "c", summary: "")
      _ = Program(name: "p", summary: "", version: "", commands: [command, command])
    }
  }
}

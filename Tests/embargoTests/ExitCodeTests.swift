import Testing

@Suite("Exit codes") struct ExitCodeTests {
  struct Case: CustomTestStringConvertible {
    let line: String
    let code: Int32
    let says: String

    init(_ line: String, _ code: Int32, _ says: String) {
      (self.line, self.code, self.says) = (line, code, says)
    }

    var testDescription: String { "embargo \(line)" }
  }

  static let cases = [
    Case("--version", 0, "embargo 0.3.0 (results epoch 4)"),
    Case("help run", 0, "Usage: embargo run SCENARIO [OPTIONS]"),
    Case("", 64, "embargo needs a command"),
    Case("rum x.json5", 64, "did you mean 'run'?"),
    Case("run", 64, "'embargo run' needs SCENARIO"),
    Case("run $directive --replication 4", 64, "did you mean '--replications'?"),
    Case("run $directive --replications 0", 64, "a whole number from 1 to 10000000"),
    Case("run $directive --seed 9007199254740992", 64, "from 0 to 9007199254740991"),
    Case("run $directive --regimes output,", 64, "such as output,weight"),
    Case("run $directive --set regulator", 64, "ADDRESS=VALUE"),
    Case("run $directive --set =2", 64, "ADDRESS=VALUE"),
    Case("list outcome", 64, "did you mean 'outcomes'?"),
    Case("list parameters", 64, "'list parameters' needs SCENARIO"),
    Case("trace $directive", 64, "'embargo trace' needs --regime"),
    Case("trace $directive --regime outptu", 64, "did you mean 'output'?"),
    Case("trace $directive --regime none --replication 0", 64, "from 1 to 10000000"),
    Case("trace $directive --regime none --events order", 64, "'embargo list events' names"),
    Case("trace $directive --regime none --set seed=-1", 65, "1 problem; nothing was run"),
    Case("trace absent.json5 --regime none", 66, "there is no file 'absent.json5'"),
    Case("diff $directive --regime none", 64, "needs --regime twice, and it is given once"),
    Case("diff $directive --regime none --regime modle", 64, "did you mean 'model'?"),
    Case("completions tcsh", 64, "bash, zsh or fish"),
    Case("run $directive --set labs.anthropic.foreign_staf_share=1", 65, "'foreign_staff_share'"),
    Case("run $directive --set seed=-1", 65, "1 problem; nothing was run"),
    Case("run $directive --regimes outptu", 65, "did you mean 'output'?"),
    Case("run $directive --set name=..", 65, "cannot name a folder"),
    Case("run absent.json5", 66, "there is no file 'absent.json5'"),
    Case("check absent.json5", 66, "1 problem"),
    Case("check $directive absent.json5", 66, "1 problem in 1 of 2 files"),
    Case("list regimes absent.json5", 66, "there is no file"),
    Case("run $directive --replications 4 --out /dev/null/x", 74, "cannot write"),
    Case("check $directive", 0, "1 file, no problems"),
    Case("completions bash", 0, "embargo"),
  ]

  @Test("Every kind of end has its code and says why", arguments: cases)
  func code(of one: Case) throws {
    let embargo = try Embargo()
    let outcome = try embargo.shell("\"$embargo\" \(one.line)")
    #expect(outcome.code == one.code)
    let said = one.code == 0 ? outcome.output : outcome.error
    #expect(said.contains(one.says), "it says: \(said)")
    #expect(one.code == 0 ? outcome.error.isEmpty : outcome.output.isEmpty)
    #expect(embargo.names() == [], "nothing is written")
  }
}

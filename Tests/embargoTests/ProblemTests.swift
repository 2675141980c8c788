import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Problems of a scenario") struct ProblemTests {
  static let faulty = """
    {
      name: "faulty",
      title: "A misspelt key, a share of 1.3, an unknown lab and a duplicate key",
      extends: "baseline.json5",
      labs: { anthropic: { foreign_staf_share: 0.25, us_spend_share: 1.3 } },
      models: { "fable-5": { lab: "antropic" } },
      seed: 7,
      seed: 8,
    }
    """

  static let problems = """
    Scenarios/fault.json5:5:24: error: unknown key 'foreign_staf_share' in labs.anthropic
       did you mean 'foreign_staff_share'?
    Scenarios/fault.json5:5:66: error: labs.anthropic.us_spend_share must be from 0 to 1, but is 1.3
       a share is written from 0 to 1, so that 45 in a hundred are 0.45
    Scenarios/fault.json5:6:31: error: unknown lab 'antropic'
       did you mean 'anthropic'?
    Scenarios/fault.json5:8:3: error: the key 'seed' stands twice in this object, first at 7:3
       keep one of the two

    """

  private func faultyFolder() throws -> Embargo {
    let embargo = try Embargo()
    try embargo.write(Self.faulty, to: "Scenarios/fault.json5")
    try embargo.copyBaseline()
    return embargo
  }

  @Test("Four mistakes are told at once, with place and remedy, and nothing is written")
  func fourMistakes() throws {
    let embargo = try faultyFolder()
    let outcome = try embargo("run", "Scenarios/fault.json5")
    #expect(outcome.code == 65)
    #expect(outcome.output == "")
    #expect(outcome.error == Self.problems + "4 problems; nothing was run\n")
    #expect(embargo.names() == ["Scenarios"])
  }

  @Test(
    "What is no file is told for what it is, and a pipe is not waited for",
    arguments: [
      ("folder", 65, "'folder' is a folder"),
      ("pipe", 65, "'pipe' is a pipe or device, not a regular file"),
      ("/dev/null", 65, "'/dev/null' is a pipe or device, not a regular file"),
      ("folder/absent.json5", 66, "there is no file 'folder/absent.json5'"),
      ("absent/a.json5", 66, "there is no file 'absent/a.json5'\n   there is no folder 'absent'"),
    ])
  func noFile(name: String, code: Int32, says: String) throws {
    let embargo = try Embargo()
    for command in ["check", "run", "list regimes"] {
      let outcome = try embargo.shell(
        "mkdir -p folder && { [ -p pipe ] || mkfifo pipe; } && \"$embargo\" \(command) \(name)")
      #expect(outcome.code == code && outcome.output == "", "\(command)")
      #expect(outcome.error.hasPrefix("\(name): error: \(says)\n"), "\(outcome.error)")
    }
  }

  @Test(
    "A file that may not be read is told so, and apart from one that is not there",
    .enabled(if: geteuid() != 0, "root may read everything"))
  func forbidden() throws {
    let embargo = try Embargo()
    try embargo.write("{}", to: "own.json5")
    let outcome = try embargo.shell("chmod 000 own.json5; \"$embargo\" check own.json5")
    #expect(outcome.code == 66)
    #expect(
      outcome.error == """
        own.json5: error: 'own.json5' may not be read: permission denied
           make it readable, as with chmod u+r
        1 problem

        """)
  }

  @Test("Blanks around the equals sign of a setting belong to neither side")
  func blanks() throws {
    let embargo = try Embargo()
    let outcome = try embargo(
      "run", Embargo.directive, "--replications", "2", "--regimes", "weight", "--out", "x",
      "--set", " regulator.licensing_officers = 200 ")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\nChanged: regulator.licensing_officers = 200\n"))
  }

  @Test("check tells the problems of all files and counts them once")
  func check() throws {
    let embargo = try faultyFolder()
    let alone = try embargo("check", "Scenarios/fault.json5")
    #expect(alone.code == 65)
    #expect(alone.error == Self.problems + "4 problems\n")
    let outcome = try embargo("check", "Scenarios/fault.json5", Embargo.directive, "no.json5")
    #expect(outcome.code == 65)
    #expect(outcome.output == "")
    #expect(
      outcome.error == Self.problems + "no.json5: error: there is no file 'no.json5'\n"
        + "5 problems in 2 of 3 files\n")
  }
}

import Testing

@Suite("The folder of a result") struct FolderTests {
  @Test("An equal result is told again, another one is left alone unless forced")
  func occupied() throws {
    let embargo = try Embargo()
    func run(_ words: String...) throws -> Embargo.Outcome {
      try embargo.start(
        ["run", Embargo.directive, "--regimes", "weight", "--out", "x/y/"] + words
      ).outcome()
    }
    let first = try run("--replications", "4")
    #expect(first.code == 0)
    let bytes = try embargo.result("x/y")
    let runtime = try embargo.text(of: "x/y/runtime.json")

    let again = try run("--replications", "4")
    #expect(again.code == 0 && again.output == first.output)
    #expect(again.error.contains("nothing was run"))
    let resumed = try run("--replications", "4", "--resume")
    #expect(resumed.code == 0 && resumed.output == first.output)
    #expect(try embargo.text(of: "x/y/runtime.json") == runtime)

    let other = try run("--replications", "5")
    #expect(other.code == 73 && other.error.contains("--force"))
    let otherResumed = try run("--replications", "5", "--resume")
    #expect(otherResumed.code == 73)
    #expect(try embargo.result("x/y") == bytes)

    let forced = try run("--replications", "5", "--force")
    #expect(forced.code == 0)
    #expect(try embargo.result("x/y") != bytes)
    #expect(embargo.names(in: "x") == ["y"])
  }

  @Test("A folder that holds something else is never touched", arguments: ["", "--force"])
  func foreign(option: String) throws {
    let embargo = try Embargo()
    try embargo.write("mine", to: "thesis/chapter.txt")
    let outcome = try embargo.shell(
      "\"$embargo\" run \"$directive\" --replications 4 --out thesis \(option)")
    #expect(outcome.code == 73)
    #expect(outcome.error.contains("thesis holds something else"))
    #expect(embargo.names() == ["thesis"] && embargo.names(in: "thesis") == ["chapter.txt"])
    #expect(try embargo.text(of: "thesis/chapter.txt") == "mine")
  }

  @Test("Without --out the folder is named after the scenario")
  func defaultFolder() throws {
    let embargo = try Embargo()
    let outcome = try embargo(
      "run", Embargo.directive, "--regimes", "none", "--replications", "4", "--set", "name=tiny")
    #expect(outcome.code == 0)
    #expect(embargo.names(in: "Results") == ["tiny"])
    #expect(outcome.output.hasSuffix("\nTables: Results/tiny\n"))
  }

  @Test("The bytes depend on neither jobs nor the order of regimes nor the working folder")
  func sameBytes() throws {
    let embargo = try Embargo()
    let base = ["run", Embargo.directive, "--replications", "6", "--out"]
    let lines = [
      base + ["a", "--regimes", "weight,output", "--jobs", "1"],
      base + ["b", "--regimes", "output,weight", "--jobs", "3", "--quiet"],
    ]
    for line in lines { #expect(try embargo.start(line).outcome().code == 0) }
    let moved = try embargo.shell(
      "cd \"${directive%/*}\" && \"$embargo\" run june-2026-directive.json5 --replications 6"
        + " --regimes output,weight --out \"$OLDPWD\"/c")
    #expect(moved.code == 0)
    let bytes = try embargo.result("a")
    #expect(bytes.count == 10)
    #expect(try embargo.result("b") == bytes)
    #expect(try embargo.result("c") == bytes)
    #expect(
      bytes["manifest.json"]?.contains(
        "embargo run Scenarios/june-2026-directive.json5 --regimes output,weight"
          + " --replications 6 --seed ") == true)
  }
}

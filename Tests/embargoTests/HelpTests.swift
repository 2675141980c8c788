import Testing

@Suite("Help") struct HelpTests {
  static let pages = [
    ("", HelpSnapshots.program), ("run", HelpSnapshots.run),
    ("sweep", HelpSnapshots.sweep), ("merge", HelpSnapshots.merge),
    ("verify", HelpSnapshots.verify), ("plan", HelpSnapshots.plan), ("trace", HelpSnapshots.trace),
    ("diff", HelpSnapshots.diff), ("explain", HelpSnapshots.explain),
    ("check", HelpSnapshots.check), ("list", HelpSnapshots.list),
    ("backtest", HelpSnapshots.backtest), ("benchmark", HelpSnapshots.benchmark),
    ("completions", HelpSnapshots.completions),
  ]

  @Test("The help is as it was last looked at", arguments: pages)
  func page(command: String, expected: String) throws {
    let embargo = try Embargo()
    let outcome = try embargo.shell("\"$embargo\" help \(command)")
    #expect(outcome.output == expected + HelpSnapshots.exitCodes)
    #expect(try embargo.shell("\"$embargo\" \(command) --help").output == outcome.output)
  }

  @Test("Every example of the help is a command line that the program understands")
  func examples() throws {
    let embargo = try Embargo()
    let lines = Self.pages.flatMap { $0.1.replacing("\\\n", with: "").split(separator: "\n") }
      .filter { $0.hasPrefix("  embargo ") && !$0.contains("|") }
    #expect(lines.count == 32)
    for line in lines {
      let words = line.dropFirst("  embargo ".count)
      // A file that is not there is found out only after the line was understood.
      let outcome = try embargo.shell("\"$embargo\" \(words)")
      #expect(outcome.code == 66 || outcome.code == 0, "\(line): \(outcome.error)")
    }
  }

  @Test("Shells can be given the completions", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try Embargo()("completions", shell)
    #expect(outcome.code == 0)
    for word in [
      "run", "sweep", "merge", "verify", "plan", "trace", "diff", "explain", "check", "list",
      "backtest", "benchmark", "replications",
    ] {
      #expect(outcome.output.contains(word))
    }
  }
}

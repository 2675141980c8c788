import Testing

@Suite("Words that choose the points of a sweep") struct SweepWordsTests {
  static let officers = "regulator.licensing_officers"
  static let share = "labs.anthropic.foreign_staff_share"

  /// What a line of options is answered with; nothing is simulated, for all of them are wrong.
  private func answer(_ words: [String], files: [String: String] = [:]) throws -> Embargo.Outcome {
    let embargo = try Embargo()
    for (name, text) in files { try embargo.write(text, to: name) }
    let outcome = try embargo.start(["sweep", Embargo.directive] + words).outcome()
    #expect(outcome.output == "")
    #expect(embargo.names() == files.keys.sorted())
    return outcome
  }

  static let senseless: [([String], [String])] = [
    (
      ["--vary", "\(officers)=50:5", "--levels", "\(officers)=1,2"],
      [
        "--vary \(officers)=50:5 runs downwards: write '--vary \(officers)=5:50'.",
        "\(officers) is varied twice: leave one out.",
      ]
    ),
    (
      ["--vary", "\(officers)=5", "--vary", "\(share)=0.1,0.2", "--levels", "a.b=1:2"],
      [
        "--vary \(officers)=5 gives no range: write '--vary \(officers)=LOW:HIGH'.",
        "--vary \(share)=0.1,0.2 gives values, not a range: write '--levels \(share)=0.1,0.2'.",
        "--levels a.b=1:2 is a range, not values: write '--vary a.b=1:2'.",
      ]
    ),
    (
      ["--vary", "\(officers)=5:5", "--levels", "\(share)=0.1,0.2,0.1", "--sampling", "lhs"],
      [
        "--vary \(officers)=5:5 has only one value: write '--set \(officers)=5'.",
        "--levels \(share)=0.1,0.2,0.1 names 0.1 twice: leave one out.",
        "--sampling lhs needs a number of points: write '--samples 100'.",
      ]
    ),
    (
      ["--vary", "\(share)=0,1:50%"],
      [
        "A value in --vary \(share)=0,1:50% must be a number, but is '0,1': write decimals with a"
          + " point: 0.1.",
        "A value in --vary \(share)=0,1:50% must be a number, but is '50%': write 50.",
      ]
    ),
    (
      ["--vary", "\(officers)=5:50", "--set", "\(officers)=7", "--samples", "1"],
      [
        "--samples 1 is too few for a grid, which has both ends of each range.",
        "\(officers) is given by --vary and by --set: leave one out.",
      ]
    ),
    (
      ["--levels", "\(officers)=5,50", "--samples", "9"],
      ["--samples cuts up ranges, but --levels names every value: leave it out."]
    ),
    (
      ["--design", "x.csv", "--vary", "\(officers)=5:50", "--samples", "9"],
      ["--design says all there is to say of the points: leave out --vary, --samples."]
    ),
    (
      ["--vary", "\(officers)=5:50", "--vary", "\(share)=0:1", "--samples", "1001"],
      [
        "The grid has 1,002,001 points, more than the 1,000,000 that a sweep takes: lower"
          + " --samples, or write '--sampling lhs --samples 1000'."
      ]
    ),
  ]

  @Test("that make no sense are told all at once", arguments: senseless)
  func noSense(words: [String], says: [String]) throws {
    let outcome = try answer(words)
    #expect(outcome.code == 64)
    #expect(outcome.error == says.map { "embargo: \($0)\n" }.joined())
  }

  @Test("are asked for with an example of both ways")
  func nothing() throws {
    let outcome = try answer([])
    #expect(outcome.code == 64)
    #expect(
      outcome.error == """
        embargo: 'sweep' needs to know what to vary. Name numbers, each with a range or values:
          embargo sweep SCENARIO --vary regulator.licensing_officers=5:50 --samples 10
        or name a file with a header of addresses and a row for each experiment:
          embargo sweep SCENARIO --design experiments.csv

        """)
  }

  @Test("that the scenario has something against are told with their place and remedy")
  func impossible() throws {
    let outcome = try answer([
      "--vary", "regulator.licencing_officers=0:50", "--levels", "\(Self.share)=0.5, 45",
      "--vary", "horizon_days=90.5:365", "--vary", "replications=1:9",
    ])
    #expect(outcome.code == 65)
    #expect(
      outcome.error == """
        --vary:1:1: error: regulator.licencing_officers is no address of the scenario
           did you mean 'regulator.licensing_officers'?
        --vary:2:14: error: horizon_days must be a whole number, but is 90.5
           write 90 or 91
        --vary:3:1: error: replications cannot be swept
           every experiment has the same number of replications; --replications sets it
        --levels:1:41: error: \(Self.share) must be from 0 to 1, but is 45
           a share is written from 0 to 1, so that 45 in a hundred are 0.45
        4 problems; nothing was run

        """)
  }

  @Test("a design file is told its problems, and apart from them that it is not there")
  func files() throws {
    let missing = try answer(["--design", "sampel.csv"], files: ["sample.csv": ""])
    #expect(missing.code == 66)
    #expect(
      missing.error == """
        sampel.csv: error: there is no file 'sampel.csv'
           did you mean 'sample.csv'?
        1 problem; nothing was run

        """)
    let text = "regulator__licensing_officers,regime\n0,output\n5,outptu\n"
    let wrong = try answer(["--design", "a.csv"], files: ["a.csv": text])
    #expect(wrong.code == 65)
    #expect(
      wrong.error == """
        a.csv:2:1: error: regulator__licensing_officers of experiment 1 must be from 1 to 1000000, \
        but is 0
        a.csv:3:3: error: regime of experiment 2 cannot be 'outptu'
           did you mean 'output'?
        2 problems; nothing was run

        """)
    let both = try answer(
      ["--design", "a.csv", "--set", "\(Self.officers)=7"],
      files: ["a.csv": "\(Self.officers)\n5\n"])
    #expect(both.code == 64)
    #expect(
      both.error
        == "embargo: \(Self.officers) is a column of a.csv and given by --set: leave one out.\n")
  }
}

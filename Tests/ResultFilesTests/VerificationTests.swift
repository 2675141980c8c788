import Experiments
import Foundation
import ResultFiles
import Testing

/// A finished folder of the fake study, to be changed and checked.
private struct Checked {
  let scratch: Scratch
  let path: String
  let description: ResultDescription

  init(_ plan: RunPlan = Fake.plan(24), fails: Bool = false) throws {
    scratch = try Scratch()
    path = scratch.path + "/x"
    description = try Fake.description(plan)
    try Fake.run(path, plan, fails: fails)
  }

  /// Replaces text in a file, and what the data package says of the file.
  func change(_ name: String, _ old: String, _ new: String) throws {
    let text = try Fake.text("\(path)/\(name)")
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    try #require(changed != text, "\(name) has no \(old)")
    try write(changed, to: name)
  }

  func write(_ text: String, to name: String) throws {
    let before = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    let package = path + "/datapackage.json"
    let hashes = [[UInt8](before), Array(text.utf8)].map { SHA256.hexadecimal($0) }
    let said = try Fake.text(package).replacing(hashes[0], with: hashes[1])
      .replacing("\"bytes\": \(before.count),", with: "\"bytes\": \(text.utf8.count),")
    try Data(said.utf8).write(to: URL(filePath: package))
  }

  struct Found {
    let answers: [String]
    let rows: [String]
    let rerun: Int
    let compared: [String]
  }

  /// Both steps.
  func check(
    _ choice: Verification.Choice = .all, fails: Bool = false, jobs: Int = 2
  ) throws -> Found {
    let verification = Verification(path, of: description)
    let answers = try verification.compareAnswers()
    let rows = try verification.compareRows(Fake.source(fails: fails), choice, jobs: jobs)
    #expect(answers.end == .complete && rows.end == .complete)
    return Found(
      answers: verification.answerDifferences.first.map(\.description),
      rows: verification.rowDifferences.first.map(\.description), rerun: rows.rows,
      compared: (answers.compared + rows.compared).map { "\($0.file) \($0.rows ?? 0)" })
  }
}

@Suite("Checking a result by making it again") struct VerificationTests {
  @Test(
    "An untouched result has no difference, with failures and without",
    arguments: [false, true], [Verification.Choice.all, .some(5), .some(1), .some(1000)])
  func untouched(fails: Bool, choice: Verification.Choice) throws {
    let found = try Checked(fails: fails).check(choice, fails: fails)
    #expect(found.answers == [] && found.rows == [])
    let expected =
      switch choice {
      case .all: 24
      case .some(let size): min(size, 24)
      }
    #expect(found.rerun == expected)
    #expect(found.compared.contains("summary.csv 12"))
    #expect(found.compared.contains("timeline.csv 4") == (choice == .all))
    #expect(found.compared.contains("failures.csv 4") == fails)
    #expect(found.compared.contains("datapackage.json 0"))
  }

  @Test("A changed outcome is found by running it again, at its place, with both values")
  func outcome() throws {
    let checked = try Checked()
    let line = "1,3,output,ok,"
    let before = try Fake.text(checked.path + "/outcomes.csv")
    let value = try #require(
      before.split(separator: "\n").first { $0.hasPrefix(line) }?.split(separator: ",")[4])
    try checked.change("outcomes.csv", line + value, line + "0.25")
    let found = try checked.check()
    #expect(
      found.rows == [
        "outcomes.csv, experiment_id 1, replication 3, regime output: cost_usd is 0.25, but should"
          + " be \(value)"
      ])
    // The tables that are made of the rows still tell of the value that was there.
    #expect(found.answers.contains { $0.hasPrefix("summary.csv, experiment_id 1, regime output") })
  }

  @Test(
    "Changes of what is said of the rows are found from the stored rows",
    arguments: [
      ("summary.csv", "1,none,net_harm,1,24,0,", "1,none,net_harm,1,24,1,", "mean is 1, but"),
      (
        "contrasts.csv", "1,none,output,cost_usd,USD,24,", "1,none,output,cost_usd,USD,23,",
        "n is 23"
      ),
      ("regret.csv", "1,output,cost_usd,0,", "1,output,cost_usd,7,", "mean_regret is 7, but"),
      ("draws.csv", "1,14,7,7,", "1,14,8,7,", "draw is 8, but should be 7"),
      ("draws.csv", "1,14,7,7,", "1,14,7,8,", "seed is 8, but should be 7"),
      ("draws.csv", "1,14,7,7,", "1,14,7,7,0", "labs__acme_x__staff_share is 00"),
      ("experiments.csv", "\n1\n", "\n01\n", "the row of experiment_id 01 stands in its place"),
      (
        "variance.csv", "1,none,net_harm,1,0,0", "1,none,net_harm,1,0,1", "parameters_variance is 1"
      ),
      ("manifest.json", "embargo\"", "embargo\" ", "line 2"),
      ("scenario.resolved.json", "A title", "A\\u0020title", "line"),
    ])
  func said(file: String, old: String, new: String, words: String) throws {
    let checked = try Checked()
    try checked.change(file, old, new)
    let found = try checked.check(.some(2))
    #expect(found.answers.count == 1 && found.rows == [], "\(found)")
    #expect(found.answers.first?.hasPrefix(file) == true)
    #expect(found.answers.first?.contains(words) == true, "\(found.answers)")
  }

  @Test("The timeline is made of rows that are run again")
  func timeline() throws {
    let checked = try Checked()
    try checked.change("timeline.csv", "1,none,open,0,5,", "1,none,open,0,6,")
    #expect(try checked.check(.some(23)).rows == [])
    #expect(
      try checked.check().rows == [
        "timeline.csv, experiment_id 1, regime none, series open, day 0: n is 6, but should be 5"
      ])
  }

  @Test("A changed draw is found by running it again")
  func draw() throws {
    let checked = try Checked()
    let line = try #require(
      try Fake.text(checked.path + "/draws.csv").split(separator: "\n").dropFirst().first)
    try checked.change("draws.csv", "\n\(line)\n", "\n1,1,1,7,0.25\n")
    let found = try checked.check(.some(2))
    #expect(found.answers == [])
    #expect(found.rows.count == 1)
    #expect(
      found.rows.first?.hasPrefix(
        "draws.csv, experiment_id 1, replication 1: labs__acme_x__staff_share is 0.25,") == true)
  }

  @Test("A row that failed must fail again, with the same words")
  func failures() throws {
    let checked = try Checked(fails: true)
    // What fails in the file comes to a result when it is run again.
    let healed = try checked.check(.some(24))
    #expect(healed.rows.count == 8)
    #expect(
      healed.rows[0].contains("replication 5, regime none: status is failed, but should be ok"))
    // What came to a result in the file fails when it is run again.
    let other = try Checked()
    let failing = try other.check(.some(24), fails: true)
    #expect(
      failing.rows[0] == "outcomes.csv, experiment_id 1, replication 5, regime none: status is ok,"
        + " but should be failed, and 3 other columns differ")
    #expect(
      failing.rows.contains("failures.csv, experiment_id 1, replication 5: the row is missing"))
    // The message is not the same.
    try checked.change("failures.csv", "and there", "and here")
    let reworded = try checked.check(fails: true)
    #expect(reworded.answers == [] && reworded.rows.count == 1)
    #expect(reworded.rows[0].contains("failures.csv, experiment_id 1, replication 5: message is"))
  }

  @Test("A row in which the program had stopped is not run again")
  func crashed() throws {
    let scratch = try Scratch()
    let (path, plan) = (scratch.path + "/x", Fake.plan(24))
    let description = try Fake.description(plan)
    var folder = try Fake.open(path, description)
    var schedule = folder.schedule
    let keys: Set = [RowKey(replication: 3), RowKey(replication: 24)]
    let source = Fake.source().failing(at: keys, of: plan, CrashMarks.message)
    _ = try Runner.run(source, plan, &schedule) { try folder.append($0) }
    try folder.finish(Fake.runtime) { _ in }
    let verification = Verification(path, of: description)
    _ = try verification.compareAnswers()
    #expect(verification.crashed == keys)
    let seen = Numbers()
    let watched = RowSource(layouts: description.layouts) {
      { key, rows in
        seen.add(key.replication)
        rows.append(Fake.row(key.replication, fails: false))
      }
    }
    let step = try verification.compareRows(watched, .all, jobs: 2)
    #expect(step.rows == 24 && seen.sorted == (1...23).filter { $0 != 3 })
    #expect(verification.answerDifferences.count + verification.rowDifferences.count == 0)
  }

  @Test("Rows and files that are missing or too many are named")
  func missing() throws {
    func lines(_ checked: Checked, _ file: String) throws -> [String] {
      try Fake.text(checked.path + "/" + file).split(separator: "\n").map(String.init)
    }
    let short = try Checked()
    for file in ["draws.csv", "outcomes.csv"] {
      let kept = try lines(short, file).filter { !$0.hasPrefix("1,24,") }
      try short.write(kept.joined(separator: "\n") + "\n", to: file)
    }
    #expect(
      try short.check().answers.contains(
        "outcomes.csv, experiment_id 1, replication 24: the row is missing"))

    let gap = try Checked()
    for file in ["draws.csv", "outcomes.csv"] {
      let kept = try lines(gap, file).filter { !$0.hasPrefix("1,7,") }
      try gap.write(kept.joined(separator: "\n") + "\n", to: file)
    }
    #expect(
      try gap.check().answers.contains(
        "outcomes.csv, experiment_id 1, replication 7: the row is missing"))

    let summary = try Checked()
    var kept = try lines(summary, "summary.csv")
    kept.remove(at: 2)
    try summary.write(kept.joined(separator: "\n") + "\n", to: "summary.csv")
    #expect(
      try summary.check().answers.first?.contains("stands in its place") == true)

    let gone = try Checked()
    try FileManager.default.removeItem(atPath: gone.path + "/regret.csv")
    #expect(try gone.check().answers.contains("regret.csv is missing"))
    try Data("experiment_id,replication,message,replay_command\n".utf8).write(
      to: URL(filePath: gone.path + "/failures.csv"))
    #expect(
      try gone.check().answers.contains("failures.csv is there, but belongs to no such result"))
  }

  @Test("A goal of precision must stop where the rows say")
  func precision() throws {
    let goal = PrecisionGoal(relative: 0.5, absolute: 1000, outcomes: ["cost_usd"])
    func plan(_ most: Int) -> RunPlan {
      RunPlan(
        seed: 7, replications: most, perDraw: 2, precision: goal, timelineReplications: 0)
    }
    let checked = try Checked(plan(1000))
    let found = try checked.check(.some(10))
    #expect(found.answers == [] && found.rows == [] && found.rerun == 10)
    #expect(found.compared.contains("draws.csv 256"))
    // A row more than the rule asks for.
    for (file, row) in [("draws.csv", "1,257,129,7,0\n"), ("outcomes.csv", "")] {
      let text = try Fake.text(checked.path + "/" + file)
      let more = text.split(separator: "\n").filter { $0.hasPrefix("1,256,") }
        .map { $0.replacing("1,256,", with: "1,257,", maxReplacements: 1) + "\n" }.joined()
      try checked.write(text + (row.isEmpty ? more : row), to: file)
    }
    #expect(
      try checked.check(.some(10)).answers.contains(
        "outcomes.csv, experiment_id 1, replication 257: the result has no such row"))
  }

  @Test("Rows to run again are spread, the same every time, and others for other numbers")
  func sample() throws {
    let checked = try Checked(Fake.plan(1000))
    func numbers(_ size: Int, jobs: Int) throws -> [Int] {
      let verification = Verification(checked.path, of: checked.description)
      _ = try verification.compareAnswers()
      var numbers: [Int] = []
      let seen = Numbers()
      let source = RowSource(layouts: checked.description.layouts) {
        { key, rows in
          seen.add(key.replication)
          rows.append(Fake.row(key.replication, fails: false))
        }
      }
      _ = try verification.compareRows(source, .some(size), jobs: jobs)
      numbers = seen.sorted
      return numbers
    }
    let twenty = try numbers(20, jobs: 1)
    #expect(twenty.count == 20 && twenty.first == 1 && twenty.last == 1000)
    for (place, number) in twenty.enumerated() {
      #expect((50 * place + 1...50 * (place + 1)).contains(number))
    }
    #expect(try numbers(20, jobs: 3) == twenty)
    #expect(Set(try numbers(21, jobs: 2)) != Set(twenty))
  }

  @Test("A check can be stopped in either step")
  func cancelled() throws {
    let checked = try Checked()
    let cancellation = Cancellation()
    let verification = Verification(checked.path, of: checked.description)
    _ = try verification.compareAnswers()
    cancellation.cancel()
    let rows = try verification.compareRows(
      Fake.source(), .all, jobs: 2, cancellation: cancellation)
    #expect(rows.end == .cancelled && rows.rows < 24)
    #expect(try verification.compareAnswers(cancellation: cancellation).end == .cancelled)
  }
}

/// Numbers gathered from several threads.
private final class Numbers: @unchecked Sendable {
  private let lock = NSLock()
  private var numbers: [Int] = []

  func add(_ number: Int) { lock.withLock { numbers.append(number) } }
  var sorted: [Int] { lock.withLock { numbers.sorted() } }
}

import Experiments
import ResultFiles

/// One check of a result: its two steps, and what is said of them.
struct VerifyRun {
  private let result: StoredResult
  private let choice: Verification.Choice
  private let jobs: Int
  private let style: Progress.Style
  private let verification: Verification
  private let interruption = Interruption.process

  init(
    _ result: StoredResult, _ choice: Verification.Choice, jobs: Int, progress: Progress.Style
  ) {
    self.result = result
    self.choice = choice
    self.jobs = jobs
    style = progress
    verification = Verification(result.path, of: result.description)
  }

  /// Checks, prints what was compared, and fails with the differences.
  func perform() throws(Failure) -> ExitCode {
    let answers = try compareAnswers()
    let again = try compareRows()
    var lines = [head]
    lines += VerifyText.lines(answers, "made anew from the rows as they are stored")
    lines += VerifyText.lines(again.compared, again.title)
    if verification.hasTimelineTable && !again.isAll {
      lines.append("timeline.csv was not made anew, since the rows do not hold it; --all does")
    }
    if !verification.crashed.isEmpty {
      let rows = Figures.counted(verification.crashed.count, "replication")
      lines.append("not run again, since the program had stopped there: \(rows)")
    }
    let count = differenceCount
    lines.append(
      count == 0 ? "no difference found" : "found: \(Figures.counted(count, "difference"))")
    try StandardStreams.answer(lines.map { $0 + "\n" }.joined())
    guard count == 0 else {
      throw Failure(.badInput, VerifyText.differences(verification, result.description))
    }
    return .done
  }

  private var differenceCount: Int {
    verification.answerDifferences.count + verification.rowDifferences.count
  }

  private var head: String {
    let plan = result.description.plan
    let rows = Figures.counted(verification.rows, "replication")
    let experiments =
      plan.experiments == 1 ? "" : " of \(Figures.counted(plan.experiments, "experiment"))"
    let shard = plan.shard.map { ", shard \($0.index) of \($0.count)" } ?? ""
    return "\(result.path)\(shard): \(rows)\(experiments); every file is as datapackage.json says"
  }

  private func compareAnswers() throws(Failure) -> [Verification.Compared] {
    // With a goal of precision, how many rows there are is known when they were read.
    let plan = result.description.plan
    var progress = Progress(
      style, total: plan.precision == nil ? plan.rows.count : nil, finishedBefore: 0,
      noun: "replications read")
    let step: (end: Verification.End, compared: [Verification.Compared])
    do throws(ResultError) {
      step = try verification.compareAnswers(
        cancellation: interruption.cancellation, progress: { progress.update(simulated: $0) })
    } catch {
      progress.end()
      throw Failure(.badInput, "embargo: \(error)")
    }
    progress.end()
    guard step.end == .complete else { throw interrupted(0) }
    return step.compared
  }

  private func compareRows() throws(Failure) -> (
    compared: [Verification.Compared], title: String, isAll: Bool
  ) {
    let all = verification.rows
    let isAll = choice == .all || verification.rowCount(choice) == all
    var progress = Progress(
      style, total: isAll ? all : verification.rowCount(choice), finishedBefore: 0,
      noun: "replications run again")
    let description = result.description
    CrashNotice.install(
      marks: nil, kept: nil, command: description.manifest.request.command, threads: jobs)
    let step: (end: Verification.End, compared: [Verification.Compared], rows: Int)
    do {
      step = try verification.compareRows(
        CrashNotice.watched(RowSource(result.sweep, description.plan), of: description),
        isAll ? .all : choice, jobs: jobs, cancellation: interruption.cancellation,
        progress: { progress.update(simulated: $0) })
    } catch {
      progress.end()
      throw Failure(error is ResultError ? .badInput : .bug, "embargo: \(error)")
    }
    progress.end()
    guard step.end == .complete else { throw interrupted(step.rows) }
    let share = isAll ? "all replications" : "\(Figures.grouped(step.rows)) replications"
    return (step.compared, "\(share) run again", isAll)
  }

  /// What is to be said when somebody stops it, with what was found so far.
  private func interrupted(_ rows: Int) -> Failure {
    let rows = Figures.counted(rows, "replication")
    let done = "embargo: interrupted when \(rows) had been run again"
    guard differenceCount > 0 else {
      return Failure(interruption.exitCode, done + ", without a difference")
    }
    return Failure(
      interruption.exitCode,
      done + "\n" + VerifyText.differences(verification, result.description))
  }
}

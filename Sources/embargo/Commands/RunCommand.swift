import Arguments
import Experiments
import RegulatoryWorld
import ResultFiles
import Scenarios

/// `embargo run`: every regime and replication; writes the tables and prints the answer.
enum RunCommand {
  static let declaration = Command(
    name: "run", summary: "simulates a scenario, writes its tables and prints the answer",
    discussion: """
      Every future is lived through once without any action and once under each regime, with the \
      same strokes of luck. The tables depend on the scenario and the options up to --set alone; \
      a run that was broken off goes on with --resume and ends in the same bytes.
      """,
    examples: [
      ("embargo run Scenarios/june-2026-directive.json5", "The directive under each theory."),
      (
        "embargo run Scenarios/june-2026-directive.json5 --replications 64 --out Results/try",
        "A first look, in a folder of its own."
      ),
      (
        "embargo run Scenarios/june-2026-directive.json5 --regimes output,weight \\\n"
          + "      --set regulator.licensing_officers=200 --out Results/more-officers",
        "Two theories, with one assumption changed; 'list parameters' has the addresses."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: RunRequest.options)

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    let request = RunRequest(line, asTyped: words)
    let run = try PreparedRun(request)
    guard let folder = try open(run) else {
      let findings = run.findings(try storedAnswer(run))
      return try tell(findings, request, "\(run.path) holds this result already; nothing was run")
    }
    return try simulate(run, folder)
  }

  private static func open(_ run: PreparedRun) throws(Failure) -> ResultFolder? {
    do throws(ResultError) {
      return try ResultFolder.open(
        at: run.path, for: run.description, options: run.request.folderOptions)
    } catch {
      throw Failure(error)
    }
  }

  private static func simulate(
    _ run: PreparedRun, _ opened: consuming ResultFolder
  ) throws(Failure) -> ExitCode {
    var folder = opened
    let plan = run.plan
    var kept = folder.reused
    var progress = Progress(
      run.request.progress, total: plan.replications.count, finishedBefore: folder.reused)
    CrashNotice.install(replay: run.command, kept: run.path + ".part")
    let interruption = Interruption()
    let end: RunEnd
    do {
      end = try Runner.run(
        run.source, plan, finished: folder.reused, cancellation: interruption.cancellation,
        progress: { progress.update(simulated: $0) },
        sink: {
          try folder.append($0)
          kept += $0.count
        })
    } catch {
      progress.end()
      throw Failure(error, resuming: run, kept: kept)
    }
    progress.end()
    switch end {
    case .cancelled:
      throw Failure(interruption.exitCode, "embargo: interrupted\n" + run.keptNotice(kept))
    case .complete:
      let record = RuntimeRecord(
        wallSeconds: progress.seconds, jobs: plan.jobs, machine: Machine.words,
        command: run.request.asTyped)
      let answer = try finish(run, folder, record)
      let time = Progress.duration(progress.seconds)
      return try tell(run.findings(answer), run.request, "took \(time)")
    }
  }

  private static func finish(
    _ run: PreparedRun, _ folder: consuming ResultFolder, _ record: RuntimeRecord
  ) throws(Failure) -> Answer {
    do throws(ResultError) {
      return try folder.finish(record, replay: run.replay)
    } catch {
      throw Failure(error, resuming: run, kept: run.plan.replications.count)
    }
  }

  /// The answer of a result that is there already.
  private static func storedAnswer(_ run: PreparedRun) throws(Failure) -> Answer {
    let layout = run.description.layout
    var tabulation = Tabulation(
      layout, experiment: run.plan.experiment, perDraw: run.plan.perDraw)
    do throws(ResultError) {
      var rows = try StoredRows(run.path, layout)
      while let row = try rows.next() { tabulation.add(row) }
    } catch {
      throw Failure(.occupied, "embargo: \(error)\n--force makes the result anew")
    }
    return tabulation.answer()
  }

  /// Prints the answer; replications that failed decide how to leave.
  private static func tell(
    _ findings: Findings, _ request: RunRequest, _ remark: String
  ) throws(Failure) -> ExitCode {
    let failures = findings.answer.failures
    let text =
      switch request.format {
      case .table: AnswerText.text(findings)
      case .csv: AnswerData.csv(findings)
      case .json: AnswerData.json(findings)
      }
    do throws(Failure) {
      try StandardStreams.answer(text)
    } catch {
      throw Failure(error.code, "\(error.message)\nThe tables are in \(findings.folder)")
    }
    if !request.isQuiet { StandardStreams.remark("embargo: \(remark)\n") }
    guard let first = failures.first else { return .done }
    StandardStreams.remark(
      "embargo: \(failures.count) of \(findings.answer.replications) replications failed, the"
        + " first with: \(first.message)\n"
        + "\(findings.folder)/failures.csv has all of them, with commands that show them again\n")
    return .partial
  }
}

extension Failure {
  /// A folder or file that would not do.
  init(_ error: ResultError) {
    let code: ExitCode =
      switch error {
      case .occupied, .busy: .occupied
      case .cannotWrite, .cannotRead: .cannotWrite
      case .columnsCollide: .badInput
      }
    self.init(code, "embargo: \(error)")
  }

  /// A run that broke off, with its finished rows in the journal.
  fileprivate init(_ error: any Error, resuming run: PreparedRun, kept: Int) {
    guard let error = error as? ResultError else {
      self.init(.bug, "embargo: \(error)\nThis is a bug; replay: \(run.command)")
      return
    }
    let failure = Failure(error)
    self.init(failure.code, failure.message + "\n" + run.keptNotice(kept))
  }
}

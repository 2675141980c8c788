import Experiments
import RegulatoryWorld
import ResultFiles

/// Makes the rows of a prepared run or sweep and tells what came of it.
enum Simulation {
  /// Simulates what is missing, writes the folder and prints the answer.
  static func perform(_ run: PreparedRun) throws(Failure) -> ExitCode {
    guard let folder = try open(run) else {
      return try tell(run, try stored(run), "\(run.path) holds this already; nothing was run")
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
    var schedule = folder.schedule
    if folder.dropped > 0 && !run.request.isQuiet {
      StandardStreams.remark(
        "embargo: the last \(Figures.grouped(folder.dropped)) bytes of the journal were not whole;"
          + " what they held is made again\n")
    }
    var progress = Progress(
      run.request.progress, total: run.plan.precision == nil ? run.total : nil,
      finishedBefore: folder.reused)
    CrashNotice.install(
      marks: CrashMarks.path(forResultAt: run.path), kept: run.path + ".part",
      command: run.description.manifest.request.command, threads: run.plan.jobs)
    let source = CrashNotice.watched(run.source, of: run.description)
      .failing(at: folder.crashed, of: run.plan, CrashMarks.message)
    let interruption = Interruption.process
    let end: RunEnd
    do {
      end = try Runner.run(
        source, run.plan, &schedule, cancellation: interruption.cancellation,
        progress: { progress.update(simulated: $0) }, sink: { try folder.append($0) })
    } catch {
      progress.end()
      throw Failure(error, resuming: run, kept: folder.schedule.count)
    }
    progress.end()
    guard end == .complete else {
      throw interrupted(run, folder.schedule.count, interruption)
    }
    let told = try finish(run, folder, since: progress, interruption)
    return try tell(run, told, "took \(Progress.duration(progress.seconds))")
  }

  private static func interrupted(
    _ run: PreparedRun, _ kept: Int, _ interruption: Interruption
  ) -> Failure {
    Failure(interruption.exitCode, "embargo: interrupted\n" + run.keptNotice(kept))
  }

  private static func finish(
    _ run: PreparedRun, _ folder: consuming ResultFolder, since start: Progress,
    _ interruption: Interruption
  ) throws(Failure) -> ToldResult {
    var told = ToldResult(
      run.description, for: run.request.format, precision: folder.schedule.precision)
    let kept = folder.schedule.count
    // Of many short replications the tables take a good part of the time.
    var progress = Progress(
      run.request.progress, total: kept, finishedBefore: 0, noun: "replications in the tables")
    do throws(ResultError) {
      try folder.finish(
        RuntimeRecord(
          wallSeconds: start.seconds, jobs: run.plan.jobs, machine: Machine.words,
          command: run.request.asTyped),
        cancellation: interruption.cancellation,
        progress: { progress.update(simulated: $0) }, told: { told.add($0) })
      progress.end()
    } catch {
      progress.end()
      if error == .interrupted { throw interrupted(run, kept, interruption) }
      throw Failure(error, resuming: run, kept: kept)
    }
    return told
  }

  /// The answer of a result that is there already.
  private static func stored(_ run: PreparedRun) throws(Failure) -> ToldResult {
    let description = run.description
    guard run.plan.shard == nil else { return ToldResult(description, for: run.request.format) }
    var schedule = Schedule(run.plan, description.layouts)
    var told = ToldResult(description, for: run.request.format)
    var tabulations = Tabulations(description)
    do throws(ResultError) {
      var rows = try StoredRows(run.path, of: description)
      while let row = try rows.next() {
        schedule.add(row)
        if let answer = tabulations.add(row) { told.add(answer) }
      }
    } catch {
      throw Failure(.occupied, "embargo: \(error)\n--force makes the result anew")
    }
    if let answer = tabulations.last() { told.add(answer) }
    told.precision = schedule.precision
    return told
  }

  /// Prints the answer; replications that failed decide how to leave.
  private static func tell(
    _ run: PreparedRun, _ told: ToldResult, _ remark: String
  ) throws(Failure) -> ExitCode {
    let request = run.request
    if let shard = run.plan.shard {
      if !request.isQuiet { StandardStreams.remark("embargo: \(remark)\n") }
      let rows = Figures.grouped(run.total)
      try StandardStreams.answer(
        "shard \(shard.index) of \(shard.count), \(rows) replications: \(run.path)\n")
      return .done
    }
    let findings = Findings(
      run.sweep, plan: run.plan, settings: request.settings,
      folder: run.path, told: told)
    return try AnswerPrinter.tell(
      findings, request.format, isQuiet: request.isQuiet, remark: remark)
  }
}

extension Failure {
  /// A folder or file that would not do.
  init(_ error: ResultError) {
    let code: ExitCode =
      switch error {
      case .occupied, .busy: .occupied
      case .cannotWrite, .cannotRead: .cannotWrite
      case .columnsCollide, .shardsDoNotFit: .badInput
      case .noSuchFolder: .noSuchFile
      case .interrupted: .interrupted
      }
    self.init(code, "embargo: \(error)")
  }

  /// A run that broke off, with its finished rows in the journal.
  fileprivate init(_ error: any Error, resuming run: PreparedRun, kept: Int) {
    guard let error = error as? ResultError else {
      let command = run.description.manifest.request.command
      self.init(.bug, "embargo: \(error)\nThis is a bug; replay: \(command)")
      return
    }
    let failure = Failure(error)
    self.init(failure.code, failure.message + "\n" + run.keptNotice(kept))
  }
}

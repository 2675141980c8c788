import Arguments
import Experiments
import ResultFiles

/// `embargo plan`: what a run or sweep will take, before it is started.
enum PlanCommand {
  static let declaration = Command(
    name: "plan", summary: "says what a run will take in time, memory and disk, before it is begun",
    discussion: """
      Takes the options of 'run' and reads and checks the same inputs; then a few seconds of \
      sampled replications, on as many threads, tell what all of them will take here, and a few \
      files in the folder for temporary ones what the tables will. Nothing else is written. Rows \
      are counted, all else is estimated: on a machine that is as busy as now, the figures are \
      right to about a third.
      """,
    examples: [
      (
        "embargo plan Scenarios/june-2026-directive.json5 --replications 100000",
        "Whether a large run fits into a night, and on the disk."
      ),
      (
        "embargo plan Scenarios/june-2026-directive.json5 --precision 1% --jobs 8 --format json",
        "About how many futures a goal will ask for, as figures for a script."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: RunRequest.options)

  /// Seconds of sampling.
  private static let budget = 3.0

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    let clock = ContinuousClock.now
    let request = try RunRequest(line, asTyped: words, planning: RunCommand.name)
    let run = try PreparedRun(request)
    let reading = (
      processor: ProcessUse.seconds, wall: (ContinuousClock.now - clock) / .seconds(1)
    )
    let interruption = Interruption()
    let outlook: Outlook
    do {
      let sampled = try SampledRows(
        run, budget: budget, style: request.progress, interruption: interruption)
      try stopIfAsked(interruption)
      outlook = try Outlook(run, sampled, reading: reading)
    } catch let failure as Failure {
      throw failure
    } catch let error as ResultError {
      throw Failure(error)
    } catch {
      throw Failure(.cannotWrite, "embargo: the sample cannot be written: \(error)")
    }
    try stopIfAsked(interruption)
    let text =
      switch request.format {
      case .table: PlanText.text(outlook)
      case .csv: PlanData.csv(outlook)
      case .json: PlanData.json(outlook)
      }
    try StandardStreams.answer(text)
    return .done
  }

  private static func stopIfAsked(_ interruption: Interruption) throws(Failure) {
    guard interruption.cancellation.isCancelled else { return }
    throw Failure(interruption.exitCode, "embargo: interrupted; nothing is left behind")
  }
}

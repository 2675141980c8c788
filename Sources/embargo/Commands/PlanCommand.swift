import Arguments
import Experiments
import ResultFiles

/// `embargo plan`: what a run or sweep will take, before it is started.
enum PlanCommand {
  static let declaration = Command(
    name: "plan", summary: "says what a run will take in time, memory and disk, before it is begun",
    discussion: """
      Takes the options of 'run' and 'sweep', so that a command line can be planned by its first \
      word, and reads and checks the same inputs. Then a few seconds of sampled replications, on \
      as many threads, tell what all of them will take here, and a few files in the folder for \
      temporary ones what the tables will. Rows are counted, all else is estimated: on a machine \
      that is as busy as now, the figures are right to about a third.
      """,
    examples: [
      (
        "embargo plan Scenarios/june-2026-directive.json5 --replications 100000",
        "Whether a large run fits into a night, and on the disk."
      ),
      (
        "embargo plan Scenarios/june-2026-directive.json5 --replications 50 \\\n"
          + "      --vary regulator.licensing_officers=50:400 --samples 200",
        "The same for a sweep."
      ),
      (
        "embargo plan Scenarios/june-2026-directive.json5 --precision 1% --jobs 8 --format json",
        "About how many futures a goal will ask for, as figures for a script."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: SweepCommand.inputOptions + RunRequest.options)

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    let clock = ContinuousClock.now
    let run = try prepared(line, asTyped: words)
    let read = Reading(
      processor: ProcessUse.seconds, wall: (ContinuousClock.now - clock) / .seconds(1))
    let interruption = Interruption.process
    let outlook: Outlook
    do {
      let reading = try read.adding(PlannedPoints.check(run, interruption))
      try stopIfAsked(interruption)
      let sampled = try SampledRows(
        run, experiments: PlannedPoints.sample(run, reading), interruption: interruption)
      try stopIfAsked(interruption)
      outlook = try Outlook(run, sampled, reading: reading)
      try stopIfAsked(interruption)
    } catch let failure as Failure {
      throw failure
    } catch let error as ResultError {
      throw Failure(error)
    } catch {
      throw Failure(.cannotWrite, "embargo: the sample cannot be written: \(error)")
    }
    let text =
      switch run.request.format {
      case .table: PlanText.text(outlook)
      case .csv: PlanData.csv(outlook)
      case .json: PlanData.json(outlook)
      }
    try StandardStreams.answer(text)
    return .done
  }

  /// The run, or the sweep where something is to be varied.
  private static func prepared(
    _ line: ParsedCommand, asTyped words: [String]
  ) throws(Failure) -> PreparedRun {
    let isSweep = DesignOptions.options.contains { !line.values($0.name).isEmpty }
    let request = try RunRequest(
      line, asTyped: words, planning: isSweep ? SweepCommand.name : RunCommand.name)
    return try PreparedRun(request, points: isSweep ? try DesignRequest(line) : nil)
  }

  private static func stopIfAsked(_ interruption: Interruption) throws(Failure) {
    guard interruption.cancellation.isCancelled else { return }
    throw Failure(interruption.exitCode, "embargo: interrupted; nothing is left behind")
  }
}

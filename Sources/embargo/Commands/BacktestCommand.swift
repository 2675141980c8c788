import Arguments
import Experiments
import ResultFiles
import Scenarios
import Synchronization

/// `embargo backtest`: relief as simulated, held against dated cases.
enum BacktestCommand {
  static let declaration = Command(
    name: "backtest", summary: "scores the relief of orders on dated cases of the past",
    discussion: """
      Each case is lived through many times in a stand-in scenario, given nothing but its day, its \
      hook, when it binds, whether a service of the whole public stops, and whether those it hits \
      sue. The routes of relief are fitted to the other cases, and so are the baselines: a \
      lognormal with censoring, a constant hazard, and a constant hazard for each kind of case. \
      Predictions of days to the first relief and to the end of the measure are scored up to the \
      scenario's horizon; lower scores are better.

      A case whose course the file leaves blank is predicted and not scored. The article \
      DatedCases of Sources/Experiments says how to read the result, and what so few cases \
      cannot tell.
      """,
    examples: [
      ("embargo backtest", "The nine cases that come with the program."),
      (
        "embargo backtest --cases Scenarios/history/cases.json --out Results/backtest",
        "The same, with tables: backtest.csv, routes.csv and fits.csv."
      ),
    ],
    arguments: [],
    options: [
      .value("cases", "FILE", "the dated cases", .file, defaultText: standardCases),
      .value("scenario", "FILE", "the stand-in scenario", .file, defaultText: standIn),
      .value(
        "replications", "N", "histories for each case", .integer(100...1_000_000),
        defaultText: "the scenario's"),
      SharedOptions.seed,
      .value(
        "prior-ratio", "R", "a factor for the days believed before any case", .number(0.01...100),
        defaultText: "1"),
      .value("out", "DIR", "the folder for the tables", .folder, defaultText: "no tables"),
      SharedOptions.force, SharedOptions.jobs, Format.option,
    ] + SharedOptions.progressOptions)

  private static let standardCases = "Scenarios/history/cases.json"
  private static let standIn = "Scenarios/history/stand-in.json5"

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    let clock = ContinuousClock.now
    let file = try cases(line)
    let test = try prepared(line, file)
    let folder = try folder(line, test, file)
    let result = try run(test, line)
    let text =
      switch Format(line) {
      case .table: BackTestText(test, result).text
      case .csv: BackTestFolder.csv(result)
      case .json: BackTestData.json(result, test)
      }
    if let folder {
      let record = RuntimeRecord(
        wallSeconds: (ContinuousClock.now - clock) / .seconds(1),
        jobs: line.integer("jobs") ?? Machine.cores, machine: Machine.words,
        command: ShellText.line([CommandLine.arguments[0]] + words))
      do throws(ResultError) {
        if try folder.isToBeWritten() { try folder.write(result, file.cases, record) }
      } catch {
        throw Failure(error)
      }
      if !line.flag("quiet"), let path = line.value("out") {
        StandardStreams.remark("embargo: tables in \(path)\n")
      }
    }
    try StandardStreams.answer(text)
    return .done
  }

  private static func cases(_ line: ParsedCommand) throws(Failure) -> CaseFile {
    do throws(ProblemReport) {
      let file = try CaseFile.load(path: line.value("cases") ?? standardCases)
      return file
    } catch {
      throw Failure(error.isMissingFile ? .noSuchFile : .badInput, error.rendered())
    }
  }

  private static func prepared(
    _ line: ParsedCommand, _ file: CaseFile
  ) throws(Failure) -> BackTest {
    do throws(ProblemReport) {
      return try BackTest(
        source: ScenarioLoader.load(path: line.value("scenario") ?? standIn), cases: file.cases,
        replications: line.integer("replications"),
        seed: line.integer("seed").map { UInt64($0) },
        priorRatio: line.number("prior-ratio") ?? 1)
    } catch {
      throw Failure(error.isMissingFile ? .noSuchFile : .badInput, error.rendered())
    }
  }

  /// The folder, where tables are wanted; what stands in its way is told before anything runs.
  private static func folder(
    _ line: ParsedCommand, _ test: BackTest, _ file: CaseFile
  ) throws(Failure) -> BackTestFolder? {
    guard let path = line.value("out") else { return nil }
    let names = InputNames.portable(test.source.files + [file.name])
    let inputs = zip(names, test.source.texts + [file.text]).map {
      Manifest.InputFile(path: $0, bytes: Array($1.utf8))
    }
    var words = ["embargo", "backtest", "--replications", "\(test.replications)"]
    words += ["--seed", "\(test.seed)"]
    if let ratio = line.value("prior-ratio") { words += ["--prior-ratio", ratio] }
    if let cases = line.value("cases") { words += ["--cases", cases] }
    if let scenario = line.value("scenario") { words += ["--scenario", scenario] }
    let folder = BackTestFolder(
      path, test, version: Version.ofResults, files: inputs, command: ShellText.line(words),
      options: FolderOptions(force: line.flag("force")))
    do throws(ResultError) {
      _ = try folder.isToBeWritten()
      return folder
    } catch {
      throw Failure(error)
    }
  }

  private static func run(
    _ test: BackTest, _ line: ParsedCommand
  ) throws(Failure) -> BackTestResult {
    let interruption = Interruption.process
    let progress = Mutex(
      Progress(
        SharedOptions.progress(line), total: test.cases.count, finishedBefore: 0, noun: "cases"))
    defer { progress.withLock { $0.end() } }
    do {
      let result = try test.run(
        jobs: line.integer("jobs") ?? Machine.cores, cancellation: interruption.cancellation
      ) { done in progress.withLock { $0.update(simulated: done) } }
      guard let result else {
        throw Failure(interruption.exitCode, "embargo: interrupted; nothing is left behind")
      }
      return result
    } catch let failure as Failure {
      throw failure
    } catch let report as ProblemReport {
      throw Failure(.badInput, report.rendered())
    } catch {
      throw Failure(.bug, "embargo: a history of a case cannot be finished: \(error)")
    }
  }
}

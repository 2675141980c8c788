import Arguments
import Experiments
import ResultFiles

/// `embargo merge`: joins shards into the result that one machine would have made.
enum MergeCommand {
  static let declaration = Command(
    name: "merge", summary: "joins the shards of a run or sweep into one result",
    discussion: """
      Every byte of the result but runtime.json is what a run on one machine gives, in however \
      many shards it was made and in whatever order they are named. Shards that are missing, named \
      twice or of another run are all told, and nothing is written.
      """,
    examples: [
      (
        "embargo merge Results/june-2026-directive.shards/* --out Results/june-2026-directive",
        "All shards in a folder."
      ),
      (
        "embargo merge /node1/1-of-2 /node2/2-of-2 --out Results/joined --quiet",
        "From where two machines left them."
      ),
    ],
    arguments: [.repeating("DIR", "the folders of the shards", .folder)],
    options: [
      .value(
        "out", "DIR", "the folder for the tables", .folder,
        defaultText: "Results/NAME of the scenario"),
      SharedOptions.force, Format.option,
    ] + SharedOptions.progressOptions)

  static func perform(_ line: ParsedCommand, asTyped words: [String]) throws(Failure) -> ExitCode {
    let merge = try gather(line)
    let description = merge.description
    let isSweep = description.design != .single
    let path =
      line.value("out") ?? "Results/" + description.scenarioName + (isSweep ? "-sweep" : "")
    try keepApart(path, line.arguments)
    var progress = Progress(
      SharedOptions.progress(line), total: description.plan.rows.count, finishedBefore: 0)
    let typed = ShellText.line([CommandLine.arguments[0]] + words)
    var told = ToldResult(description, for: Format(line))
    let isNew: Bool
    do throws(ResultError) {
      isNew = try merge.write(
        to: path, options: FolderOptions(force: line.flag("force")),
        runtime: {
          RuntimeRecord(
            wallSeconds: progress.seconds, jobs: 1, machine: Machine.words, command: typed)
        },
        progress: { progress.update(simulated: $0) }, told: { told.add($0) })
    } catch {
      progress.end()
      throw Failure(error)
    }
    progress.end()
    guard isNew else {
      StandardStreams.remark("embargo: \(path) holds this result already; nothing was joined\n")
      return .done
    }
    let findings = Findings(
      merge.sweep, plan: description.plan, settings: [],
      folder: path, told: told)
    return try AnswerPrinter.tell(
      findings, Format(line), isQuiet: line.flag("quiet"),
      remark: "joined \(Figures.grouped(line.arguments.count)) shards in"
        + " \(Progress.duration(progress.seconds))")
  }

  /// The result may not take the place of a shard that it is made of.
  private static func keepApart(_ out: String, _ shards: [String]) throws(Failure) {
    guard let place = Machine.realPath(out) else { return }
    if let shard = shards.first(where: { Machine.realPath($0) == place }) {
      throw Failure(
        .usage, "embargo merge: --out \(out) is the shard \(shard) itself: choose another folder")
    }
  }

  /// Opens every folder, and tells all that is wrong with them at once.
  private static func gather(_ line: ParsedCommand) throws(Failure) -> Merge {
    var results: [StoredFolder] = []
    var problems: [String] = []
    var missing = 0
    for path in line.arguments {
      do throws(ResultError) {
        results.append(
          try StoredFolder(path, version: Version.ofResults))
      } catch {
        problems.append("embargo: \(error)")
        if case .noSuchFolder = error { missing += 1 }
      }
    }
    var merge: Merge?
    do throws(ResultError) {
      if !results.isEmpty { merge = try Merge(results, goal: PrecisionOption.goal) }
    } catch {
      problems.append("embargo: \(error)")
    }
    guard let merge, problems.isEmpty else {
      throw Failure(
        missing == line.arguments.count ? .noSuchFile : .badInput,
        problems.joined(separator: "\n") + "\nnothing was written")
    }
    return merge
  }
}

import Arguments
import Experiments
import ResultFiles

/// `embargo verify`: makes a result again, in part or whole, and compares to the byte.
enum VerifyCommand {
  static let declaration = Command(
    name: "verify", summary: "makes a result again, in part or whole, and compares to the byte",
    discussion: """
      Refuses a folder in which some file is no longer what the result's data package says. Then \
      it makes everything that is said of the rows anew from the rows, and runs some of them \
      again: spread over all experiments, the first and the last among them, and the same ones \
      whenever the same number is asked for. It needs no scenario file, since a result holds what \
      it was made from. Takes the folder of a shard, too.

      Every difference is told with its file, its row, its column, both values and the command \
      that runs the row again; then the exit code is 65.
      """,
    examples: [
      (
        "embargo verify Results/june-2026-directive",
        "Twenty futures run again, and all that is said of all of them."
      ),
      ("embargo verify Results/june-2026-directive --all", "Every future, and the timeline."),
    ],
    arguments: [.required("DIR", "the folder of a finished result or shard", .folder)],
    options: [
      .value(
        "rows", "N", "replications to run again", .integer(1...10_000_000),
        defaultText: "\(defaultRows)"),
      .flag("all", "runs every replication again, and makes the timeline of them"),
      SharedOptions.jobs,
    ] + SharedOptions.progressOptions)

  private static let defaultRows = 20

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    guard line.integer("rows") == nil || !line.flag("all") else {
      throw Failure(
        .usage, "embargo verify: --rows and --all do not go together: leave one of them out")
    }
    let result = try open(line.arguments[0])
    let choice: Verification.Choice =
      line.flag("all") ? .all : .some(line.integer("rows") ?? defaultRows)
    let check = VerifyRun(
      result, choice, jobs: line.integer("jobs") ?? Machine.cores,
      progress: SharedOptions.progress(line))
    return try check.perform()
  }

  private static func open(_ path: String) throws(Failure) -> StoredResult {
    do throws(ResultError) {
      return try StoredResult(
        StoredFolder(path, version: Version.ofResults), goal: PrecisionOption.goal)
    } catch {
      let failure = Failure(error)
      throw Failure(failure.code == .noSuchFile ? .noSuchFile : .badInput, failure.message)
    }
  }
}

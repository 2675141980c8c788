import Experiments

/// Replications in which the program stopped by a fault of its own, as the dying program left word
/// of them in the unfinished folder; they fail from then on, and the rest goes on.
///
/// A line is an experiment and a replication. A line that was cut short counts as never written.
public enum CrashMarks {
  static let file = "crashed"

  /// Where the marks of a result stand while it is unfinished.
  public static func path(forResultAt path: String) -> String {
    ResultFolder.plain(path) + ".part/" + file
  }

  /// What is said of such a replication.
  public static let message = "the program stopped in it by a fault of its own"

  static func read(_ part: String) throws(ResultError) -> Set<RowKey> {
    guard FileSystem.kind(part + "/" + file) == .other else { return [] }
    let text = String(decoding: try FileSystem.bytes(of: part + "/" + file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return Set(
      lines.compactMap { line in
        let numbers = line.split(separator: " ").map { Int($0) }
        guard numbers.count == 2, let experiment = numbers[0], let replication = numbers[1],
          experiment >= 1, replication >= 1
        else { return nil }
        return RowKey(experiment: experiment, replication: replication)
      })
  }
}

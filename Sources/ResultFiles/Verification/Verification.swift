import Experiments
import JSON5

/// Checks a finished result, or a shard, by making it again and comparing to the byte.
///
/// Two steps: everything that is said of the rows is made anew from the rows as they are stored,
/// and rows are run again. Files are read as streams, so memory does not grow with them.
///
/// What only the manifest knows cannot be made anew: the names and hashes of the files that were
/// read, and the words of the command.
public final class Verification {
  /// What was held against what.
  public struct Compared: Sendable, Equatable {
    /// The file's name.
    public let file: String
    /// Rows of it that were compared; nil for a document, which is compared as a whole.
    public let rows: Int?
    /// Differences that were found in it.
    public let differences: Int
  }

  /// How far a step came.
  public enum End: Sendable, Equatable {
    /// Everything was compared.
    case complete
    /// It was stopped from outside.
    case cancelled
  }

  /// The folder.
  public let folder: String
  let description: ResultDescription
  /// What the first step finds.
  let log: DifferenceLog
  /// What the second finds.
  let rerunLog: DifferenceLog
  /// How many rows each experiment has here, by number; filled by the first step.
  private(set) var extents = RowExtents()

  /// - Parameters:
  ///   - folder: a finished folder, which was found to hold what its data package names.
  ///   - description: what the folder holds.
  ///   - limit: differences of each step that are told in full.
  public init(_ folder: String, of description: ResultDescription, limit: Int = 10) {
    self.folder = folder
    self.description = description
    log = DifferenceLog(limit: limit)
    rerunLog = DifferenceLog(limit: limit)
  }

  /// Differences to what the stored rows say.
  public var answerDifferences: Differences { Differences(first: log.first, count: log.count) }

  /// Differences to rows that were run again.
  public var rowDifferences: Differences {
    Differences(first: rerunLog.first, count: rerunLog.count)
  }

  /// Rows in which the program stopped by a fault of its own, known after the first step.
  ///
  /// To run them again would stop it again.
  public internal(set) var crashed: Set<RowKey> = []

  /// Rows that the folder holds, as far as the first step read.
  public var rows: Int { extents.rows }

  /// Whether running rows again also makes the timeline, which the stored rows do not have.
  public var hasTimelineTable: Bool {
    description.plan.shard == nil && description.plan.timelineReplications > 0
  }

  /// Makes everything that is said of the stored rows anew, and compares.
  ///
  /// - Parameters:
  ///   - cancellation: what stops it early from another thread.
  ///   - progress: told how many rows were read.
  /// - Returns: what was compared; incomplete if it was stopped.
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` where the rows cannot be read at all.
  public func compareAnswers(
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in }
  ) throws(ResultError) -> (end: End, compared: [Compared]) {
    description.plan.shard == nil
      ? try compareTables(cancellation, progress) : try compareShard(cancellation, progress)
  }

  /// Takes note of a stored row.
  func note(_ row: ReplicationRow) {
    extents.add(row.key, description.plan)
    if row.failure == CrashMarks.message { crashed.insert(row.key) }
  }

  /// Tells that a row is not where the schedule wants it; false if it is.
  func isOutOfPlace(_ key: RowKey, _ schedule: Schedule, in file: String) -> Bool {
    guard key != schedule.next else { return false }
    if let wanted = schedule.next {
      let isLate = wanted < key
      log.add(
        Difference(
          file, key: RowNames.key(isLate ? wanted : key), row: isLate ? wanted : nil,
          isLate ? .rowMissing : .rowTooMany))
    } else {
      log.add(Difference(file, key: RowNames.key(key), .rowTooMany))
    }
    return true
  }
}

/// What names a replication in messages, as it does in the tables.
enum RowNames {
  static func key(_ key: RowKey) -> [(String, String)] {
    [
      (Column.experiment.name, "\(key.experiment)"),
      (Column.replication.name, "\(key.replication)"),
    ]
  }
}

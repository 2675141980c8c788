import Experiments
import Scenarios

/// Joins the shards of a run into the result that one machine would have made.
public struct Merge: Sendable {
  /// The shards, from the first to the last.
  private let shards: [StoredFolder]
  /// The scenario of them all, at the points of its design.
  public let sweep: Sweep
  /// The result that they make up.
  public let description: ResultDescription

  /// Gathers shards, in whatever order they are named.
  ///
  /// Only the first is read as a whole: what the others were made from is the same, or they are
  /// refused.
  ///
  /// - Parameters:
  ///   - folders: the shards.
  ///   - goal: what a goal of precision asks about, given the part of the mean.
  /// - Throws: ``ResultError/shardsDoNotFit(_:)`` with everything that keeps them from making up
  ///   one result: folders that are no shards, shards of other runs, missing and doubled ones.
  public init(
    _ folders: [StoredFolder], goal: (Double) -> PrecisionGoal
  ) throws(ResultError) {
    let sorted = folders.sorted {
      ($0.manifest.shard?.index ?? 0, $0.path) < ($1.manifest.shard?.index ?? 0, $1.path)
    }
    let problems = Merge.problems(sorted)
    guard problems.isEmpty, let first = sorted.first else { throw .shardsDoNotFit(problems) }
    let stored = try StoredResult(first, goal: goal)
    shards = sorted
    sweep = stored.sweep
    description = try stored.description.whole()
  }

  private static func problems(_ results: [StoredFolder]) -> [String] {
    var problems = results.filter { $0.manifest.shard == nil }.map {
      "\($0.path) is a whole result, not a shard"
    }
    let shards = results.filter { $0.manifest.shard != nil }
    guard let first = shards.first, let count = first.manifest.shard?.count else {
      return problems
    }
    var paths: [Int: String] = [:]
    for other in shards {
      guard let shard = other.manifest.shard else { continue }
      let differences = other.manifest.differences(from: first.manifest, besides: ["shard"])
      if !differences.isEmpty {
        problems.append(
          "\(other.path) is of another run than \(first.path): "
            + differences.joined(separator: "; "))
      } else if shard.count != count {
        problems.append(
          "\(other.path) is shard \(shard.index) of \(shard.count), but \(first.path) is one of"
            + " \(count)")
      } else if let path = paths[shard.index] {
        problems.append("\(path) and \(other.path) are both shard \(shard.index) of \(count)")
      } else {
        paths[shard.index] = other.path
      }
    }
    let missing = (1...count).filter { paths[$0] == nil }
    if !missing.isEmpty {
      let shown = missing.prefix(20).map { "\($0)" }.joined(separator: ", ")
      let more = missing.count > 20 ? " and \(missing.count - 20) more" : ""
      problems.append(
        "missing: shard\(missing.count == 1 ? "" : "s") \(shown)\(more) of \(count)")
    }
    return problems
  }

  /// Writes the result to a folder; nothing is written if it is there already.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: what may be done about what is there.
  ///   - runtime: says how it went, when all else is written.
  ///   - progress: told how many rows were joined.
  ///   - told: takes what the tables say of each experiment.
  /// - Returns: false if the result was there already.
  /// - Throws: ``ResultError``.
  public func write(
    to path: String, options: FolderOptions, runtime: () -> RuntimeRecord,
    progress: (Int) -> Void = { _ in }, told: (Answer) -> Void
  ) throws(ResultError) -> Bool {
    // A merge that was broken off is done again from the beginning, and so is a run of the same
    // inputs: the shards hold all that it would have made.
    let options = FolderOptions(force: options.force, resume: true)
    guard let folder = try ResultFolder.open(at: path, for: description, options: options) else {
      return false
    }
    var (number, count) = (0, 0)
    var reader = try reader(of: 0)
    try folder.finish(
      runtime,
      rows: { () throws(ResultError) in
        while true {
          if let rows = try reader.next() {
            count += rows.count
            progress(count)
            return rows
          }
          number += 1
          guard number < shards.count else { return nil }
          reader = try self.reader(of: number)
        }
      }, told: told)
    return true
  }

  private func reader(of number: Int) throws(ResultError) -> JournalReader {
    let shard = shards[number]
    return try JournalReader(
      shard.path + "/" + ShardFile.name, identity: shard.manifest.identity,
      plan: description.plan.part(shard.manifest.shard), layouts: description.layouts)
  }
}

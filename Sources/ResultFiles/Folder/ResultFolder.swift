import Experiments
import JSON5

/// A result being made: rows go to a journal in `DIR.part`, and the finished folder to `DIR`.
///
/// Until ``finish(_:cancellation:progress:told:)`` returns, `DIR` is as it was; afterwards it is
/// complete. A run that is broken off at any point leaves a journal that `--resume` takes up.
public struct ResultFolder: ~Copyable {
  /// Rows at the start of the plan that an interrupted run had finished.
  public let reused: Int
  /// Bytes at the end of an interrupted run's journal that were not whole, and were dropped.
  public let dropped: Int
  /// Replications in which the program stopped, and which are to fail.
  public let crashed: Set<RowKey>
  /// What is left to do.
  public private(set) var schedule: Schedule
  private let path: String
  private let description: ResultDescription
  private let options: FolderOptions
  private let journal: OutputFile
  /// The memory of the last record, for the next.
  private var record: [UInt8] = []

  /// What to do about the folder at `path`; reads, and changes nothing.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)``.
  public static func decision(
    at path: String, for description: ResultDescription, options: FolderOptions
  ) throws(ResultError) -> FolderDecision {
    let path = plain(path)
    return FolderDecision.decide(
      at: path,
      // What is to be replaced may be damaged, and hashing it would be for nothing.
      finished: try Occupant(at: path, for: description.manifest, isChecked: !options.force),
      part: try Occupant(at: path + ".part", for: description.manifest, isChecked: false),
      options: options)
  }

  /// Opens the folder to write, as ``decision(at:for:options:)`` says; nil if the result is there.
  ///
  /// - Throws: ``ResultError``: `occupied` for a refusal, `busy`, `cannotWrite`, `cannotRead`.
  public static func open(
    at path: String, for description: ResultDescription, options: FolderOptions
  ) throws(ResultError) -> ResultFolder? {
    switch try decision(at: path, for: description, options: options) {
    case .nothingToDo: try tidied(plain(path), description)
    case .refuse(let refusal):
      if refusal.reason == .unfinished { try throwIfBusy(refusal.path) }
      throw .occupied(refusal)
    case .start: try ResultFolder(starting: plain(path), description, options)
    case .resume: try ResultFolder(resuming: plain(path), description, options)
    }
  }

  /// Nothing is to be done; what a run left that ended after its last step but one goes.
  private static func tidied(
    _ path: String, _ description: ResultDescription
  ) throws(ResultError) -> ResultFolder? {
    let part = path + ".part"
    let occupant = try Occupant(at: part, for: description.manifest, isChecked: false)
    guard case .result(let differences, let strangers, _) = occupant, differences.isEmpty,
      strangers.isEmpty
    else { return nil }
    try throwIfBusy(part)
    try FileSystem.remove(part)
    return nil
  }

  /// An unfinished run may be one that another process is at.
  private static func throwIfBusy(_ part: String) throws(ResultError) {
    let journal = part + "/" + Journal.file
    if FileSystem.kind(journal) == .other { try OutputFile(opening: journal).lock() }
  }

  private init(
    starting path: String, _ description: ResultDescription, _ options: FolderOptions
  ) throws(ResultError) {
    let part = path + ".part"
    try ResultFolder.throwIfBusy(part)
    try FileSystem.remove(part)
    try FileSystem.makeFolder(part)
    do throws(ResultError) {
      // Under another name until it is whole, so that a part folder is ours or empty, never torn.
      let draft = try Results.write(description.manifest.node, Manifest.draft, in: part)
      try FileSystem.rename(part + "/" + draft.name, to: part + "/" + Manifest.file)
    } catch {
      // Where the folder has gone or has a manifest, another run began at the same moment.
      let hasManifest = FileSystem.kind(part + "/" + Manifest.file) != .nothing
      guard hasManifest || FileSystem.kind(part) == .nothing else { throw error }
      throw .busy(path: part)
    }
    try self.init(resuming: path, description, options)
  }

  private init(
    resuming path: String, _ description: ResultDescription, _ options: FolderOptions
  ) throws(ResultError) {
    let journal = try OutputFile(opening: path + ".part/" + Journal.file)
    try journal.lock()
    var reader = try JournalReader(journal.path, of: description)
    while try reader.next() != nil {}
    let surplus = max(0, try journal.size() - reader.soundBytes)
    try journal.keep(reader.soundBytes)
    if reader.soundBytes == 0 {
      try journal.write(Journal.header(description.manifest.identity))
    }
    crashed = try CrashMarks.read(path + ".part")
    dropped = surplus
    schedule = reader.schedule
    reused = reader.schedule.count
    self.path = path
    self.description = description
    self.options = options
    self.journal = journal
  }

  /// Takes the next rows, in the order of the schedule, into the journal.
  ///
  /// - Throws: ``ResultError/cannotWrite(path:reason:)``.
  public mutating func append(_ rows: RowBlock) throws(ResultError) {
    Journal.record(rows, in: &record)
    try journal.write(record)
    for row in rows { schedule.add(row) }
  }

  /// Makes the tables of the rows, or the file of a shard, and puts the finished folder in its
  /// place.
  ///
  /// - Parameters:
  ///   - runtime: how the run went, asked for when all else is written; `replications_reused` is
  ///     added.
  ///   - cancellation: what stops the making of tables early.
  ///   - progress: told how many replications are in the tables.
  ///   - told: takes what the tables say of each experiment; a shard's say nothing.
  /// - Throws: ``ResultError``; the journal then stays, and `--resume` can try again.
  public consuming func finish(
    _ runtime: @autoclosure () -> RuntimeRecord, cancellation: Cancellation = Cancellation(),
    progress: (Int) -> Void = { _ in }, told: (Answer) -> Void
  ) throws(ResultError) {
    precondition(schedule.isComplete, "the run is not complete")
    var reader = try JournalReader(journal.path, of: description)
    try finish(
      { runtime() },
      rows: { () throws(ResultError) in
        if cancellation.isCancelled { throw .interrupted }
        progress(reader.schedule.count)
        return try reader.next()
      }, told: told)
  }

  /// The same of rows that come from elsewhere than the journal.
  ///
  /// - Parameter rows: gives the next rows; nil after the last.
  consuming func finish(
    _ runtime: () -> RuntimeRecord, rows: () throws(ResultError) -> RowBlock?,
    told: (Answer) -> Void
  ) throws(ResultError) {
    let description = description
    let place = FinishedFolder(path, description.manifest, options)
    try place.make({ runtime().node(reused: reused) }) { folder throws(ResultError) in
      if description.plan.shard == nil {
        try Results.write(description, in: folder, rows: rows, told: told)
      } else {
        try ShardFile.write(description, in: folder, rows: rows)
      }
    }
    try FileSystem.remove(path + ".part")
  }

  /// A path without slashes at its end.
  static func plain(_ path: String) -> String {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

extension Occupant {
  /// Looks at a path; `isChecked` reads every file of a result to see whether it is sound.
  init(at path: String, for manifest: Manifest, isChecked: Bool) throws(ResultError) {
    switch FileSystem.kind(path) {
    case .nothing: self = .nothing
    case .other: self = .foreign
    case .folder:
      if let there = Manifest(in: path) {
        self = .result(
          differences: manifest.differences(from: there),
          strangers: try ResultContents.strangers(in: path),
          damaged: isChecked ? ResultContents.damaged(in: path) : nil)
      } else {
        let names = try FileSystem.names(in: path)
        // A run that was broken off while it wrote its manifest leaves nothing else.
        self = names.allSatisfy { $0 == Manifest.draft } ? .nothing : .foreign
      }
    }
  }
}

import Experiments
import JSON5

/// What a result is of: its manifest, the layout of its rows, its plan and its scenario.
public struct ResultDescription: Sendable {
  /// What the bytes depend on.
  public let manifest: Manifest
  /// What a row holds.
  public let layout: RowLayout
  /// Which replications there are.
  public let plan: RunPlan
  /// The scenario's name.
  public let scenarioName: String
  /// What was run, after `extends`, defaults and settings.
  public let resolvedScenario: Node
  let tables: Tables

  /// A description; the manifest is made of the same parts.
  ///
  /// - Parameters:
  ///   - version: the program's version.
  ///   - resultsEpoch: moves whenever the bytes of results move.
  ///   - scenarioName: the name of the scenario that was run.
  ///   - resolvedScenario: what was run, after `extends`, defaults and settings.
  ///   - files: the files that were read.
  ///   - layout: what the rows hold.
  ///   - plan: which replications are run, and from which seed.
  ///   - command: the command, rebuilt from the inputs.
  /// - Throws: ``ResultError/columnsCollide(column:addresses:)``.
  public init(
    version: String, resultsEpoch: Int, scenarioName: String, resolvedScenario: Node,
    files: [Manifest.InputFile], layout: RowLayout, plan: RunPlan, command: String
  ) throws(ResultError) {
    tables = try Tables(layout)
    manifest = Manifest(
      version: version, resultsEpoch: resultsEpoch, scenarioName: scenarioName,
      resolvedScenario: resolvedScenario, files: files, regimes: layout.regimes, plan: plan,
      command: command)
    self.layout = layout
    self.plan = plan
    self.scenarioName = scenarioName
    self.resolvedScenario = resolvedScenario
  }
}

/// A result being made: rows go to a journal in `DIR.part`, and the finished folder to `DIR`.
///
/// Until ``finish(_:replay:)`` returns, `DIR` is as it was; afterwards it is complete. A run that
/// is broken off at any point leaves a journal that `--resume` takes up.
public struct ResultFolder: ~Copyable {
  /// Replications at the start of the plan that an interrupted run had finished.
  public let reused: Int
  private let path: String
  private let description: ResultDescription
  private let options: FolderOptions
  private let journal: OutputFile
  private let codec: RowCodec
  private var count: Int
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
    case .nothingToDo: nil
    case .refuse(let refusal):
      if refusal.reason == .unfinished { try throwIfBusy(refusal.path) }
      throw .occupied(refusal)
    case .start: try ResultFolder(starting: plain(path), description, options)
    case .resume: try ResultFolder(resuming: plain(path), description, options)
    }
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
    let codec = RowCodec(description.layout)
    let journal = try OutputFile(opening: path + ".part/" + Journal.file)
    try journal.lock()
    var reader = try JournalReader(journal.path, description)
    var found = 0
    while let rows = try reader.next() { found += rows.count }
    try journal.keep(reader.soundBytes)
    if reader.soundBytes == 0 {
      try journal.write(Journal.header(description.manifest.identity, codec))
    }
    self.path = path
    self.description = description
    self.options = options
    self.codec = codec
    self.journal = journal
    reused = found
    count = found
  }

  /// Takes the next rows, in order of replication, into the journal.
  ///
  /// - Throws: ``ResultError/cannotWrite(path:reason:)``.
  public mutating func append(_ rows: RowBlock) throws(ResultError) {
    precondition(
      rows.first.map { $0.replication == description.plan.replications.lowerBound + count }
        ?? true, "rows come in order of replication, without a gap")
    Journal.record(rows, codec, in: &record)
    try journal.write(record)
    count += rows.count
  }

  /// Makes the tables of the rows and puts the finished folder in its place.
  ///
  /// - Parameters:
  ///   - runtime: how the run went; `replications_reused` is added.
  ///   - replay: the command that runs a replication again, for `failures.csv`.
  /// - Returns: what the tables say, for the screen.
  /// - Throws: ``ResultError``; the journal then stays, and `--resume` can try again.
  public consuming func finish(
    _ runtime: RuntimeRecord, replay: (Int) -> String
  ) throws(ResultError) -> Answer {
    precondition(count == description.plan.replications.count, "the run is not complete")
    let part = path + ".part"
    let tables = part + "/tables"
    try FileSystem.remove(tables)
    try FileSystem.makeFolder(tables)
    let answer = try Results.write(
      description, journal: journal.path, in: tables, replay: replay)
    _ = try Results.write(runtime.node(reused: reused), RuntimeRecord.file, in: tables)
    FileSystem.sync(folder: tables)
    try replace(with: tables)
    try FileSystem.remove(part)
    return answer
  }

  /// Puts the finished tables at `DIR`; the old result goes only when the new one is in place.
  private borrowing func replace(with tables: String) throws(ResultError) {
    switch try Occupant(at: path, for: description.manifest, isChecked: false) {
    case .nothing: try FileSystem.rename(tables, to: path)
    case .foreign: throw .occupied(Refusal(path: path, reason: .foreign))
    case .result(let differences, let strangers, _):
      guard options.force else {
        throw .occupied(Refusal(path: path, reason: .otherInputs(differences)))
      }
      guard strangers.isEmpty else {
        throw .occupied(Refusal(path: path, reason: .alsoHolds(strangers)))
      }
      let old = path + ".part/replaced"
      try FileSystem.rename(path, to: old)
      try FileSystem.rename(tables, to: path)
    }
  }

  /// A path without slashes at its end.
  private static func plain(_ path: String) -> String {
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

extension JournalReader {
  init(_ path: String, _ description: ResultDescription) throws(ResultError) {
    try self.init(
      path, identity: description.manifest.identity, layout: description.layout,
      replications: description.plan.replications)
  }
}

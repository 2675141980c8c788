import Experiments
import FoundationEssentials
import ResultFiles

/// What writing sampled rows takes, measured with the real writer in a folder that goes away again.
struct WrittenSample {
  /// A file of the sample.
  struct File {
    let bytes: Int
    /// Bytes of the header, and rows below it; of a document all and none.
    let header: Int
    let rows: Int
  }

  let experiments: [Int]
  let replications: Int
  /// Rows of it with a timeline.
  let timelineReplications: Int
  /// Processor seconds for the journal, and for the tables.
  let journalSeconds: Double
  let tableSeconds: Double
  /// Seconds on the wall in which tables waited for the disk.
  let waitSeconds: Double
  let files: [String: File]

  var rows: Int { experiments.count * replications }

  /// Writes a result of some of the experiments into a new folder, and removes it.
  ///
  /// Rows are used again and again under other numbers where there are too few.
  init(
    _ run: PreparedRun, _ sampled: SampledRows, experiments: [Int], replications: Int,
    in folder: TemporaryFolder
  ) throws {
    let whole = run.plan
    let plan = RunPlan(
      experiments: experiments.count, seed: whole.seed, replications: replications,
      perDraw: whole.perDraw, shard: whole.shard == nil ? nil : .whole,
      timelineReplications: whole.timelineReplications)
    let sweep = Sweep(run.sweep.base, run.sweep.design.part(experiments))
    let given = run.description
    let description = try ResultDescription(
      version: Version.ofResults, scenarioName: given.scenarioName,
      resolvedScenario: given.resolvedScenario, files: given.manifest.files,
      layouts: sweep.layouts, design: sweep.design, plan: plan, request: given.manifest.request)
    let path = folder.path + "/result"
    var journal = 0.0
    guard
      var result = try ResultFolder.open(
        at: path, for: description, options: FolderOptions(force: true))
    else { preconditionFailure("a folder of one's own is empty") }
    let size = plan.blockSize(for: whole.rows.count)
    for start in stride(from: 0, to: plan.rows.count, by: size) {
      let keys = (start..<min(start + size, plan.rows.count)).map(plan.key(ofRow:))
      let block = sampled.block(keys, plan, sweep.layouts)
      journal += try ThreadTime.of { try result.append(block) }
    }
    let start = ContinuousClock.now
    let runtime = RuntimeRecord(
      wallSeconds: 0, jobs: 1, machine: Machine.words, command: run.request.asTyped)
    let before = ThreadTime.nanoseconds
    try result.finish(runtime) { _ in }
    let tables = (ThreadTime.nanoseconds - before) / 1e9
    waitSeconds = max(0, (ContinuousClock.now - start) / .seconds(1) - tables)
    (journalSeconds, tableSeconds) = (journal / 1e9, tables)
    (self.experiments, self.replications) = (experiments, replications)
    timelineReplications = min(replications, whole.timelineReplications)
    files = try WrittenSample.files(in: path)
    try FileManager.default.removeItem(atPath: path)
  }

  private static func files(in path: String) throws -> [String: File] {
    var files: [String: File] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      let bytes = Disk.size(of: path + "/" + name)
      guard name.hasSuffix(".csv") else {
        files[name] = File(bytes: bytes, header: bytes, rows: 0)
        continue
      }
      var reader = try CSVReader(path + "/" + name)
      let header = reader.header.reduce(0) { $0 + $1.utf8.count + 1 }
      var rows = 0
      while try reader.next() != nil { rows += 1 }
      files[name] = File(bytes: bytes, header: header, rows: rows)
    }
    return files
  }
}

extension SampledRows {
  /// Rows under these keys, each of a layout as its experiment has it.
  fileprivate func block(_ keys: [RowKey], _ plan: RunPlan, _ layouts: RowLayouts) -> RowBlock {
    var block = RowBlock()
    for key in keys {
      let layout = layouts[key.experiment]
      guard let pool = pools.first(where: { $0.fits(layout) }) else { continue }
      let row = pool.rows[(plan.row(key)) % pool.rows.count]
      let timeline =
        key.replication <= plan.timelineReplications
        ? pool.rows.first { !$0.timeline.isEmpty }?.timeline : nil
      let own = row.timeline.isEmpty ? timeline : row.timeline
      block.append(
        experiment: key.experiment, replication: key.replication,
        draw: plan.draw(of: key.replication), parameters: Array(row.parameters),
        outcomes: Array(row.outcomes),
        timeline: key.replication <= plan.timelineReplications && row.failure == nil
          ? Array(own ?? row.timeline) : [],
        failure: row.failure)
    }
    return block
  }

  /// Experiments of which rows can be written, spread over those that were looked at.
  func writable(_ layouts: RowLayouts, most: Int) -> [Int] {
    let all = experiments.filter { experiment in pools.contains { $0.fits(layouts[experiment]) } }
    guard all.count > most else { return all }
    return (0..<most).map { all[$0 * all.count / most] }
  }
}

extension SampledRows.Pool {
  fileprivate func fits(_ layout: RowLayout) -> Bool {
    regimes == layout.regimes && days == layout.days.count
  }
}

extension Design {
  /// The design of some of its points.
  fileprivate func part(_ points: [Int]) -> Design {
    guard self != .single else { return .single }
    return Design(
      addresses: addresses, values: points.flatMap { values(of: $0) },
      regimes: regimes.isEmpty ? [] : points.map { regime(of: $0) ?? "" }, count: points.count)
  }
}

/// A folder for a moment, in the place that the system has for such folders.
final class TemporaryFolder {
  let path: String

  init() throws(Failure) {
    let parent = FileManager.default.temporaryDirectory.path
    path = parent + "/embargo-plan-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWrite, "embargo: cannot write to \(parent): \(error)")
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

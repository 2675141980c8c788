import Experiments

extension Verification {
  /// The first step for a shard: its rows as records, and its documents.
  func compareShard(
    _ cancellation: Cancellation, _ progress: (Int) -> Void
  ) throws(ResultError) -> (end: End, compared: [Compared]) {
    let before = log.count
    var records = try ComparedBytes(folder + "/" + ShardFile.name)
    var reader = try JournalReader(records.path, of: description)
    var isEqual = try records.isNext(Journal.header(description.manifest.identity))
    var record: [UInt8] = []
    while let rows = try reader.next() {
      if cancellation.isCancelled { return (.cancelled, []) }
      for row in rows {
        note(row)
        Journal.record(CollectionOfOne(row), in: &record)
        if isEqual, try !records.isNext(record) {
          isEqual = false
          log.add(Difference(ShardFile.name, key: RowNames.key(row.key), .rowTooMany))
        }
      }
      progress(extents.rows)
    }
    if let missing = reader.schedule.next {
      log.add(
        Difference(ShardFile.name, key: RowNames.key(missing), row: missing, .rowMissing))
    } else if isEqual, try !records.isAtEnd() {
      log.add(Difference(ShardFile.name, .line(number: 1, stored: "more", made: "the end")))
    }
    let rows = Compared(
      file: ShardFile.name, rows: extents.rows, differences: log.count - before)
    let table = try ComparedTable(description.tables.experiments, in: folder, .everything, log)
    _ = try description.writeExperiments { _ in table }
    return (
      .complete,
      [rows, table.compared]
        + (try compareDocuments(
          [description.tables.experiments], names: [ShardFile.name, table.name], reached: []))
    )
  }
}

/// The bytes of a file, held against others as they come.
struct ComparedBytes: ~Copyable {
  let path: String
  private var file: InputFile

  init(_ path: String) throws(ResultError) {
    self.path = path
    file = try InputFile(path)
  }

  /// Whether the file goes on with these bytes; goes on behind them.
  mutating func isNext(_ bytes: [UInt8]) throws(ResultError) -> Bool {
    try file.read(bytes.count) == bytes
  }

  mutating func isAtEnd() throws(ResultError) -> Bool {
    try file.read(1).isEmpty
  }
}

/// The rows of a shard, number by number.
final class ShardComparison: RowComparison {
  private let description: ResultDescription
  private let log: DifferenceLog
  private let before: Int
  private var reader: JournalReader
  private var rows = 0

  init(_ verification: Verification) throws(ResultError) {
    description = verification.description
    log = verification.rerunLog
    before = log.count
    reader = try JournalReader(
      verification.folder + "/" + ShardFile.name, of: verification.description)
  }

  func add(_ row: ReplicationRow) throws(ResultError) {
    rows += 1
    while let block = try reader.next() {
      for stored in block where stored.key == row.key { return compare(stored, row) }
    }
    log.add(Difference(ShardFile.name, key: RowNames.key(row.key), row: row.key, .rowMissing))
  }

  func end() {}

  var compared: [Verification.Compared] {
    [.init(file: ShardFile.name, rows: rows, differences: log.count - before)]
  }

  private func compare(_ stored: ReplicationRow, _ made: ReplicationRow) {
    let layout = description.layouts[made.experiment]
    let status = [stored, made].map { $0.failure.map { "failed: \($0)" } ?? "ok" }
    var odd: [(column: String, stored: String, made: String)] = []
    if stored.draw != made.draw { odd.append(("draw", "\(stored.draw)", "\(made.draw)")) }
    if status[0] != status[1] { odd.append(("status", status[0], status[1])) }
    let sorts = [
      (stored.parameters, made.parameters, { (place: Int) in layout.parameters[place].address }),
      (stored.outcomes, made.outcomes, layout.outcomeName),
      (stored.timeline, made.timeline, layout.timelineName),
    ]
    for (theirs, ours, name) in sorts {
      if theirs.count != ours.count {
        guard status[0] == status[1] else { continue }
        odd.append(("values", "\(theirs.count)", "\(ours.count)"))
      }
      for (place, pair) in zip(theirs, ours).enumerated()
      where pair.0.bitPattern != pair.1.bitPattern {
        odd.append((name(place), "\(pair.0)", "\(pair.1)"))
      }
    }
    guard let first = odd.first else { return }
    log.add(
      Difference(
        ShardFile.name, key: RowNames.key(made.key), row: made.key,
        .value(
          column: first.column, stored: first.stored, made: first.made, others: odd.count - 1)))
  }
}

extension RowLayout {
  /// What the number at a place of a row's outcomes is.
  fileprivate func outcomeName(_ place: Int) -> String {
    "\(outcomes[place % outcomes.count].id) under \(regimes[place / outcomes.count])"
  }

  /// What the number at a place of a row's timeline is.
  fileprivate func timelineName(_ place: Int) -> String {
    let (rest, day) = place.quotientAndRemainder(dividingBy: days.count)
    let (regime, one) = rest.quotientAndRemainder(dividingBy: series.count)
    return "\(series[one].id) on day \(days[day]) under \(regimes[regime])"
  }
}

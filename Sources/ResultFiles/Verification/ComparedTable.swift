import Experiments

/// Holds the records that a table should have against those that its file has, byte by byte.
final class ComparedTable: TableTarget {
  /// Which of the file's records are made again.
  enum Extent {
    /// Every one, in its order.
    case everything
    /// Some, named by experiment and replication, in rising order; others are passed over.
    case some
  }

  private let table: Table
  private let extent: Extent
  private let path: String
  private let log: DifferenceLog
  private var reader: RecordReader?
  private var stored: [UInt8] = []
  /// Whether `stored` waits for the next made record.
  private var isWaiting = false
  private var isHeader = true
  /// How many rows were compared.
  private(set) var rows = 0
  /// How many differences were found.
  private(set) var differences = 0

  /// The table's file.
  var name: String { table.file }
  /// Whether the result has this table.
  private(set) var isThere = false

  init(
    _ table: Table, in folder: String, _ extent: Extent, _ log: DifferenceLog
  ) throws(ResultError) {
    self.table = table
    self.extent = extent
    self.log = log
    path = folder + "/" + table.file
    reader = FileSystem.kind(path) == .other ? try RecordReader(path) : nil
  }

  func append(_ record: [UInt8]) throws(ResultError) {
    if isHeader { return try appendHeader(record) }
    switch extent {
    case .everything:
      guard reader != nil else { return }
      rows += 1
      guard try read() else { return stop(at: record, .rowMissing) }
      if stored != record { compare(record) }
    case .some:
      rows += 1
      guard try find(record) else { return add(record, .rowMissing) }
      if stored != record { compare(record) }
    }
  }

  private func appendHeader(_ record: [UInt8]) throws(ResultError) {
    isHeader = false
    // Of a table without rows there need be no file; `close` finds out.
    guard reader != nil, try read(), stored != record else { return }
    let (theirs, ours) = (RecordText.line(stored), RecordText.line(record))
    add(Difference(table.file, .line(number: 1, stored: theirs, made: ours)))
    if extent == .everything { reader = nil }
  }

  /// Goes on to the stored record of the same replication; false if there is none.
  private func find(_ record: [UInt8]) throws(ResultError) -> Bool {
    guard let wanted = RecordText.row(record) else { return false }
    while true {
      if !isWaiting {
        guard try read() else { return false }
        isWaiting = true
      }
      guard let found = RecordText.row(stored), found <= wanted else { return false }
      isWaiting = false
      if found == wanted { return true }
    }
  }

  private func read() throws(ResultError) -> Bool {
    try reader?.next(&stored) ?? false
  }

  private func compare(_ record: [UInt8]) {
    let (theirs, ours) = (RecordText.fields(stored), RecordText.fields(record))
    let key = table.keyCount
    guard theirs.count == ours.count, theirs.prefix(key) == ours.prefix(key) else {
      switch extent {
      case .everything:
        let place = zip(table.key, theirs).map { "\($0) \($1)" }.joined(separator: ", ")
        return stop(at: record, .rowMisplaced(stored: place))
      case .some: return add(stored, .rowTooMany)
      }
    }
    let odd = ours.indices.filter { theirs[$0] != ours[$0] }
    guard let place = odd.first else {
      // The fields are equal, so the line ends are not.
      return add(
        Difference(
          table.file,
          .line(
            number: rows + 1, stored: RecordText.line(stored),
            made: RecordText.line(record) + "\\n")))
    }
    add(
      record,
      .value(
        column: table.columns[place].name, stored: theirs[place], made: ours[place],
        others: odd.count - 1))
  }

  /// Tells a difference after which the file's records stand beside others than theirs.
  private func stop(at record: [UInt8], _ kind: Difference.Kind) {
    add(record, kind)
    reader = nil
  }

  private func add(_ record: [UInt8], _ kind: Difference.Kind) {
    let fields = RecordText.fields(record)
    let key = zip(table.key, fields).map { ($0, $1) }
    let names = [Column.experiment, .replication].map(\.name)
    let row = table.key.starts(with: names) ? RecordText.row(record) : nil
    add(Difference(table.file, key: key, row: row, kind))
  }

  private func add(_ difference: Difference) {
    differences += 1
    log.add(difference)
  }

  func close() throws(ResultError) -> WrittenFile? {
    isThere = true
    if FileSystem.kind(path) != .other {
      add(Difference(table.file, .fileMissing))
    } else if extent == .everything, reader != nil, try read() {
      add(stored, .rowTooMany)
    }
    return nil
  }

  func discard() throws(ResultError) {
    if FileSystem.kind(path) != .nothing { add(Difference(table.file, .fileTooMany)) }
  }
}

/// A table that is not compared.
final class PassedOverTable: TableTarget {
  func append(_ record: [UInt8]) {}
  func close() -> WrittenFile? { nil }
  func discard() {}
}

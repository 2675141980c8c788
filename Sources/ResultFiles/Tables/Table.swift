/// A table of a result: its name, what it holds, its columns and how many of them are the key.
struct Table: Sendable {
  let name: String
  let description: String
  let keyCount: Int
  let columns: [Column]

  var file: String { name + ".csv" }
  var key: [String] { columns.prefix(keyCount).map(\.name) }

  init(_ name: String, _ description: String, key: [Column], columns: [Column]) {
    self.name = name
    self.description = description
    keyCount = key.count
    self.columns = key + columns
  }
}

/// A file of a result as it was written.
struct WrittenFile: Sendable {
  let name: String
  let bytes: Int
  let sha256: String
}

/// Writes a file through a buffer and hashes it on the way.
struct HashedFile: ~Copyable {
  private let name: String
  private let file: OutputFile
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var written = 0

  static let bufferSize = 1 << 16

  init(_ name: String, in folder: String) throws(ResultError) {
    self.name = name
    file = try OutputFile(creating: folder + "/" + name)
    buffer.reserveCapacity(2 * HashedFile.bufferSize)
  }

  /// Takes bytes, which go out when enough have gathered.
  mutating func append(_ bytes: [UInt8]) throws(ResultError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= HashedFile.bufferSize { try flush() }
  }

  private mutating func flush() throws(ResultError) {
    let bytes = buffer
    bytes.withUnsafeBytes { hash.update($0) }
    try file.write(bytes)
    written += bytes.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left, waits for the disk, and says what the file has become.
  consuming func close() throws(ResultError) -> WrittenFile {
    try flush()
    try file.sync()
    return WrittenFile(
      name: name, bytes: written, sha256: SHA256.hexadecimal(digest: hash.digest()))
  }
}

/// Writes a table row by row, field by field.
struct TableWriter: ~Copyable {
  private let width: Int
  private let target: any TableTarget
  private var row: [UInt8] = []
  private var fields = 0

  /// Writes the header to wherever the table goes.
  init(_ table: Table, to target: any TableTarget) throws(ResultError) {
    var header: [UInt8] = []
    for column in table.columns {
      if !header.isEmpty { header.append(UInt8(ascii: ",")) }
      CSVText.append(column.name, to: &header)
    }
    header.append(UInt8(ascii: "\n"))
    try target.append(header)
    width = table.columns.count
    self.target = target
  }

  /// Writes a number; empty for what is not finite.
  mutating func number(_ value: Double) {
    beginField()
    CSVText.append(value, to: &row)
  }

  /// Writes several numbers.
  mutating func numbers(_ values: some Sequence<Double>) {
    for value in values { number(value) }
  }

  /// Writes a whole number.
  mutating func integer(_ value: Int) {
    beginField()
    CSVText.append(value, to: &row)
  }

  /// Writes a text.
  mutating func text(_ value: String) {
    beginField()
    CSVText.append(value, to: &row)
  }

  private mutating func beginField() {
    if fields > 0 { row.append(UInt8(ascii: ",")) }
    fields += 1
  }

  /// Ends the row, which must have a field for every column.
  mutating func endRow() throws(ResultError) {
    precondition(fields == width, "\(fields) fields for \(width) columns")
    row.append(UInt8(ascii: "\n"))
    try target.append(row)
    row.removeAll(keepingCapacity: true)
    fields = 0
  }

  /// Ends the table, and says which file was made of it, if one was.
  consuming func close() throws(ResultError) -> WrittenFile? {
    try target.close()
  }

  /// Ends a table that this result does not have.
  consuming func discard() throws(ResultError) {
    try target.discard()
  }
}

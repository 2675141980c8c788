/// Where the records of a table go.
protocol TableTarget: AnyObject {
  /// Takes a record, header first, with its line end.
  func append(_ record: [UInt8]) throws(ResultError)

  /// Ends the table, and says which file was made of it, if one was.
  func close() throws(ResultError) -> WrittenFile?

  /// Ends a table that the result does not have.
  func discard() throws(ResultError)
}

/// Says where each table goes.
typealias TableTargets = (Table) throws(ResultError) -> any TableTarget

/// A new file in a folder.
final class FileTarget: TableTarget {
  private let path: String
  private var file: HashedFile?

  init(_ table: Table, in folder: String) throws(ResultError) {
    path = folder + "/" + table.file
    file = try HashedFile(table.file, in: folder)
  }

  func append(_ record: [UInt8]) throws(ResultError) {
    try file?.append(record)
  }

  func close() throws(ResultError) -> WrittenFile? {
    guard let file = file.take() else { preconditionFailure("a table ends once") }
    return try file.close()
  }

  func discard() throws(ResultError) {
    file = nil
    try FileSystem.remove(path)
  }
}

/// A finished folder, every file of which is what this version of the program wrote.
public struct StoredFolder: Sendable {
  /// The folder.
  public let path: String
  /// What its content was made from.
  public let manifest: Manifest

  /// Opens a finished result or shard and checks that every file is what was written.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - version: the version of this program, which must be the one that made the result: another
  ///     one may make other bytes.
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` with what is wrong and what would help, or
  ///   ``ResultError/noSuchFolder(path:)``.
  public init(_ path: String, version: ProgramVersion) throws(ResultError) {
    self.path = ResultFolder.plain(path)
    manifest = try StoredFolder.manifest(self.path)
    guard manifest.version == version else {
      let (theirs, ours) = (manifest.version, version)
      throw .cannotRead(
        path: path,
        reason: "it was made by version \(theirs.program) (results epoch \(theirs.resultsEpoch)),"
          + " and this is \(ours.program) (results epoch \(ours.resultsEpoch)), which may give"
          + " other bytes; use the version that made it, or make it anew")
    }
    let damages = ResultContents.damages(in: self.path)
    guard damages.isEmpty else {
      throw .cannotRead(
        path: path,
        reason: damages.map(\.words).joined(separator: ", ") + "; make the result anew")
    }
  }

  private static func manifest(_ path: String) throws(ResultError) -> Manifest {
    switch FileSystem.kind(path) {
    case .folder: break
    case .other: throw .cannotRead(path: path, reason: "it is a file, not the folder of a result")
    case .nothing:
      guard FileSystem.kind(path + ".part") == .folder else { throw .noSuchFolder(path: path) }
      throw .cannotRead(
        path: path,
        reason: "it is not finished: \(path).part holds what is there; --resume goes on with it")
    }
    guard let manifest = Manifest(in: path) else {
      throw .cannotRead(path: path, reason: "it has no \(Manifest.file) of this program")
    }
    guard FileSystem.kind(path + "/" + Journal.file) == .nothing else {
      throw .cannotRead(path: path, reason: "it is a run that is not finished; --resume goes on")
    }
    return manifest
  }
}

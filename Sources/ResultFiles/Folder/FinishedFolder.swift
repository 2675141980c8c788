import JSON5

/// Makes a finished folder beside its place, and puts it there in one step.
struct FinishedFolder {
  private let path: String
  private let manifest: Manifest
  private let options: FolderOptions

  /// - Parameter path: where the finished folder goes; `path.part` must be there.
  init(_ path: String, _ manifest: Manifest, _ options: FolderOptions) {
    self.path = path
    self.manifest = manifest
    self.options = options
  }

  /// Makes the folder; `body` writes everything but the record of how it
  /// went, which `runtime` then says.
  func make(
    _ runtime: () -> Node, _ body: (String) throws(ResultError) -> Void
  ) throws(ResultError) {
    let made = path + ".part/tables"
    try FileSystem.remove(made)
    try FileSystem.makeFolder(made)
    try body(made)
    _ = try Results.write(runtime(), RuntimeRecord.file, in: made)
    FileSystem.sync(folder: made)
    try replace(with: made)
    // Only when the new name lasts may the rows go that it was made of.
    FileSystem.sync(folder: FileSystem.parent(of: path))
  }

  /// Puts the folder at `DIR`; the old result goes only when the new one is in place.
  private func replace(with made: String) throws(ResultError) {
    switch try Occupant(at: path, for: manifest, isChecked: false) {
    case .nothing: try FileSystem.rename(made, to: path)
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
      try FileSystem.rename(made, to: path)
    }
  }
}

import JSON5

/// What a result folder holds, held against what a run wrote into it.
enum ResultContents {
  /// Every name that a run may leave in a finished folder, or in one being made.
  private static let ours: Set<String> = [
    "experiments.csv", "draws.csv", "outcomes.csv", "summary.csv", "contrasts.csv", "regret.csv",
    "variance.csv", "timeline.csv", "failures.csv", "scenario.resolved.json", Manifest.file,
    Manifest.draft,
    RuntimeRecord.file, DataPackage.file, Journal.file, ShardFile.name,
    CrashMarks.file,
    "tables", "replaced",
  ]

  /// Names in a folder that no run writes, in order.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)``.
  static func strangers(in folder: String) throws(ResultError) -> [String] {
    try FileSystem.names(in: folder).filter { !ours.contains($0) }.sorted()
  }

  /// The first file that the data package names and that is missing or has other bytes.
  static func damaged(in folder: String) -> String? {
    guard let bytes = try? FileSystem.bytes(of: folder + "/" + DataPackage.file),
      let node = JSON5Reader.parse(String(decoding: bytes, as: UTF8.self), file: 0).node,
      let resources = node["resources"]?.elements
    else { return DataPackage.file }
    for resource in resources {
      guard let name = resource["path"]?.string, let hash = resource["hash"]?.string else {
        return DataPackage.file
      }
      guard let found = try? SHA256.hexadecimal(ofFile: folder + "/" + name),
        hash == "sha256:" + found
      else { return name }
    }
    return nil
  }
}

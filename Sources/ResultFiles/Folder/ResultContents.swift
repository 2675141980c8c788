import JSON5

/// What a result folder holds, held against what a run wrote into it.
enum ResultContents {
  /// Every name that a run may leave in a finished folder, or in one being made.
  private static let ours: Set<String> = Set([
    "experiments.csv", "draws.csv", "outcomes.csv", "summary.csv", "contrasts.csv", "regret.csv",
    "variance.csv", "timeline.csv", "failures.csv", "scenario.resolved.json", Manifest.file,
    Manifest.draft,
    RuntimeRecord.file, DataPackage.file, Journal.file, ShardFile.name,
    CrashMarks.file,
    "tables", "replaced",
  ]).union(BackTestTables.all.map(\.file))

  /// Names in a folder that no run writes, in order.
  ///
  /// - Throws: ``ResultError/cannotRead(path:reason:)``.
  static func strangers(in folder: String) throws(ResultError) -> [String] {
    try FileSystem.names(in: folder).filter { !ours.contains($0) }.sorted()
  }

  /// The first file that the data package names and that is missing or has other bytes.
  static func damaged(in folder: String) -> String? {
    damages(in: folder).first?.file
  }

  /// Every such file, with what has become of it in words.
  static func damages(in folder: String) -> [(file: String, words: String)] {
    let broken = [
      (file: DataPackage.file, words: "\(DataPackage.file) is missing or no longer whole")
    ]
    guard let bytes = try? FileSystem.bytes(of: folder + "/" + DataPackage.file),
      let node = JSON5Reader.parse(String(decoding: bytes, as: UTF8.self), file: 0).node,
      let resources = node["resources"]?.elements
    else { return broken }
    var damages: [(file: String, words: String)] = []
    for resource in resources {
      guard let name = resource["path"]?.string, let hash = resource["hash"]?.string else {
        return broken
      }
      do throws(ResultError) {
        let found = try SHA256.hexadecimal(ofFile: folder + "/" + name)
        if hash != "sha256:" + found {
          damages.append((name, "\(name) was changed since it was written"))
        }
      } catch {
        let isMissing = FileSystem.kind(folder + "/" + name) == .nothing
        damages.append((name, isMissing ? "\(name) is missing" : "\(name) may not be read"))
      }
    }
    return damages
  }
}

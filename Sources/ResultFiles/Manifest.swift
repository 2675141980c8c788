import Experiments
import JSON5

/// What a result was made from: everything its bytes depend on, and nothing else.
///
/// Two manifests with the same `identity` belong to the same bytes. How many threads there were,
/// where the folder lies and whether the run was taken up again are not in it.
public struct Manifest: Sendable {
  /// A file that went into the run.
  public struct InputFile: Sendable, Equatable {
    /// Its path as the result should name it: relative, never of this machine.
    public let path: String
    /// SHA-256 of its bytes, as hexadecimal digits.
    public let sha256: String

    /// An input from its bytes.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      sha256 = SHA256.hexadecimal(bytes)
    }
  }

  /// The name of the manifest's file.
  public static let file = "manifest.json"
  /// Its name while it is being written.
  static let draft = file + ".new"

  /// The manifest's content.
  public let node: Node
  /// SHA-256 of the inputs, as hexadecimal digits.
  public let identity: String

  /// A manifest.
  ///
  /// - Parameters:
  ///   - version: the program's version.
  ///   - resultsEpoch: moves whenever the bytes of results move.
  ///   - scenarioName: the scenario's name.
  ///   - resolvedScenario: what was run, after `extends`, defaults and settings.
  ///   - files: the files that were read.
  ///   - regimes: the regimes, `none` first.
  ///   - plan: seed, range and histories per draw.
  ///   - command: the command, rebuilt from the inputs.
  public init(
    version: String, resultsEpoch: Int, scenarioName: String, resolvedScenario: Node,
    files: [InputFile], regimes: [String], plan: RunPlan, command: String
  ) {
    let inputs = Node.object([
      ("version", .string(version)),
      ("results_epoch", .integer(resultsEpoch)),
      ("scenario", .string(scenarioName)),
      ("scenario_sha256", .string(SHA256.hexadecimal(resolvedScenario.json()))),
      (
        "files",
        .array(
          files.map {
            .object([("path", .string($0.path)), ("sha256", .string($0.sha256))])
          })
      ),
      ("regimes", .array(regimes.map { .string($0) })),
      ("seed", .integer(Int(plan.seed))),
      ("first_replication", .integer(plan.replications.lowerBound)),
      ("last_replication", .integer(plan.replications.upperBound)),
      ("per_draw", .integer(plan.perDraw)),
    ])
    identity = SHA256.hexadecimal(inputs.json())
    node = .object([
      ("program", .string("embargo")),
      ("inputs", inputs),
      ("inputs_sha256", .string(identity)),
      ("command", .string(command)),
    ])
  }

  /// A manifest as it stands in a folder; nil if there is none, or none of ours.
  public init?(in folder: String) {
    guard let bytes = try? FileSystem.bytes(of: folder + "/" + Manifest.file),
      let node = JSON5Reader.parse(String(decoding: bytes, as: UTF8.self), file: 0).node,
      node["program"]?.string == "embargo", let inputs = node["inputs"]
    else { return nil }
    self.node = node
    identity = SHA256.hexadecimal(inputs.json())
  }

  /// How another manifest's inputs differ, one phrase for each; empty if they are the same.
  public func differences(from other: Manifest) -> [String] {
    guard identity != other.identity else { return [] }
    let phrases = (node["inputs"]?.members ?? []).compactMap { member -> String? in
      let theirs = other.node["inputs"]?[member.name]?.json(indent: 0)
      let ours = member.node.json(indent: 0)
      guard ours != theirs else { return nil }
      if member.name == "files" { return changedFiles(from: other) }
      let isShort = ours.count + (theirs?.count ?? 0) < 60
      return isShort
        ? "\(member.name) \(theirs ?? "absent"), not \(ours)" : Manifest.words(for: member.name)
    }
    return phrases.isEmpty ? ["inputs"] : phrases
  }

  /// The files whose contents differ, by path.
  private func changedFiles(from other: Manifest) -> String? {
    let theirs = other.node["inputs"]?["files"]?.elements ?? []
    let ours = node["inputs"]?["files"]?.elements ?? []
    let changed = ours.filter { file in
      !theirs.contains { $0.json(indent: 0) == file.json(indent: 0) }
    }.compactMap { $0["path"]?.string }
    return changed.isEmpty ? nil : "changed: " + changed.joined(separator: ", ")
  }

  private static func words(for key: String) -> String {
    key == "scenario_sha256" ? "another scenario or other settings" : key
  }
}

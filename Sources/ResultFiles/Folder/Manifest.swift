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

    fileprivate init?(_ node: Node) {
      guard let path = node["path"]?.string, let sha256 = node["sha256"]?.string else {
        return nil
      }
      self.path = path
      self.sha256 = sha256
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

  init(
    version: ProgramVersion, scenarioName: String, resolvedScenario: Node, files: [InputFile],
    regimes: [String], design: Design, plan: RunPlan, request: RequestWords
  ) {
    var inputs: [(String, Node)] = [
      ("version", .string(version.program)),
      ("results_epoch", .integer(version.resultsEpoch)),
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
      ("replications", .integer(plan.replications)),
      ("per_draw", .integer(plan.perDraw)),
      ("timeline_replications", .integer(plan.timelineReplications)),
    ]
    if let goal = plan.precision { inputs.append(("precision", .number(goal.relative))) }
    if design != .single {
      inputs += [
        ("experiments", .integer(design.count)),
        ("swept", .array(design.addresses.map { .string($0) })),
        ("design_sha256", .string(design.sha256)),
      ]
    }
    if let shard = plan.shard {
      inputs.append(
        ("shard", .object([("index", .integer(shard.index)), ("of", .integer(shard.count))])))
    }
    self.init(inputs: inputs, request: request)
  }

  /// A manifest of any inputs.
  init(inputs: [(String, Node)], request: RequestWords) {
    let node = Node.object(inputs)
    identity = SHA256.hexadecimal(node.json())
    self.node = .object([
      ("program", .string("embargo")),
      ("inputs", node),
      ("inputs_sha256", .string(identity)),
      ("command", .string(request.command)),
      ("replay", .string(request.replay)),
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
    return differences(from: other, besides: [])
  }

  /// The same, where some inputs may differ.
  func differences(from other: Manifest, besides: Set<String>) -> [String] {
    let ours = node["inputs"]?.members ?? []
    let theirs = other.node["inputs"]?.members ?? []
    let names =
      ours.map(\.name) + theirs.map(\.name).filter { name in !ours.contains { $0.name == name } }
    let phrases = names.filter { !besides.contains($0) }.compactMap { difference($0, other) }
    return phrases.isEmpty && besides.isEmpty ? ["inputs"] : phrases
  }

  private func difference(_ name: String, _ other: Manifest) -> String? {
    let theirs = other.node["inputs"]?[name]?.json(indent: 0)
    let ours = node["inputs"]?[name]?.json(indent: 0)
    guard ours != theirs else { return nil }
    switch name {
    case "files": return changedFiles(from: other)
    case "scenario_sha256": return "another scenario or other settings"
    case "design_sha256": return "another design"
    case "shard":
      let (their, our) = (words(other.shard), words(shard))
      return "\(their), not \(our)"
    default:
      let isShort = (ours?.count ?? 0) + (theirs?.count ?? 0) < 60
      return isShort ? "\(name) \(theirs ?? "absent"), not \(ours ?? "absent")" : name
    }
  }

  private func words(_ shard: Shard?) -> String {
    shard.map { "shard \($0.index) of \($0.count)" } ?? "the whole"
  }

  /// The files whose contents differ, by path.
  private func changedFiles(from other: Manifest) -> String? {
    let theirs = other.files
    let changed = files.filter { !theirs.contains($0) }.map(\.path)
    return changed.isEmpty ? nil : "changed: " + changed.joined(separator: ", ")
  }
}

/// What a manifest says, for whoever makes or checks the result again.
extension Manifest {
  private var inputs: Node? { node["inputs"] }

  /// The files that were read.
  public var files: [InputFile] { (inputs?["files"]?.elements ?? []).compactMap(InputFile.init) }

  /// The version that made it.
  public var version: ProgramVersion {
    ProgramVersion(
      program: inputs?["version"]?.string ?? "",
      resultsEpoch: inputs?["results_epoch"]?.integer ?? 0)
  }

  /// The part that the folder holds; nil if it is everything.
  public var shard: Shard? {
    guard let node = inputs?["shard"], let index = node["index"]?.integer,
      let count = node["of"]?.integer, index >= 1, index <= count
    else { return nil }
    return Shard(index: index, of: count)
  }

  /// The command that makes the same result.
  public var request: RequestWords {
    RequestWords(
      command: node["command"]?.string ?? "", replay: node["replay"]?.string ?? "")
  }

  /// The swept addresses, in the order of their columns; nil for a run.
  var swept: [String]? { inputs?["swept"]?.elements?.compactMap(\.string) }

  func integer(_ name: String) -> Int? { inputs?[name]?.integer }

  /// The goal of precision, as a part of the mean.
  var precision: Double? { inputs?["precision"]?.number }
}

extension Design {
  /// SHA-256 of the addresses, the values by their bits, and the regimes.
  var sha256: String {
    var hash = SHA256()
    var bytes = Array("\(addresses.joined(separator: ","))\n".utf8)
    for point in 1...count {
      for value in values(of: point) { bytes.append(littleEndian: value.bitPattern) }
      bytes += Array("\(regime(of: point) ?? "")\n".utf8)
      if bytes.count > 1 << 16 {
        bytes.withUnsafeBytes { hash.update($0) }
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes.withUnsafeBytes { hash.update($0) }
    return SHA256.hexadecimal(digest: hash.digest())
  }
}

import Experiments
import JSON5
import Scenarios

/// A finished folder with everything it takes to make its rows again.
public struct StoredResult: Sendable {
  /// The folder.
  public let path: String
  /// What the result was made from.
  public let manifest: Manifest
  /// The scenario at the points of its design.
  public let sweep: Sweep
  /// What the folder holds.
  public let description: ResultDescription

  /// Reads what a folder was made from.
  ///
  /// - Parameters:
  ///   - folder: the folder, which was found sound.
  ///   - goal: what a goal of precision asks about, given the part of the mean.
  /// - Throws: ``ResultError/cannotRead(path:reason:)`` with what is wrong and what would help.
  public init(
    _ folder: StoredFolder, goal: (Double) -> PrecisionGoal
  ) throws(ResultError) {
    let (path, manifest) = (folder.path, folder.manifest)
    let resolved = try StoredResult.document("scenario.resolved.json", in: path)
    let base = try StoredResult.scenario(resolved, in: path)
    let design = try StoredResult.design(manifest, in: path)
    let sweep = Sweep(base, design)
    let plan = try StoredResult.plan(manifest, design, in: path, goal)
    let description = try ResultDescription(
      version: manifest.version, scenarioName: base.name, resolvedScenario: resolved,
      files: manifest.files, layouts: sweep.layouts, design: design, swept: sweep.swept,
      plan: plan, request: manifest.request)
    guard description.manifest.identity == manifest.identity else {
      throw .cannotRead(
        path: path, reason: "its \(Manifest.file) does not fit its scenario and design")
    }
    self.path = path
    self.manifest = manifest
    self.sweep = sweep
    self.description = description
  }

  private static func document(_ name: String, in path: String) throws(ResultError) -> Node {
    let text = String(decoding: try FileSystem.bytes(of: path + "/" + name), as: UTF8.self)
    guard let node = JSON5Reader.parse(text, file: 0).node else {
      throw .cannotRead(path: path + "/" + name, reason: "it is no JSON")
    }
    return node
  }

  /// A resolved scenario is a scenario that extends nothing.
  private static func scenario(_ resolved: Node, in path: String) throws(ResultError) -> Scenario {
    do throws(ProblemReport) {
      return try Scenario(
        ScenarioLoader.parse(resolved.json(), name: path + "/scenario.resolved.json"))
    } catch {
      throw .cannotRead(path: path, reason: "its scenario is not sound:\n" + error.rendered())
    }
  }

  /// The design as `experiments.csv` has it.
  private static func design(_ manifest: Manifest, in path: String) throws(ResultError) -> Design {
    guard let addresses = manifest.swept else { return .single }
    let file = path + "/experiments.csv"
    var reader = try CSVReader(file)
    let hasRegime = reader.header.count == addresses.count + 2
    let first = hasRegime ? 2 : 1
    guard reader.header.count == addresses.count + first else {
      throw .cannotRead(path: file, reason: "it has other columns than the manifest says")
    }
    var (values, regimes, count): ([Double], [String], Int) = ([], [], 0)
    while let fields = try reader.next() {
      for text in fields[first...] {
        guard let value = Double(text) else {
          throw .cannotRead(path: file, reason: "'\(text)' stands where a number is expected")
        }
        values.append(value)
      }
      if hasRegime { regimes.append(fields[1]) }
      count += 1
    }
    guard (1...Design.largestCount).contains(count) else {
      throw .cannotRead(path: file, reason: "it has \(count) experiments")
    }
    return Design(addresses: addresses, values: values, regimes: regimes, count: count)
  }

  private static func plan(
    _ manifest: Manifest, _ design: Design, in path: String, _ goal: (Double) -> PrecisionGoal
  ) throws(ResultError) -> RunPlan {
    guard let seed = manifest.integer("seed"), let replications = manifest.integer("replications"),
      let perDraw = manifest.integer("per_draw"),
      let timeline = manifest.integer("timeline_replications"),
      seed >= 0, replications >= 1, perDraw >= 1, timeline >= 0
    else {
      throw .cannotRead(path: path, reason: "its \(Manifest.file) is not whole")
    }
    return RunPlan(
      experiments: design.count, seed: UInt64(seed), replications: replications,
      perDraw: perDraw, precision: manifest.precision.map(goal), shard: manifest.shard,
      timelineReplications: timeline)
  }
}

import JSON5
import Scenarios

/// Scenarios as the commands read them.
enum LoadedScenario {
  /// Reads a scenario.
  ///
  /// - Throws: a failure with every problem of it.
  static func load(
    _ path: String, settings: [(path: String, value: String)] = [], regimes: [String]? = nil
  ) throws(Failure) -> Scenario {
    do throws(ProblemReport) {
      return try Scenario.load(path: path, settings: settings, regimes: regimes)
    } catch {
      throw Failure(error.isMissingFile ? .noSuchFile : .badInput, error.rendered())
    }
  }
}

/// A scenario as it was run.
enum ResolvedScenario {
  /// The resolved tree with its regimes in order of id: naming them in another order is no other
  /// input.
  static func node(_ scenario: Scenario) -> Node {
    let tree = scenario.resolved
    guard let members = tree.members else { return tree }
    return Node(
      .object(
        members.map { member in
          guard member.name == "regimes", let regimes = member.node.members else { return member }
          return Member("regimes", node: Node(.object(regimes.sorted { $0.name < $1.name })))
        }))
  }
}

/// The names under which a result tells its input files.
enum InputNames {
  /// Names that are the same from every working folder and on every machine: from the nearest
  /// parent folder named `Scenarios` on, else from the scenario's own folder on.
  ///
  /// - Parameter files: the scenario first, then what it extends, as they are shown.
  static func portable(_ files: [String]) -> [String] {
    let paths = files.map { Machine.realPath($0) ?? $0 }
    let parts = paths.map { $0.split(separator: "/").map(String.init) }
    let first = (parts.first ?? []).dropLast()
    let root = first.prefix(first.lastIndex(of: "Scenarios") ?? first.count)
    return parts.map { names in
      names.starts(with: root)
        ? names.dropFirst(root.count).joined(separator: "/")
        : names.suffix(1).joined()
    }
  }
}

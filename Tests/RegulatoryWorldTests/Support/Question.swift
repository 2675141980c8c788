import Scenarios

/// A scenario with settings and regimes: what a law is tried on.
struct Question: Sendable {
  /// The file, from the root of the project.
  var file = "Scenarios/june-2026-directive.json5"
  /// Addresses and values, as `--set` takes them; later ones win.
  var settings: [(path: String, value: String)] = []
  /// Regimes to compare with no action.
  var regimes = ["model", "output", "us-person-support", "weight"]

  /// The file where it lies on this machine.
  var path: String {
    file.hasPrefix("/") ? file : Question.root + "/" + file
  }

  /// The folder above `Tests`.
  static var root: String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/")
  }

  /// The scenario, read and checked.
  func scenario() throws -> Scenario {
    do {
      return try Scenario.load(path: path, settings: settings, regimes: regimes)
    } catch {
      throw Unreadable(report: error.rendered())
    }
  }

  /// The command that lives through one seed of this question again.
  func replay(seed: UInt64) -> String {
    // Values may hold words in single quotes.
    let sets = settings.map { "--set \"\($0.path)=\($0.value)\"" }.joined(separator: " ")
    return "embargo run \(file) --regimes \(regimes.joined(separator: ",")) \(sets)"
      + " --seed \(seed) --replications 1"
  }

  /// A scenario that could not be read, with everything that is wrong with it.
  struct Unreadable: Error, CustomStringConvertible {
    let report: String
    var description: String { report }
  }
}

extension Question {
  /// The same question with more settings.
  func with(_ more: [(path: String, value: String)]) -> Question {
    var copy = self
    copy.settings += more
    return copy
  }

  /// The same question with one more setting.
  func with(_ path: String, _ value: String) -> Question { with([(path, value)]) }

  /// The same question about other regimes.
  func under(_ regimes: String...) -> Question { under(regimes) }

  /// The same question about other regimes.
  func under(_ regimes: [String]) -> Question {
    var copy = self
    copy.regimes = regimes
    return copy
  }

  /// The June directive in a market of a few agents, so that many seeds are quick.
  static let small = Question().with(
    Names.segments.map { ("customers.\($0).agents", "8") }
      + Names.groups.flatMap {
        [("defenders.\($0).partners.agents", "2"), ("defenders.\($0).others.agents", "3")]
      })

  /// The isolation in which the laws hold: one order, lifted after so many days, and
  /// nothing that follows from it by chance.
  func isolated(days: Double) -> Question {
    with(
      ["precedent", "fear", "gating", "openness", "fix", "litigation", "advocacy"]
        .map { ("mechanisms.\($0)", "0") }
        + [("relief.fixed_full_days", "\(days)"), ("relief.roster_probability", "0")]
        + Names.clouds.map { ("clouds.\($0).follow_lag_days", "0") })
  }

  /// Every gate of every lab takes so many days.
  func gates(days: Double) -> Question {
    with(
      Names.labs.flatMap { lab in
        ["nationality", "output", "roster", "location", "listed_party", "region_and_staff"]
          .map { ("labs.\(lab).gates.\($0)_days", "\(days)") }
      })
  }

  /// The same setting for every segment, or for every group of defenders.
  func everywhere(_ kind: Names.Kind, _ key: String, _ value: String) -> Question {
    let ids =
      switch kind {
      case .customers: Names.segments
      case .defenders: Names.groups
      case .labs: Names.labs
      case .models: Names.models
      case .clouds: Names.clouds
      }
    return with(ids.map { ("\(kind.rawValue).\($0).\(key)", value) })
  }
}

/// The ids of the actors in the June scenario, read from its file.
enum Names {
  /// Where actors stand in a scenario.
  enum Kind: String { case customers, defenders, labs, models, clouds }

  private static let june = try? Question().scenario()

  static let labs = june?.labs.map(\.id) ?? []
  static let models = june?.models.map(\.id) ?? []
  static let clouds = june?.clouds.map(\.id) ?? []
  static let segments = june?.customers.map(\.id) ?? []
  static let groups = june?.defenders.map(\.id) ?? []
}

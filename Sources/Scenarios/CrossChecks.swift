/// Checks between parts of a scenario, which no single part can make.
enum CrossChecks {
  static func run(_ scenario: Scenario, _ root: ObjectReader) {
    name(scenario, root)
    parts(scenario, root)
    sums(scenario, root)
    EventBudget.check(scenario, root)
    if scenario.models.count > 64 {
      root.report("models", "\(scenario.models.count) models are too many", remedy: "at most 64")
    }
  }

  /// What is named must be there.
  ///
  /// An id that could not be read is known all the same, and where there is nothing of a kind at
  /// all, that is said once.
  private static func parts(_ scenario: Scenario, _ root: ObjectReader) {
    for (key, noun) in [("labs", "lab"), ("models", "model")]
    where root.isSound(key) && root.names(in: key).isEmpty {
      root.report(key, "needs at least one \(noun)", remedy: "extend baseline.json5")
    }
    let (labs, models) = (root.names(in: "labs"), root.names(in: "models"))
    for model in scenario.models {
      known(model.lab, among: labs, "lab", root, at: ["models", model.id, "lab"])
    }
    for cloud in scenario.clouds {
      for share in cloud.salesShares {
        known(
          share.lab, among: labs, "lab", root, at: ["clouds", cloud.id, "sales_share", share.lab])
      }
      for stake in cloud.stakes {
        known(
          stake.lab, among: labs, "lab", root, at: ["clouds", cloud.id, "stake_usd", stake.lab])
      }
      for pledge in cloud.commitments {
        known(
          pledge.lab, among: labs, "lab", root,
          at: ["clouds", cloud.id, "commitments_usd_per_year", pledge.lab])
      }
    }
    once(scenario, root)
    for (index, event) in scenario.timeline.enumerated() {
      let address = ["timeline", String(index)]
      switch event.kind {
      case .bypassFound(let bypass):
        known(bypass.model, among: models, "model", root, at: address + ["model"])
        known(
          bypass.finder,
          among: labs + root.names(in: "clouds") + ["researcher", "attackers"], "finder", root,
          at: address + ["finder"])
      case .demand(let targets, _, _), .order(let targets):
        for target in targets {
          known(target, among: models, "model", root, at: address + ["targets"])
        }
      case .designation(let lab):
        known(lab, among: labs, "lab", root, at: address + ["lab"])
      }
    }
  }

  /// The name becomes a folder, so it may not lead anywhere else.
  private static func name(_ scenario: Scenario, _ root: ObjectReader) {
    let isPlain = scenario.name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
    let place = scenario.source.node["name"]?.position.file ?? 0
    if place != 0, scenario.source.files.indices.contains(place),
      scenario.source.files[place] != "--set"
    {
      root.report(
        nil, "a scenario that extends another needs a name of its own",
        remedy: "add name: \"…\"; it names the folder of results")
    }
    if !isPlain || scenario.name.isEmpty {
      root.report(
        "name", "the name '\(scenario.name)' cannot name a folder of results",
        remedy: "use a-z, 0-9, - and _, as in \"june-2026-directive\"")
    }
  }

  /// One bypass, one demand and one order are followed in a future.
  private static func once(_ scenario: Scenario, _ root: ObjectReader) {
    var seen: Set<ScriptedEvent.Name> = []
    for (index, event) in scenario.timeline.enumerated() {
      let name: ScriptedEvent.Name
      switch event.kind {
      case .bypassFound: name = .bypassFound
      case .demand: name = .demand
      case .order: name = .order
      case .designation: continue
      }
      guard !seen.insert(name).inserted else { continue }
      root.report(
        atPath: ["timeline", String(index), "event"],
        "a second '\(name.rawValue)' in the timeline; only one is followed",
        remedy: "one event that names every model, or a scenario for each")
    }
  }

  private static func known(
    _ name: String, among names: [String], _ kind: String, _ root: ObjectReader, at path: [String]
  ) {
    guard !names.isEmpty, !names.contains(name), !name.isEmpty else { return }
    root.report(
      atPath: path, "unknown \(kind) '\(name)'",
      remedy: nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "one of \(names.joined(separator: ", "))")
  }

  /// Shares that are parts of one whole must be able to add up to at most one.
  private static func sums(_ scenario: Scenario, _ root: ObjectReader) {
    for lab in scenario.labs {
      let total = scenario.clouds.reduce(0.0) { sum, cloud in
        sum
          + cloud.salesShares.filter { $0.lab == lab.id }
          .reduce(0.0) { $0 + scenario.parameters[$1.share].distribution.support.lowerBound }
      }
      if total > 1 {
        root.report(
          atPath: ["clouds"], "the shares of \(lab.id)'s sales through clouds add up to \(total)",
          remedy: "at most 1; the rest is sold directly")
      }
    }
    for group in scenario.defenders {
      let entries = [group.findShare, group.triageShare, group.fixShare]
      if entries.allSatisfy({ root.latest($0) == 0 }) {
        root.report(
          atPath: ["defenders", group.id], "find, triage and fix shares are all 0",
          remedy: "shares of the work that add up to 1")
      }
    }
  }
}

/// An estimate of the work a scenario asks for, made before anything is run.
///
/// A history is bounded so that a misplaced zero is a problem with an address and not a machine
/// that runs out of memory.
enum EventBudget {
  /// Most agents, flaws and applications that one history may hold.
  static let limit = 5_000_000.0

  /// Reports a scenario whose histories would hold too much, and what asks for it.
  static func check(_ scenario: Scenario, _ root: ObjectReader) {
    let parts = estimate(scenario)
    let total = parts.reduce(0.0) { $0 + $1.count }
    guard total > limit, let largest = parts.max(by: { $0.count < $1.count }) else { return }
    root.report(
      atPath: largest.path,
      "a history would hold about \(shown(total.rounded())) agents, flaws and applications,"
        + " \(shown(largest.count.rounded())) of them from here",
      remedy: "at most \(Int(limit)): let each stand for more, or simulate fewer")
  }

  private static func estimate(_ scenario: Scenario) -> [(path: [String], count: Double)] {
    func top(_ parameter: Parameter) -> Double {
      scenario.parameters[parameter].distribution.quantile(0.999)
    }
    func low(_ parameter: Parameter) -> Double {
      scenario.parameters[parameter].distribution.quantile(0.001)
    }
    let years = scenario.horizonDays / 365
    var parts: [(path: [String], count: Double)] = scenario.customers.map { segment in
      (["customers", segment.id, "agents"], Double(segment.agents))
    }
    for group in scenario.defenders {
      for (name, tier) in [("partners", group.partners), ("others", group.others)] {
        let flaws = top(tier.flawsPerYear) / low(tier.flawsRepresented)
        // Found a hundred times slower than at capability 1 at worst.
        let latent = flaws * top(tier.findDays) / 365 * 100
        let waiting =
          (top(tier.triageBacklogDays) * top(tier.triagePerYear)
            + top(tier.fixBacklogDays) * top(tier.fixPerYear)) / 365 / low(tier.flawsRepresented)
        parts.append(
          (
            ["defenders", group.id, name, "flaws_per_year"],
            Double(tier.agents) * (1 + flaws * years + min(latent, flaws * 50) + waiting)
          ))
      }
    }
    let licensing = scenario.regulator.licensing
    parts.append(
      (
        ["regulator", "licensing", "background_per_year"],
        top(licensing.backgroundPerYear) / low(licensing.represented) * years
      ))
    parts.append(
      (
        ["negotiation", "meeting_every_days"],
        scenario.horizonDays / low(scenario.negotiation.meetingEveryDays)
      ))
    parts.append(
      (
        ["information", "accounts_per_day"],
        scenario.horizonDays * top(scenario.information.accountsPerDay)
      ))
    parts.append(
      (
        ["regulator", "licensing_officers"],
        top(licensing.officers) / low(licensing.represented)
      ))
    return parts
  }
}

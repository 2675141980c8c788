/// The attackers: one pool with three tiers of access.
public struct Attackers: Sendable {
  /// Attackers in the pool.
  public let count: Parameter
  /// Probability that attackers come to hold the reported bypass.
  public let bypassHeldProbability: Parameter
  /// Mean days from the bypass being found to attackers holding it.
  public let bypassLagDays: Parameter
  /// Share of attackers who are foreign persons.
  public let foreignShare: Parameter
  /// Share of attackers who are listed end users.
  public let listedShare: Parameter
  /// Share of restricted attackers who evade a gate that works.
  public let evasionShare: Parameter
  /// Capability lost in removing the guardrails of an open model.
  public let openGuardrailCost: Parameter
  /// Capability with their own tools only.
  public let toolsCapability: Parameter
  /// Yearly probability, at capability 1, of finding a given flaw that another party found.
  public let rediscoveryPerYear: Parameter
  /// Mean days to weaponize a rediscovered flaw at capability 1.
  public let weaponizeDays: Parameter
  /// Incidents on one asset a day, while it is open and the flaw is weaponized.
  public let incidentsPerAssetDay: Parameter

  init(_ reader: ObjectReader) {
    count = reader.parameter("count", .weight, meaning: "attackers in the pool")
    bypassHeldProbability = reader.parameter(
      "bypass_held_probability", .probability, meaning: "attackers come to hold the bypass")
    bypassLagDays = reader.parameter(
      "bypass_lag_days", .days, meaning: "mean days until attackers hold a found bypass")
    foreignShare = reader.parameter(
      "foreign_share", .share, meaning: "attackers who are foreign persons")
    listedShare = reader.parameter(
      "listed_share", .share, meaning: "attackers who are listed end users")
    evasionShare = reader.parameter(
      "evasion_share", .share, meaning: "restricted attackers who evade a gate that works")
    openGuardrailCost = reader.parameter(
      "open_guardrail_cost_share", .share,
      meaning: "capability lost in removing an open model's guardrails")
    toolsCapability = reader.parameter(
      "tools_capability", .capability, meaning: "capability with own tools only")
    rediscoveryPerYear = reader.parameter(
      "rediscovery_per_year", .positivePerYear,
      meaning: "rate of finding a given flaw at capability 1")
    weaponizeDays = reader.parameter(
      "weaponize_days", .days, meaning: "mean days to weaponize a flaw at capability 1")
    incidentsPerAssetDay = reader.parameter(
      "incidents_per_asset_day", .perDay,
      meaning: "incidents on an asset while open to a weaponized flaw")
    reader.finish()
  }
}

/// What all customers share: how value flows, and how fast they adopt, switch and return.
public struct Market: Sendable {
  /// Value per dollar ρ of spend at capability 1.
  public let valuePerDollar: Parameter
  /// Standard deviation of the taste ε of a customer for a model.
  public let tasteSD: Parameter
  /// What it is worth, in capability, to know the lab one uses.
  public let familiarity: Parameter
  /// Hazard of adopting a better model of the same lab after its release.
  public let adoptionPerDay: Parameter
  /// Hours to fall back to another model of the same lab.
  public let fallbackHours: Parameter
  /// Hours to fail over to another vendor when that was tested.
  public let failoverHours: Parameter
  /// Median days to switch between vendors when several are in use.
  public let multiHomedDays: Parameter
  /// Spread of switching times about their median: ratio of the 90th percentile to it.
  public let switchSpread: Parameter
  /// How long customers believe an order will last when they weigh a migration.
  public let expectedOutageDays: Parameter
  /// Share of displaced use that returns after restoration.
  public let returnShare: Parameter
  /// Mean days until that return.
  public let returnDays: Parameter
  /// Share of untouched customers abroad who leave for fear of being next.
  public let fearShare: Parameter
  /// Mean days until they leave.
  public let fearDays: Parameter

  init(_ reader: ObjectReader) {
    valuePerDollar = reader.parameter(
      "value_per_dollar", .nonNegative, meaning: "value of a dollar's use at capability 1")
    tasteSD = reader.parameter(
      "taste_sd", .nonNegative, meaning: "spread of tastes, value per dollar")
    familiarity = reader.parameter(
      "familiarity_ratio", .ratio, meaning: "worth, in capability, of knowing one's lab")
    adoptionPerDay = reader.parameter(
      "adoption_per_day", .positivePerDay, meaning: "hazard of adopting a lab's better model")
    fallbackHours = reader.parameter(
      "fallback_hours", .hours, meaning: "hours to fall back within the lab")
    failoverHours = reader.parameter(
      "failover_hours", .hours, meaning: "hours of a tested fail-over to another vendor")
    multiHomedDays = reader.parameter(
      "multi_homed_days", .days, meaning: "median days to switch between vendors in use")
    switchSpread = reader.parameter(
      "switch_spread_ratio", .spread, meaning: "90th percentile of switching times over median")
    expectedOutageDays = reader.parameter(
      "expected_outage_days", .days, meaning: "how long customers expect an order to last")
    returnShare = reader.parameter(
      "return_share", .share, meaning: "displaced use that returns after restoration")
    returnDays = reader.parameter("return_days", .days, meaning: "mean days until that return")
    fearShare = reader.parameter(
      "fear_share", .share, meaning: "customers abroad, untouched, who leave in fear")
    fearDays = reader.parameter("fear_days", .days, meaning: "mean days until they leave")
    reader.finish()
  }
}

/// Switches of whole mechanisms: 1 as described, 0 off; between scales its strength.
public struct Mechanisms: Sendable {
  /// Extension of an order to other models that the same reasoning reaches.
  public let precedent: Parameter
  /// Customers who leave for fear of being next.
  public let fear: Parameter
  /// Closed releases delayed by informal gating.
  public let gating: Parameter
  /// Open releases withheld.
  public let openness: Parameter
  /// A voluntary fix of a reported bypass.
  public let fix: Parameter
  /// Suits and injunctions.
  public let litigation: Parameter
  /// Pressure by signatories.
  public let advocacy: Parameter

  init(_ reader: ObjectReader) {
    func read(_ key: String, _ meaning: String) -> Parameter {
      reader.parameter(key, .share, meaning: meaning)
    }
    precedent = read("precedent", "strength of extension to other models")
    fear = read("fear", "strength of leaving for fear of being next")
    gating = read("gating", "strength of informal gating of closed releases")
    openness = read("openness", "strength of withholding open releases")
    fix = read("fix", "strength of voluntary fixes of a reported bypass")
    litigation = read("litigation", "strength of suits and injunctions")
    advocacy = read("advocacy", "strength of public pressure on relief")
    reader.finish()
  }
}

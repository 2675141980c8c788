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
  /// Nationalities of labs' foreign staff in the United States.
  public let staffNationalities: Mix
  /// Permanent residents among persons in the United States who are not citizens.
  public let permanentResidentShare: Parameter
  /// Share of displaced use that returns after restoration.
  public let returnShare: Parameter
  /// Mean days until that return.
  public let returnDays: Parameter
  /// Share of untouched customers abroad who leave for fear of being next.
  public let fearShare: Parameter
  /// Mean days until they leave.
  public let fearDays: Parameter
  /// Added speed of foreign labs' planned releases while an order keeps users abroad out.
  public let foreignAdvance: Parameter
  /// Value per dollar that customers abroad take off US closed models once an order hit them.
  public let sovereigntyPenalty: Parameter
  /// Days after the lift in which that halves.
  public let sovereigntyHalfLifeDays: Parameter

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
    staffNationalities = Mix(
      reader.object("staff_nationalities", meaning: "nationalities of labs' foreign staff"))
    permanentResidentShare = reader.parameter(
      "permanent_resident_share", .shareBelowOne,
      meaning: "permanent residents among those in the US who are not citizens")
    returnShare = reader.parameter(
      "return_share", .share, meaning: "displaced use that returns after restoration")
    returnDays = reader.parameter("return_days", .days, meaning: "mean days until that return")
    fearShare = reader.parameter(
      "fear_share", .share, meaning: "customers abroad, untouched, who leave in fear")
    fearDays = reader.parameter("fear_days", .days, meaning: "mean days until they leave")
    foreignAdvance = reader.parameter(
      "foreign_advance_ratio", .ratio,
      meaning: "added speed of foreign labs' releases while users abroad are kept out; 0 = none")
    sovereigntyPenalty = reader.parameter(
      "sovereignty_penalty", .nonNegative,
      meaning: "value lost per dollar, abroad, by a US closed model after an order; 0 = none")
    sovereigntyHalfLifeDays = reader.parameter(
      "sovereignty_half_life_days", .positiveDays,
      meaning: "days after the lift in which that halves")
    reader.finish()
  }
}

/// Switches of whole mechanisms: 1 as described, 0 off; between scales its strength.
public struct Mechanisms: Sendable {
  /// Extension of an order to other models that the same reasoning reaches.
  public let precedent: Parameter
  /// Customers abroad who leave for fear of being next, or value US closed models less.
  public let fear: Parameter
  /// Releases that leave their calendar: closed ones gated, slowed by barred staff, or hastened
  /// abroad.
  public let gating: Parameter
  /// Research that closes: open releases withheld or relocated, reports withheld, audits.
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
    fear = read("fear", "strength of leaving in fear, and of reserve towards US closed models")
    gating = read("gating", "strength of gating, slowing and hastening of releases")
    openness = read("openness", "strength of chilled and closing research, relocation and audits")
    fix = read("fix", "strength of voluntary fixes of a reported bypass")
    litigation = read("litigation", "strength of suits and injunctions")
    advocacy = read("advocacy", "strength of public pressure on relief")
    reader.finish()
  }
}

import ExportControls

/// Competing routes out of an order.
///
/// Each is an amount of work in days at normal speed, burnt at a speed that depends on the
/// theory's fit and on public pressure.
public struct Relief: Sendable {
  /// Full relief exactly this many days after the order takes effect, in place of every route.
  public let fixedFullDays: Parameter?
  /// Partial relief by correcting collateral damage: allies and the lab's own staff.
  public let collateralDays: Parameter
  /// Probability that a roster of trusted partners is ever determined.
  public let rosterProbability: Parameter
  /// Partial relief by a roster of trusted partners.
  public let rosterDays: Parameter
  /// Full relief by negotiation.
  public let negotiatedDays: Parameter
  /// Probability that no negotiated relief ever comes.
  public let neverProbability: Parameter
  /// Probability that the lab sues.
  public let suitProbability: Parameter
  /// Days from the order to an injunction, where one is granted.
  public let injunctionDays: Parameter
  /// Days to rescission or expiry of the measure.
  public let rescissionDays: Parameter
  /// Speed of each route under each hook, relative to normal.
  public let fit: [Hook: RouteFit]
  /// Added speed of political routes at full public pressure, relative to normal.
  public let pressureGain: Parameter
  /// Days in which public pressure halves.
  public let pressureHalfLifeDays: Parameter
  /// Pressure gained per day at full harm to all credible signers.
  public let pressurePerDay: Parameter

  init(_ reader: ObjectReader) {
    fixedFullDays = reader.optionalParameter(
      "fixed_full_days", .days, meaning: "full relief exactly so many days after the order")
    collateralDays = reader.parameter(
      "collateral_days", .days, meaning: "partial relief by correction of collateral damage")
    rosterProbability = reader.parameter(
      "roster_probability", .probability, meaning: "a roster of trusted partners is determined")
    rosterDays = reader.parameter(
      "roster_days", .days, meaning: "partial relief by a roster of trusted partners")
    negotiatedDays = reader.parameter(
      "negotiated_days", .days, meaning: "full relief by negotiation")
    neverProbability = reader.parameter(
      "never_probability", .probability, meaning: "no negotiated relief ever comes")
    suitProbability = reader.parameter(
      "suit_probability", .probability, meaning: "the lab sues")
    injunctionDays = reader.parameter(
      "injunction_days", .days, meaning: "order to injunction, where granted")
    rescissionDays = reader.parameter(
      "rescission_days", .days, meaning: "rescission or expiry of the measure")
    let fits = reader.object("fit", meaning: "speed of each route under each hook")
    var table: [Hook: RouteFit] = [:]
    for hook in Hook.allCases {
      table[hook] = RouteFit(fits.object(hook.rawValue, meaning: "speeds under \(hook.rawValue)"))
    }
    fit = table
    fits.finish()
    pressureGain = reader.parameter(
      "pressure_gain_ratio", .ratio, meaning: "added speed of political routes at full pressure")
    pressureHalfLifeDays = reader.parameter(
      "pressure_half_life_days", .positiveDays, meaning: "days in which pressure halves")
    pressurePerDay = reader.parameter(
      "pressure_per_day", .perDay, meaning: "pressure gained per day at full harm")
    reader.finish()
  }
}

/// Speed of each route of relief under one hook, relative to normal.
public struct RouteFit: Sendable {
  /// Correction of collateral damage.
  public let collateral: Parameter
  /// Roster of trusted partners.
  public let roster: Parameter
  /// Negotiated lift.
  public let negotiated: Parameter
  /// Rescission or expiry.
  public let rescission: Parameter

  init(_ reader: ObjectReader) {
    collateral = reader.parameter("collateral_ratio", .ratio, meaning: "speed of correction")
    roster = reader.parameter("roster_ratio", .ratio, meaning: "speed of a roster")
    negotiated = reader.parameter("negotiated_ratio", .ratio, meaning: "speed of negotiation")
    rescission = reader.parameter("rescission_ratio", .ratio, meaning: "speed of rescission")
    reader.finish()
  }
}

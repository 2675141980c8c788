import ExportControls

/// Competing routes out of an order.
///
/// Each is an amount of work in days at normal speed, burnt at a speed that depends on the
/// theory's fit and on public pressure.
public struct Relief: Sendable {
  /// Full relief exactly this many days after the order takes effect, in place of every route.
  public let fixedFullDays: Parameter?
  /// Probability that collateral damage is corrected while the order stands.
  public let collateralProbability: Parameter
  /// Partial relief by correcting collateral damage: allies.
  public let collateralDays: Parameter
  /// Probability that a roster of trusted partners is ever determined.
  public let rosterProbability: Parameter
  /// Partial relief by a roster of trusted partners.
  public let rosterDays: Parameter
  /// Full relief by negotiation.
  public let negotiatedDays: Parameter
  /// Probability that no negotiated relief ever comes.
  public let neverProbability: Parameter
  /// Probability that the government takes the order back within days, were the whole public
  /// at home left without the service it wants.
  public let reversalProbability: Parameter
  /// Full relief by such a reversal.
  public let reversalDays: Parameter
  /// Ratio of the 90th percentile of a route's days to their median.
  public let spread: Parameter
  /// Probability that the lab sues.
  public let suitProbability: Parameter
  /// Days from the order to the lab's decision whether to sue.
  public let suitDays: Parameter
  /// How much likelier a suit is without any trust, and rarer at full trust.
  public let suitTrust: Parameter
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
  /// Speed that routes through officials gain at full trust and lose without any.
  public let trustGain: Parameter
  /// Added speed once a fix of the bypassed model has shipped.
  public let fixGain: Parameter
  /// Added speed of correction while all customers in allied countries are displaced.
  public let alliedGain: Parameter
  /// Added speed at full strength of the lab's layered safeguards.
  public let safeguardsGain: Parameter
  /// Added speed once experts have publicly rebutted the assessment.
  public let rebuttalGain: Parameter
  /// Probability that a negotiated lift obliges the lab to keep a filter on the named models.
  public let conditionProbability: Parameter

  init(_ reader: ObjectReader) {
    let gains = ReliefGains(reader)
    (trustGain, fixGain, alliedGain) = (gains.trust, gains.fix, gains.allied)
    (safeguardsGain, rebuttalGain) = (gains.safeguards, gains.rebuttal)
    fixedFullDays = reader.optionalParameter(
      "fixed_full_days", .days, meaning: "full relief exactly so many days after the order")
    collateralProbability = reader.parameter(
      "collateral_probability", .probability, meaning: "collateral damage is ever corrected")
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
    reversalProbability = reader.parameter(
      "reversal_probability", .probability,
      meaning: "the order is taken back within days, were the whole public without service")
    reversalDays = reader.parameter(
      "reversal_days", .days, meaning: "full relief by such a reversal")
    spread = reader.parameter(
      "spread_ratio", .spread,
      meaning: "90th percentile of a route's days over their median")
    suitProbability = reader.parameter(
      "suit_probability", .probability, meaning: "the lab sues")
    suitDays = reader.parameter(
      "suit_days", .days, meaning: "order to the lab's decision whether to sue")
    suitTrust = reader.parameter(
      "suit_trust_share", .share, meaning: "how much likelier a suit is without any trust")
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
    conditionProbability = reader.parameter(
      "condition_probability", .probability,
      meaning: "a negotiated lift obliges the lab to keep a filter")
    reader.finish()
  }
}

/// What else moves the speed of the routes; read together.
private struct ReliefGains {
  let trust: Parameter
  let fix: Parameter
  let allied: Parameter
  let safeguards: Parameter
  let rebuttal: Parameter

  init(_ reader: ObjectReader) {
    trust = reader.parameter(
      "trust_gain_ratio", .ratio.within(0...1),
      meaning: "speed gained at full trust, lost without any")
    fix = reader.parameter(
      "fix_gain_ratio", .ratio, meaning: "added speed once a fix has shipped")
    allied = reader.parameter(
      "allied_gain_ratio", .ratio, meaning: "added speed of correction while all allies lose")
    safeguards = reader.parameter(
      "safeguards_gain_ratio", .ratio, meaning: "added speed at full layered safeguards")
    rebuttal = reader.parameter(
      "rebuttal_gain_ratio", .ratio, meaning: "added speed once experts rebut the assessment")
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

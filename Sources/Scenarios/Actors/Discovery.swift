/// Who finds a bypass of a model's safeguards, how soon, and how severe it is.
public struct Discovery: Sendable {
  /// Mean days from a model's release until an independent researcher finds a bypass.
  public let researcherDays: Parameter
  /// The same for each rival lab.
  public let rivalDays: Parameter
  /// The same for attackers, who tell nobody.
  public let attackerDays: Parameter
  /// Severity of a bypass, where none is scripted: the share of the model's use in attacks that
  /// it opens.
  public let severity: Parameter

  init(_ reader: ObjectReader) {
    researcherDays = reader.parameter(
      "researcher_days", .positiveDays,
      meaning: "mean days from release until a researcher finds a bypass")
    rivalDays = reader.parameter(
      "rival_days", .positiveDays, meaning: "mean days until a rival lab finds one")
    attackerDays = reader.parameter(
      "attacker_days", .positiveDays, meaning: "mean days until attackers find one")
    severity = reader.parameter(
      "severity_share", .share, meaning: "severity of a bypass where none is scripted")
    reader.finish()
  }
}

/// Whom the finder of a bypass tells.
///
/// The choice is a multinomial logit with telling the lab as its base.
public struct Disclosure: Sendable {
  /// Log-odds of telling the government rather than the lab, for a finder without interests.
  public let governmentLogOdds: Parameter
  /// Log-odds of telling both.
  public let bothLogOdds: Parameter
  /// Log-odds of publishing.
  public let publicLogOdds: Parameter
  /// Log-odds of telling nobody.
  public let nobodyLogOdds: Parameter
  /// Added log-odds of telling the government, for each 10 bn USD of stake in the lab.
  public let stakeEffect: Parameter
  /// The same for each bn USD a year of revenue from the lab's models.
  public let revenueEffect: Parameter
  /// The same at full security duty.
  public let dutyEffect: Parameter
  /// Days from the finding to the report.
  public let reportDays: Parameter
  /// Days until the government passes a report on to the lab, if it does nothing else.
  public let passedOnDays: Parameter
  /// Probability that a lab told alone shares the report with the government.
  public let sharedProbability: Parameter
  /// Days of embargo before it does.
  public let embargoDays: Parameter
  /// Probability that attackers hold a published bypass.
  public let publicHeldProbability: Parameter

  init(_ reader: ObjectReader) {
    func odds(_ key: String, _ meaning: String) -> Parameter {
      reader.parameter(key, .logOdds, meaning: meaning)
    }
    governmentLogOdds = odds("government_log_odds", "telling the government rather than the lab")
    bothLogOdds = odds("both_log_odds", "telling both rather than the lab")
    publicLogOdds = odds("public_log_odds", "publishing rather than telling the lab")
    nobodyLogOdds = odds("nobody_log_odds", "telling nobody rather than the lab")
    stakeEffect = odds(
      "stake_effect_log_odds", "telling the government, for each 10 bn USD of stake in the lab")
    revenueEffect = odds(
      "revenue_effect_log_odds",
      "telling the government, for each bn USD a year of revenue from the lab's models")
    dutyEffect = odds("duty_effect_log_odds", "telling the government, at full security duty")
    reportDays = reader.parameter("report_days", .days, meaning: "finding to report")
    passedOnDays = reader.parameter(
      "passed_on_days", .days, meaning: "report to the government until the lab hears of it")
    sharedProbability = reader.parameter(
      "shared_probability", .probability, meaning: "a lab told alone shares with the government")
    embargoDays = reader.parameter(
      "embargo_days", .days, meaning: "days before a lab told alone shares the report")
    publicHeldProbability = reader.parameter(
      "public_held_probability", .probability, meaning: "attackers hold a published bypass")
    reader.finish()
  }
}

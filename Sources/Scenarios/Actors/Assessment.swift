/// How the regulator judges a reported bypass.
///
/// The uplift is what the bypass adds to what attackers can do elsewhere: severity times
/// uniqueness. The regulator sees it with noise.
public struct Assessment: Sendable {
  /// Days from the report to the judgement.
  public let days: Parameter
  /// Standard deviation of the first judgement about the true uplift.
  public let noiseSD: Parameter
  /// Uplift above which the regulator acts, at middling trust in the lab.
  public let threshold: Parameter
  /// By how much the threshold rises from no trust to full trust.
  public let trustEffect: Parameter
  /// Days from the order, or from when its grounds are known, to the experts' review.
  public let reviewDays: Parameter
  /// Noise of the experts' review, relative to the first judgement.
  public let reviewNoiseRatio: Parameter

  init(_ reader: ObjectReader) {
    days = reader.parameter("days", .days, meaning: "days from a report to the judgement")
    noiseSD = reader.parameter(
      "noise_sd", .share, meaning: "spread of the first judgement about the true uplift")
    threshold = reader.parameter(
      "threshold_share", .share, meaning: "uplift above which the regulator acts")
    trustEffect = reader.parameter(
      "trust_effect_share", .share, meaning: "rise of the threshold from no trust to full trust")
    reviewDays = reader.parameter(
      "review_days", .days, meaning: "days until experts have reviewed the grounds")
    reviewNoiseRatio = reader.parameter(
      "review_noise_ratio", .share, meaning: "noise of the experts' review, relative to the first")
    reader.finish()
  }
}

/// The demand to fix a bypass or to suspend the model, and how labs answer.
public struct FixDemand: Sendable {
  /// Probability that a demand precedes an order.
  public let probability: Parameter
  /// Days that the demand leaves.
  public let deadlineDays: Parameter
  /// Log-odds of refusing rather than fixing, at middling trust.
  public let refuseLogOdds: Parameter
  /// Log-odds of fixing in part.
  public let partialLogOdds: Parameter
  /// Log-odds of suspending the model until it is fixed.
  public let suspendLogOdds: Parameter
  /// Added log-odds of refusing, from full trust to none.
  public let distrustEffect: Parameter
  /// Days from an unmet demand to the order.
  public let draftingDays: Parameter

  init(_ reader: ObjectReader) {
    func odds(_ key: String, _ meaning: String) -> Parameter {
      reader.parameter(key, .logOdds, meaning: meaning)
    }
    probability = reader.parameter(
      "probability", .probability, meaning: "a demand precedes an order")
    deadlineDays = reader.parameter("deadline_days", .days, meaning: "days that a demand leaves")
    refuseLogOdds = odds("refuse_log_odds", "refusing rather than fixing, at middling trust")
    partialLogOdds = odds("partial_log_odds", "fixing in part rather than whole")
    suspendLogOdds = odds("suspend_log_odds", "suspending the model until it is fixed")
    distrustEffect = odds("distrust_effect_log_odds", "refusing, from full trust to none")
    draftingDays = reader.parameter(
      "drafting_days", .days, meaning: "days from an unmet demand to the order")
    reader.finish()
  }
}

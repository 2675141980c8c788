/// The criteria that gates and partners have to meet, unknown at first, and how they harden.
public struct Standard: Sendable {
  /// Days from the order to the publication of criteria.
  public let criteriaDays: Parameter
  /// Probability that a gate is found insufficient while criteria are unknown.
  public let reworkProbability: Parameter
  /// Days of work, at a lab's normal speed, to mend such a gate.
  public let reworkDays: Parameter
  /// Share of partners who apply to the roster before criteria are known.
  public let applicationShare: Parameter
  /// Days from the order until the standard is set.
  public let hardenDays: Parameter
  /// Probability, at full trust, that an exposed lab takes part in setting the standard.
  public let engagementProbability: Parameter
  /// Mean days from the order until such a lab does; too late once the standard is set.
  public let engagementDays: Parameter
  /// Strictness lost if every exposed lab takes part in time.
  public let softening: Parameter

  init(_ reader: ObjectReader) {
    criteriaDays = reader.parameter(
      "criteria_days", .days, meaning: "order to the publication of criteria")
    reworkProbability = reader.parameter(
      "rework_probability", .probability, meaning: "a gate is found insufficient")
    reworkDays = reader.parameter("rework_days", .days, meaning: "work to mend such a gate")
    applicationShare = reader.parameter(
      "application_share", .share, meaning: "partners who apply before criteria are known")
    hardenDays = reader.parameter(
      "harden_days", .days, meaning: "order to the day the standard is set")
    engagementProbability = reader.parameter(
      "engagement_probability", .probability,
      meaning: "an exposed lab takes part in setting the standard, at full trust")
    engagementDays = reader.parameter(
      "engagement_days", .days, meaning: "mean days until such a lab takes part")
    softening = reader.parameter(
      "softening_share", .share, meaning: "strictness lost if every exposed lab takes part")
    reader.finish()
  }
}

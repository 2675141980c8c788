/// Researchers outside the organisations that own what they search: chilled while an order binds.
public struct Chilling: Sendable {
  /// Share of their reports that they withhold meanwhile.
  public let withheldShare: Parameter

  init(_ reader: ObjectReader) {
    withheldShare = reader.parameter(
      "withheld_share", .share, meaning: "outside reports withheld while an order binds; 0 = none")
    reader.finish()
  }
}

/// Openness of research, which erodes from the first order on, and does not come back.
public struct Openness: Sendable {
  /// Days over which research closes.
  public let erosionDays: Parameter
  /// Share of outside research and of open publication that is closed by then.
  public let erosionShare: Parameter

  init(_ reader: ObjectReader) {
    erosionDays = reader.parameter(
      "erosion_days", .positiveDays, meaning: "days over which research closes after an order")
    erosionShare = reader.parameter(
      "erosion_share", .share, meaning: "open research closed by then; 0 = none")
    reader.finish()
  }
}

/// Security audits that investors ask of labs after an order.
public struct Audit: Sendable {
  /// Probability that a lab is audited.
  public let probability: Parameter
  /// Days from the order to the audits.
  public let days: Parameter
  /// Share of what attackers keep after a bypass afresh that an audit before release takes away.
  public let repairShare: Parameter
  /// Days by which the release is later.
  public let delayDays: Parameter

  init(_ reader: ObjectReader) {
    probability = reader.parameter(
      "probability", .probability, meaning: "investors audit a lab after an order; 0 = never")
    days = reader.parameter("days", .days, meaning: "days from the order to audits")
    repairShare = reader.parameter(
      "repair_share", .share,
      meaning: "attack capability that repairs before release take away")
    delayDays = reader.parameter(
      "delay_days", .days, meaning: "days by which an audited release is later")
    reader.finish()
  }
}

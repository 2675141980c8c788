/// What the press says while an order binds.
public struct Information: Sendable {
  /// Accounts published a day.
  public let accountsPerDay: Parameter
  /// Days in which the press's interest halves.
  public let interestHalfLifeDays: Parameter
  /// Share of accounts that speak against the order; the others speak for it.
  public let criticalShare: Parameter
  /// Most by which one account raises public pressure, or lowers it, relative to what it was.
  public let swing: Parameter
  /// Clarity lost when an account contradicts the one before.
  public let blur: Parameter
  /// Days in which half of the lost clarity returns.
  public let clearHalfLifeDays: Parameter

  init(_ reader: ObjectReader) {
    accountsPerDay = reader.parameter(
      "accounts_per_day", .perDay, meaning: "press accounts a day while an order binds")
    interestHalfLifeDays = reader.parameter(
      "interest_half_life_days", .positiveDays, meaning: "days in which interest halves")
    criticalShare = reader.parameter(
      "critical_share", .share, meaning: "accounts that speak against the order")
    swing = reader.parameter(
      "swing_ratio", .ratio, meaning: "most by which one account moves public pressure")
    blur = reader.parameter(
      "blur_share", .share, meaning: "clarity lost when accounts contradict each other")
    clearHalfLifeDays = reader.parameter(
      "clear_half_life_days", .positiveDays, meaning: "days in which half of the clarity returns")
    reader.finish()
  }
}

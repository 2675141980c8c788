/// The credible signers of open letters, and what makes them sign.
public struct Advocates: Sendable {
  /// People whose signature officials would notice.
  public let signers: Parameter
  /// Hazard of signing at full harm.
  public let signPerDay: Parameter
  /// Weight of displaced partners in the harm; the rest is the displaced spend at home.
  public let partnerShare: Parameter
  /// Recent signatures of mean credibility that make full pressure.
  public let fullPressureSignatures: Parameter

  init(_ reader: ObjectReader) {
    signers = reader.parameter(
      "signers", .signers, meaning: "people whose signature officials would notice")
    signPerDay = reader.parameter(
      "sign_per_day", .perDay, meaning: "hazard of signing at full harm")
    partnerShare = reader.parameter(
      "partner_share", .share, meaning: "weight of displaced partners in the harm")
    fullPressureSignatures = reader.parameter(
      "full_pressure_signatures", .positiveCount,
      meaning: "recent signatures that make full pressure")
    reader.finish()
  }
}

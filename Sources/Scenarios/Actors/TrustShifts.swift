/// By how much an event moves trust between a lab and the government, which runs from 0 to 1.
public struct TrustShifts: Sendable {
  /// Lost when the lab refuses a demand.
  public let refusalLoss: Parameter
  /// Lost when the lab sues.
  public let suitLoss: Parameter
  /// Lost when the lab is designated a supply-chain risk.
  public let designationLoss: Parameter
  /// Gained in a meeting.
  public let meetingGain: Parameter
  /// Gained by engaging before a standard hardens.
  public let engagementGain: Parameter

  init(_ reader: ObjectReader) {
    refusalLoss = reader.parameter(
      "refusal_loss_share", .share, meaning: "trust lost by refusing a demand")
    suitLoss = reader.parameter("suit_loss_share", .share, meaning: "trust lost by suing")
    designationLoss = reader.parameter(
      "designation_loss_share", .share, meaning: "trust lost by a designation")
    meetingGain = reader.parameter(
      "meeting_gain_share", .share, meaning: "trust gained in a meeting")
    engagementGain = reader.parameter(
      "engagement_gain_share", .share, meaning: "trust gained by engaging early")
    reader.finish()
  }
}

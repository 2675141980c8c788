/// Meetings between the named lab and officials, and what the lab concedes there.
public struct Negotiation: Sendable {
  /// Probability that officials meet the lab at all while the order binds.
  public let heldProbability: Parameter
  /// Days from the order to the first meeting.
  public let firstMeetingDays: Parameter
  /// Mean days from one meeting to the next.
  public let meetingEveryDays: Parameter
  /// Probability that a meeting goes badly, and trust falls as it would have risen.
  public let badMeetingProbability: Parameter
  /// Probability that a good meeting brings a concession, while one is left to make.
  public let concessionProbability: Parameter
  /// Added speed of the negotiated route for each concession.
  public let concessionGain: Parameter

  init(_ reader: ObjectReader) {
    heldProbability = reader.parameter(
      "held_probability", .probability, meaning: "officials meet the lab at all")
    firstMeetingDays = reader.parameter(
      "first_meeting_days", .days, meaning: "order to the first meeting")
    meetingEveryDays = reader.parameter(
      "meeting_every_days", .positiveDays, meaning: "mean days between meetings")
    badMeetingProbability = reader.parameter(
      "bad_meeting_probability", .probability, meaning: "a meeting goes badly")
    concessionProbability = reader.parameter(
      "concession_probability", .probability, meaning: "a good meeting brings a concession")
    concessionGain = reader.parameter(
      "concession_gain_ratio", .ratio, meaning: "added speed of talks per concession")
    reader.finish()
  }
}

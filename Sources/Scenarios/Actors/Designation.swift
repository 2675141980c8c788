/// Designation of a lab as a supply-chain risk.
public struct Designation: Sendable {
  /// Probability that a lab is designated after it refused a demand.
  public let probability: Parameter
  /// Days until federal agencies and their contractors must have left.
  public let phaseOutDays: Parameter

  init(_ reader: ObjectReader) {
    probability = reader.parameter(
      "probability", .probability, meaning: "a lab is designated after a refusal")
    phaseOutDays = reader.parameter(
      "phase_out_days", .days, meaning: "days for federal users and contractors to leave")
    reader.finish()
  }
}

/// Publishers who may not publish at home and do so from abroad.
public struct Relocation: Sendable {
  /// Probability that a publisher whose release is barred moves it abroad.
  public let probability: Parameter
  /// Median days until it is published from there.
  public let days: Parameter

  init(_ reader: ObjectReader) {
    probability = reader.parameter(
      "probability", .probability, meaning: "a barred publication is moved abroad; 0 = never")
    days = reader.parameter(
      "days", .days, meaning: "median days until weights are published from abroad")
    reader.finish()
  }
}

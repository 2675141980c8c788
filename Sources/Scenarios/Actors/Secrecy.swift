/// What a letter does whose grounds are not public, until it leaks.
public struct Secrecy: Sendable {
  /// Mean days until the grounds leak by themselves.
  public let leakDays: Parameter
  /// Probability that a press account makes them known.
  public let leakPerAccount: Parameter
  /// Speed of work on gates while a lab must build for several readings, relative to normal.
  public let gateSpeed: Parameter
  /// Probability that a lab out of reach takes the order to reach a release of its own.
  public let wideReadingProbability: Parameter

  init(_ reader: ObjectReader) {
    leakDays = reader.parameter(
      "leak_days", .days, meaning: "mean days until the grounds of a letter leak")
    leakPerAccount = reader.parameter(
      "leak_per_account_probability", .probability,
      meaning: "a press account makes the grounds known")
    gateSpeed = reader.parameter(
      "gate_speed_ratio", .ratio, meaning: "speed of work on gates while grounds are unknown")
    wideReadingProbability = reader.parameter(
      "wide_reading_probability", .probability,
      meaning: "a lab out of reach takes the order to reach its release")
    reader.finish()
  }
}

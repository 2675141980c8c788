/// One series at one day under one regime: a row of `timeline.csv`.
public struct TimelinePoint: Sendable {
  /// Id of the regime.
  public let regime: String
  /// Id of the series.
  public let series: String
  /// Days from the start date.
  public let day: Double
  /// Replications with a value at that day.
  public let n: Int
  /// Mean over them.
  public let mean: Double
  /// Their quantiles, exact (type 7).
  public let quantiles: Quintet
}

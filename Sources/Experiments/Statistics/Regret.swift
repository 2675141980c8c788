/// By how much a regime misses the best acting regime of a draw: a row of `regret.csv`.
public struct Regret: Sendable {
  /// Id of the regime, never `none`.
  public let regime: String
  /// Id of the outcome.
  public let outcome: String
  /// Mean regret over the draws, in the outcome's unit.
  public let mean: Double
  /// 90 % quantile over the draws (type 7).
  public let p90: Double
  /// Largest regret of a draw.
  public let max: Double
  /// Share of draws in which the regime is best; k equal bests take 1/k each.
  public let shareBest: Double
}

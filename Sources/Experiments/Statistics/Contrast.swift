/// One outcome, regime a less regime b, replication by replication: a row of `contrasts.csv`.
public struct Contrast: Sendable {
  /// Id of the regime whose value the other's is taken from.
  public let regimeA: String
  /// Id of the regime whose value is taken away.
  public let regimeB: String
  /// Id of the outcome.
  public let outcome: String
  /// Unit of the difference; empty where there is none.
  public let unit: String
  /// Replications in which both have a value.
  public let n: Int
  /// Mean of y_a − y_b; times that may never come are restricted as in the summary.
  public let meanDifference: Double
  /// 95 % confidence interval of the mean difference (Student t).
  public let ci95: Bounds
  /// Share of replications in which a is the higher; a time that never comes is above all.
  public let shareAHigher: Double
  /// Var(L_a − L_b) / (Var L_a + Var L_b) on levels, for additive outcomes; NaN for others.
  ///
  /// Far below 1, the shared strokes of luck have made the difference that much sharper.
  public let varianceRatio: Double
}

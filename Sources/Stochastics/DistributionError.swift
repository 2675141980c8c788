/// Why numbers do not describe a ``Distribution``: one case for each impossible value.
///
/// The numbers at fault are carried along, so that the wording is left to whoever knows where they
/// were written.
public enum DistributionError: Error, Sendable, Equatable {
  /// A parameter, value or weight is NaN or infinite, or a truncation bound is NaN.
  case notFinite
  /// The numbers are finite, but so far apart that their distance or sum is not.
  case rangeOverflows
  /// The lower end lies above the upper end.
  case lowAboveHigh(low: Double, high: Double)
  /// The mode lies outside the ends.
  case modeOutside(mode: Double, low: Double, high: Double)
  /// The standard deviation is negative.
  case negativeDeviation(sd: Double)
  /// The median of a lognormal is zero or negative.
  case medianNotPositive(median: Double)
  /// The 90 % quantile of a lognormal does not exceed its median.
  case percentileNotAboveMedian(median: Double, p90: Double)
  /// The mean of a beta distribution lies outside 0 to 1.
  case meanOutsideUnit(mean: Double)
  /// The standard deviation of a beta distribution is not below √(mean · (1 − mean)), `limit`.
  case deviationTooLarge(sd: Double, limit: Double)
  /// A discrete distribution has no values.
  case noValues
  /// A discrete distribution has not one weight for each value.
  case countsDiffer(values: Int, weights: Int)
  /// The weight at this place, counted from 0, is negative.
  case negativeWeight(index: Int, weight: Double)
  /// All weights are zero.
  case weightsSumToZero
  /// An empirical distribution has no observations.
  case noObservations
  /// The lower truncation bound lies above the upper one; see ``Distribution/init(_:from:to:)``.
  case truncationReversed(low: Double, high: Double)
  /// The truncation leaves nothing of the distribution.
  case truncationWithoutMass(low: Double, high: Double)
}

/// A distribution of one uncertain number, drawn by inversion.
///
/// ``quantile(_:)`` turns one uniform number into one value and rises with it. The same uniform
/// number therefore gives comparable values of two distributions (common random numbers), a
/// stratified sample of the one is a stratified sample of the other, and a truncation costs no
/// rejected draws.
public struct Distribution: Sendable, Equatable {
  /// The kind of distribution and its parameters, in the unit of the number described.
  public enum Shape: Sendable, Equatable {
    /// One value with certainty.
    case constant(Double)
    /// Uniform between two ends.
    case uniform(Double, Double)
    /// A triangle over low to high with its peak at the mode.
    case triangular(low: Double, mode: Double, high: Double)
    /// A beta distribution over low to high with mean (low + 4 mode + high) / 6.
    ///
    /// Its shapes are 1 + 4 (mode − low) / (high − low) and 1 + 4 (high − mode) / (high − low):
    /// Malcolm, Roseboom, Clark and Fazar, *Application of a Technique for Research and
    /// Development Program Evaluation*, Operations Research 7 (1959), in the usual modern form.
    case pert(low: Double, mode: Double, high: Double)
    /// Normal with this mean and standard deviation.
    case normal(mean: Double, sd: Double)
    /// Lognormal with this median and 90 % quantile.
    case lognormal(median: Double, p90: Double)
    /// Beta on 0 to 1 with this mean and standard deviation.
    ///
    /// An sd below 3 · 10⁻⁸ of the distance from the mean to the nearer end counts as none.
    case beta(mean: Double, sd: Double)
    /// These values with probabilities in proportion to the weights.
    case discrete(values: [Double], weights: [Double])
    /// Each of these observations equally likely, none in between.
    case empirical([Double])
  }

  /// The kind of distribution and its parameters, before truncation.
  public let shape: Shape

  /// The range to which the distribution is conditioned, ends included, if any.
  public let truncation: ClosedRange<Double>?

  /// The values that can occur lie in this range; its ends may be infinite.
  public let support: ClosedRange<Double>

  let curve: Curve
  let window: Window

  /// Describes a number by a shape, conditioned to a range if one is given.
  ///
  /// Degenerate ranges (low = high, sd = 0) are constants. Throws the ``DistributionError`` of the
  /// first impossible value.
  public init(
    _ shape: Shape, truncate truncation: ClosedRange<Double>? = nil
  ) throws(DistributionError) {
    if let truncation, truncation.lowerBound.isNaN || truncation.upperBound.isNaN {
      throw .notFinite
    }
    let whole = try Curve(checking: shape)
    let curve = whole.restricted(to: truncation)
    guard let curve, let window = Window(curve, truncation) else {
      throw .truncationWithoutMass(
        low: truncation?.lowerBound ?? -.infinity, high: truncation?.upperBound ?? .infinity)
    }
    self.shape = shape
    self.truncation = truncation
    self.curve = curve
    self.window = window
    support = window.low...window.high
  }

  /// Describes a number by a shape conditioned to `low` to `high`, where these may be reversed.
  ///
  /// For bounds that were read from somewhere: a `ClosedRange` traps when its ends are reversed,
  /// this throws ``DistributionError/truncationReversed(low:high:)``.
  public init(_ shape: Shape, from low: Double, to high: Double) throws(DistributionError) {
    if low.isNaN || high.isNaN { throw .notFinite }
    if low > high { throw .truncationReversed(low: low, high: high) }
    try self.init(shape, truncate: low...high)
  }

  /// The value below which a share `u` of the distribution lies, for `u` from 0 to 1.
  ///
  /// Never falls as `u` rises. Truncation maps `u` into [F(low), F(high)]; the result is clamped to
  /// the support, so rounding never leaves it.
  public func quantile(_ u: Double) -> Double {
    precondition(u >= 0 && u <= 1, "a quantile is asked for at 0 to 1")
    if u == 0 || u == 1 { return (u == 0 ? window.low : window.high) + 0 }
    let value =
      window.isMirrored
      ? curve.upperQuantile(window.upperShare + (1 - u) * window.mass)
      : curve.quantile(window.isWhole ? u : window.lowerShare + u * window.mass)
    // Adding zero turns −0 into 0, which a table or an event list could not take.
    return min(max(value, window.low), window.high) + 0
  }

  /// The probability of a value at most `x`.
  public func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x >= window.high { return 1 }
    if x < window.low { return 0 }
    let share =
      window.isMirrored
      ? 1 - (curve.upperShare(x) - window.upperShare) / window.mass
      : (curve.cumulative(x) - window.lowerShare) / window.mass
    return min(max(share, 0), 1)
  }

  /// The mean, of the truncated distribution where it is truncated.
  ///
  /// +∞ for a lognormal whose mean exceeds the largest double.
  public var mean: Double {
    if window.low == window.high { return window.low }
    if window.isWhole { return min(max(curve.mean, window.low), window.high) }
    let value = curve.mean(from: window.low, to: window.high, mass: window.mass)
    return min(max(value, window.low), window.high)
  }
}

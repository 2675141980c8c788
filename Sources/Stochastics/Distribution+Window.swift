extension Distribution {
  /// The part of a curve that a truncation leaves: its ends, and its shares of probability.
  struct Window: Sendable, Equatable {
    let low: Double
    let high: Double
    /// The probability below the window, and above it.
    let lowerShare: Double
    let upperShare: Double
    /// The probability within.
    let mass: Double
    let isWhole: Bool

    /// Whether shares are counted from above, because the window lies in the upper half.
    ///
    /// There 1 − F keeps digits that F has lost: a normal truncated to 9 to 10 standard deviations
    /// would otherwise have no mass at all.
    let isMirrored: Bool

    /// Nil if the window holds no probability.
    init?(_ curve: Curve, _ range: ClosedRange<Double>?) {
      let ends = curve.ends
      low = Swift.max(ends.lowerBound, range?.lowerBound ?? -.infinity)
      high = Swift.min(ends.upperBound, range?.upperBound ?? .infinity)
      isWhole = curve.isAtomic || (low == ends.lowerBound && high == ends.upperBound)
      if isWhole {
        (lowerShare, upperShare, mass, isMirrored) = (0, 0, 1, false)
        return
      }
      guard low < high else { return nil }
      lowerShare = low == ends.lowerBound ? 0 : curve.cumulative(low)
      upperShare = high == ends.upperBound ? 0 : curve.upperShare(high)
      isMirrored = lowerShare > 0.5
      if isMirrored {
        mass = curve.upperShare(low) - upperShare
      } else {
        mass = upperShare < 0.5 ? 1 - lowerShare - upperShare : curve.cumulative(high) - lowerShare
      }
      if !(mass > 0) { return nil }
    }
  }
}

/// Count, mean, variance, skewness and extremes of numbers that pass by once.
///
/// Central moments are updated, never sums of powers, so a large mean costs no digits. Merging two
/// accumulators equals adding the numbers of both up to rounding; merge in a fixed order where
/// every bit counts.
///
/// Source: Pébay, *Formulas for Robust, One-Pass Parallel Computation of Covariances and
/// Arbitrary-Order Statistical Moments*, Sandia report 2008-6212.
public struct Moments: Sendable, Equatable, BitwiseCopyable {
  /// How many numbers were added.
  public private(set) var count = 0
  private var center = 0.0
  private var second = 0.0
  private var third = 0.0
  private var least = Double.infinity
  private var greatest = -Double.infinity

  /// An empty accumulator.
  public init() {}

  /// An accumulator of these numbers, added in their order.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds one number.
  public mutating func add(_ value: Double) {
    let before = Double(count)
    count += 1
    let n = Double(count)
    let delta = value - center
    let step = delta / n
    let product = delta * step * before
    center += step
    third += product * step * (n - 2) - 3 * step * second
    second += product
    if value < least { least = value }
    if value > greatest { greatest = value }
  }

  /// Adds all numbers of another accumulator.
  public mutating func merge(_ other: Moments) {
    if other.count == 0 { return }
    if count == 0 {
      self = other
      return
    }
    let (a, b) = (Double(count), Double(other.count))
    let n = a + b
    let delta = other.center - center
    let step = delta / n
    third +=
      other.third + delta * step * step * a * b * (a - b)
      + 3 * step * (a * other.second - b * second)
    second += other.second + delta * step * a * b
    center += step * b
    count += other.count
    least = Swift.min(least, other.least)
    greatest = Swift.max(greatest, other.greatest)
  }

  /// The arithmetic mean; nil of no numbers.
  public var mean: Double? { count > 0 ? center : nil }

  /// The sample variance, divided by n − 1; nil of fewer than two numbers.
  public var variance: Double? { count > 1 ? second / Double(count - 1) : nil }

  /// The square root of ``variance``; nil of fewer than two numbers.
  public var standardDeviation: Double? { variance.map { $0.squareRoot() } }

  /// The third central moment over the 3/2 power of the second, both divided by n.
  ///
  /// Nil of fewer than three numbers, or if all are equal.
  public var skewness: Double? {
    guard count > 2, second > 0 else { return nil }
    return Double(count).squareRoot() * third / (second * second.squareRoot())
  }

  /// The smallest number; nil of none.
  public var min: Double? { count > 0 ? least : nil }

  /// The largest number; nil of none.
  public var max: Double? { count > 0 ? greatest : nil }
}

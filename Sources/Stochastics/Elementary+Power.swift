extension Elementary {
  /// x to the power y, with the special values of IEEE 754 and C: 1 for y = 0 and for x = 1.
  ///
  /// NaN for a negative finite base with a fractional exponent. The logarithm is carried in two
  /// doubles, about 100 bits, because an exponent up to 10³ magnifies its error by as much.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let parity = x.sign == .minus ? wholeness(of: y) : .even
    let sign: Double = parity == .odd ? -1 : 1
    let base = x.magnitude
    if base == 0 { return y > 0 ? sign * 0 : sign * .infinity }
    if base == .infinity { return y > 0 ? sign * .infinity : sign * 0 }
    if y.magnitude == .infinity {
      if base == 1 { return 1 }
      return (base > 1) == (y > 0) ? .infinity : 0
    }
    if parity == .fractional { return .nan }
    if base == 1 { return sign }
    // |log base| is between 2⁻⁵³ and 745 here, so these exponents leave nothing to work out.
    if y.magnitude > 0x1p64 { return (base > 1) == (y > 0) ? sign * .infinity : sign * 0 }
    if y.magnitude < 0x1p-66 { return sign }
    return sign * positivePower(base, y)
  }

  private enum Wholeness { case even, odd, fractional }

  private static func wholeness(of y: Double) -> Wholeness {
    let size = y.magnitude
    if size >= 0x1p53 { return .even }
    let whole = UInt64(size)
    if Double(whole) != size { return .fractional }
    return whole & 1 == 0 ? .even : .odd
  }

  private static func positivePower(_ base: Double, _ y: Double) -> Double {
    let log = doubledLog(base)
    let product = DoubledDouble(log.high, times: y)
    let tail = product.low + log.low * y
    let exponent = product.high + tail
    if exponent > 709.9 { return .infinity }
    if exponent < -745.2 { return 0 }
    return exponential(exponent, low: (exponent - product.high) - tail)
  }

  /// The logarithm to about 70 bits.
  ///
  /// log m = 2s + s z (2/3 + z Q(z)) with s = (m − 1) / (m + 1) and z = s²; the fit Q enters
  /// multiplied by z² ≤ 0.0009, so a plain double suffices for it.
  private static func doubledLog(_ x: Double) -> DoubledDouble {
    let (f, exponent) = split(x)
    let divisor = 2 + f
    let lost = f - (divisor - 2)
    let s = f / divisor
    let back = DoubledDouble(s, times: divisor)
    let sLow = (((f - back.high) - back.low) - s * lost) / divisor
    let square = DoubledDouble(s, times: s)
    let z = DoubledDouble(sum: square.high, square.low + 2 * s * sLow)
    var q = 0x1.e047dc948b342p-4
    q = 0x1.df7a59e3800a4p-4 + z.high * q
    q = 0x1.1118d3897ce82p-3 + z.high * q
    q = 0x1.3b13959b3d042p-3 + z.high * q
    q = 0x1.745d177b19965p-3 + z.high * q
    q = 0x1.c71c71c6ea0c5p-3 + z.high * q
    q = 0x1.2492492492523p-2 + z.high * q
    q = 0x1.999999999999ap-2 + z.high * q
    let series = DoubledDouble(sum: 0x1.5555555555555p-1, 0x1.5555555555555p-55 + z.high * q)
    let curve = z.times(series).times(DoubledDouble(high: s, low: sLow))
    let whole = Double(exponent)
    let first = DoubledDouble(anyOrder: whole * logTwoHigh, 2 * s)
    let second = DoubledDouble(anyOrder: first.high, curve.high)
    let rest = second.low + first.low + (curve.low + 2 * sLow + whole * logTwoLow)
    return DoubledDouble(sum: second.high, rest)
  }
}

/// An unevaluated sum of two doubles, the second below the last place of the first.
///
/// Source: Dekker, *A Floating-Point Technique for Extending the Available Precision*, Numerische
/// Mathematik 18 (1971).
private struct DoubledDouble {
  var high: Double
  var low: Double

  @inline(__always)
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// a + b exactly, where |a| ≥ |b|.
  @inline(__always)
  init(sum a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// a + b exactly, whichever is larger.
  @inline(__always)
  init(anyOrder a: Double, _ b: Double) {
    high = a + b
    let part = high - a
    low = (a - (high - part)) + (b - part)
  }

  /// a · b exactly, for factors below 2⁹⁹⁶.
  @inline(__always)
  init(_ a: Double, times b: Double) {
    let (aHead, aTail) = DoubledDouble.halves(of: a)
    let (bHead, bTail) = DoubledDouble.halves(of: b)
    high = a * b
    low = ((aHead * bHead - high) + aHead * bTail + aTail * bHead) + aTail * bTail
  }

  @inline(__always)
  func times(_ other: DoubledDouble) -> DoubledDouble {
    let product = DoubledDouble(high, times: other.high)
    return DoubledDouble(
      sum: product.high, product.low + (high * other.low + low * other.high))
  }

  @inline(__always)
  private static func halves(of a: Double) -> (Double, Double) {
    let spread = a * 0x8000001p0
    let head = spread - (spread - a)
    return (head, a - head)
  }
}

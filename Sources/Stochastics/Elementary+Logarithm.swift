extension Elementary {
  /// The natural logarithm: −∞ at zero, NaN below.
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else {
      return x == 0 ? -.infinity : (x > 0 ? x : .nan)
    }
    let (fraction, exponent) = split(x)
    return logarithm(fraction, exponent: Double(exponent), correction: 0)
  }

  /// log(1 + x), exact also for small x: −∞ at −1, NaN below.
  public static func log1p(_ x: Double) -> Double {
    guard x > -1, x < .infinity else {
      return x == -1 ? -.infinity : (x > 0 ? x : .nan)
    }
    if x > -0.29289 && x < 0.41421 {
      if x.magnitude < 0x1p-54 { return x }
      return logarithm(x, exponent: 0, correction: 0)
    }
    let sum = 1 + x
    let (fraction, exponent) = split(sum)
    // What the sum lost, as a share of it: log(s + c) = log s + c/s to first order.
    let lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
    return logarithm(fraction, exponent: Double(exponent), correction: lost / sum)
  }

  /// exponent · log 2 + log(1 + f) + correction, for 1 + f in [√½, √2).
  ///
  /// With s = f / (2 + f), log(1 + f) = 2 artanh s = f − f²/2 + s (f²/2 + R(s²)), where the small
  /// term carries all rounding errors.
  @inline(__always)
  private static func logarithm(_ f: Double, exponent: Double, correction: Double) -> Double {
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even =
      0x1.5555555555555p-1
      + w * (0x1.2492492476765p-2 + w * (0x1.745cf8c4cfebep-3 + w * 0x1.0fbd2bde02b13p-3))
    let odd =
      0x1.9999999999a3ap-2
      + w * (0x1.c71c7201f1f41p-3 + w * (0x1.3b1c42e222badp-3 + w * 0x1.0c1261fd9bdd6p-3))
    let remainder = z * (even + z * odd)
    let halfSquare = 0.5 * f * f
    let small = s * (halfSquare + remainder) + (exponent * logTwoLow + correction)
    return exponent * logTwoHigh - ((halfSquare - small) - f)
  }
}

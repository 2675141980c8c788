extension Elementary {
  /// The exponential function: +∞ above 709.78, 0 below −745.13.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    return exponential(x, low: 0)
  }

  /// exp(x) − 1, exact also for small x.
  public static func expm1(_ x: Double) -> Double {
    if x.isNaN || x.magnitude < 0x1p-54 { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -40 { return -1 }
    let whole = nearestWhole(x * logTwoReciprocal)
    let high = x - whole * logTwoHigh
    let rest = curve(high, low: whole * logTwoLow)
    switch Int(whole) {
    case 0: return high + rest
    case 1:
      // 2 exp(r) − 1 nearly cancels where r < −1/4; r + 1/2 is exact there.
      return high < -0.25 ? 2 * ((high + 0.5) + rest) : 1 + 2 * (high + rest)
    case -1: return 0.5 * ((high + rest) - 1)
    case let exponent where exponent < 0:
      return powerOfTwo(exponent) * (1 + (high + rest)) - 1
    case let exponent where exponent < 53:
      return powerOfTwo(exponent) * ((1 - powerOfTwo(-exponent)) + (high + rest))
    case let exponent:
      return scaled(1 + ((high + rest) - powerOfTwo(-min(exponent, 1000))), by: exponent)
    }
  }

  /// The hyperbolic tangent, made of ``expm1(_:)``.
  public static func tanh(_ x: Double) -> Double {
    let size = x.magnitude
    if x.isNaN || size < 0x1p-28 { return x }
    if size > 22 { return x < 0 ? -1 : 1 }
    let value = size >= 1 ? 1 - 2 / (expm1(2 * size) + 2) : tanhBelowOne(size)
    return x < 0 ? -value : value
  }

  /// −E / (E + 2) with E = exp(−2x) − 1, where what the roundings lose is carried along.
  private static func tanhBelowOne(_ x: Double) -> Double {
    let whole = nearestWhole(-2 * x * logTwoReciprocal)
    let high = -2 * x - whole * logTwoHigh
    let scale = powerOfTwo(Int(whole))
    let rest = scale * curve(high, low: whole * logTwoLow)
    let (start, step) = whole == 0 ? (high, 0) : (scale - 1, scale * high)
    let sum = start + step
    let fall = sum + rest
    let lost = (step - (sum - start)) + (rest - (fall - sum))
    let divisor = fall + 2
    let lostDivisor = (fall - (divisor - 2)) + lost
    let value = -fall / divisor
    return value - (lost + value * lostDivisor) / divisor
  }

  /// exp(x − low) for |x| ≤ 746, where `low` is far below the last place of x or zero.
  @inline(__always)
  static func exponential(_ x: Double, low: Double) -> Double {
    let whole = nearestWhole(x * logTwoReciprocal)
    let high = x - whole * logTwoHigh
    let rest = curve(high, low: whole * logTwoLow + low)
    return scaled(1 + (high + rest), by: Int(whole))
  }

  /// exp(r) − 1 − high for r = high − low within ± log √2.
  ///
  /// r coth(r/2) = 2 + r² P(r²) is even and nearly linear in r², and with c = r − r² P(r²),
  /// exp(r) = 1 + r + r c / (2 − c).
  @inline(__always)
  private static func curve(_ high: Double, low: Double) -> Double {
    let r = high - low
    let z = r * r
    var p = -0x1.1fd00f803e241p-30
    p = 0x1.66a5fd261cad0p-25 + z * p
    p = -0x1.bbd777b296b76p-20 + z * p
    p = 0x1.1566abbfe52a5p-14 + z * p
    p = -0x1.6c16c16c16bdbp-9 + z * p
    p = 0x1.5555555555555p-3 + z * p
    let c = r - z * p
    return r * c / (2 - c) - low
  }
}

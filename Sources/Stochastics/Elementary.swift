/// Elementary functions made of IEEE 754 additions, multiplications, divisions and square roots.
///
/// Those operations are exact to the last bit on every machine, and Swift never fuses a product
/// with a sum by itself, so a result built from them is the same everywhere. The C library's own
/// functions are not: they choose other code on processors with fused multiplication, and one
/// input in a few thousand then differs in the last bit.
///
/// Every function is within 2 units in the last place of the true value, with the special values
/// of IEEE 754 (infinities, zeros, NaN) and gradual underflow. The reductions are the classical
/// ones of FDLIBM (Ng, Sun Microsystems, 1993) and of Cody and Waite, *Software Manual for the
/// Elementary Functions* (1980); the polynomial coefficients were fitted at Chebyshev nodes to 60
/// digits and rounded once.
public enum Elementary {
  /// The square root, which IEEE 754 itself rounds correctly; NaN below zero.
  @inlinable @inline(__always)
  public static func sqrt(_ x: Double) -> Double { x.squareRoot() }

  /// log 2 to 32 bits, so that its product with an exponent is exact.
  static let logTwoHigh = 0x1.62e42feep-1
  /// log 2 minus ``logTwoHigh``.
  static let logTwoLow = 0x1.a39ef35793c76p-33
  /// 1 / log 2.
  static let logTwoReciprocal = 0x1.71547652b82fep+0

  /// The nearest whole number, ties to even, for |x| below 2⁵¹, without a call.
  @inline(__always)
  static func nearestWhole(_ x: Double) -> Double { (x + 0x1.8p52) - 0x1.8p52 }

  /// 2ᵏ for a normal result, −1022 ≤ k ≤ 1023.
  @inline(__always)
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) << 52)
  }

  /// `x` · 2ᵏ for x near 1 and −1100 < k ≤ 1024, rounded once where it becomes subnormal.
  @inline(__always)
  static func scaled(_ x: Double, by exponent: Int) -> Double {
    if exponent > 1023 { return x * 0x1p1023 * powerOfTwo(exponent &- 1023) }
    if exponent < -1021 { return x * powerOfTwo(exponent &+ 1000) * 0x1p-1000 }
    return x * powerOfTwo(exponent)
  }

  /// `x` = (1 + fraction) · 2ᵏ with 1 + fraction in [√½, √2), for x positive and finite.
  @inline(__always)
  static func split(_ x: Double) -> (fraction: Double, exponent: Int) {
    var bits = x.bitPattern
    var exponent = 0
    if bits < 0x0010_0000_0000_0000 {
      bits = (x * 0x1p54).bitPattern
      exponent = -54
    }
    let steps = Int64(bitPattern: bits &- 0x3fe6_a09e_667f_3bcd) >> 52
    let mantissa = bits &- UInt64(bitPattern: steps << 52)
    return (Double(bitPattern: mantissa) - 1, exponent &+ Int(steps))
  }
}

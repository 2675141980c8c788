extension Special {
  /// ½ log 2π.
  static let halfLogTwoPi = 0x1.d67f1c864beb5p-1

  /// log Γ(x) for x > 0; accurate to 10⁻¹⁴ of max(1, |value|).
  ///
  /// Stirling's series from 10 on (DLMF 5.11.1), the recurrence Γ(x + 1) = x Γ(x) below it.
  public static func logGamma(_ x: Double) -> Double {
    precondition(x > 0, "log Γ is asked for at a positive number")
    if x == .infinity || x == 1 || x == 2 { return x == .infinity ? x : 0 }
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let stirling =
      (shifted - 0.5) * Elementary.log(shifted) - shifted + halfLogTwoPi
      + stirlingRest(shifted)
    return stirling - Elementary.log(product)
  }

  /// What Stirling's formula for log Γ lacks, Σ B₂ₖ / (2k (2k − 1) x²ᵏ⁻¹), for x ≥ 10.
  static func stirlingRest(_ x: Double) -> Double {
    let w = 1 / (x * x)
    var sum = -3617.0 / 122_400
    sum = 1.0 / 156 + w * sum
    sum = -691.0 / 360_360 + w * sum
    sum = 1.0 / 1188 + w * sum
    sum = -1.0 / 1680 + w * sum
    sum = 1.0 / 1260 + w * sum
    sum = -1.0 / 360 + w * sum
    sum = 1.0 / 12 + w * sum
    return sum / x
  }

  /// The regularized lower incomplete gamma function P(a, x), for a > 0 and x ≥ 0.
  ///
  /// The chi-square distribution with k degrees of freedom is P(k/2, x/2). Series below a + 1,
  /// continued fraction above (DLMF 8.7.1 and 8.9.2); made for a up to some thousands.
  public static func regularizedIncompleteGamma(_ a: Double, _ x: Double) -> Double {
    precondition(a > 0 && x >= 0, "P(a, x) is asked for with a positive and x not negative")
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    let front = gammaFront(a, x)
    if x < a + 1 {
      var (term, sum, n) = (1 / a, 1 / a, a)
      while term > sum * 0x1p-55 {
        n += 1
        term *= x / n
        sum += term
      }
      return min(1, front * sum)
    }
    var fraction = ContinuedFraction(first: x + 1 - a)
    var k = 1.0
    while fraction.isOpen && k < 100_000 {
      fraction.append(-k * (k - a), over: x + 2 * k + 1 - a)
      k += 1
    }
    return max(0, 1 - front / fraction.value)
  }

  /// xᵃ e⁻ˣ / Γ(a), for large a taken from the peak at x = a so that large terms never cancel.
  private static func gammaFront(_ a: Double, _ x: Double) -> Double {
    if a < 10 { return Elementary.exp(a * Elementary.log(x) - x - logGamma(a)) }
    let exponent = a * logRest((x - a) / a, sum: x / a) - stirlingRest(a)
    return a.squareRoot() * 0x1.9884533d43651p-2 * Elementary.exp(exponent)
  }
}

/// A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) worked out from the front.
///
/// Source: Lentz's method as modified by Thompson and Barnett, *Coulomb and Bessel Functions of
/// Complex Arguments and Order*, Journal of Computational Physics 64 (1986).
struct ContinuedFraction {
  private(set) var value: Double
  private(set) var isOpen = true
  private var upper: Double
  private var lower = 0.0

  init(first: Double) {
    value = first == 0 ? 0x1p-900 : first
    upper = value
  }

  mutating func append(_ numerator: Double, over denominator: Double) {
    lower = denominator + numerator * lower
    if lower == 0 { lower = 0x1p-900 }
    lower = 1 / lower
    upper = denominator + numerator / upper
    if upper == 0 { upper = 0x1p-900 }
    let factor = upper * lower
    value *= factor
    isOpen = (factor - 1).magnitude > 0x1p-52
  }
}

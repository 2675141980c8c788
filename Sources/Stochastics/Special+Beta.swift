extension Special {
  /// log B(a, b) for a, b > 0, without the cancellation of three large log Γ.
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    precondition(a > 0 && b > 0, "log B is asked for at positive numbers")
    let (small, large) = (min(a, b), max(a, b))
    let sum = small + large
    if large < 10 { return logGamma(small) + logGamma(large) - logGamma(sum) }
    let rest = stirlingRest(large) - stirlingRest(sum)
    if small < 10 {
      let ratio =
        (large - 0.5) * Elementary.log1p(small / large) + small * Elementary.log(sum) - small
      return logGamma(small) - ratio + rest
    }
    return halfLogTwoPi - 0.5 * Elementary.log(large) + stirlingRest(small) + rest
      - (small - 0.5) * Elementary.log1p(large / small)
      - large * Elementary.log1p(small / large)
  }

  /// The regularized incomplete beta function I_x(a, b), for a, b > 0 and x from 0 to 1.
  public static func regularizedIncompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    incompleteBeta(x, complement: 1 - x, a, b).lower
  }

  /// The x with I_x(a, b) = `p`, for a, b > 0 and p from 0 to 1; 0 where x would underflow.
  public static func inverseRegularizedIncompleteBeta(
    _ p: Double, _ a: Double, _ b: Double
  ) -> Double {
    precondition(p >= 0 && p <= 1 && a > 0 && b > 0, "I⁻¹ is asked for outside its domain")
    if p == 0 || p == 1 { return p }
    // Work on the side of ½ where x is known to its own precision.
    let half = incompleteBeta(0.5, complement: 0.5, a, b).lower
    if p == half { return 0.5 }
    if p < half { return inverseBelowHalf(lower: p, upper: 1 - p, a, b) }
    return 1 - inverseBelowHalf(lower: 1 - p, upper: p, b, a)
  }

  /// I_x(a, b) and 1 − I_x(a, b), each exact in its own small values, given x and 1 − x.
  static func incompleteBeta(
    _ x: Double, complement y: Double, _ a: Double, _ b: Double
  ) -> (lower: Double, upper: Double) {
    precondition(x >= 0 && x <= 1 && a > 0 && b > 0, "I is asked for outside its domain")
    if x == 0 { return (0, 1) }
    if y == 0 { return (1, 0) }
    let front = betaFront(x, y, a, b)
    if x * (a + b + 2) < a + 1 {
      let lower = min(1, front / betaFraction(x, y, a, b))
      return (lower, 1 - lower)
    }
    let upper = min(1, front / betaFraction(y, x, b, a))
    return (1 - upper, upper)
  }

  /// xᵃ (1 − x)ᵇ / B(a, b).
  ///
  /// Where both parameters are large, the exponents are taken from the mean a / (a + b), so that
  /// large terms never cancel (Didonato and Morris, *Algorithm 708*, ACM TOMS 18, 1992).
  static func betaFront(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let sum = a + b
    if min(a, b) < 10 {
      let logX = x > 0.5 ? Elementary.log1p(-y) : Elementary.log(x)
      let logY = y > 0.5 ? Elementary.log1p(-x) : Elementary.log(y)
      return Elementary.exp(a * logX + b * logY - logBeta(a, b))
    }
    let offset = x <= y ? a - sum * x : sum * y - b
    let exponent =
      a * logRest(-offset / a, sum: x * sum / a) + b * logRest(offset / b, sum: y * sum / b)
    let rest = stirlingRest(sum) - stirlingRest(a) - stirlingRest(b)
    let scale = (a / sum * b).squareRoot() * 0x1.9884533d43651p-2
    return scale * Elementary.exp(exponent + rest)
  }

  /// log(1 + e) − e, without the cancellation at small e; `sum` is 1 + e, where e is near −1.
  static func logRest(_ e: Double, sum: Double) -> Double {
    if e.magnitude > 0.2 { return Elementary.log(sum) - e }
    // With s = e / (2 + e): log(1 + e) − e = 2 (s³/3 + s⁵/5 + …) − e s.
    let s = e / (2 + e)
    let z = s * s
    var (term, sum, k) = (z, z / 3, 3.0)
    while term > 0x1p-56 * z {
      term *= z
      k += 2
      sum += term / k
      if z == 0 { break }
    }
    return s * (2 * sum - e)
  }

  /// The continued fraction by which xᵃ yᵇ / B(a, b) is divided to give I_x(a, b).
  ///
  /// The even part of DLMF 8.17.22 in the form of Didonato and Morris: the difference a y − b x,
  /// small near the mean, is taken once and exactly, where the plain form loses as many digits as
  /// the parameters have. Meant for x (a + b + 2) ≤ a + 1.
  private static func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let lead = a * y - b * x + 1
    var fraction = ContinuedFraction(first: a * lead / (a + 1))
    var m = 1.0
    while fraction.isOpen && m < 1_000_000 {
      let place = a + 2 * m
      let numerator =
        (a + m - 1) / (place - 1) * ((a + b + m - 1) / (place - 1)) * (m * (b - m) * x * x)
      let denominator =
        m + m * (b - m) * x / (place - 1) + (a + m) * (lead + m * (1 + y)) / (place + 1)
      fraction.append(numerator, over: denominator)
      m += 1
    }
    return fraction.value
  }

  /// The x ≤ ½ with I_x(a, b) = lower and 1 − I_x(a, b) = upper; the smaller one decides.
  private static func inverseBelowHalf(
    lower: Double, upper: Double, _ a: Double, _ b: Double
  ) -> Double {
    let aimsAtLower = lower < upper
    return root(
      of: min(lower, upper), from: 0x1p-1022, to: 0.5, guess: betaGuess(lower, a, b),
      rising: aimsAtLower
    ) { x in
      let shares = incompleteBeta(x, complement: 1 - x, a, b)
      let density = betaFront(x, 1 - x, a, b) / (x * (1 - x))
      return (aimsAtLower ? shares.lower : shares.upper, density)
    }
  }

  /// Abramowitz and Stegun 26.5.22 for a, b ≥ 1, the power law near the ends otherwise.
  private static func betaGuess(_ p: Double, _ a: Double, _ b: Double) -> Double {
    if a >= 1 && b >= 1 {
      let y = -normalQuantile(p)
      let lambda = (y * y - 3) / 6
      let (ra, rb) = (1 / (2 * a - 1), 1 / (2 * b - 1))
      let h = 2 / (ra + rb)
      let w =
        y * (h + lambda).squareRoot() / h
        - (rb - ra) * (lambda + 5.0 / 6 - 2 / (3 * h))
      return a / (a + b * Elementary.exp(2 * w))
    }
    return Elementary.exp((Elementary.log(p) + Elementary.log(a) + logBeta(a, b)) / a)
  }
}

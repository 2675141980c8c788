extension Special {
  /// Student's t distribution function; degrees of freedom are positive and may be infinite.
  public static func studentTCDF(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    if t.isNaN { return t }
    if degreesOfFreedom == .infinity { return normalCDF(t) }
    let tail = 0.5 * studentTShares(t.magnitude, degreesOfFreedom).outside
    return t < 0 ? tail : 1 - tail
  }

  /// Student's t quantile for p from 0 to 1, −∞ and +∞ at the ends; df may be infinite.
  ///
  /// Found by Newton's method on the distribution function, from whichever of the centre and the
  /// tail is smaller, so that both are accurate to their own last digits.
  public static func studentTQuantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    precondition(p >= 0 && p <= 1, "a quantile is asked for at 0 to 1")
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    if degreesOfFreedom == .infinity { return normalQuantile(p) }
    if p == 0.5 { return 0 }
    if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
    let outside = 2 * min(p, 1 - p)
    let inside = 2 * (p - 0.5).magnitude
    let front = Elementary.exp(-logBeta(0.5 * degreesOfFreedom, 0.5))
    let guess = normalQuantile(max(p, 1 - p))
    let aimsInside = inside < outside
    let size = root(
      of: min(inside, outside), from: 0x1p-1022, to: 0x1p1020, guess: guess, rising: aimsInside
    ) { t in
      let shares = studentTShares(t, degreesOfFreedom)
      let density = studentTDensity(t, degreesOfFreedom, front: front)
      return (aimsInside ? shares.inside : shares.outside, density)
    }
    return p < 0.5 ? -size : size
  }

  /// P(|T| < t) and P(|T| > t).
  private static func studentTShares(
    _ t: Double, _ df: Double
  ) -> (inside: Double, outside: Double) {
    // Two quotients, so that the smaller share of the sum is not a difference.
    let r = t / df.squareRoot()
    if r > 0x1p500 {
      // So far out the tail is its power law, to every digit.
      let front = 2 / df * Elementary.exp(-logBeta(0.5 * df, 0.5))
      return (1, front * Elementary.exp(-df * Elementary.log(r)))
    }
    let near = r * r / (1 + r * r)
    let far = 1 / (1 + r * r)
    let shares = incompleteBeta(near, complement: far, 0.5, 0.5 * df)
    return (shares.lower, shares.upper)
  }

  /// The density of |T|: 2 (1 + t²/df)^(−(df + 1)/2) / (√df B(df/2, ½)).
  private static func studentTDensity(_ t: Double, _ df: Double, front: Double) -> Double {
    let r = t / df.squareRoot()
    let log = r > 0x1p500 ? 2 * Elementary.log(r) : Elementary.log1p(r * r)
    return 2 * front / df.squareRoot() * Elementary.exp(-0.5 * (df + 1) * log)
  }
}

extension Special {
  /// The standard normal density.
  public static func normalDensity(_ x: Double) -> Double {
    // exp(−x²/2) with the square taken in two parts, since its error would be magnified.
    let head = Elementary.nearestWhole(x * 16) / 16
    let tail = (x - head) * (x + head)
    if !(x.magnitude < 40) { return x.isNaN ? x : 0 }
    return 0x1.9884533d43651p-2 * Elementary.exp(-0.5 * head * head)
      * Elementary.exp(-0.5 * tail)
  }

  /// The standard normal distribution function Φ(x), accurate in the lower tail as well.
  ///
  /// Within ±2 the series Φ = ½ + φ(x) (x + x³/3 + x⁵/15 + …) of Marsaglia (*Evaluating the Normal
  /// Distribution*, Journal of Statistical Software 11, 2004), outside Laplace's continued
  /// fraction (DLMF 7.9.1).
  public static func normalCDF(_ x: Double) -> Double {
    if x.isNaN { return x }
    let size = x.magnitude
    if size <= 2 {
      var (term, sum, n) = (size, size, 1.0)
      while term > sum * 0x1p-55 {
        n += 2
        term *= size * size / n
        sum += term
      }
      let half = normalDensity(size) * sum
      return x < 0 ? 0.5 - half : 0.5 + half
    }
    if size > 39 { return x < 0 ? 0 : 1 }
    var fraction = ContinuedFraction(first: size)
    var k = 1.0
    while fraction.isOpen && k < 1000 {
      fraction.append(k, over: size)
      k += 1
    }
    let tail = normalDensity(size) / fraction.value
    return x < 0 ? tail : 1 - tail
  }

  /// The standard normal quantile Φ⁻¹(p) for p from 0 to 1, −∞ and +∞ at the ends.
  ///
  /// Source: Wichura, *Algorithm AS 241: The Percentage Points of the Normal Distribution*,
  /// Applied Statistics 37 (1988), routine PPND16, about 10⁻¹⁶ of the value.
  public static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      return q * quantileCenter(r)
    }
    precondition(p >= 0 && p <= 1, "a quantile is asked for at 0 to 1")
    let tail = q < 0 ? p : 1 - p
    if tail == 0 { return q < 0 ? -.infinity : .infinity }
    let r = (-Elementary.log(tail)).squareRoot()
    let size = r <= 5 ? quantileShoulder(r - 1.6) : quantileTail(r - 5)
    return q < 0 ? -size : size
  }

  @inline(__always)
  private static func quantileCenter(_ r: Double) -> Double {
    let a1 = 3.3430575583588128105e4 + r * 2.5090809287301226727e3
    let a2 = 4.5921953931549871457e4 + r * (6.7265770927008700853e4 + r * a1)
    let a3 = 1.9715909503065514427e3 + r * (1.3731693765509461125e4 + r * a2)
    let a4 = 3.3871328727963666080 + r * (1.3314166789178437745e2 + r * a3)
    let b1 = 2.8729085735721942674e4 + r * 5.2264952788528545610e3
    let b2 = 2.1213794301586595867e4 + r * (3.9307895800092710610e4 + r * b1)
    let b3 = 6.8718700749205790830e2 + r * (5.3941960214247511077e3 + r * b2)
    return a4 / (1 + r * (4.2313330701600911252e1 + r * b3))
  }

  private static func quantileShoulder(_ r: Double) -> Double {
    let a1 = 2.27238449892691845833e-2 + r * 7.74545014278341407640e-4
    let a2 = 1.27045825245236838258 + r * (2.41780725177450611770e-1 + r * a1)
    let a3 = 5.76949722146069140550 + r * (3.64784832476320460504 + r * a2)
    let a4 = 1.42343711074968357734 + r * (4.63033784615654529590 + r * a3)
    let b1 = 5.47593808499534494600e-4 + r * 1.05075007164441684324e-9
    let b2 = 1.48103976427480074590e-1 + r * (1.51986665636164571966e-2 + r * b1)
    let b3 = 1.67638483018380384940 + r * (6.89767334985100004550e-1 + r * b2)
    return a4 / (1 + r * (2.05319162663775882187 + r * b3))
  }

  private static func quantileTail(_ r: Double) -> Double {
    let a1 = 2.71155556874348757815e-5 + r * 2.01033439929228813265e-7
    let a2 = 2.65321895265761230930e-2 + r * (1.24266094738807843860e-3 + r * a1)
    let a3 = 1.78482653991729133580 + r * (2.96560571828504891230e-1 + r * a2)
    let a4 = 6.65790464350110377720 + r * (5.46378491116411436990 + r * a3)
    let b1 = 1.42151175831644588870e-7 + r * 2.04426310338993978564e-15
    let b2 = 7.86869131145613259100e-4 + r * (1.84631831751005468180e-5 + r * b1)
    let b3 = 1.36929880922735805310e-1 + r * (1.48753612908506148525e-2 + r * b2)
    return a4 / (1 + r * (5.99832206555887937690e-1 + r * b3))
  }
}

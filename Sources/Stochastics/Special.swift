/// Special functions of probability, made of ``Elementary`` functions alone.
///
/// Accurate to about 10⁻¹³ of the value unless a function says otherwise. Arguments outside a
/// function's domain are programmer errors.
public enum Special {
  /// Finds the x between two positive numbers where a share of probability meets a target.
  ///
  /// `share` gives the share up to x (or beyond it, if falling) and the density. Newton's method
  /// on the logarithms of both: shares of the beta and t distributions are nearly straight there,
  /// and bend one way only, which makes it converge from anywhere. A step that leaves the bracket
  /// or gains too little is replaced by halving the bracket in the order of the doubles
  /// themselves, so a root at 10⁻²⁰⁰ takes no longer than one at 1.
  static func root(
    of target: Double, from low: Double, to high: Double, guess: Double, rising: Bool,
    _ share: (Double) -> (share: Double, density: Double)
  ) -> Double {
    var (low, high) = (low, high)
    var x = guess > low && guess < high ? guess : middle(low, high)
    var before = Double.infinity
    for _ in 0..<200 {
      let (value, density) = share(x)
      if value == target { return x }
      if (value < target) == rising { low = x } else { high = x }
      let miss = Elementary.log1p((value - target) / target)
      let step = miss * value / (rising ? -density * x : density * x)
      var next = x + x * Elementary.expm1(step)
      if !(next > low && next < high) || miss.magnitude > 0.7 * before {
        if step.magnitude < 0x1p-50 { return min(max(next, low), high) }
        next = middle(low, high)
        if next == low || next == high { return next }
        before = .infinity
      } else {
        if step.magnitude < 0x1p-52 { return next }
        before = miss.magnitude
      }
      x = next
    }
    return x
  }

  private static func middle(_ low: Double, _ high: Double) -> Double {
    Double(bitPattern: low.bitPattern + (high.bitPattern - low.bitPattern) / 2)
  }
}

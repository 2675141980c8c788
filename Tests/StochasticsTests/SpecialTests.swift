import Stochastics
import Testing

@Suite("Special functions")
struct SpecialTests {
  @Test(
    "log Γ has its known values",
    arguments: [
      (1, 0), (2, 0), (0.5, 0.5723649429247001), (3, 0.6931471805599453),
      (10, 12.801827480081469), (101, 363.73937555556349), (1e-10, 23.025850929882736),
    ] as [(Double, Double)])
  func logGamma(x: Double, value: Double) {
    #expect((Special.logGamma(x) - value).magnitude <= 1e-14 * max(1, value.magnitude))
  }

  @Test("log Γ obeys its recurrence and, at whole numbers, the factorials")
  func logGammaRecurrence() {
    var factorial = 1.0
    for n in 1...20 {
      factorial *= Double(n)
      #expect(agree(Special.logGamma(Double(n) + 1), Elementary.log(factorial), within: 4e-15))
    }
    for x in [0.01, 0.3, 4.7, 9.5, 33.3, 1e4] {
      let step = Special.logGamma(x + 1) - Special.logGamma(x)
      #expect((step - Elementary.log(x)).magnitude <= 1e-15 * max(10, Special.logGamma(x)))
    }
  }

  @Test("log B is the difference of log Γ where that is exact, and stays exact where it is not")
  func logBeta() {
    for (a, b) in [(0.5, 0.5), (2.5, 7), (12, 30), (3, 40)] as [(Double, Double)] {
      let plain = Special.logGamma(a) + Special.logGamma(b) - Special.logGamma(a + b)
      #expect((Special.logBeta(a, b) - plain).magnitude < 1e-13)
      #expect(Special.logBeta(a, b) == Special.logBeta(b, a))
    }
    // B(a, 1) = 1/a and B(a, 2) = 1/(a (a + 1)).
    #expect(agree(Special.logBeta(1e10, 1), -Elementary.log(1e10), within: 1e-15))
    #expect(agree(Special.logBeta(1e6, 2), -Elementary.log(1e6 * (1e6 + 1)), within: 1e-15))
  }

  @Test("The incomplete beta function has its closed forms")
  func incompleteBeta() {
    for x in [0.001, 0.1, 0.37, 0.5, 0.8, 0.99] {
      let cases: [(Double, Double, Double)] = [
        (1, 1, x), (3, 1, x * x * x), (1, 4, 1 - (1 - x) * (1 - x) * (1 - x) * (1 - x)),
        (2, 2, x * x * (3 - 2 * x)), (3, 2, x * x * x * (4 - 3 * x)),
      ]
      for (a, b, value) in cases {
        let ours = Special.regularizedIncompleteBeta(x, a, b)
        #expect(agree(ours, value, within: 1e-14), "I(\(x); \(a), \(b)) = \(ours)")
      }
      let mirrored = 1 - Special.regularizedIncompleteBeta(1 - x, 0.3, 17)
      #expect((Special.regularizedIncompleteBeta(x, 17, 0.3) - mirrored).magnitude < 1e-14)
    }
    #expect(Special.regularizedIncompleteBeta(0, 2, 3) == 0)
    #expect(Special.regularizedIncompleteBeta(1, 2, 3) == 1)
    #expect(agree(Special.regularizedIncompleteBeta(0.5, 1e7, 1e7), 0.5, within: 1e-9))
    // Computed to 50 digits.
    let far = Special.regularizedIncompleteBeta(1e-10, 50, 1e7)
    #expect(agree(far, 3.2851299204664683e-215, within: 1e-12))
  }

  @Test("The inverse incomplete beta function inverts, from tiny shapes to huge ones")
  func inverseBeta() {
    for a in [0.02, 0.5, 1, 2.5, 40, 1e5] {
      for b in [0.1, 1, 3.5, 200, 1e4] {
        for p in [1e-10, 0.001, 0.1, 0.5, 0.9, 0.999] {
          let x = Special.inverseRegularizedIncompleteBeta(p, a, b)
          #expect(x >= 0 && x <= 1)
          // The ends of what a double can say of x near 1, and below the smallest double.
          if x > 1 - 1e-6 || x < 1e-300 { continue }
          let back = Special.regularizedIncompleteBeta(x, a, b)
          #expect(agree(back, p, within: 2e-10), "I⁻¹(\(p); \(a), \(b)) = \(x) gives \(back)")
        }
      }
    }
    let root = Special.inverseRegularizedIncompleteBeta(0.4, 2, 1)
    #expect(agree(root, 0.4.squareRoot(), within: 1e-14))
  }

  @Test("The regularized incomplete gamma function has its closed forms")
  func incompleteGamma() {
    for x in [0.01, 0.5, 1, 3, 12, 60] {
      let exponential = -Elementary.expm1(-x)
      #expect(agree(Special.regularizedIncompleteGamma(1, x), exponential, within: 1e-14))
      let erlang = 1 - Elementary.exp(-x) * (1 + x + x * x / 2)
      #expect((Special.regularizedIncompleteGamma(3, x) - erlang).magnitude < 1e-14)
      let half = 1 - 2 * Special.normalCDF(-(2 * x).squareRoot())
      #expect((Special.regularizedIncompleteGamma(0.5, x) - half).magnitude < 1e-14)
    }
    // The 95 % point of chi-square with 255 degrees of freedom.
    #expect((Special.regularizedIncompleteGamma(127.5, 293.2478 / 2) - 0.95).magnitude < 1e-6)
  }

  @Test(
    "The normal distribution function has its table values, in the far tail as well",
    arguments: [
      (0, 0.5), (1, 0.8413447460685429), (1.96, 0.9750021048517795), (-3, 1.3498980316300945e-3),
      (-6, 9.865876450376981e-10), (-10, 7.619853024160525e-24), (-37, 5.725571222524577e-300),
      (-1.999, 0.022804176932658883), (-2.001, 0.022696194945641557), (9, 1),
    ] as [(Double, Double)])
  func normalCDF(x: Double, value: Double) {
    let ours = Special.normalCDF(x)
    #expect(agree(ours, value, within: 1e-14), "\(ours)")
  }

  @Test(
    "The normal quantile has its table values",
    arguments: [
      (0.5, 0), (0.975, 1.959963984540054), (0.9, 1.2815515655446004),
      (0.995, 2.5758293035489004), (1e-10, -6.361340902404056), (1e-100, -21.273453560965326),
      (0, -.infinity), (1, .infinity),
    ] as [(Double, Double)])
  func normalQuantile(p: Double, value: Double) {
    #expect(agree(Special.normalQuantile(p), value, within: 1e-15))
  }

  @Test("Normal quantile and distribution function are each other's inverse")
  func normalRoundTrip() {
    for step in 1..<2000 {
      let p = Double(step) / 2000
      #expect(agree(Special.normalCDF(Special.normalQuantile(p)), p, within: 1e-14))
    }
    for exponent in 1...300 {
      let p = Elementary.pow(10, -Double(exponent))
      #expect(agree(Special.normalCDF(Special.normalQuantile(p)), p, within: 1e-12))
    }
  }

  @Test(
    "Student's t has its table values",
    arguments: [
      (1, 3.0776835371752534, 12.706204736174705, 63.656741162871581),
      (2, 1.8856180831641267, 4.3026527297494639, 9.9248432009182931),
      (3, 1.6377443536962101, 3.1824463052837096, 5.8409093097333573),
      (5, 1.4758840488244811, 2.5705818356363155, 4.0321429835552281),
      (10, 1.3721836411103356, 2.2281388519862747, 3.1692726726169512),
      (30, 1.3104150253913956, 2.0422724563012383, 2.7499956535672253),
      (100, 1.290074761346516, 1.9839715185235523, 2.6258905214380179),
      (1000, 1.2823987214609244, 1.9623390808264085, 2.5807546980659511),
      (.infinity, 1.2815515655446004, 1.959963984540054, 2.5758293035489004),
    ] as [(Double, Double, Double, Double)])
  func studentT(df: Double, p90: Double, p975: Double, p995: Double) {
    for (p, value) in [(0.9, p90), (0.975, p975), (0.995, p995)] {
      let quantile = Special.studentTQuantile(p, degreesOfFreedom: df)
      #expect(agree(quantile, value, within: 1e-13), "\(quantile)")
      let mirrored = Special.studentTQuantile(1 - p, degreesOfFreedom: df)
      #expect(agree(mirrored, -value, within: 1e-13))
      #expect(agree(Special.studentTCDF(value, degreesOfFreedom: df), p, within: 1e-14))
    }
  }

  @Test("Student's t quantile inverts the distribution function from tail to centre")
  func studentTRoundTrip() {
    for df in [1, 1.5, 4, 29, 1e4, 1e8] as [Double] {
      #expect(Special.studentTQuantile(0.5, degreesOfFreedom: df) == 0)
      for p in [1e-200, 1e-20, 1e-5, 0.01, 0.2, 0.4, 0.49999] {
        let t = Special.studentTQuantile(p, degreesOfFreedom: df)
        let back = Special.studentTCDF(t, degreesOfFreedom: df)
        #expect(agree(back, p, within: 1e-12), "df \(df), p \(p): t = \(t) gives \(back)")
      }
    }
    // One degree of freedom is Cauchy: for small p, t = −1 / (π p).
    let cauchy = Special.studentTQuantile(1e-100, degreesOfFreedom: 1)
    #expect(agree(cauchy, -1e100 / Double.pi, within: 1e-13))
    // With two, t = (2p − 1) / √(2 p (1 − p)).
    let two = Special.studentTQuantile(0.3, degreesOfFreedom: 2)
    #expect(agree(two, -0.4 / (0.42).squareRoot(), within: 1e-14))
  }
}

import Stochastics
import Testing

@Suite("Distributions")
struct DistributionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let shape: Distribution.Shape
    var range: ClosedRange<Double>?
    var testDescription: String { range.map { "\(shape) in \($0)" } ?? "\(shape)" }
    var distribution: Distribution {
      get throws { try Distribution(shape, truncate: range) }
    }
  }

  static let continuous: [Case] = [
    Case(shape: .uniform(-2, 3)),
    Case(shape: .uniform(-2, 3), range: 0...10),
    Case(shape: .triangular(low: 1, mode: 3, high: 9)),
    Case(shape: .triangular(low: 1, mode: 1, high: 9)),
    Case(shape: .triangular(low: 1, mode: 9, high: 9)),
    Case(shape: .triangular(low: 1, mode: 3, high: 9), range: 2...8),
    Case(shape: .triangular(low: 0.1, mode: 0.25, high: 0.45), range: 0.4...1),
    Case(shape: .pert(low: 1, mode: 3, high: 9)),
    Case(shape: .pert(low: 0, mode: 0, high: 1), range: 0.2...0.4),
    Case(shape: .normal(mean: 10, sd: 3)),
    Case(shape: .normal(mean: 10, sd: 3), range: 0...(.infinity)),
    Case(shape: .normal(mean: 0, sd: 1), range: -1...2),
    Case(shape: .normal(mean: 0, sd: 1), range: 9...10),
    Case(shape: .normal(mean: 0, sd: 1), range: -10...(-9)),
    Case(shape: .lognormal(median: 10, p90: 25)),
    Case(shape: .lognormal(median: 10, p90: 25), range: 0...30),
    Case(shape: .lognormal(median: 10, p90: 25), range: 40...400),
    Case(shape: .beta(mean: 0.3, sd: 0.1)),
    Case(shape: .beta(mean: 0.3, sd: 0.1), range: 0.4...1),
    Case(shape: .beta(mean: 0.02, sd: 0.05)),
    Case(shape: .beta(mean: 0.5, sd: 0.0001)),
  ]

  static let stepped: [Case] = [
    Case(shape: .constant(4)),
    Case(shape: .uniform(2, 2)),
    Case(shape: .discrete(values: [3, 1, 2], weights: [1, 2, 5])),
    Case(shape: .discrete(values: [3, 1, 2, 3], weights: [1, 0, 5, 2]), range: 2...9),
    Case(shape: .empirical([5, 1, 1, 8])),
    Case(shape: .empirical([5, 1, 1, 8, 9]), range: 4...8.5),
  ]

  @Test("F(Q(u)) = u, and Q rises and stays in the support", arguments: continuous)
  func roundTrip(described: Case) throws {
    let distribution = try described.distribution
    var before = -Double.infinity
    for step in 0...1000 {
      let u = Double(step) / 1000
      let x = distribution.quantile(u)
      #expect(x >= before, "at \(u)")
      #expect(distribution.support.contains(x), "at \(u)")
      #expect((distribution.cumulative(x) - u).magnitude < 1e-10, "at \(u): \(x)")
      before = x
    }
    #expect(distribution.quantile(0) == distribution.support.lowerBound)
    #expect(distribution.quantile(1) == distribution.support.upperBound)
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(.infinity) == 1)
  }

  @Test("Drawn values follow the distribution, and lower ones do not", arguments: continuous)
  func drawnValues(described: Case) throws {
    let distribution = try described.distribution
    let key = StreamKey(seed: 1).child(NameHash(described.testDescription))
    let draws = (0..<20_000).map { key.child($0).uniform() }
    let sample = draws.map { distribution.quantile($0) }
    #expect(kolmogorov(sample, distribution.cumulative) < 2.2, "seed 1")
    let lower = draws.map { distribution.quantile(Elementary.pow($0, 1.1)) }
    #expect(kolmogorov(lower, distribution.cumulative) > 2.2, "seed 1")
  }

  @Test("The mean is the integral of the quantile", arguments: continuous + stepped)
  func mean(described: Case) throws {
    let distribution = try described.distribution
    let steps = 20_000
    var sum = 0.0
    for step in 0..<steps { sum += distribution.quantile((Double(step) + 0.5) / Double(steps)) }
    let integral = sum / Double(steps)
    let scale = max(distribution.mean.magnitude, 1e-3)
    #expect(
      (distribution.mean - integral).magnitude < 3e-4 * scale, "\(distribution.mean), \(integral)")
    #expect(distribution.support.contains(distribution.mean))
  }

  @Test(
    "Quantiles have values known from elsewhere",
    arguments: [
      (0, 1.6115231312986311, 3.5104813636455794, 5.671122996956232),
      (1, 1.8944271909999157, 4.101020514433644, 6.809109769979336),
      (2, 0.147469565559241, 0.29322017994366456, 0.4340479810021449),
      (3, 3.0849599363712743, 10, 25),
      (4, -0.8431045589489478, 0.17116391801782482, 1.2557153641502152),
      (5, 9.005629241808313, 9.0757797137385442, 9.24935337636521),
    ] as [(Int, Double, Double, Double)])
  func knownQuantiles(index: Int, p05: Double, p50: Double, p90: Double) throws {
    let cases = [
      Case(shape: .pert(low: 1, mode: 3, high: 9)),
      Case(shape: .triangular(low: 1, mode: 3, high: 9)),
      Case(shape: .beta(mean: 0.3, sd: 0.1)),
      Case(shape: .lognormal(median: 10, p90: 25)),
      Case(shape: .normal(mean: 0, sd: 1), range: -1...2),
      Case(shape: .normal(mean: 0, sd: 1), range: 9...10),
    ]
    let distribution = try cases[index].distribution
    for (u, value) in [(0.05, p05), (0.5, p50), (0.9, p90)] {
      let ours = distribution.quantile(u)
      #expect(agree(ours, value, within: 1e-12), "\(cases[index].testDescription) at \(u): \(ours)")
    }
  }

  @Test("Means have values known from elsewhere")
  func knownMeans() throws {
    let normal = Distribution.Shape.normal(mean: 0, sd: 1)
    let middle = try Distribution(normal, truncate: -1...2)
    #expect(agree(middle.mean, 0.22963717909132897, within: 1e-14))
    let far = try Distribution(normal, truncate: 9...10)
    #expect(agree(far.mean, 9.1084562880124085, within: 1e-13))
    #expect(try Distribution(.pert(low: 1, mode: 3, high: 9)).mean == (1 + 12 + 9) / 6.0)
    #expect(try agree(Distribution(.beta(mean: 0.3, sd: 0.1)).mean, 0.3, within: 1e-15))
    let triangle = try Distribution(.triangular(low: 1, mode: 3, high: 9))
    #expect(agree(triangle.mean, 13.0 / 3, within: 1e-15))
  }

  @Test("A beta distribution has the standard deviation it was given")
  func betaDeviation() throws {
    let beta = try Distribution(.beta(mean: 0.3, sd: 0.1))
    let moments = Moments((0..<20_000).map { beta.quantile((Double($0) + 0.5) / 20_000) })
    #expect(try agree(#require(moments.standardDeviation), 0.1, within: 1e-3))
  }

  @Test("A discrete distribution gives each value its share of u")
  func discrete() throws {
    let dice = try Distribution(.discrete(values: [3, 1, 2], weights: [1, 2, 5]))
    let expected: [(Double, Double)] = [
      (0, 1), (0.1, 1), (0.25, 1), (0.2501, 2), (0.875, 2), (0.8751, 3), (1, 3),
    ]
    for (u, value) in expected { #expect(dice.quantile(u) == value, "at \(u)") }
    #expect(dice.cumulative(0.9) == 0)
    #expect(dice.cumulative(1) == 0.25)
    #expect(dice.cumulative(2.9) == 0.875)
    #expect(dice.cumulative(3) == 1)
    #expect(dice.mean == 1.875)
    #expect(dice.support == 1...3)
  }

  @Test("Truncation of single values keeps those inside, ends included, and no other")
  func truncatedDiscrete() throws {
    let cut = try Distribution(
      .discrete(values: [1, 2, 3, 4], weights: [1, 1, 1, 1]), truncate: 1.5...3)
    #expect(Set((0...100).map { cut.quantile(Double($0) / 100) }) == [2, 3])
    #expect(cut.support == 2...3)
    #expect(cut.mean == 2.5)
    #expect(cut.cumulative(2) == 0.5)
  }

  @Test("Observations are drawn, and nothing in between, whatever their order")
  func empirical() throws {
    let one = try Distribution(.empirical([5, 1, 1, 8]))
    let two = try Distribution(.empirical([1, 8, 1, 5]))
    for step in 0...100 {
      let u = Double(step) / 100
      #expect(one.quantile(u) == two.quantile(u))
      #expect([1, 5, 8].contains(one.quantile(u)))
    }
    #expect(one.quantile(0.5) == 1)
    #expect(one.quantile(0.51) == 5)
    #expect(one.mean == 3.75)
  }

  @Test(
    "Degenerate shapes are constants",
    arguments: [
      .constant(2), .uniform(2, 2), .triangular(low: 2, mode: 2, high: 2),
      .pert(low: 2, mode: 2, high: 2), .normal(mean: 2, sd: 0),
      .discrete(values: [2, 7], weights: [1, 0]), .empirical([2, 2]),
    ] as [Distribution.Shape])
  func degenerate(shape: Distribution.Shape) throws {
    let distribution = try Distribution(shape)
    #expect([0, 0.3, 1].map { distribution.quantile($0) } == [2, 2, 2])
    #expect(distribution.mean == 2)
    #expect(distribution.support == 2...2)
    #expect(distribution.cumulative(1.99) == 0)
    #expect(distribution.cumulative(2) == 1)
  }

  @Test("No quantile is −0")
  func noNegativeZero() throws {
    let shapes: [Distribution.Shape] = [
      .constant(-0.0), .uniform(-0.0, 1), .triangular(low: -1, mode: -0.5, high: 0),
      .empirical([-0.0]),
    ]
    for shape in shapes {
      let distribution = try Distribution(shape)
      for u in [0.0, 1.0] {
        let x = distribution.quantile(u)
        #expect(x != 0 || x.sign == .plus, "\(shape) at \(u)")
      }
    }
  }

  @Test("Extreme shapes stay within their ends")
  func extremes() throws {
    let shapes: [Distribution.Shape] = [
      .beta(mean: 0.5, sd: 1e-200), .beta(mean: 1e-12, sd: 1e-9), .beta(mean: 0.5, sd: 0.499_999_9),
      .beta(mean: 0.999_999, sd: 1e-4), .lognormal(median: 1e-100, p90: 1e100),
      .normal(mean: 1e300, sd: 1e290), .pert(low: 0, mode: 1e-9, high: 1e9),
      .triangular(low: 0, mode: 1e-300, high: 1e300),
    ]
    for shape in shapes {
      let distribution = try Distribution(shape)
      var before = -Double.infinity
      for step in 1..<200 {
        let x = distribution.quantile(Double(step) / 200)
        #expect(x.isFinite && x >= before && distribution.support.contains(x), "\(shape): \(x)")
        before = x
      }
      #expect(!distribution.mean.isNaN)
    }
  }

  @Test("A truncation wider than the support changes nothing, not even a bit")
  func vacuousTruncation() throws {
    let plain = try Distribution(.pert(low: 1, mode: 3, high: 9))
    let wide = try Distribution(.pert(low: 1, mode: 3, high: 9), truncate: 0...10)
    for step in 0...50 {
      let u = Double(step) / 50
      #expect(plain.quantile(u) == wide.quantile(u))
    }
    #expect(plain.mean == wide.mean)
    #expect(plain != wide, "what was asked for is still remembered")
  }
}

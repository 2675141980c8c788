import Stochastics
import Testing

/// Every shape of a distribution by the mean and the variance of what is drawn from it, beside
/// those of its textbook, and the discrete ones by chi-square.
@Suite("Proofs: shapes of distributions", .tags(.proof))
struct ShapeProofs {
  struct Case: Sendable, CustomTestStringConvertible {
    var shape: Distribution.Shape
    var range: ClosedRange<Double>?
    var mean: Double
    var variance: Double
    var testDescription: String { range.map { "\(shape) in \($0)" } ?? "\(shape)" }
  }

  /// Moments of a lognormal number with median 10 and 90 % quantile 25.
  private static let lognormal: (mean: Double, variance: Double) = {
    let sigma = Elementary.log(2.5) / Special.normalQuantile(0.9)
    let growth = Elementary.exp(sigma * sigma)
    return (10 * growth.squareRoot(), 100 * growth * (growth - 1))
  }()

  /// Moments of a standard normal number between −1 and 2.
  private static let cut: (mean: Double, variance: Double) = {
    let mass = Special.normalCDF(2) - Special.normalCDF(-1)
    let (low, high) = (Special.normalDensity(-1), Special.normalDensity(2))
    let mean = (low - high) / mass
    return (mean, 1 + (-low - 2 * high) / mass - mean * mean)
  }()

  /// Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions*, 1994–95.
  static let cases: [Case] = [
    Case(shape: .uniform(-2, 3), mean: 0.5, variance: 25.0 / 12),
    Case(shape: .uniform(-2, 3), range: 0...10, mean: 1.5, variance: 9.0 / 12),
    Case(
      shape: .triangular(low: 1, mode: 3, high: 9), mean: 13.0 / 3,
      variance: (1 + 9 + 81 - 3 - 9 - 27) / 18.0),
    // Beta with shapes 2 and 4, stretched over a range of 8.
    Case(shape: .pert(low: 1, mode: 3, high: 9), mean: 11.0 / 3, variance: 64 * 8.0 / (36 * 7)),
    Case(shape: .normal(mean: 10, sd: 3), mean: 10, variance: 9),
    Case(
      shape: .normal(mean: 0, sd: 1), range: -1...2, mean: cut.mean, variance: cut.variance),
    Case(
      shape: .lognormal(median: 10, p90: 25), mean: lognormal.mean, variance: lognormal.variance),
    Case(shape: .beta(mean: 0.3, sd: 0.1), mean: 0.3, variance: 0.01),
    Case(
      shape: .discrete(values: [3, 1, 2], weights: [1, 2, 5]), mean: 1.875,
      variance: 3.875 - 1.875 * 1.875),
    Case(shape: .empirical([5, 1, 1, 8]), mean: 3.75, variance: 91.0 / 4 - 3.75 * 3.75),
  ]

  private static func sample(_ example: Case, count: Int) throws -> [Double] {
    let distribution = try Distribution(example.shape, truncate: example.range)
    let key = StreamKey(seed: 1).child("shapes").child(NameHash(example.testDescription))
    return (0..<count).map { distribution.quantile(key.child($0).uniform()) }
  }

  @Test("have the mean and the variance of the textbook, and not one 5 % off", arguments: cases)
  func moments(example: Case) throws {
    let count = 200_000
    let values = try Self.sample(example, count: count)
    // Squared distances from the true mean have the true variance in the mean.
    let squares = values.map { ($0 - example.mean) * ($0 - example.mean) }
    for (name, sample, exact) in [
      ("mean", values, example.mean), ("variance", squares, example.variance),
    ] {
      let found = Moments(sample)
      let mean = try #require(found.mean)
      let error = try #require(found.standardDeviation) / Double(count).squareRoot()
      #expect((mean - exact).magnitude < 4.5 * error, "seed 1: \(name) \(mean), exact \(exact)")
      #expect((mean - 1.05 * exact).magnitude > 4.5 * error, "seed 1: \(name) \(mean)")
    }
  }

  @Test("A constant is drawn as what it is")
  func constant() throws {
    let example = Case(shape: .constant(4), mean: 4, variance: 0)
    #expect(try Set(Self.sample(example, count: 1_000)) == [4])
  }

  @Test("Single values come as often as their weights say, and not as other weights would")
  func frequencies() throws {
    let discrete = try Self.sample(Self.cases[8], count: 40_000)
    let counts = [1.0, 2, 3].map { value in discrete.count { $0 == value } }
    #expect(chiSquareTail(counts, [2.0 / 8, 5.0 / 8, 1.0 / 8]) > 1e-5, "seed 1: \(counts)")
    #expect(chiSquareTail(counts, [2.1 / 8, 4.9 / 8, 1.0 / 8]) < 1e-5)
    let observed = try Self.sample(Self.cases[9], count: 40_000)
    let shares = [1.0, 5, 8].map { value in observed.count { $0 == value } }
    #expect(chiSquareTail(shares, [0.5, 0.25, 0.25]) > 1e-5, "seed 1: \(shares)")
    #expect(chiSquareTail(shares, [0.48, 0.26, 0.26]) < 1e-5)
  }
}

import Stochastics
import Testing

/// The laws of what is drawn, by the statistic of Anderson and Darling, which looks at the tails
/// where that of Kolmogorov and Smirnov is blind, and by the first four moments.
@Suite("Proofs: exponential, normal and uniform numbers", .tags(.proof))
struct LawProofs {
  struct Law: Sendable, CustomTestStringConvertible {
    var name: String
    var cumulative: @Sendable (Double) -> Double
    /// The mean of the k-th power, for k from 1 to 8.
    var powers: [Double]
    /// Number after number from a stream, and the number at an address.
    var fromStream: @Sendable (inout RandomStream) -> Double
    var fromKey: @Sendable (StreamKey) -> Double
    var testDescription: String { name }
  }

  static let laws = [
    Law(
      name: "uniform", cumulative: { $0 },
      powers: (1...8).map { 1 / Double($0 + 1) },
      fromStream: { $0.uniform() }, fromKey: { $0.uniform() }),
    Law(
      name: "exponential", cumulative: { -Elementary.expm1(-$0) },
      powers: [1, 2, 6, 24, 120, 720, 5_040, 40_320],
      fromStream: { $0.exponential() }, fromKey: { $0.exponential() }),
    Law(
      name: "normal", cumulative: { Special.normalCDF($0) },
      powers: [0, 1, 0, 3, 0, 15, 0, 105],
      fromStream: { $0.normal() }, fromKey: { $0.normal() }),
  ]

  private static let count = 400_000

  private static func samples(_ law: Law, seed: UInt64) -> [(name: String, values: [Double])] {
    let root = StreamKey(seed: seed).child(NameHash(law.name))
    var stream = root.stream()
    return [
      ("stream", (0..<count).map { _ in law.fromStream(&stream) }),
      ("addresses", (0..<count).map { law.fromKey(root.child($0)) }),
    ]
  }

  /// A² of Anderson and Darling, *Asymptotic Theory of Certain "Goodness of Fit" Criteria*, Annals
  /// of Mathematical Statistics 23 (1952); above 6 with probability 0.001, above 10 with 10⁻⁵.
  private static func andersonDarling(
    _ sample: [Double], _ cumulative: (Double) -> Double
  ) -> Double {
    let shares = sample.sorted().map(cumulative)
    let n = Double(shares.count)
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      let weight = 2 * Double(index) + 1
      sum += weight * Elementary.log(share)
      sum += (2 * n - weight) * Elementary.log1p(-share)
    }
    return -n - sum / n
  }

  @Test("follow their laws, tails included, and a scale 1 % off would not", arguments: laws)
  func tails(law: Law) {
    for (name, sample) in Self.samples(law, seed: 1) {
      let statistic = Self.andersonDarling(sample, law.cumulative)
      #expect(statistic < 10, "\(law.name) from \(name), seed 1: A² = \(statistic)")
      // Just below one, so that a uniform number stays inside its range.
      let scaled = Self.andersonDarling(sample.map { 0.99 * $0 }, law.cumulative)
      #expect(!(scaled < 10), "\(law.name) from \(name), scaled: A² = \(scaled)")
    }
  }

  @Test("have the moments of their laws, and a scale 2 % off would not", arguments: laws)
  func moments(law: Law) {
    for (name, sample) in Self.samples(law, seed: 2) {
      for power in 1...4 {
        func z(_ scale: Double) -> Double {
          let values = sample.map { value in
            (0..<power).reduce(1) { product, _ in product * value * scale }
          }
          let mean = law.powers[power - 1]
          let variance = law.powers[2 * power - 1] - mean * mean
          let found = values.reduce(0, +) / Double(values.count)
          return (found - mean) / (variance / Double(values.count)).squareRoot()
        }
        #expect(z(1).magnitude < 4.5, "\(law.name) from \(name), seed 2, power \(power): \(z(1))")
        // The mean of an odd power of a normal number is zero at every scale.
        if law.powers[power - 1] != 0 && power < 4 {
          #expect(z(0.98).magnitude > 4.5, "\(law.name) from \(name), power \(power)")
        }
      }
    }
  }
}

import Stochastics
import Testing

extension Tag {
  /// Compares what a simulation gives with what mathematics says it must give.
  @Tag static var proof: Self
}

/// A system whose averages are known, and how one replication of it measures them.
///
/// A proof demands two things of the 99.9 % interval of independent replications: that it holds
/// the exact value, and that it would not hold the value of a system whose rate is a few per cent
/// off, or of another system like it. The second shows that the first could have failed.
struct Proof: Sendable, CustomTestStringConvertible {
  typealias Measures = [(name: String, value: Double)]

  var name: String
  var arrivalRate: Double
  /// How far off an arrival rate is that must be noticed, as a share of it.
  var noticed = 0.05
  var replications = 64
  /// The exact averages at an arrival rate.
  var exact: @Sendable (_ arrivalRate: Double) -> Measures
  /// The exact averages of another system, for which this one must not be taken either.
  var other: (@Sendable (_ arrivalRate: Double) -> Measures)?
  /// What one replication measured, in the order of the exact averages.
  var measured: @Sendable (_ arrivalRate: Double, _ key: StreamKey) -> [Double]

  var testDescription: String { name }

  /// Runs the replications and holds their averages to the exact ones.
  func verify(seed: UInt64 = 1) {
    let root = StreamKey(seed: seed).child(NameHash(name))
    let rows = (0..<replications).map { measured(arrivalRate, root.child($0)) }
    let truths = exact(arrivalRate)
    for (index, truth) in truths.enumerated() {
      let sample = Moments(rows.map { $0[index] })
      guard let mean = sample.mean, let sd = sample.standardDeviation,
        let range = Intervals.studentT(mean: mean, sd: sd, n: replications, level: 0.999)
      else {
        Issue.record("\(name): no interval")
        continue
      }
      let found = "\(name), seed \(seed): \(truth.name) \(range.low) to \(range.high)"
      #expect(
        range.low <= truth.value && truth.value <= range.high, "\(found), exact \(truth.value)")
      var wrong = [1 - noticed, 1 + noticed].map { exact($0 * arrivalRate)[index].value }
      if let other { wrong.append(other(arrivalRate)[index].value) }
      for value in wrong {
        #expect(
          value < range.low || range.high < value,
          "\(found), exact \(truth.value), would also do for \(value), which is wrong")
      }
    }
  }
}

import DiscreteEvents
import Stochastics
import Testing

/// Intervals for the mean time in M/M/1 at load 0.5, which is two services, must cover it as often
/// as they say, by independent replications and by batches of one long run (Law, *Simulation
/// Modeling and Analysis*, 2015, sections 9.4 and 9.5).
@Suite("Proofs: the coverage of intervals", .tags(.proof))
struct CoverageProofs {
  private static let load = 0.5
  private static let exact = 2.0
  private static let intervals = 600
  /// Replications, or batches, in an interval.
  private static let size = 20
  private static let length = 2_000.0

  private static let root = StreamKey(seed: 1).child("coverage")

  /// Means of independent replications, for each interval.
  private static let replications = (0..<intervals).map { interval in
    Moments(
      (0..<size).map { replication in
        let key = root.child("replications").child(interval).child(replication)
        var station = GeneralStation(servers: 1, Times(arrivalRate: load, key: key))
        _ = station.run(warmUp: 100, length: length)
        return station.crowd.meanSojourn
      })
  }

  /// Means of batches of one run, for each interval.
  private static let batches = (0..<intervals).map { interval in
    let key = root.child("batches").child(interval)
    var station = GeneralStation(servers: 1, Times(arrivalRate: load, key: key))
    var calendar = Calendar<GeneralStation.Event>()
    calendar.schedule(.arrival, at: 0)
    simulate(&station, &calendar, until: 100)
    return Moments(
      (0..<size).map { _ in
        station.restart(at: calendar.now)
        simulate(&station, &calendar, until: calendar.now + length)
        return station.crowd.meanSojourn
      })
  }

  private static func covering(_ value: Double, level: Double, _ samples: [Moments]) -> Int {
    samples.count { sample in
      guard let mean = sample.mean, let sd = sample.standardDeviation,
        let range = Intervals.studentT(mean: mean, sd: sd, n: size, level: level)
      else { return false }
      return range.low <= value && value <= range.high
    }
  }

  /// The counts between which a binomial number lies with probability 99.9 % at least.
  private static func band(_ probability: Double) -> ClosedRange<Int> {
    func below(_ count: Int) -> Double {
      Special.regularizedIncompleteBeta(
        1 - probability, Double(intervals - count + 1), Double(count))
    }
    // P(X < low) and P(X > high) are 0.0005 at most.
    let low = (1...intervals).last { below($0) <= 0.0005 } ?? 0
    let high = (low...intervals).first { 1 - below($0 + 1) <= 0.0005 } ?? intervals
    return low...high
  }

  @Test(
    "is what they say, at three levels",
    arguments: [("replications", replications), ("batches", batches)])
  func stated(name: String, samples: [Moments]) {
    for level in [0.8, 0.9, 0.95] {
      let covered = Self.covering(Self.exact, level: level, samples)
      let band = Self.band(level)
      #expect(
        band.contains(covered),
        "\(name), seed 1: \(covered) of \(samples.count) at \(level), where \(band) would do")
    }
  }

  @Test(
    "is not what intervals of another level or of another system have",
    arguments: [("replications", replications), ("batches", batches)])
  func mistakes(name: String, samples: [Moments]) {
    let band = Self.band(0.95)
    #expect(!band.contains(Self.covering(Self.exact, level: 0.9, samples)), "\(name)")
    #expect(!band.contains(Self.covering(Self.exact, level: 0.99, samples)), "\(name)")
    // The mean time at a load 5 % higher or lower.
    for load in [0.95 * Self.load, 1.05 * Self.load] {
      #expect(!band.contains(Self.covering(1 / (1 - load), level: 0.95, samples)), "\(name)")
    }
  }
}

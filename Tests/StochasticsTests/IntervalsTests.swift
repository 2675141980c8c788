import Stochastics
import Testing

@Suite("Confidence intervals")
struct IntervalsTests {
  @Test("A mean of 10 observations has the interval of the t table")
  func studentT() throws {
    let interval = try #require(Intervals.studentT(mean: 5, sd: 2, n: 10, level: 0.95))
    let half = 2.2621571627982055 * 2 / 10.0.squareRoot()
    #expect(agree(interval.low, 5 - half, within: 1e-13))
    #expect(agree(interval.high, 5 + half, within: 1e-13))
    #expect(Intervals.studentT(mean: 5, sd: 2, n: 1, level: 0.95) == nil)
  }

  /// Newcombe, *Two-Sided Confidence Intervals for the Single Proportion*, Statistics in Medicine
  /// 17 (1998), table I, method 3.
  @Test(
    "Wilson's interval has its published values",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ] as [(Int, Int, Double, Double)])
  func wilson(successes: Int, n: Int, low: Double, high: Double) throws {
    let interval = try #require(Intervals.wilson(successes: successes, n: n, level: 0.95))
    #expect((interval.low - low).magnitude < 5.1e-5)
    #expect((interval.high - high).magnitude < 5.1e-5)
    let mirrored = try #require(Intervals.wilson(successes: n - successes, n: n, level: 0.95))
    #expect((mirrored.low - (1 - interval.high)).magnitude < 1e-15)
  }

  @Test("Wilson's interval ends exactly at 0 and 1 where nothing or all succeeded")
  func wilsonEnds() throws {
    for n in [1, 10, 12_345] {
      #expect(try #require(Intervals.wilson(successes: 0, n: n, level: 0.95)).low == 0)
      #expect(try #require(Intervals.wilson(successes: n, n: n, level: 0.95)).high == 1)
    }
    #expect(Intervals.wilson(successes: 0, n: 0, level: 0.95) == nil)
  }

  /// Binomial tables at ½; the ranks of 16,384 from 50-digit sums.
  @Test(
    "The median lies between these order statistics at 95 %",
    arguments: [
      (6, 1, 6), (10, 2, 9), (20, 6, 15), (25, 8, 18), (100, 40, 61), (1000, 469, 532),
      (16_384, 8067, 8318),
    ] as [(Int, Int, Int)])
  func medianRanks(n: Int, low: Int, high: Int) throws {
    let ranks = try #require(Intervals.medianRanks(n: n, level: 0.95))
    #expect(ranks.low == low && ranks.high == high)
    let sorted = (1...n).map { Double($0) }
    let interval = try #require(Intervals.medianOrderStatistics(sorted: sorted, level: 0.95))
    #expect(interval.low == Double(low) && interval.high == Double(high))
  }

  @Test("Five values cannot bound a median at 95 %, and what never happened ranks above all")
  func medianEdges() throws {
    #expect(Intervals.medianRanks(n: 5, level: 0.95) == nil)
    #expect(Intervals.medianOrderStatistics(sorted: [], level: 0.95) == nil)
    let waits: [Double] = [1, 2, 3, 4, 5, .infinity]
    let interval = try #require(Intervals.medianOrderStatistics(sorted: waits, level: 0.95))
    #expect(interval.low == 1 && interval.high == .infinity)
  }

  @Test("Intervals cover what they should, about 95 times in 100")
  func coverage() throws {
    var covered = (mean: 0, median: 0, share: 0)
    let rounds = 2000
    for round in 0..<rounds {
      var stream = StreamKey(seed: 3).child("coverage").child(round).stream()
      let values = (0..<25).map { _ in stream.normal() }
      let moments = Moments(values)
      let center = try #require(moments.mean)
      let sd = try #require(moments.standardDeviation)
      let mean = try #require(Intervals.studentT(mean: center, sd: sd, n: 25, level: 0.95))
      let median = try #require(
        Intervals.medianOrderStatistics(sorted: values.sorted(), level: 0.95))
      let successes = (0..<40).count { _ in stream.uniform() < 0.3 }
      let share = try #require(Intervals.wilson(successes: successes, n: 40, level: 0.95))
      if mean.low <= 0 && 0 <= mean.high { covered.mean += 1 }
      if median.low <= 0 && 0 <= median.high { covered.median += 1 }
      if share.low <= 0.3 && 0.3 <= share.high { covered.share += 1 }
    }
    // Exact: 0.95; 1 − 2 P(Bin(25, ½) ≤ 7) = 0.9567; for Wilson at 0.3 and 40, 0.9357 to 0.97.
    #expect((1857...1943).contains(covered.mean), "seed 3: \(covered)")
    #expect((1870...1955).contains(covered.median), "seed 3: \(covered)")
    #expect((1830...1960).contains(covered.share), "seed 3: \(covered)")
  }
}

import Experiments
import RegulatoryWorld
import Testing

@Suite struct SummaryTests {
  /// Values of regime `a`, with zeros under `none`.
  private func summary(
    _ values: [Double], _ statistic: OutcomeDefinition.Statistic = .mean, perDraw: Int = 1
  ) throws -> Summary {
    let layout = Fake.layout([Fake.outcome("y", unit: "USD", statistic)])
    let answer = Fake.answer(layout, perDraw: perDraw, values.map { [0, $0] })
    return try #require(answer.summary(regime: "a", outcome: "y"))
  }

  @Test("mean, deviation, Student's interval and type 7 quantiles of 2, 4, 4, 4, 5, 5, 7, 9")
  func mean() throws {
    let summary = try summary([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(summary.n == 8)
    #expect(summary.unit == "USD")
    #expect(close(summary.mean, 5))
    #expect(close(summary.sd, 2.138_089_935_299_395))
    // t(0.975; 7) = 2.364624251592785.
    let half = 2.364_624_251_592_785 * 2.138_089_935_299_395 / 8.0.squareRoot()
    #expect(close(summary.ci95.low, 5 - half))
    #expect(close(summary.ci95.high + summary.ci95.low, 10))
    let expected = [2.7, 4, 4.5, 5.5, 8.3]
    for (quantile, value) in zip(summary.quantiles.values, expected) {
      #expect(close(quantile, value))
    }
    // The only order statistics that reach 95 % of n = 8 are the extremes.
    #expect(summary.medianCI95 == Bounds(low: 2, high: 9))
    #expect(summary.split == nil)
  }

  @Test("a time that never came counts as long as it was looked for, and not where it was not")
  func observation() throws {
    let time = OutcomeDefinition(
      id: "y", unit: "days", meaning: "y", sign: .higherIsWorse, statistic: .timeToEvent,
      level: nil, paired: false, observation: "seen")
    let layout = Fake.layout([time, Fake.outcome("seen")])
    let empty = Double.nan
    // Under `none` nothing is looked for; under `a` for 20, 30 and 40 days.
    let answer = Fake.answer(
      layout,
      [
        [empty, empty, 5, 20], [empty, empty, empty, 30], [empty, empty, empty, 40],
      ])
    let acting = try #require(answer.summary(regime: "a", outcome: "y"))
    #expect(acting.n == 3 && acting.empties == 2 && close(acting.mean, 25))
    #expect(acting.quantiles.p50.isNaN, "the median falls among those that never came")
    let none = try #require(answer.summary(regime: "none", outcome: "y"))
    #expect(none.n == 0 && none.empties == 0 && none.mean.isNaN)
    let contrast = try #require(answer.contrast("a", "none", outcome: "y"))
    #expect(contrast.n == 0)
  }

  @Test("an empty value is left out of n, mean and quantiles")
  func empties() throws {
    let summary = try summary([1, .nan, 3])
    #expect(summary.n == 2 && summary.empties == 1)
    #expect(summary.mean == 2 && summary.quantiles.p50 == 2)
  }

  @Test("nothing at all leaves everything empty")
  func nothing() throws {
    let summary = try summary([.nan, .nan])
    #expect(summary.n == 0 && summary.mean.isNaN && summary.sd.isNaN)
    #expect(summary.ci95.low.isNaN && summary.quantiles.p50.isNaN && !summary.isSkewed)
  }

  @Test("one value has a mean, but neither deviation nor interval")
  func one() throws {
    let summary = try summary([3])
    #expect(summary.mean == 3 && summary.sd.isNaN && summary.ci95.high.isNaN)
  }

  @Test("8 of 10 ones have Wilson's interval 0.490 to 0.943")
  func wilson() throws {
    let summary = try summary([1, 1, 1, 1, 0, 1, 1, 0, 1, 1], .proportion)
    #expect(summary.mean == 0.8)
    #expect(abs(summary.ci95.low - 0.490_162_47) < 1e-7)
    #expect(abs(summary.ci95.high - 0.943_317_82) < 1e-7)
  }

  @Test("no ones of 10 have an interval that begins at 0 and ends at z² / (n + z²)")
  func wilsonZero() throws {
    let summary = try summary(Array(repeating: 0, count: 10), .proportion)
    #expect(summary.ci95.low == 0)
    #expect(abs(summary.ci95.high - 0.277_532_8) < 1e-6)
  }

  @Test("times that never came rank above all and count as the horizon in the mean")
  func timeToEvent() throws {
    let summary = try summary([10, .nan, 30, 20, .nan], .timeToEvent)
    #expect(summary.n == 5 && summary.empties == 2)
    #expect(summary.mean == 52)
    #expect(summary.quantiles.p25 == 20 && summary.quantiles.p50 == 30)
    #expect(summary.quantiles.p75.isNaN && summary.quantiles.p95.isNaN)
  }

  @Test("a quantile between the last time and one that never came is empty")
  func timeBetween() throws {
    let summary = try summary([10, 20, .nan, .nan], .timeToEvent)
    #expect(summary.quantiles.p25 == 17.5)
    #expect(summary.quantiles.p50.isNaN)
  }

  @Test("a few large values among many zeros are noted as skewed, evenly spread ones are not")
  func skewness() throws {
    #expect(try summary(Array(repeating: 0, count: 60) + [50, 80]).isSkewed)
    #expect(try !summary((0..<60).map(Double.init)).isSkewed)
  }

  @Test("with histories that share draws, the interval is that of the draw means")
  func drawMeans() throws {
    let summary = try summary([1, 3, 5, 7, 3, 5], perDraw: 2)
    // Draw means 2, 6, 4: sd 2, t(0.975; 2) = 4.302652729749464.
    #expect(close(summary.mean, 4))
    #expect(close(summary.ci95.high, 4 + 4.302_652_729_749_464 * 2 / 3.0.squareRoot()))
    // MSW = (2 + 2 + 2) / 3; MSB = 2 (4 + 4 + 0) / 2.
    #expect(close(summary.split?.chance ?? .nan, 2))
    #expect(close(summary.split?.parameters ?? .nan, 3))
  }

  @Test("parameters never have a negative variance")
  func noParameters() throws {
    let summary = try summary([0, 10, 10, 0, 0, 10], perDraw: 2)
    #expect(close(summary.split?.chance ?? .nan, 50))
    #expect(summary.split?.parameters == 0)
  }

  @Test("a last draw that was cut short counts with the histories it has")
  func cutShort() throws {
    let split = try #require(try summary([1, 3, 5, 7, 9], perDraw: 2).split)
    // Means 2, 6, 9 of 2, 2, 1 histories, grand mean 5: MSW = 4 / 2,
    // MSB = (2·9 + 2·1 + 1·16) / 2 = 18, n₀ = (5 − 9/5) / 2 = 1.6.
    #expect(close(split.chance, 2))
    #expect(close(split.parameters, 10))
  }

  @Test("a share whose draws agree within themselves has the interval of so many draws")
  func shareOfDraws() throws {
    let together = try summary([1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0], .proportion, perDraw: 3)
    let alone = try summary([1, 0, 1, 0], .proportion)
    #expect(close(together.ci95.low, alone.ci95.low))
    #expect(close(together.ci95.high, alone.ci95.high))
  }

  @Test("above 16,384 values quantiles stay within 0.1 % and memory within bounds")
  func many() throws {
    let values = (0..<40_000).map { 1 + 1000 * Fake.noise($0, 1) }
    let summary = try summary(values)
    let sorted = values.sorted()
    for (quantile, p) in zip(summary.quantiles.values, Quintet.probabilities) {
      let exact = sorted[Int(Double(values.count - 1) * p)]
      #expect(abs(quantile / exact - 1) < 0.0015)
    }
  }
}

import Experiments
import RegulatoryWorld
import Testing

@Suite struct ContrastTests {
  @Test("a − b is taken replication by replication, from both sides")
  func difference() throws {
    let layout = Fake.layout([Fake.outcome("y", unit: "USD")], regimes: ["none", "a", "b"])
    let answer = Fake.answer(layout, [[0, 1, 5], [0, 2, 2], [0, 3, 2], [0, .nan, 9]])
    let ba = try #require(answer.contrast("b", "a", outcome: "y"))
    #expect(ba.n == 3 && ba.unit == "USD")
    #expect(close(ba.meanDifference, 1))
    #expect(close(ba.shareAHigher, 1.0 / 3))
    // Differences 4, 0, −1: sd √7, t(0.975; 2) = 4.302652729749464.
    let half = 4.302_652_729_749_464 * (7.0 / 3).squareRoot()
    #expect(close(ba.ci95.low, 1 - half) && close(ba.ci95.high, 1 + half))
    let ab = try #require(answer.contrast("a", "b", outcome: "y"))
    #expect(close(ab.meanDifference, -1) && close(ab.shareAHigher, 1.0 / 3))
    #expect(close(ab.ci95.low, -1 - half) && close(ab.ci95.high, -1 + half))
  }

  @Test("every ordered pair is there, in order of its ids, none first")
  func pairs() {
    let layout = Fake.layout([Fake.outcome("y")], regimes: ["none", "a", "b"])
    let answer = Fake.answer(layout, [[0, 1, 5], [0, 2, 2]])
    #expect(
      answer.contrasts.map { "\($0.regimeA)-\($0.regimeB)" } == [
        "none-a", "none-b", "a-none", "a-b", "b-none", "b-a",
      ])
  }

  @Test("variance_ratio is of levels, and empty for outcomes without one")
  func varianceRatio() throws {
    let layout = Fake.layout([
      Fake.outcome("loss_usd", level: "level_usd"), Fake.outcome("level_usd"),
    ])
    // Levels under none 1, 2, 3 and under a 2, 3, 7: variances 1 and 7, of the difference 3.
    let answer = Fake.answer(layout, [[0, 1, 9, 2], [0, 2, 4, 3], [0, 3, 4, 7]])
    let loss = try #require(answer.contrast("a", "none", outcome: "loss_usd"))
    #expect(close(loss.varianceRatio, 3.0 / 8))
    #expect(answer.contrast("a", "none", outcome: "level_usd")?.varianceRatio.isNaN == true)
  }

  @Test("a time that never came is above all, and the horizon in the difference")
  func timeToEvent() throws {
    let layout = Fake.layout([Fake.outcome("days", .timeToEvent)])
    let answer = Fake.answer(layout, [[.nan, 40], [100, .nan], [.nan, .nan], [20, 10]])
    let contrast = try #require(answer.contrast("none", "a", outcome: "days"))
    #expect(contrast.n == 4)
    #expect(close(contrast.meanDifference, (60 + 0 + 0 + 10) / 4.0))
    #expect(close(contrast.shareAHigher, 0.5))
  }
}

@Suite struct RegretTests {
  @Test("regret is to the best acting regime of the draw, and ties are split")
  func regret() throws {
    let layout = Fake.layout([Fake.outcome("y")], regimes: ["none", "a", "b"])
    let answer = Fake.answer(layout, [[0, 1, 5], [0, 2, 2], [0, 6, 2], [-9, 3, 3]])
    let (a, b) = (answer.regrets[0], answer.regrets[1])
    #expect(a.regime == "a" && b.regime == "b")
    // Regret of a: 0, 0, 4, 0; of b: 4, 0, 0, 0.
    #expect(close(a.mean, 1) && close(a.max, 4) && close(a.p90, 2.8))
    #expect(close(b.mean, 1) && close(b.max, 4) && close(b.p90, 2.8))
    #expect(close(a.shareBest, 0.5) && close(b.shareBest, 0.5))
  }

  @Test("histories of a draw are averaged before they are compared")
  func drawMeans() throws {
    let layout = Fake.layout([Fake.outcome("y")], regimes: ["none", "a", "b"])
    let answer = Fake.answer(layout, perDraw: 2, [[0, 1, 5], [0, 9, 3], [0, 0, 1], [0, 0, 1]])
    // Means 5 and 4, then 0 and 1.
    #expect(close(answer.regrets[0].mean, 0.5) && close(answer.regrets[1].mean, 0.5))
  }

  @Test("where higher is better, the best is the highest")
  func higherIsBetter() {
    let layout = Fake.layout(
      [Fake.outcome("y", sign: .higherIsBetter)], regimes: ["none", "a", "b"])
    let answer = Fake.answer(layout, [[0, 1, 5]])
    #expect(answer.regrets.map(\.mean) == [4, 0])
    #expect(answer.regrets.map(\.shareBest) == [0, 1])
  }

  @Test("an outcome without a better side has no regret, and none is never in it")
  func neutral() {
    let layout = Fake.layout([Fake.outcome("y", sign: .neutral), Fake.outcome("z")])
    let answer = Fake.answer(layout, [[0, 0, 1, 1]])
    #expect(answer.regrets.map { "\($0.regime) \($0.outcome)" } == ["a z"])
  }
}

@Suite struct CategoryTests {
  private let layout = Fake.layout([Fake.outcome("relief_route", .category)])

  @Test("each text that occurred has its share under every regime, with Wilson's interval")
  func shares() throws {
    let answer = Fake.answer(layout, [[.nan, 1], [.nan, 2], [.nan, 1], [1, 1], [2, .nan]])
    #expect(answer.summaries.count == 4)
    let first = answer.summaries[2]
    #expect(first.regime == "a" && first.outcome.hasPrefix("relief_route="))
    #expect(first.n == 4 && first.empties == 1 && first.mean == 0.75)
    #expect(abs(first.ci95.low - 0.300_641_8) < 1e-6)
    #expect(answer.summaries[3].mean == 0.25)
    #expect(answer.contrasts.isEmpty && answer.regrets.isEmpty)
  }
}

@Suite struct TimelineTests {
  @Test("each regime, series and day has mean and exact quantiles of the values there are")
  func points() {
    let layout = Fake.layout([Fake.outcome("y")], series: ["s", "t"], days: [0, 7])
    let rows = [[0.0, 0], [0, 0], [0, 0]]
    let timelines: [[Double]] = [
      [1, 2, 3, 4, 5, 6, 7, 8], [3, 2, 3, 4, 5, 6, 7, .nan],
    ]
    let points = Fake.answer(layout, rows, timelines: timelines).timeline
    #expect(points.count == 8)
    #expect(points[0].regime == "none" && points[0].series == "s" && points[0].day == 0)
    #expect(points[0].n == 2 && points[0].mean == 2 && close(points[0].quantiles.p75, 2.5))
    #expect(points[3].series == "t" && points[3].day == 7 && points[4].regime == "a")
    #expect(points[7].n == 1 && points[7].quantiles.p05 == 8)
  }

  @Test("without samples there are no points")
  func none() {
    let layout = Fake.layout([Fake.outcome("y")], series: ["s"], days: [0])
    #expect(Fake.answer(layout, [[0, 0]]).timeline.isEmpty)
  }
}

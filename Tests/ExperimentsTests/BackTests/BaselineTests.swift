import Experiments
import Stochastics
import Testing

@Suite("Baselines of a back-test") struct BaselineTests {
  @Test("Five dated first reliefs have a median of 17 days, with 6 to 48 as their middle 80 %")
  func published() throws {
    let days = [4.0, 17, 35, 29, 23].map { ObservedDays(days: $0, isCensored: false) }
    let fit = try #require(LognormalDays(fittedTo: days))
    #expect((fit.quantile(0.5) - 17.4).magnitude < 0.1)
    #expect((fit.quantile(0.1) - 6.4).magnitude < 0.3)
    #expect((fit.quantile(0.9) - 47.5).magnitude < 1)
  }

  @Test("A censored lognormal is found again", arguments: [(3.0, 0.8), (4.5, 2)])
  func recovered(logMean: Double, logSD: Double) throws {
    let stream = StreamKey(seed: 3).child("lognormal")
    let observed = (0..<4000).map { number in
      let day = Elementary.exp(logMean + logSD * stream.child(number).normal())
      return ObservedDays(days: min(day, 100), isCensored: day > 100)
    }
    let fit = try #require(LognormalDays(fittedTo: observed))
    #expect((fit.logMean - logMean).magnitude < 0.08)
    #expect((fit.logSD / logSD - 1).magnitude < 0.05)
  }

  @Test("A constant hazard is events over days, and without events there is none")
  func hazard() {
    let observed = [
      ObservedDays(days: 10, isCensored: false), ObservedDays(days: 90, isCensored: true),
    ]
    #expect(ConstantHazard(fittedTo: observed)?.perDay == 0.01)
    #expect(ConstantHazard(fittedTo: [observed[1]]) == nil)
    #expect(LognormalDays(fittedTo: observed) == nil)
  }

  @Test("Relief at the moment of the order is taken as within a quarter of an hour")
  func atOnce() throws {
    func observed(_ days: Double) -> [ObservedDays] {
      [days, 3].map { ObservedDays(days: $0, isCensored: false) }
    }
    let lognormal = try #require(LognormalDays(fittedTo: observed(0)))
    #expect(lognormal == LognormalDays(fittedTo: observed(0.01)))
    #expect(ConstantHazard(fittedTo: observed(0))?.perDay == 2 / 3.01)
  }

  @Test("A hazard by kind is that of cases alike, none where they saw none, else that of others")
  func kinds() throws {
    let seen = [ObservedDays(days: 2, isCensored: false)]
    let unseen = [ObservedDays(days: 50, isCensored: true)]
    #expect(ConstantHazard(fittedTo: seen, orTo: unseen)?.perDay == 0.5)
    let never = try #require(ConstantHazard(fittedTo: unseen, orTo: seen))
    #expect(never.cumulative(1e6) == 0 && never.quantile(0.01) == .infinity)
    #expect(Scores.logarithmic(never, unseen[0], horizon: 365) == 0)
    #expect(ConstantHazard(fittedTo: [], orTo: seen)?.perDay == 0.5)
    #expect(ConstantHazard(fittedTo: [], orTo: unseen) == nil)
  }

  @Test("Quantiles and probabilities agree", arguments: [0.05, 0.3, 0.5, 0.9])
  func inverse(p: Double) throws {
    let observed = [3.0, 30, 80].map { ObservedDays(days: $0, isCensored: false) }
    let lognormal = try #require(LognormalDays(fittedTo: observed))
    let hazard = try #require(ConstantHazard(fittedTo: observed))
    #expect((lognormal.cumulative(lognormal.quantile(p)) - p).magnitude < 1e-9)
    #expect((hazard.cumulative(hazard.quantile(p)) - p).magnitude < 1e-9)
  }
}

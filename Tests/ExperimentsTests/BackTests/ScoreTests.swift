import Experiments
import Stochastics
import Testing

@Suite("Scores of predicted days") struct ScoreTests {
  private static func seen(_ days: Double) -> ObservedDays {
    ObservedDays(days: days, isCensored: false)
  }

  private static func unseen(_ days: Double) -> ObservedDays {
    ObservedDays(days: days, isCensored: true)
  }

  @Test("The ranked score of a prediction that is sure is its distance", arguments: [2.0, 30, 250])
  func sure(day: Double) {
    let score = Scores.crps(SimulatedDays([40, 40, 40]), Self.seen(day), horizon: 365)
    #expect((score - (day - 40).magnitude).magnitude < 0.3)
  }

  @Test("That of a constant hazard has a closed form", arguments: [0.5, 7, 60])
  func hazard(day: Double) throws {
    let rate = 0.05
    let prediction = try #require(
      ConstantHazard(fittedTo: [ObservedDays(days: 20, isCensored: false)]))
    #expect(prediction.perDay == rate)
    // The integral of the squares, on both sides of the day, to a far horizon.
    let before = day - 2 * (1 - Elementary.exp(-rate * day)) / rate
    let squares = (1 - Elementary.exp(-2 * rate * day)) / (2 * rate)
    let after = Elementary.exp(-2 * rate * day) / (2 * rate)
    let score = Scores.crps(prediction, Self.seen(day), horizon: 3650)
    #expect((score - (before + squares + after)).magnitude < 0.01)
  }

  @Test("What has not been seen by a day is scored to that day alone")
  func censored() {
    let prediction = SimulatedDays([10, 20, 300, .infinity])
    let score = Scores.crps(prediction, Self.unseen(30), horizon: 365)
    #expect((score - (10 * 0.0625 + 10 * 0.25)).magnitude < 0.1)
    #expect(Scores.crps(prediction, Self.unseen(5), horizon: 365) == 0)
    // What comes after the horizon is scored as what does not come.
    #expect(
      Scores.crps(prediction, Self.seen(2000), horizon: 365)
        == Scores.crps(prediction, Self.unseen(2000), horizon: 365))
  }

  @Test("The logarithmic score is that of the density, or of none so far")
  func logarithmic() throws {
    let prediction = try #require(ConstantHazard(fittedTo: [Self.seen(10)]))
    let atOnce = Scores.logarithmic(prediction, Self.seen(10), horizon: 365)
    #expect((atOnce - (1 - Elementary.log(0.1))).magnitude < 1e-12)
    let none = Scores.logarithmic(prediction, Self.unseen(30), horizon: 365)
    #expect((none - 3).magnitude < 1e-9)
    let late = Scores.logarithmic(prediction, Self.seen(50), horizon: 20)
    #expect((late - 2).magnitude < 1e-9)
  }

  @Test("Relief at the moment of the order has a density, of whoever predicts")
  func atOnce() throws {
    let lognormal = try #require(LognormalDays(fittedTo: [Self.seen(0.02), Self.seen(1)]))
    let simulated = SimulatedDays([0, 0, 1])
    let predictions: [any Prediction] = [lognormal, simulated]
    for prediction in predictions {
      let score = Scores.logarithmic(prediction, Self.seen(0), horizon: 365)
      #expect(score == Scores.logarithmic(prediction, Self.seen(0.01), horizon: 365))
      #expect(score < 2)
    }
  }

  @Test(
    "The density of simulated days is near that of their distribution", arguments: [3.0, 20, 90])
  func kernel(day: Double) {
    let stream = StreamKey(seed: 5).child("kernel")
    let days = (0..<20_000).map {
      Elementary.exp(3 + 0.9 * stream.child($0).normal())
    }
    let x = (Elementary.log(day) - 3) / 0.9
    let exact = Special.normalDensity(x) / (0.9 * day)
    #expect((SimulatedDays(days).density(day) / exact - 1).magnitude < 0.08)
  }

  @Test(
    "Both scores prefer the true rate among constant hazards, censored or not", arguments: [1.0, 2])
  func proper(factor: Double) throws {
    let stream = StreamKey(seed: 11).child("proper")
    let truth = try #require(ConstantHazard(fittedTo: [Self.seen(40)]))
    let wrong = try [0.5, 2].map { try #require(ConstantHazard(fittedTo: [Self.seen(40 * $0)])) }
    var scores = [[Double]](repeating: [0, 0], count: 3)
    for number in 0..<4000 {
      let day = 40 * stream.child(number).exponential()
      let end = 400 * factor * stream.child(number).child("end").uniform()
      let observed = day <= end ? Self.seen(day) : Self.unseen(end)
      for (place, prediction) in ([truth] + wrong).enumerated() {
        scores[place][0] += Scores.crps(prediction, observed, horizon: 365)
        scores[place][1] += Scores.logarithmic(prediction, observed, horizon: 365)
      }
    }
    for place in 1...2 {
      #expect(scores[0][0] < scores[place][0])
      #expect(scores[0][1] < scores[place][1])
    }
  }

  @Test("A promise after the end of records gains, unless the horizon is no later than they end")
  func promises() {
    // One half is relieved on day 10, of the other half the record ends on day 30.
    let truth = SimulatedDays([10, .infinity])
    let promise = SimulatedDays([10, 31])
    func mean(_ prediction: SimulatedDays, horizon: Double) -> Double {
      let scores = [Self.seen(10), Self.unseen(30)].map {
        Scores.crps(prediction, $0, horizon: horizon)
      }
      return 0.5 * (scores[0] + scores[1])
    }
    #expect((mean(truth, horizon: 365) - 46.875).magnitude < 0.1)
    #expect((mean(promise, horizon: 365) - 5.125).magnitude < 0.1)
    #expect((mean(truth, horizon: 30) - mean(promise, horizon: 30)).magnitude < 1e-9)
    let late = SimulatedDays([20, .infinity])
    #expect(mean(truth, horizon: 30) < mean(late, horizon: 30))
  }

  @Test("Brier's score is 0 for a sure and right prediction, 2 for a sure and wrong one")
  func brier() {
    #expect(Scores.brier([0, 1, 0], seen: 1) == 0)
    #expect(Scores.brier([0, 1, 0], seen: 2) == 2)
    #expect((Scores.brier([0.5, 0.5], seen: 0) - 0.5).magnitude < 1e-12)
  }

  @Test("Order is judged over the pairs whose order is known")
  func concordance() {
    let observed = [Self.seen(1), Self.seen(5), Self.unseen(3), Self.unseen(9)]
    // Known: 1 before 5, 3 and 9; 5 before 9.
    #expect(Scores.concordance([1, 2, 3, 4], observed) == 1)
    #expect(Scores.concordance([4, 3, 2, 1], observed) == 0)
    #expect(Scores.concordance([2, 1, 3, 3], observed) == 0.75)
    #expect(Scores.concordance([1, 2], [Self.unseen(1), Self.unseen(2)]) == nil)
  }

  @Test("An interval covers what lies in it, and nothing is said where that cannot be known")
  func coverage() {
    let prediction = SimulatedDays((1...100).map(Double.init))
    func covered(_ observed: ObservedDays) -> Bool? {
      Scores.isCovered(observed, by: 0.5, of: prediction, horizon: 365)
    }
    #expect(covered(Self.seen(50)) == true)
    #expect(covered(Self.seen(10)) == false)
    #expect(covered(Self.unseen(40)) == nil)
    #expect(covered(Self.unseen(90)) == false)
    #expect(covered(Self.seen(1000)) == false)
    let never = SimulatedDays([5, .infinity, .infinity, .infinity])
    #expect(Scores.isCovered(Self.seen(1000), by: 0.5, of: never, horizon: 365) == true)
  }
}

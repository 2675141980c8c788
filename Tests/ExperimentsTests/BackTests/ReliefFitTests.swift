import Experiments
import ExportControls
import Scenarios
import Stochastics
import Testing

@Suite("Fitting relief to dated cases") struct ReliefFitTests {
  private static func record(
    _ id: Int, stops: Bool = false, isSued: Bool = false, hook: Hook = .model,
    effect: HistoricalCase.Effect = .letter, first: HistoricalCase.Relief? = nil,
    full: HistoricalCase.Relief? = nil, observed: Double
  ) -> HistoricalCase {
    HistoricalCase(
      id: "\(id)",
      circumstances: HistoricalCase.Circumstances(
        day: .unixEpoch, trigger: "", basis: "", scope: "", response: "", hook: hook,
        effect: effect, stopsPublicService: stops, isSued: isSued),
      course: HistoricalCase.Course(first: first, full: full, observedDays: observed))
  }

  private static func fit() throws -> ReliefFit { ReliefFit(try History.standIn()) }

  @Test("Without cases the fit is what was believed before")
  func prior() throws {
    let fit = try Self.fit().posterior([])
    let medians: [(HistoricalCase.Route, Double, Double)] = [
      (.collateral, 20, 1), (.reversal, 2, 1), (.negotiated, 60, 1), (.injunction, 45, 0.5),
      (.rescission, 500, 1),
    ]
    for (route, days, sd) in medians {
      let fitted = try #require(fit.routes[route])
      #expect((fitted.logMedianDays.mean - Elementary.log(days)).magnitude < 1e-6)
      #expect((fitted.logMedianDays.sd / sd - 1).magnitude < 0.01)
      #expect(fitted.seen == 0 && fitted.unseen == 0)
    }
    let chance = try #require(fit.routes[.reversal]?.probability)
    #expect((chance.mean - 0.5).magnitude < 1e-9)
    #expect((chance.sd - 0.2886).magnitude < 0.001)
  }

  @Test("A ratio makes what is believed before any case so many times as long, and no more")
  func priorRatio() throws {
    let standIn = try History.standIn()
    let (once, twice) = (ReliefFit(standIn), ReliefFit(standIn, priorRatio: 2))
    for route in HistoricalCase.Route.allCases {
      let before = try #require(once.posterior([]).routes[route])
      let after = try #require(twice.posterior([]).routes[route])
      let longer = after.logMedianDays.mean - before.logMedianDays.mean
      #expect((longer - Elementary.log(2)).magnitude < 1e-9)
      #expect((after.logMedianDays.sd - before.logMedianDays.sd).magnitude < 1e-9)
    }
    let test = try BackTest(
      source: History.source(), cases: History.cases(), replications: 100, priorRatio: 2)
    #expect(try test.fitted == twice.posterior(History.cases()))
    // Where cases were seen they weigh more than what was believed.
    let seen = try #require(once.posterior(History.cases()).routes[.collateral])
    let moved = try #require(test.fitted.routes[.collateral])
    let longer = moved.logMedianDays.mean - seen.logMedianDays.mean
    #expect(longer > 0 && longer < 0.3 * Elementary.log(2))
  }

  @Test("Many cases are found again: the median, the spread and how often a route opens")
  func recovered() throws {
    let stream = StreamKey(seed: 8).child("cases")
    let cases = (0..<400).map { number -> HistoricalCase in
      let key = stream.child(number)
      let day = 6 * Elementary.exp(0.5 * key.normal())
      let opens = key.child("opens").uniform() < 0.6
      let relief = HistoricalCase.Relief(days: day, route: .reversal)
      return Self.record(
        number, stops: true, first: opens ? relief : nil, full: opens ? relief : nil,
        observed: opens ? day : 300)
    }
    let fit = try Self.fit().posterior(cases)
    let fitted = try #require(fit.routes[.reversal])
    #expect((Elementary.exp(fitted.logMedianDays.mean) - 6).magnitude < 0.5)
    #expect((Elementary.exp(fit.spread.mean) - 0.5).magnitude < 0.06)
    #expect(((fitted.probability?.mean ?? 0) - 0.6).magnitude < 0.06)
    #expect(fitted.seen + fitted.unseen == 400)
  }

  @Test("A route is believed slower where it was slow, and rarer where it had not come for long")
  func direction() throws {
    let fit = try Self.fit()
    func median(_ cases: [HistoricalCase]) -> Double {
      fit.posterior(cases).routes[.collateral]?.logMedianDays.mean ?? .nan
    }
    func chance(_ cases: [HistoricalCase]) -> Double {
      fit.posterior(cases).routes[.collateral]?.probability?.mean ?? .nan
    }
    func corrected(_ days: Double) -> HistoricalCase {
      Self.record(1, first: HistoricalCase.Relief(days: days, route: .collateral), observed: 400)
    }
    #expect(median([corrected(4)]) < median([corrected(40)]))
    #expect(median([]) < median([Self.record(1, observed: 60)]))
    // What has not come for very long is rather believed never to come than to be slow.
    #expect(chance([Self.record(1, observed: 60)]) < chance([]))
    #expect(chance([Self.record(1, observed: 300)]) < chance([Self.record(1, observed: 60)]))
    #expect(chance([]) < chance([corrected(20)]))
  }

  /// Which routes a case that saw nothing for 100 days speaks of.
  static let silent: [(HistoricalCase.Effect, Bool, Bool, [HistoricalCase.Route])] = [
    (.letter, false, false, [.collateral, .negotiated, .rescission]),
    (.letter, true, false, [.collateral, .negotiated, .rescission, .reversal]),
    (.letter, false, true, [.collateral, .negotiated, .injunction, .rescission]),
    (.rule(noticeDays: 30), false, false, [.collateral, .negotiated, .rescission]),
    (.rule(noticeDays: 200), false, false, []),
    (.proposal, false, false, [.rescission]),
  ]

  @Test("A case speaks of the routes that were open in it", arguments: silent)
  func openRoutes(
    effect: HistoricalCase.Effect, stops: Bool, isSued: Bool, routes: [HistoricalCase.Route]
  ) throws {
    let record = Self.record(1, stops: stops, isSued: isSued, effect: effect, observed: 100)
    let fit = try Self.fit().posterior([record])
    for route in HistoricalCase.Route.allCases {
      #expect(fit.routes[route]?.unseen == (routes.contains(route) ? 1 : 0), "\(route)")
    }
  }

  @Test("A suit that brought no injunction is rather one refused than one that takes for ever")
  func refused() throws {
    func median(_ cases: [HistoricalCase]) throws -> Double {
      try #require(Self.fit().posterior(cases).routes[.injunction]).logMedianDays.mean
    }
    let refused = Self.record(1, isSued: true, observed: 300)
    let before = try median([])
    #expect(try median([refused]) > before)
    #expect(try median([refused]) < before + Elementary.log(1.1))
    let granted = HistoricalCase.Relief(days: 23, route: .injunction)
    #expect(
      try median([Self.record(1, isSued: true, first: granted, observed: 300)]) < before)
  }

  @Test("Relief at the moment of the order is learnt from as within a quarter of an hour")
  func atOnce() throws {
    func fitted(_ days: Double) throws -> FittedRelief.Route {
      let relief = HistoricalCase.Relief(days: days, route: .reversal)
      let record = Self.record(1, stops: true, first: relief, full: relief, observed: 9)
      return try #require(Self.fit().posterior([record]).routes[.reversal])
    }
    // So early a relief tells the other routes nothing, or next to nothing.
    let (atOnce, soon, later) = try (fitted(0), fitted(0.01), fitted(1))
    #expect(atOnce.seen == 1)
    #expect((atOnce.logMedianDays.mean - soon.logMedianDays.mean).magnitude < 1e-3)
    #expect(atOnce.logMedianDays.mean < later.logMedianDays.mean - 0.01)
  }

  @Test("Under a hook that slows a route the same days are less work")
  func hooks() throws {
    func median(_ hook: Hook) throws -> Double {
      let relief = HistoricalCase.Relief(days: 200, route: .negotiated)
      let record = Self.record(1, hook: hook, first: relief, full: relief, observed: 200)
      return try Self.fit().posterior([record]).routes[.negotiated]?.logMedianDays.mean ?? .nan
    }
    #expect(try median(.weights) < median(.usPerson))
    #expect(try median(.usPerson) < median(.model))
  }

  @Test("The shipped scenarios have the fit to all shipped cases, to the last digit")
  func shipped() throws {
    let fitted = try BackTest(source: History.source(), cases: History.cases()).fitted
    let baseline = try Scenario.load(path: History.root + "/Scenarios/baseline.json5")
    let tried = try Scenario.load(
      path: History.root + "/Scenarios/baseline.json5", settings: fitted.settings)
    for setting in fitted.settings {
      let here = try #require(baseline.parameters.parameter(at: setting.path))
      let there = try #require(tried.parameters.parameter(at: setting.path))
      #expect(
        baseline.parameters[here].distribution == tried.parameters[there].distribution,
        "baseline.json5 should say \(setting.path.dropFirst(7)): \(setting.value)")
    }
    #expect(fitted.settings.count == 9)
  }

  @Test("The study with one route in place of all has the lognormal of the same cases")
  func singleRoute() throws {
    let path = History.root + "/Scenarios/studies/structure-single-route.json5"
    let fitted = try BackTest(source: History.source(), cases: History.cases()).fitted
    let setting = try #require(fitted.singleRouteSetting)
    let shipped = try Scenario.load(path: path)
    let tried = try Scenario.load(path: path, settings: [setting])
    let here = try #require(shipped.parameters.parameter(at: setting.path))
    let there = try #require(tried.parameters.parameter(at: setting.path))
    #expect(
      shipped.parameters[here].distribution == tried.parameters[there].distribution,
      "the scenario should say \(setting.value)")
  }
}

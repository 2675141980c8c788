import Dispatch
import RegulatoryWorld
import Scenarios
import Synchronization

/// The simulated courses of one case.
struct SimulatedCourses: Sendable {
  /// Days from the measure to the first relief, history by history; infinite if by none.
  var firstDays: [Double] = []
  /// Days to the end of the whole measure.
  var fullDays: [Double] = []
  /// Histories by the route of the first relief, in order of `HistoricalCase.Route`,
  /// and last those without any.
  var routes = [Int](repeating: 0, count: HistoricalCase.Route.allCases.count + 1)
}

/// Lives through cases, each in its own scenario, one after the other on each thread.
struct CaseHistories: Sendable {
  private let scenarios: [Scenario]
  private let replications: Int
  private let seed: UInt64

  init(_ scenarios: [Scenario], replications: Int, seed: UInt64) {
    self.scenarios = scenarios
    self.replications = replications
    self.seed = seed
  }

  /// The courses of every case; nil if somebody asked to stop.
  ///
  /// - Throws: what a history that cannot be finished throws.
  func simulate(
    jobs: Int, cancellation: Cancellation, progress: @Sendable (Int) -> Void
  ) throws -> [SimulatedCourses]? {
    let next = Atomic(0)
    let made = Mutex([Result<SimulatedCourses, any Error>?](repeating: nil, count: scenarios.count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, scenarios.count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < scenarios.count, !cancellation.isCancelled else { return }
        let courses = Result { try simulate(scenarios[number], cancellation) }
        let done = made.withLock { made in
          made[number] = courses
          return made.count { $0 != nil }
        }
        progress(done)
      }
    }
    guard !cancellation.isCancelled else { return nil }
    return try made.withLock { try $0.map { try $0?.get() ?? SimulatedCourses() } }
  }

  private func simulate(
    _ scenario: Scenario, _ cancellation: Cancellation
  ) throws -> SimulatedCourses {
    let study = Study(scenario)
    let reading = ReliefReading(study)
    var replicator = Replicator(study)
    var result = ReplicationResult()
    var courses = SimulatedCourses()
    for replication in 1...replications where !cancellation.isCancelled {
      try replicator.run(
        replication: replication, draw: study.draw(replication, seed: seed), seed: seed,
        timeline: false, into: &result)
      reading.add(result.outcomes, to: &courses)
    }
    return courses
  }
}

/// Finds relief in the outcomes of a replication.
private struct ReliefReading {
  private let first: Int
  private let full: Int
  private let route: Int
  private let notice: Double
  private let width: Int
  private let routes: [HistoricalCase.Route?]

  init(_ study: Study) {
    let registry = Outcomes.registry
    func place(_ id: String) -> Int {
      guard let place = registry.firstIndex(where: { $0.id == id }) else {
        preconditionFailure("there is no outcome \(id)")
      }
      return place
    }
    first = place("days_to_partial_relief")
    full = place("days_to_full_relief")
    route = place("relief_route")
    width = registry.count
    routes = registry[route].words.map { HistoricalCase.Route(rawValue: $0) }
    let regime = study.scenario.regimes[0]
    notice = regime.regime(study.scenario.parameters.central).daysBeforeItBinds
  }

  /// Days are counted from the measure; the outcomes count from the day it binds.
  func add(_ outcomes: [Double], to courses: inout SimulatedCourses) {
    let values = Array(outcomes.dropFirst(width))
    let firstDay = values[first].isNaN ? .infinity : values[first] + notice
    let fullDay = values[full].isNaN ? .infinity : values[full] + notice
    courses.firstDays.append(firstDay)
    courses.fullDays.append(fullDay)
    let place: Int
    if firstDay == .infinity {
      place = HistoricalCase.Route.allCases.count
    } else if firstDay < fullDay {
      // The stand-in has no roster, so that what comes before the end is a correction.
      place = index(of: .collateral)
    } else {
      let word = values[route].isNaN ? nil : routes[Int(values[route])]
      place = word.map(index) ?? HistoricalCase.Route.allCases.count
    }
    courses.routes[place] += 1
  }

  private func index(of route: HistoricalCase.Route) -> Int {
    HistoricalCase.Route.allCases.firstIndex(of: route) ?? 0
  }
}

import DiscreteEvents
import Stochastics

/// Process 10, relief, with the suit of process 13.
///
/// Competing routes: each an amount of work drawn once, in days at normal speed, burnt at a speed
/// that depends on how well the route fits the theory and, for political routes, on public
/// pressure. Whichever ends first gives relief; partial relief leaves the others running.
struct ReliefState {
  /// Experts have rebutted the assessment behind the order.
  var isRebutted = false
  /// Allies need no licence any more.
  var isCorrected = false
  /// A determination has named trusted partners.
  var rosterIsDetermined = false
  /// Routes under way, by raw value.
  var work: [Countdown?] = ReliefRoute.allCases.map { _ in nil }
  var handles: [EventHandle] = ReliefRoute.allCases.map { _ in .none }
  /// Days of the first partial relief and of full relief; infinite if not yet.
  var partialDay = Double.infinity
  var fullDay = Double.infinity
  /// How full relief came.
  var fullRoute: ReliefRoute?

  /// Whether a roster covers a model: the vetted ones among those named, or all if none is vetted.
  func rosterCovers(_ model: Int, _ future: Future) -> Bool {
    let targets = future.incident.targets
    let hasVetted = targets.contains { future.models[$0].isVetted }
    return targets.contains(model) && (!hasVetted || future.models[model].isVetted)
  }
}

extension World {
  mutating func beginRelief(_ agenda: inout Agenda) {
    let parameters = future.scenario.relief
    let draw = future.draw
    if let fixed = parameters.fixedFullDays {
      agenda.schedule(.reliefGranted(.fixed), at: agenda.now + draw[fixed], priority: .first)
      return
    }
    start(.collateral, days: draw[parameters.collateralDays], &agenda)
    if mark(.roster, "ever") < draw[parameters.rosterProbability] {
      start(.roster, days: draw[parameters.rosterDays], &agenda)
    }
    if mark(.negotiated, "never") >= draw[parameters.neverProbability] {
      start(.negotiated, days: draw[parameters.negotiatedDays], &agenda)
    }
    start(.rescission, days: draw[parameters.rescissionDays], &agenda)
    sue(&agenda)
  }

  private func mark(_ route: ReliefRoute, _ purpose: StaticString) -> Double {
    reliefKey(route).child(purpose).uniform()
  }

  private func reliefKey(_ route: ReliefRoute) -> StreamKey {
    future.root.child("relief").child(NameHash(route.name))
  }

  private mutating func start(_ route: ReliefRoute, days: Double, _ agenda: inout Agenda) {
    let work = future.duration(median: days, at: reliefKey(route).child("work"))
    let slot = Int(route.rawValue)
    let countdown = Countdown(work: work, speed: reliefSpeed(route), now: agenda.now)
    relief.work[slot] = countdown
    note(.relief(.routeOpens(route, days: work)), agenda, since: .order, begins: .route(route))
    relief.handles[slot] = agenda.scheduleCancellable(
      .reliefGranted(route), at: countdown.completion, priority: .first)
  }

  /// Speed of a route: the theory's fit, and pressure where it is political.
  private func reliefSpeed(_ route: ReliefRoute) -> Double {
    guard let law, let fit = future.scenario.relief.fit[law.regime.hook] else { return 0 }
    let political =
      1 + future.draw[future.scenario.relief.pressureGain] * advocacy.pressure
    switch route {
    case .collateral: return future.draw[fit.collateral] * political
    case .roster: return future.draw[fit.roster] * political
    case .negotiated: return future.draw[fit.negotiated] * political
    case .rescission: return future.draw[fit.rescission]
    case .fixed, .licence, .injunction: return 1
    }
  }

  /// Pressure has changed: routes that feel it change their speed.
  mutating func updateReliefSpeeds(_ agenda: inout Agenda) {
    for route in ReliefRoute.allCases {
      let slot = Int(route.rawValue)
      guard var work = relief.work[slot], agenda.isPending(relief.handles[slot]) else { continue }
      if work.setSpeed(reliefSpeed(route), now: agenda.now) {
        relief.work[slot] = work
        agenda.reschedule(relief.handles[slot], at: work.completion)
      }
    }
  }

  /// The lab sues by chance; the theory says how such suits fare.
  private mutating func sue(_ agenda: inout Agenda) {
    guard let law else { return }
    let parameters = future.scenario.relief
    let draw = future.draw
    let sues = draw[parameters.suitProbability] * draw[future.scenario.mechanisms.litigation]
    guard mark(.injunction, "sues") < sues,
      mark(.injunction, "granted") < law.regime.injunctionProbability
    else { return }
    start(.injunction, days: draw[parameters.injunctionDays], &agenda)
  }

  mutating func reliefGranted(_ route: ReliefRoute, _ agenda: inout Agenda) {
    guard order.isInForce else { return }
    note(.relief(.granted(route)), agenda, since: .route(route))
    if route.isFull {
      relief.fullDay = agenda.now
      relief.fullRoute = route
      lift(&agenda)
      return
    }
    relief.partialDay = min(relief.partialDay, agenda.now)
    if route == .roster {
      relief.rosterIsDetermined = true
      compliance.staffRestored = true
      updateStaff(&agenda)
      startGates(&agenda)
    } else {
      relief.isCorrected = true
    }
    updateMeans()
    reassess(&agenda)
    updateAttack(&agenda)
  }

  /// The whole order is lifted: labs restore at once, clouds after their lag.
  private mutating func lift(_ agenda: inout Agenda) {
    order.isInForce = false
    compliance.labsApply = false
    updateStaff(&agenda)
    followClouds(&agenda)
    releaseWhatWasHeld(&agenda)
    reassess(&agenda)
    updateAttack(&agenda)
  }
}

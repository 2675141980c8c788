import DiscreteEvents
import Stochastics

/// Process 10, relief.
///
/// Competing routes: each an amount of work drawn once, in days at normal speed, burnt at a speed
/// that depends on how well the route fits the theory and, for political routes, on public
/// pressure, trust, a fix, allied diplomacy, safeguards and what experts say. Whichever ends first
/// gives relief; partial relief leaves the others running.
struct ReliefState {
  /// Experts have rebutted the assessment behind the order.
  var isRebutted = false
  /// Allies need no licence any more.
  var isCorrected = false
  /// A determination has named trusted partners.
  var rosterIsDetermined = false
  /// Models on which a filter stays after the lift, as agreed, a bit each.
  var filtered: UInt64 = 0
  /// Routes under way, by raw value.
  var work: [Countdown?] = []
  var handles: [EventHandle] = []
  /// Days of the first partial relief and of full relief; infinite if not yet.
  var partialDay = Double.infinity
  var fullDay = Double.infinity
  /// How full relief came.
  var fullRoute: ReliefRoute?

  mutating func reset() {
    (isRebutted, isCorrected, rosterIsDetermined) = (false, false, false)
    filtered = 0
    work.refill(ReliefRoute.allCases.count, with: nil)
    handles.refill(ReliefRoute.allCases.count, with: .none)
    (partialDay, fullDay) = (.infinity, .infinity)
    fullRoute = nil
  }

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
    // Where only listed users lose something there is no collateral, and nobody to put on a list.
    if law?.restrictsOrdinaryUsers ?? false {
      if mark(.collateral, "ever") < draw[parameters.collateralProbability] {
        start(.collateral, days: draw[parameters.collateralDays], &agenda)
      }
      if mark(.roster, "ever") < draw[parameters.rosterProbability] {
        start(.roster, days: draw[parameters.rosterDays], &agenda)
      }
    }
    if mark(.negotiated, "never") >= draw[parameters.neverProbability] {
      start(.negotiated, days: draw[parameters.negotiatedDays], &agenda)
    }
    start(.rescission, days: draw[parameters.rescissionDays], &agenda)
  }

  /// Whether the government takes the order back at once, which it does with a chance that grows
  /// with the share of the public left without the service it wants.
  ///
  /// Looked at when service stops and daily from then on: once the share is large enough for this
  /// order, the reversal is under way.
  mutating func weighReversal(_ agenda: inout Agenda) {
    let parameters = future.scenario.relief
    guard order.isInForce, parameters.fixedFullDays == nil,
      relief.work[Int(ReliefRoute.reversal.rawValue)] == nil,
      mark(.reversal, "ever")
        < future.draw[parameters.reversalProbability] * advocacy.harm.home
    else { return }
    start(.reversal, days: future.draw[parameters.reversalDays], &agenda)
  }

  func mark(_ route: ReliefRoute, _ purpose: StaticString) -> Double {
    reliefKey(route).child(purpose).uniform()
  }

  func reliefKey(_ route: ReliefRoute) -> StreamKey {
    future.root.child("relief").child(NameHash(route.name))
  }

  private mutating func start(_ route: ReliefRoute, days: Double, _ agenda: inout Agenda) {
    let work = future.reliefWork(median: days, at: reliefKey(route).child("work"))
    let slot = Int(route.rawValue)
    let countdown = Countdown(work: work, speed: reliefSpeed(route), now: agenda.now)
    relief.work[slot] = countdown
    note(.relief(.routeOpens(route, days: work)), agenda, since: .order, begins: .route(route))
    relief.handles[slot] = agenda.scheduleCancellable(
      .reliefGranted(route), at: countdown.completion, priority: .first)
  }

  /// Speed of a route: the theory's fit, and what else moves those who decide on it.
  private func reliefSpeed(_ route: ReliefRoute) -> Double {
    guard let law, let fit = future.scenario.relief.fit[law.regime.hook] else { return 0 }
    let parameters = future.scenario.relief
    let draw = future.draw
    let pressure = draw[parameters.pressureGain] * advocacy.pressure
    let rebuttal = relief.isRebutted ? draw[parameters.rebuttalGain] : 0
    switch route {
    case .collateral:
      let allied = draw[parameters.alliedGain] * advocacy.harm.allied
      return draw[fit.collateral] * (1 + pressure + allied)
    case .roster:
      return draw[fit.roster] * max(0, 1 + pressure + standing())
    case .negotiated:
      let fixed = filterAnswersOrder && isTargetFixed ? draw[parameters.fixGain] : 0
      let conceded = Double(talks.concessions) * draw[future.scenario.negotiation.concessionGain]
      return draw[fit.negotiated]
        * max(0, 1 + pressure + standing() + fixed + conceded + rebuttal)
    case .rescission: return draw[fit.rescission] * (1 + rebuttal)
    case .fixed, .licence, .injunction, .reversal: return 1
    }
  }

  /// What the named lab's standing with officials adds to the speed of dealings with it.
  private func standing() -> Double {
    guard let lab = namedLab else { return 0 }
    let parameters = future.scenario.relief
    return future.draw[parameters.trustGain] * (2 * trust.level[lab] - 1)
      + future.draw[parameters.safeguardsGain] * safeguardStrength(lab)
  }

  /// How strong a lab's safeguards are, layer upon layer, from 0 to 1.
  func safeguardStrength(_ lab: Int) -> Double { future.labs[lab].safeguards.strength }

  /// The lab that officials deal with: that of the first model named.
  var namedLab: Int? { future.incident.targets.first.map { future.models[$0].lab } }

  /// Whether a filter on the bypassed model answers the order: it takes that model's use, and from
  /// more than listed users.
  var filterAnswersOrder: Bool {
    guard let law, let model = future.incident.model else { return false }
    return law.regime.personScope != .listedEndUsers
      && law.bindsUse(model, named: order.isNamed[model])
  }

  private var isTargetFixed: Bool { future.incident.model.map { fixes.isShipped($0) } ?? false }

  /// Something that moves officials has changed: routes that feel it change their speed.
  mutating func updateReliefSpeeds(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    for route in ReliefRoute.allCases {
      let slot = Int(route.rawValue)
      guard var work = relief.work[slot], agenda.isPending(relief.handles[slot]) else { continue }
      if work.setSpeed(reliefSpeed(route), now: agenda.now) {
        relief.work[slot] = work
        agenda.reschedule(relief.handles[slot], at: work.completion)
      } else {
        relief.work[slot] = work
      }
    }
  }

  mutating func reliefGranted(_ route: ReliefRoute, _ agenda: inout Agenda) {
    guard order.isInForce else { return }
    note(.relief(.granted(route)), agenda, since: .route(route))
    if route.isFull {
      relief.fullDay = agenda.now
      relief.fullRoute = route
      if route == .negotiated { agreeOnConditions(&agenda) } else { dropPromise(&agenda) }
      lift(&agenda)
      reconsiderWhatIsFiltered(&agenda)
      return
    }
    relief.partialDay = min(relief.partialDay, agenda.now)
    weakenPrecedent(&agenda)
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
    dropGates(&agenda)
    updateStaff(&agenda)
    followClouds(&agenda)
    releaseWhatWasHeld(&agenda)
    reassess(&agenda)
    updateAttack(&agenda)
  }
}

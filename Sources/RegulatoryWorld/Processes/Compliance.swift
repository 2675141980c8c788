import DiscreteEvents
import ExportControls

/// Process 8, compliance: what labs and clouds do when they cannot tell restricted users from
/// the rest.
///
/// Service is lost for everyone until a sufficient gate works, then for those restricted.
struct Compliance {
  /// Whether labs have stopped what the control binds.
  var labsApply = false { didSet { updateApplies() } }
  /// Whether each cloud has followed.
  private(set) var cloudApplies: [Bool] = []
  /// Whether a lab or a cloud applies the control.
  private(set) var applies = false
  /// Gates in operation per lab, a bit each in order of `Gate.allCases`.
  var gates: [Int] = []
  /// What each lab can tell apart.
  var means: [Separation.Means] = []
  /// Work on gates: lab · gates + gate.
  var building: [Countdown] = []
  var handles: [EventHandle] = []
  /// Whether a lab's foreign staff are barred, and since when.
  var barredSince: [Double?] = []
  /// Whether a determination restored the staff of the labs that the order names.
  var staffRestored = false

  mutating func setCloud(_ cloud: Int, applies: Bool) {
    cloudApplies[cloud] = applies
    updateApplies()
  }

  private mutating func updateApplies() { applies = labsApply || cloudApplies.contains(true) }

  mutating func reset(_ future: Future) {
    (labsApply, applies) = (false, false)
    cloudApplies.refill(future.clouds.count, with: false)
    gates.refill(future.labs.count, with: 0)
    means.refill(future.labs.count, with: [])
    building.removeAll(keepingCapacity: true)
    for lab in future.labs {
      for days in lab.gateDays { building.append(Countdown(work: days, speed: 0, now: 0)) }
    }
    handles.refill(building.count, with: .none)
    barredSince.refill(future.labs.count, with: nil)
    staffRestored = false
  }
}

extension Compliance {
  /// Place of the roster among the gates.
  static let roster = Gate.allCases.firstIndex(of: .roster) ?? 0
}

extension World {
  static var gateCount: Int { Gate.allCases.count }

  /// Every lab that the order names, or could name next, starts on the gates that would satisfy
  /// it.
  ///
  /// A roster has to wait for the determination that names who is on it.
  mutating func startGates(_ agenda: inout Agenda) {
    guard let law else { return }
    for lab in future.labs.indices where isExposed(lab) {
      for gate in law.usefulGates where gate != Compliance.roster {
        startGate(lab, gate, &agenda)
      }
      let awaitsList = law.regime.rosterCountsAfterDetermination
      if relief.rosterIsDetermined ? isNamed(lab) : usesRoster(law) && !awaitsList {
        startGate(lab, Compliance.roster, &agenda)
      }
    }
  }

  private func usesRoster(_ law: LegalMap) -> Bool {
    law.usefulGates.contains(Compliance.roster)
  }

  /// Whether the order, as issued, names a model of a lab.
  func isNamed(_ lab: Int) -> Bool {
    future.incident.targets.contains { future.models[$0].lab == lab }
  }

  /// Labs stop building what they no longer need.
  mutating func dropGates(_ agenda: inout Agenda) {
    for slot in compliance.handles.indices {
      agenda.cancel(compliance.handles[slot])
      compliance.handles[slot] = .none
    }
  }

  func isExposed(_ lab: Int) -> Bool {
    guard let law else { return false }
    return future.models.indices.contains {
      future.models[$0].lab == lab
        && (law.touches($0, named: order.isNamed[$0]) || law.couldReachNext($0))
    }
  }

  private mutating func startGate(_ lab: Int, _ gate: Int, _ agenda: inout Agenda) {
    let slot = lab * World.gateCount + gate
    guard compliance.handles[slot] == .none, compliance.gates[lab] >> gate & 1 == 0 else { return }
    compliance.building[slot] = Countdown(
      work: future.labs[lab].gateDays[gate], speed: gateSpeed(of: lab), now: agenda.now)
    note(
      .compliance(.gateStarted(lab: Int32(lab), gate: Int32(gate))), agenda,
      begins: .gate(lab: lab, gate: gate))
    compliance.handles[slot] = agenda.scheduleCancellable(
      .gateBuilt(lab: Int32(lab), gate: Int32(gate)), at: compliance.building[slot].completion,
      priority: .early)
  }

  mutating func gateBuilt(_ lab: Int, _ gate: Int, _ agenda: inout Agenda) {
    compliance.handles[lab * World.gateCount + gate] = .none
    if gateIsRejected(lab, gate, &agenda) { return }
    compliance.gates[lab] |= 1 << gate
    note(
      .compliance(.gateBuilt(lab: Int32(lab), gate: Int32(gate))), agenda,
      since: .gate(lab: lab, gate: gate))
    let movesHosting = Gate.allCases[gate] == .regionAndStaff
    guard updateMeans() || movesHosting else { return }
    reassess(&agenda, usersOf: future.models(of: lab))
    updateAttack(&agenda)
  }

  /// Asks the law what each lab can tell apart with the gates it has; says whether that changed.
  @discardableResult mutating func updateMeans() -> Bool {
    guard let law else { return false }
    var hasChanged = false
    for lab in future.labs.indices {
      let means = law.means(
        gates: compliance.gates[lab], rosterDetermined: relief.rosterIsDetermined)
      hasChanged = hasChanged || means != compliance.means[lab]
      compliance.means[lab] = means
    }
    return hasChanged
  }

  /// Labs comply within the hours they take; a cloud may stop at once, obliged or not.
  mutating func expectCompliance(_ agenda: inout Agenda) {
    let hours = future.draw[future.scenario.regulator.complyHours]
    agenda.schedule(.labsComply, at: agenda.now + hours / 24, priority: .late)
    for (cloud, traits) in future.clouds.enumerated() {
      let resells = order.isNamed.indices.contains {
        order.isNamed[$0] && traits.salesShare[future.models[$0].lab] > 0
      }
      let mark = future.root.child("precedes").child(traits.key).uniform()
      guard resells, mark < traits.precedeProbability else { continue }
      agenda.schedule(.cloudPrecedes(cloud: Int32(cloud)), at: agenda.now, priority: .late)
    }
  }

  mutating func cloudPrecedes(_ cloud: Int, _ agenda: inout Agenda) {
    guard order.isInForce, !compliance.labsApply else { return }
    compliance.setCloud(cloud, applies: true)
    noteReach()
    updateMeans()
    note(.compliance(.cloudPrecedes(cloud: Int32(cloud))), agenda)
    reassess(&agenda)
  }

  /// Labs stop what they may no longer do; everything else that follows from the order follows
  /// from here.
  mutating func labsComply(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    compliance.labsApply = law?.regime.obligated.contains(.lab) ?? false
    note(.compliance(.begins(compliance.labsApply)), agenda, since: .order)
    noteReach()
    updateMeans()
    if compliance.labsApply { noteSuspension(agenda) }
    updateStaff(&agenda)
    followClouds(&agenda)
    expectExtensions(&agenda)
    expectFear(&agenda)
    expectAudits(&agenda)
    beginLicensing(&agenda)
    beginAdvocacy(&agenda)
    reassess(&agenda)
    updateAttack(&agenda)
    advocacy.harm.look(demand)
    weighReversal(&agenda)
  }

  private mutating func noteSuspension(_ agenda: borrowing Agenda) {
    guard recorder != nil else { return }
    for model in future.models.indices where releases.isOut[model] {
      noteSuspension(of: model, agenda)
    }
  }

  /// Notes what a lab stops of a model that the order binds.
  mutating func noteSuspension(
    of model: Int, _ agenda: borrowing Agenda, since origin: Recorder.Origin? = nil
  ) {
    guard recorder != nil, let law else { return }
    let named = order.isNamed[model]
    guard law.touches(model, named: named) else { return }
    let number = Int32(model)
    let hasGate = !compliance.means[future.models[model].lab].isEmpty
    note(
      .compliance(
        law.bindsUse(model, named: named)
          ? .serviceStops(model: number, hasGate: hasGate) : .handlingStops(model: number)),
      agenda, since: origin)
  }

  /// Clouds follow the labs, each after its lag.
  mutating func followClouds(_ agenda: inout Agenda) {
    for (cloud, traits) in future.clouds.enumerated() {
      agenda.schedule(
        .cloudFollows(cloud: Int32(cloud)), at: agenda.now + traits.followLag, priority: .late)
    }
  }

  mutating func cloudFollows(_ cloud: Int, _ agenda: inout Agenda) {
    // What a lab stops its resellers stop too, and what they are themselves obliged to.
    let applies =
      compliance.labsApply
      || order.isInForce && law?.regime.obligated.contains(.cloud) ?? false
    guard compliance.cloudApplies[cloud] != applies else { return }
    compliance.setCloud(cloud, applies: applies)
    note(
      .compliance(
        applies
          ? .cloudFollows(cloud: Int32(cloud)) : .cloudRestores(cloud: Int32(cloud))), agenda)
    reassess(&agenda, usersOf: future.modelsResold(by: cloud))
  }

  // MARK: Staff

  /// Speed of a lab's own work: barred staff do other things.
  func speed(of lab: Int) -> Double {
    guard compliance.barredSince[lab] != nil else { return 1 }
    return 1 - barredShare(lab) * (1 - future.labs[lab].reassignedProductivity)
  }

  /// Share of a lab's technical staff who are barred: foreign persons, permanent residents too
  /// where the control bars whoever is no citizen, and where the item is the weights only those who
  /// work with them in sight.
  func barredShare(_ lab: Int) -> Double {
    let traits = future.labs[lab]
    let isWeights = law?.regime.itemScope == .weights
    let residents =
      law?.regime.personScope == .anyNoncitizen
      ? future.draw[future.scenario.market.permanentResidentShare] : 0
    return min(1, traits.foreignStaffShare / (1 - residents))
      * (isWeights ? traits.weightAccessShare : 1) * shareOfNationsBarred(lab)
  }

  /// Share of a lab's foreign staff whose nationality the control bars from any of its models.
  private func shareOfNationsBarred(_ lab: Int) -> Double {
    guard let law else { return 0 }
    let weights = future.scenario.market.staffNationalities.weights
    var (all, barred) = (0.0, 0.0)
    for (nation, entry) in weights.enumerated() {
      let weight = future.draw[entry.weight]
      all += weight
      let isBarred = future.models.indices.contains {
        future.models[$0].lab == lab && releases.isOut[$0]
          && law.barsStaff($0, named: order.isNamed[$0], nation: nation)
      }
      if isBarred { barred += weight }
    }
    return all > 0 ? barred / all : 0
  }

  /// Bars or restores labs' foreign staff, and changes the speed of what they work on.
  mutating func updateStaff(_ agenda: inout Agenda) {
    for lab in future.labs.indices {
      let isBarred = isStaffBarred(lab)
      guard isBarred != (compliance.barredSince[lab] != nil) else { continue }
      if isBarred {
        compliance.barredSince[lab] = agenda.now
        note(
          .compliance(.staffBarred(lab: Int32(lab), share: barredShare(lab))), agenda)
      } else {
        settleStaff(lab, until: agenda.now)
        compliance.barredSince[lab] = nil
        note(.compliance(.staffRestored(lab: Int32(lab))), agenda)
      }
      changeGateSpeeds(lab, &agenda)
      changeFixSpeed(lab, &agenda)
    }
    changeReleaseSpeeds(&agenda)
  }

  private func isStaffBarred(_ lab: Int) -> Bool {
    guard let law, compliance.labsApply, !(compliance.staffRestored && isNamed(lab)),
      barredShare(lab) > 0
    else { return false }
    return future.models.indices.contains {
      future.models[$0].lab == lab && releases.isOut[$0]
        && law.barsStaff($0, named: order.isNamed[$0])
    }
  }

  /// What a lab builds goes on at its present speed.
  mutating func changeGateSpeeds(_ lab: Int, _ agenda: inout Agenda) {
    for gate in 0..<World.gateCount { changeSpeed(lab, gate, &agenda) }
  }

  private mutating func changeSpeed(_ lab: Int, _ gate: Int, _ agenda: inout Agenda) {
    let slot = lab * World.gateCount + gate
    guard compliance.handles[slot] != .none,
      compliance.building[slot].setSpeed(gateSpeed(of: lab), now: agenda.now)
    else { return }
    agenda.reschedule(compliance.handles[slot], at: compliance.building[slot].completion)
  }

  private mutating func settleStaff(_ lab: Int, until day: Double) {
    guard let since = compliance.barredSince[lab] else { return }
    let traits = future.labs[lab]
    let days = traits.staff * barredShare(lab) * (day - since)
    ledger.staffDays += days
    ledger.staffCost += days * (1 - traits.reassignedProductivity) * traits.wagePerDay
    compliance.barredSince[lab] = day
  }

  /// Books the days of staff still barred at the horizon.
  mutating func settleStaff(at day: Double) {
    for lab in future.labs.indices { settleStaff(lab, until: day) }
  }
}

import DiscreteEvents

/// Process 1, release and adoption, with the gating and withholding of process 15.
///
/// Models come on a calendar, each a countdown at its lab's speed. A better model of the same lab
/// is adopted at a constant hazard; one of another lab only where it is worth more than the
/// familiar one.
struct Releases {
  /// Whether each model is out.
  var isOut: [Bool] = []
  /// Day each model came out; infinite if not yet.
  var day: [Double] = []
  /// Day before which an announced delay holds a model back.
  var heldUntil: [Double] = []
  /// Whether the shadow of the order has delayed a model.
  var isDelayed: [Bool] = []
  /// Whether the order bars publication of a model that is due.
  var isBarred: [Bool] = []
  /// Whether a barred publication came out abroad.
  var isRelocated: [Bool] = []
  /// Work on each planned release, in days, and its event.
  var work: [Countdown] = []
  var handles: [EventHandle] = []

  mutating func reset(_ future: Future) {
    let models = future.models
    isOut.refill(from: models) { $0.releaseDay < 0 }
    day.refill(from: models) { $0.releaseDay < 0 ? $0.releaseDay : .infinity }
    heldUntil.refill(from: models, \.releaseDay)
    isDelayed.refill(models.count, with: false)
    isBarred.refill(models.count, with: false)
    isRelocated.refill(models.count, with: false)
    work.refill(from: models) { Countdown(work: max(0, $0.releaseDay), speed: 1, now: 0) }
    handles.refill(models.count, with: .none)
  }
}

extension World {
  mutating func beginReleases(_ agenda: inout Agenda) {
    for (model, traits) in future.models.enumerated() where traits.releaseDay >= 0 {
      releases.handles[model] = agenda.scheduleCancellable(
        .modelReleased(model: Int32(model)), at: releases.work[model].completion,
        priority: .early)
    }
  }

  mutating func modelReleased(_ model: Int, _ agenda: inout Agenda) {
    guard !releases.isOut[model], agenda.now >= releases.heldUntil[model] else { return }
    if isPublicationBarred(model) { return holdPublication(model, &agenda) }
    if isHeldForRepair(model, &agenda) || isGated(model, &agenda) { return }
    release(model, &agenda)
  }

  /// A model comes out.
  mutating func release(_ model: Int, _ agenda: inout Agenda) {
    releases.isOut[model] = true
    releases.day[model] = agenda.now
    ledger.releaseDay[model] = agenda.now
    note(.release(.released(model: Int32(model))), agenda, begins: .release(model: model))
    offer(model, &agenda)
    expectExtension(model, &agenda)
    if law != nil { sampleService(&agenda) }
    updateAttack(&agenda)
  }

  /// Lets out what the order barred or delayed, once it is lifted.
  mutating func releaseWhatWasHeld(_ agenda: inout Agenda) {
    for model in future.models.indices
    where !releases.isOut[model] && (releases.isBarred[model] || releases.isDelayed[model]) {
      releases.isBarred[model] = false
      releases.heldUntil[model] = agenda.now
      agenda.schedule(
        .modelReleased(model: Int32(model)), at: agenda.now, priority: .early)
    }
  }

  /// Informal gating of a closed release, or withholding of an open one, in the shadow of an order
  /// that binds on the day it is due; some open ones are withheld later too, as research closes.
  ///
  /// The marks belong to the model; chance and delay grow with the strictness of the standard to
  /// come, and the delay ends with the order.
  private mutating func isGated(_ model: Int, _ agenda: inout Agenda) -> Bool {
    let traits = future.models[model]
    guard let law, !releases.isDelayed[model], future.labs[traits.lab].country == .us else {
      return false
    }
    let isInShadow = order.isInForce && (law.shadows(model) || readsWidely(model))
    let regulator = future.scenario.regulator
    let draw = future.draw
    let chance = isInShadow ? chanceInShadow(traits.isOpen) * standard.strictness : 0
    let closed = traits.isOpen ? research.closed : 0
    guard future.root.child("gating").child(traits.key).uniform() < 1 - (1 - chance) * (1 - closed)
    else { return false }
    let delay =
      draw[traits.isOpen ? regulator.withholdDelayDays : regulator.gatingDelayDays]
      * standard.strictness
    releases.isDelayed[model] = true
    releases.heldUntil[model] = agenda.now + delay
    note(.release(.gated(model: Int32(model), days: delay)), agenda, since: .order)
    agenda.schedule(
      .modelReleased(model: Int32(model)), at: releases.heldUntil[model], priority: .early)
    return true
  }

  private func chanceInShadow(_ isOpen: Bool) -> Double {
    let regulator = future.scenario.regulator
    let mechanisms = future.scenario.mechanisms
    return isOpen
      ? future.draw[regulator.withholdProbability] * future.draw[mechanisms.openness]
      : future.draw[regulator.gatingProbability] * future.draw[mechanisms.gating]
  }

  /// Every agent that a new model is worth more to than the one it wants, for all its seats or for
  /// those that foreign persons hold, will come to adopt it.
  private func offer(_ model: Int, _ agenda: inout Agenda) {
    guard !future.models[model].isVetted else { return }
    let lab = future.models[model].lab
    for agent in future.agents.indices {
      guard let wanted = wantedLess(than: model, agent) else { continue }
      var delay = future.adoptionDelay(agent, model)
      if future.models[wanted].lab != lab { delay += migrationDelay(agent, move: 0) }
      agenda.schedule(
        .modelAdopted(agent: Int32(agent), model: Int32(model)), at: agenda.now + delay)
    }
  }

  /// What the first pool of an agent's seats wants that would rather have the model; nil if none
  /// that holds seats would.
  private func wantedLess(than model: Int, _ agent: Int) -> Int? {
    let share = future.agents[agent].foreignShare
    func wanted(by pool: Int) -> Int? {
      let wanted = Int(demand.pools[pool].wanted)
      return wanted >= 0 && wanted != model && prefers(agent, model, to: wanted) ? wanted : nil
    }
    if share < 1, let wanted = wanted(by: 2 * agent) { return wanted }
    return share > 0 ? wanted(by: 2 * agent + 1) : nil
  }

  mutating func modelAdopted(_ agent: Int, _ model: Int, _ agenda: inout Agenda) {
    let wanted = (demand.pools[2 * agent].wanted, demand.pools[2 * agent + 1].wanted)
    let first = wanted.0 != model && prefers(agent, model, to: Int(wanted.0))
    let second =
      wanted.1 == wanted.0 ? first : wanted.1 != model && prefers(agent, model, to: Int(wanted.1))
    if first { adopt(2 * agent, model, &agenda) }
    if second { adopt(2 * agent + 1, model, &agenda) }
  }

  private mutating func adopt(_ pool: Int, _ model: Int, _ agenda: inout Agenda) {
    let state = demand.pools[pool]
    let lab = future.models[model].lab
    guard let filtering = access(pool, model) else {
      // Another vendor's model that cannot be had is no loss: one stays where one is.
      guard future.models[Int(state.wanted)].lab == lab else { return }
      demand.pools[pool].wanted = Int32(model)
      demand.setDisplaced(pool, true)
      record(pool, &agenda)
      return
    }
    let former = Int(state.current >= 0 ? state.current : state.wanted)
    if future.models[former].lab != lab { payMigration(pool) }
    demand.pools[pool].wanted = Int32(model)
    noteAdoption(pool, model, agenda)
    settle(pool, on: model, filtering, &agenda)
  }
}

import DiscreteEvents

/// Process 15, precedent: other models that the same reasoning reaches are named too, at a rate
/// that grows with each success of the theory and falls with each retreat.
struct PrecedentState {
  /// Speed of every extension under way, relative to the first days of an order.
  var strength = 1.0
  /// Extensions under way, by model.
  var works: [Countdown?] = []
  var handles: [EventHandle] = []

  mutating func reset(_ future: Future) {
    strength = 1
    works.refill(future.models.count, with: nil)
    handles.refill(future.models.count, with: .none)
  }
}

extension World {
  /// The same reasoning may be applied to every other model that is out.
  mutating func expectExtensions(_ agenda: inout Agenda) {
    for model in future.models.indices where releases.isOut[model] {
      expectExtension(model, &agenda)
    }
  }

  /// The same reasoning may be applied to a model, from now on.
  mutating func expectExtension(_ model: Int, _ agenda: inout Agenda) {
    guard order.isInForce, let law, !order.isNamed[model], precedent.works[model] == nil,
      law.couldReachNext(model), law.shadows(model)
    else { return }
    let rate =
      future.draw[future.scenario.regulator.extensionsPerYear]
      * future.draw[future.scenario.mechanisms.precedent] / 365
    guard rate > 0 else { return }
    let key = future.root.child("extension").child(future.models[model].key)
    let work = Countdown(work: key.exponential() / rate, speed: extensionSpeed, now: agenda.now)
    precedent.works[model] = work
    precedent.handles[model] = agenda.scheduleCancellable(
      .orderExtended(model: Int32(model)), at: work.completion)
  }

  private var extensionSpeed: Double { precedent.strength * standard.strictness }

  /// Precedent or standard has changed.
  mutating func updateExtensions(_ agenda: inout Agenda) {
    for model in precedent.works.indices where agenda.isPending(precedent.handles[model]) {
      guard var work = precedent.works[model] else { continue }
      if work.setSpeed(extensionSpeed, now: agenda.now) {
        agenda.reschedule(precedent.handles[model], at: work.completion)
      }
      precedent.works[model] = work
    }
  }

  mutating func strengthenPrecedent(_ agenda: inout Agenda) {
    let gain = future.draw[future.scenario.precedent.gain]
    precedent.strength = min(PrecedentState.limit, precedent.strength * (1 + gain))
    updateExtensions(&agenda)
  }

  mutating func weakenPrecedent(_ agenda: inout Agenda) {
    precedent.strength *= 1 - future.draw[future.scenario.precedent.loss]
    updateExtensions(&agenda)
  }

  mutating func orderExtended(_ model: Int, _ agenda: inout Agenda) {
    guard order.isInForce, releases.isOut[model] else { return }
    order.isNamed[model] = true
    note(
      .order(.extended(model: Int32(model))), agenda, since: .order,
      begins: .extending(model: model))
    strengthenPrecedent(&agenda)
    noteReach()
    updateMeans()
    noteSuspension(of: model, agenda, since: .extending(model: model))
    updateStaff(&agenda)
    reassess(&agenda)
    updateAttack(&agenda)
  }
}

extension PrecedentState {
  /// No precedent grows beyond this.
  static let limit = 1e6
}

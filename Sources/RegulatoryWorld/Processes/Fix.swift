import DiscreteEvents

/// The fix of process 5: a filter that a lab works on at its own speed and ships to everyone.
///
/// Its block on variants and its over-block on security work are one choice, not two.
struct Fixes {
  /// Work on the fix of each model.
  var work: [Countdown] = []
  var handles: [EventHandle] = []
  /// Whether the fix of each model is one in part.
  var isInPart: [Bool] = []
  /// Whether a lab has taken a model off the market until it is fixed.
  var isSuspended: [Bool] = []
  private var shipped: [Bool] = []

  mutating func reset(_ future: Future) {
    let models = future.models.count
    work.refill(models, with: Countdown(work: 0, speed: 0, now: 0))
    handles.refill(models, with: .none)
    isInPart.refill(models, with: false)
    isSuspended.refill(models, with: false)
    shipped.refill(models, with: false)
  }

  /// Whether a filter on a model is in place.
  func isShipped(_ model: Int) -> Bool { shipped[model] }

  /// Whether a lab works on one or has shipped one.
  func isUnderWayOrShipped(_ model: Int) -> Bool { shipped[model] || handles[model] != .none }

  mutating func ship(_ model: Int) { shipped[model] = true }
}

extension World {
  /// How a model is filtered for everybody, apart from the order.
  func plainFiltering(_ model: Int) -> Filtering {
    if relief.filtered >> UInt64(model) & 1 == 1 { return .gate }
    guard fixes.isShipped(model) else { return .none }
    return fixes.isInPart[model] ? .fixInPart : .fix
  }

  /// A lab begins to work on a fix, unless it has done so before.
  mutating func startFix(_ model: Int, inPart: Bool, _ agenda: inout Agenda) {
    guard !fixes.isUnderWayOrShipped(model) else { return }
    fixes.isInPart[model] = inPart
    fixes.work[model] = Countdown(
      work: future.incident.fixWork, speed: speed(of: future.models[model].lab), now: agenda.now)
    note(.incident(.fixStarted(model: Int32(model))), agenda, begins: .fix(model: model))
    fixes.handles[model] = agenda.scheduleCancellable(
      .fixShipped(model: Int32(model)), at: fixes.work[model].completion)
  }

  /// A lab stops working on a fix.
  mutating func dropFix(_ model: Int, _ agenda: inout Agenda) {
    guard !fixes.isShipped(model) else { return }
    agenda.cancel(fixes.handles[model])
    fixes.handles[model] = .none
  }

  /// A lab's speed has changed: its work on fixes goes on at the new one.
  mutating func changeFixSpeed(_ lab: Int, _ agenda: inout Agenda) {
    for model in future.models.indices where future.models[model].lab == lab {
      guard fixes.handles[model] != .none,
        fixes.work[model].setSpeed(speed(of: lab), now: agenda.now)
      else { continue }
      agenda.reschedule(fixes.handles[model], at: fixes.work[model].completion)
    }
  }

  /// The filter is shipped to everyone: variants are blocked, and some security work with them.
  mutating func fixShipped(_ model: Int, _ agenda: inout Agenda) {
    fixes.handles[model] = .none
    fixes.ship(model)
    updateValues()
    note(.incident(.fixShipped(model: Int32(model))), agenda, since: .fix(model: model))
    for target in future.incident.targets { fixes.isSuspended[target] = false }
    updateReliefSpeeds(&agenda)
    reassess(&agenda)
    updateAttack(&agenda)
    for agent in future.agents.indices { reconsider(agent, model, &agenda) }
  }

  /// A model that was filtered is a new one to its users: those who would rather have another go.
  mutating func reconsider(_ agent: Int, _ model: Int, _ agenda: inout Agenda) {
    let pool = 2 * agent
    guard demand.pools[pool].wanted == Int32(model),
      let target = best(for: pool, ofLab: nil, now: agenda.now), target != model,
      prefers(agent, target, to: model)
    else { return }
    agenda.schedule(
      .modelAdopted(agent: Int32(agent), model: Int32(target)),
      at: agenda.now + migrationDelay(agent, move: 0))
  }
}

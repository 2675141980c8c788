import DiscreteEvents
import ExportControls

/// Process 7, the order.
struct Order {
  /// Models named in the order or an extension of it.
  var isNamed: [Bool] = []
  /// Models whose use it has bound at some time.
  var hasReached: [Bool] = []
  /// Whether the grounds of the order are not known yet.
  var isSecret = false
  /// Whether the control binds at this instant.
  var isInForce = false
  /// Day from which it binds; infinite before.
  var since = Double.infinity

  mutating func reset(_ future: Future) {
    isNamed.refill(future.models.count, with: false)
    hasReached.refill(future.models.count, with: false)
    isSecret = false
    isInForce = false
    since = .infinity
  }
}

extension World {
  /// Whether the control binds the use of a model over an interface.
  func binds(_ model: Int) -> Bool {
    guard order.isInForce, let law else { return false }
    return law.bindsUse(model, named: order.isNamed[model])
  }

  /// Keeps for the outcomes which models the order has reached.
  mutating func noteReach() {
    guard order.isInForce, let law else { return }
    for model in future.models.indices {
      if law.touches(model, named: order.isNamed[model]) { ledger.isTouched[model] = true }
      guard binds(model) else { continue }
      order.hasReached[model] = true
      ledger.isReached[model] = true
    }
  }

  mutating func beginOrder(_ agenda: inout Agenda) {
    guard law != nil, future.incident.orderDay <= future.horizon else { return }
    agenda.schedule(.orderIssued, at: future.incident.orderDay, priority: .first)
  }

  /// The order is known: labs start on gates at once, and it binds after its notice.
  mutating func orderIssued(_ agenda: inout Agenda) {
    guard let law else { return }
    for model in future.incident.targets { order.isNamed[model] = true }
    note(.order(.issued), agenda, since: .motive, begins: .order)
    noteTheory(law.regime, agenda)
    beginSecrecy(&agenda)
    startGates(&agenda)
    agenda.schedule(
      .orderTakesEffect, at: agenda.now + law.regime.daysBeforeItBinds, priority: .first)
  }

  /// Notes on what theory the order rests, if that was chosen, and whether the incident shows what
  /// the theory asks for: an order takes effect without it, too.
  private mutating func noteTheory(_ regime: Regime, _ agenda: borrowing Agenda) {
    guard recorder != nil else { return }
    if future.scenario.regulator.mode == .chooses { note(.order(.theoryChosen), agenda) }
    guard future.incident.model != nil,
      regime.triggerMet(by: future.incident.evidence).isReached
    else { return }
    note(.order(.triggerMet), agenda)
  }

  /// The order binds.
  ///
  /// At equal times a lift comes before every consequence, so that an order lifted on the day
  /// it takes effect costs nothing.
  mutating func orderTakesEffect(_ agenda: inout Agenda) {
    order.isInForce = true
    order.since = agenda.now
    ledger.orderDay = agenda.now
    note(.order(.takesEffect), agenda)
    beginRelief(&agenda)
    beginStandard(&agenda)
    beginTalks(&agenda)
    beginSuit(&agenda)
    beginPress(&agenda)
    expectCompliance(&agenda)
  }
}

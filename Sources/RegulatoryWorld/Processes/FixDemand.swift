import DiscreteEvents
import Scenarios
import Stochastics

// Process 5, the demand to fix or suspend, with a deadline, and the lab's answer. An order follows
// where neither a fix nor a suspension has satisfied the regulator by then, unless history has
// dated the order.

extension Incident {
  mutating func decideDemand(_ model: Int, _ now: Circumstances) {
    let draw = now.draw
    let key = now.bypassKey(model)
    let fix = now.scenario.regulator.fix
    let strength = draw[now.scenario.mechanisms.fix]
    fixWork = draw[fix.days]
    fixesUnasked = key.child("fix").uniform() < draw[fix.voluntaryProbability] * strength
    let isDemandScripted = demandDay < .infinity
    if !isDemandScripted, isGrave {
      demandIfAtAll(key, now)
    }
    if demandDay < .infinity { answerDemand(model, key, now, strength) }
    guard !isOrderScripted, isGrave || isDemandScripted else { return }
    guard demandDay < .infinity else {
      orderDay = judgedDay + draw[now.scenario.regulator.demand.draftingDays]
      return
    }
    if !isSatisfied(now) {
      orderDay = deadlineDay + draw[now.scenario.regulator.demand.draftingDays]
    }
  }

  private mutating func demandIfAtAll(_ key: StreamKey, _ now: Circumstances) {
    let parameters = now.scenario.regulator.demand
    guard key.child("demand").uniform() < now.draw[parameters.probability],
      judgedDay < orderDay
    else { return }
    demandDay = judgedDay
    deadlineDay = judgedDay + now.draw[parameters.deadlineDays]
  }

  private mutating func answerDemand(
    _ model: Int, _ key: StreamKey, _ now: Circumstances, _ strength: Double
  ) {
    let parameters = now.scenario.regulator.demand
    if key.child("able").uniform() >= strength {
      answer = .refuses
      return
    }
    if let scriptedAnswer {
      answer = scriptedAnswer
      return
    }
    if fixesUnasked {
      answer = .fixes
      return
    }
    let distrust = 0.5 - now.labs[now.models[model].lab].trust
    let answers: [DemandAnswer] = [.fixes, .refuses, .fixesInPart, .suspends]
    let chosen = Logit.pick(
      [
        0,
        now.draw[parameters.refuseLogOdds] + now.draw[parameters.distrustEffect] * distrust,
        now.draw[parameters.partialLogOdds], now.draw[parameters.suspendLogOdds],
      ], at: key.child("answer"))
    answer = answers[chosen]
  }

  /// Whether nothing of weight is left of the reported technique at the deadline.
  private func isSatisfied(_ now: Circumstances) -> Bool {
    let fix = now.scenario.regulator.fix
    let start = fixesUnasked ? min(labToldDay, demandDay) : demandDay
    let isShipped = start + fixWork <= deadlineDay
    func leaves(_ efficacy: Double) -> Bool { judgement * (1 - efficacy) <= threshold }
    switch answer {
    case .refuses: return false
    case .suspends: return true
    case .fixes: return isShipped && leaves(now.draw[fix.knownEfficacy])
    case .fixesInPart:
      return isShipped && leaves(now.draw[fix.knownEfficacy] * now.draw[fix.partialRatio])
    }
  }
}

extension World {
  mutating func expectDemand(_ agenda: inout Agenda) {
    guard law != nil, future.incident.demandDay <= future.horizon else { return }
    agenda.schedule(.fixDemanded, at: future.incident.demandDay)
  }

  mutating func fixDemanded(_ agenda: inout Agenda) {
    let incident = future.incident
    guard let model = incident.model else { return }
    note(
      .incident(.demanded(days: incident.deadlineDay - agenda.now)), agenda, since: .motive,
      begins: .motive)
    note(
      .incident(.answered(model: Int32(model), incident.answer)), agenda, since: .motive,
      begins: .motive)
    switch incident.answer {
    case .refuses:
      let loss = future.draw[future.scenario.regulator.trust.refusalLoss]
      trust.shift(future.models[model].lab, by: -loss)
      designateRefuser(future.models[model].lab, &agenda)
    case .fixes: startFix(model, inPart: false, &agenda)
    case .fixesInPart: startFix(model, inPart: true, &agenda)
    case .suspends:
      startFix(model, inPart: false, &agenda)
      suspend(incident.targets, &agenda)
    }
  }

  /// A refusal may be answered by a designation.
  private mutating func designateRefuser(_ lab: Int, _ agenda: inout Agenda) {
    let chance =
      future.draw[future.scenario.regulator.designation.probability]
      * future.draw[future.scenario.mechanisms.fix]
    let key = future.root.child("designation").child(future.labs[lab].key)
    if key.uniform() < chance { designate(lab, &agenda) }
  }

  /// The lab takes models off the market until the bypass is fixed.
  private mutating func suspend(_ targets: [Int], _ agenda: inout Agenda) {
    guard !targets.contains(where: { fixes.isShipped($0) }) else { return }
    for model in targets {
      fixes.isSuspended[model] = true
      ledger.isTouched[model] = true
    }
    reassess(&agenda)
    updateAttack(&agenda)
  }
}

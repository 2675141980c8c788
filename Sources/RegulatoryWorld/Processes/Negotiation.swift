import DiscreteEvents
import Stochastics

/// Process 13, negotiation: meetings of the named lab with officials, what it concedes there, and
/// on what conditions an order is lifted by agreement.
struct Talks {
  /// Meetings held.
  var meetings = 0
  /// Concessions made: each speeds the talks.
  var concessions = 0
  /// Whether the lab has agreed to strengthen a safeguard.
  var hasConcededSafeguard = false
  /// Model whose fix was promised.
  var promised: Int?
}

extension World {
  mutating func beginTalks(_ agenda: inout Agenda) {
    let parameters = future.scenario.negotiation
    guard future.scenario.relief.fixedFullDays == nil, let lab = namedLab,
      law?.restrictsOrdinaryUsers ?? false,
      talksKey(lab).child("held").uniform() < future.draw[parameters.heldProbability]
    else { return }
    agenda.schedule(
      .meetingHeld(lab: Int32(lab)), at: agenda.now + future.draw[parameters.firstMeetingDays])
  }

  private func talksKey(_ lab: Int) -> StreamKey {
    future.root.child("talks").child(future.labs[lab].key)
  }

  /// Officials and the lab meet: trust rises or falls, and the lab may concede something.
  mutating func meetingHeld(_ lab: Int, _ agenda: inout Agenda) {
    guard order.isInForce else { return }
    let parameters = future.scenario.negotiation
    let draw = future.draw
    let key = talksKey(lab).child(talks.meetings)
    let isGood = key.child("mood").uniform() >= draw[parameters.badMeetingProbability]
    let gain = draw[future.scenario.regulator.trust.meetingGain]
    trust.shift(lab, by: gain * (isGood ? 1 - trust.level[lab] : -trust.level[lab]))
    talks.meetings += 1
    ledger.meetings = talks.meetings
    note(
      .politics(.meetingHeld(lab: Int32(lab), isGood: isGood, trust: trust.level[lab])), agenda,
      since: .order)
    if isGood, key.child("concession").uniform() < draw[parameters.concessionProbability] {
      concede(lab, key, &agenda)
    }
    updateReliefSpeeds(&agenda)
    agenda.schedule(
      .meetingHeld(lab: Int32(lab)),
      at: agenda.now + key.child("gap").exponential() * draw[parameters.meetingEveryDays])
  }

  /// The lab promises a fix where that answers the order and none has shipped; else a safeguard.
  private mutating func concede(_ lab: Int, _ key: StreamKey, _ agenda: inout Agenda) {
    if filterAnswersOrder, let model = future.incident.model, future.models[model].lab == lab,
      !fixes.isUnderWayOrShipped(model),
      key.child("fix").uniform() < future.draw[future.scenario.mechanisms.fix]
    {
      talks.concessions += 1
      promiseFix(model, &agenda)
    } else if !talks.hasConcededSafeguard {
      talks.concessions += 1
      talks.hasConcededSafeguard = true
      note(.politics(.safeguardPromised(lab: Int32(lab))), agenda)
    }
  }

  /// A fix of a model is under way, at the speed of its lab.
  private mutating func promiseFix(_ model: Int, _ agenda: inout Agenda) {
    talks.promised = model
    note(.politics(.fixPromised(model: Int32(model))), agenda)
    startFix(model, inPart: false, &agenda)
  }

  /// Nobody works on a promise once the order is gone without an agreement.
  mutating func dropPromise(_ agenda: inout Agenda) {
    if let model = talks.promised { dropFix(model, &agenda) }
  }

  /// An agreement may oblige the lab to keep a filter on the named models.
  mutating func agreeOnConditions(_ agenda: inout Agenda) {
    let chance =
      future.draw[future.scenario.relief.conditionProbability]
      * future.draw[future.scenario.mechanisms.fix]
    guard filterAnswersOrder, mark(.negotiated, "condition") < chance else { return }
    for (model, traits) in future.models.enumerated()
    where order.isNamed[model] && traits.lab == namedLab && !traits.isOpen {
      relief.filtered |= 1 << UInt64(model)
      updateValues()
      note(.politics(.filterAgreed(model: Int32(model))), agenda, since: .order)
    }
  }

  /// Users of a model that stays filtered after the lift have another look at it.
  mutating func reconsiderWhatIsFiltered(_ agenda: inout Agenda) {
    for model in future.models.indices where relief.filtered >> UInt64(model) & 1 == 1 {
      for agent in future.agents.indices { reconsider(agent, model, &agenda) }
    }
  }
}

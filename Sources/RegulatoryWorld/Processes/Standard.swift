import DiscreteEvents
import ExportControls
import Stochastics

/// Process 15, the standard: criteria that are unknown at first, and how strict they come to be.
///
/// Until they are known, gates may be found insufficient and some partners do not apply. Labs that
/// take part before the standard is set soften it, and with it what labs have to fear.
struct StandardState {
  /// Whether criteria for gates and partners are published.
  var isKnown = false
  /// Whether the standard is set, so that nobody can soften it any more.
  var isSet = false
  /// How strict it is, relative to one that no lab has softened.
  var strictness = 1.0
  /// Labs that could take part.
  var labs = 0
  /// How often each gate was found insufficient: lab · gates + gate.
  var rejections: [Int] = []

  mutating func reset(_ future: Future) {
    isKnown = false
    isSet = false
    strictness = 1
    labs = 0
    rejections.refill(future.labs.count * World.gateCount, with: 0)
  }
}

extension World {
  mutating func beginStandard(_ agenda: inout Agenda) {
    let parameters = future.scenario.standard
    let draw = future.draw
    agenda.schedule(.criteriaPublished, at: agenda.now + draw[parameters.criteriaDays])
    let hardening = draw[parameters.hardenDays]
    agenda.schedule(.standardHardens, at: agenda.now + hardening)
    for lab in future.labs.indices where isExposed(lab) && future.labs[lab].country == .us {
      standard.labs += 1
      let day = engagementKey(lab).exponential() * draw[parameters.engagementDays]
      guard day < hardening else { continue }
      agenda.schedule(.labEngages(lab: Int32(lab)), at: agenda.now + day)
    }
  }

  private func engagementKey(_ lab: Int) -> StreamKey {
    future.root.child("engagement").child(future.labs[lab].key)
  }

  /// A lab that officials trust takes part in setting the standard.
  mutating func labEngages(_ lab: Int, _ agenda: inout Agenda) {
    let parameters = future.scenario.standard
    let draw = future.draw
    guard !standard.isSet,
      engagementKey(lab).child("takes-part").uniform()
        < draw[parameters.engagementProbability] * trust.level[lab]
    else { return }
    standard.strictness = max(
      0, standard.strictness - draw[parameters.softening] / Double(standard.labs))
    trust.shift(
      lab, by: draw[future.scenario.regulator.trust.engagementGain] * (1 - trust.level[lab]))
    note(.standard(.labEngages(lab: Int32(lab))), agenda, since: .order)
    updateExtensions(&agenda)
    updateReliefSpeeds(&agenda)
  }

  mutating func standardHardens(_ agenda: inout Agenda) {
    standard.isSet = true
    note(.standard(.hardens(strictness: standard.strictness)), agenda, since: .order)
  }

  /// Partners who waited know whether they qualify, and apply.
  mutating func criteriaPublished(_ agenda: inout Agenda) {
    standard.isKnown = true
    guard order.isInForce else { return }
    note(.standard(.criteriaPublished), agenda, since: .order)
    guard relief.rosterIsDetermined else { return }
    reassess(&agenda)
    updateAttack(&agenda)
  }

  /// Whether a partner on the roster has applied for its place.
  func hasApplied(_ agent: Int) -> Bool {
    standard.isKnown
      || future.agents[agent].applicationMark
        < future.draw[future.scenario.standard.applicationShare]
  }

  /// While nobody knows the criteria, officials may find a gate insufficient; the lab mends it.
  mutating func gateIsRejected(_ lab: Int, _ gate: Int, _ agenda: inout Agenda) -> Bool {
    let slot = lab * World.gateCount + gate
    let parameters = future.scenario.standard
    let draw = future.draw
    guard isExamined(lab, gate), standard.rejections[slot] < StandardState.mostRejections else {
      return false
    }
    let key = future.root.child("rework").child(future.labs[lab].key).child(gate)
      .child(standard.rejections[slot])
    let chance =
      draw[parameters.reworkProbability] * draw[future.scenario.mechanisms.precedent]
      * standard.strictness
    guard key.uniform() < chance else { return false }
    standard.rejections[slot] += 1
    note(
      .standard(.gateRejected(lab: Int32(lab), gate: Int32(gate))), agenda,
      since: .gate(lab: lab, gate: gate), begins: .gate(lab: lab, gate: gate))
    compliance.building[slot] = Countdown(
      work: draw[parameters.reworkDays], speed: gateSpeed(of: lab), now: agenda.now)
    compliance.handles[slot] = agenda.scheduleCancellable(
      .gateBuilt(lab: Int32(lab), gate: Int32(gate)), at: compliance.building[slot].completion,
      priority: .early)
    return true
  }

  /// Officials look at new gates of labs that the order binds; blocking by place and screening of
  /// listed parties are settled practice.
  private func isExamined(_ lab: Int, _ gate: Int) -> Bool {
    guard let law, !standard.isKnown, relief.fullDay == .infinity,
      future.labs[lab].gateDays[gate] > 0
    else { return false }
    switch Gate.allCases[gate] {
    case .location, .listedParty: return false
    case .nationality, .output, .roster, .regionAndStaff:
      return future.models.indices.contains {
        future.models[$0].lab == lab && law.touches($0, named: order.isNamed[$0])
      }
    }
  }
}

extension StandardState {
  /// A gate is found insufficient no more often than this.
  static let mostRejections = 3
}

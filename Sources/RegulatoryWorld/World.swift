import DiscreteEvents
import ExportControls

/// The calendar of a world.
typealias Agenda = Calendar<Event>

/// One world: a future lived through under one regime, or without any action.
///
/// This file is the table of contents: the parts, each the state of one process of the model, and
/// one exhaustive `handle`. Each process has its own file, with its state above and its event
/// routines below, named as their events.
struct World: ~Copyable, DiscreteEvents.Model {
  /// Without it every call from a routine that changes the world to one that reads it copied it.
  private let anchor = Anchor()
  /// What every world of the replication shares.
  let future: Future
  /// What the law says of every model and class of recipient; nil without any action.
  private(set) var law: LegalMap?
  /// Models for whose users the control changes anything, a bit each, if the order names them and
  /// if not.
  private(set) var touchedIfNamed: UInt64 = 0
  private(set) var touchedIfNot: UInt64 = 0
  /// Between labs and the government; 5, 13, 14 and 15 move it.
  var trust = Trust()
  /// 5 The fix, and suspension until it is shipped.
  var fixes = Fixes()
  /// 1 Release and adoption.
  var releases = Releases()
  /// 7 The order.
  var order = Order()
  /// 8 Compliance: gates, suspension, clouds, staff.
  var compliance = Compliance()
  /// 9 Demand.
  var demand = Demand()
  /// What models are worth to those who choose.
  var values = Values()
  /// 9 Sovereignty: what the order does to users abroad.
  var abroad = Abroad()
  /// 10 Relief.
  var relief = ReliefState()
  /// 11 Licensing.
  var licensing = LicensingOffice()
  /// 12 Advocacy, and the press.
  var advocacy = Advocacy()
  /// 14 Designation.
  var designations = Designations()
  var press = Press()
  /// 13 Negotiation and litigation.
  var talks = Talks()
  var suit = Suit()
  /// 15 Precedent and the standard.
  var precedent = PrecedentState()
  var standard = StandardState()
  /// 16 Defence.
  var defence = Defences()
  /// 17 Attack.
  var attack = Attack()
  /// 18 Audits.
  var audits = Audits()
  /// 18 Openness, and 15 the chilling of reports.
  var research = Research()
  /// What is kept for the outcomes; written here, never read.
  var ledger = Ledger()
  /// What is kept for readers; nil in worlds lived through for their numbers.
  var recorder: Recorder?

  /// A place to live through the worlds of a future, one after the other.
  init(_ future: Future) {
    self.future = future
  }

  /// Begins a world: forgets the one before, puts the first events on the agenda and brings day 0
  /// about.
  ///
  /// - Parameters:
  ///   - law: What the law says; nil without any action.
  ///   - recorder: Keeps what happens; nil in worlds lived through for their numbers.
  ///   - agenda: An empty calendar at day 0.
  mutating func begin(
    under law: LegalMap?, recordingIn recorder: consuming Recorder? = nil, _ agenda: inout Agenda
  ) {
    self.law = law
    touchedIfNamed = law?.touched(named: true) ?? 0
    touchedIfNot = law?.touched(named: false) ?? 0
    self.recorder = recorder
    reset()
    ledger.begin(demand.pools, future)
    beginReleases(&agenda)
    beginDiscovery(&agenda)
    expectDemand(&agenda)
    beginOrder(&agenda)
    beginDesignations(&agenda)
    beginAttack(&agenda)
    beginDefence(&agenda)
  }

  private mutating func reset() {
    trust.reset(future)
    fixes.reset(future)
    releases.reset(future)
    order.reset(future)
    compliance.reset(future)
    demand.reset(future)
    abroad = Abroad()
    relief.reset()
    licensing.reset(future)
    advocacy.reset()
    designations.reset(future)
    press = Press()
    talks = Talks()
    suit = Suit()
    precedent.reset(future)
    standard.reset(future)
    defence.reset(future)
    attack.reset()
    audits.reset(future)
    research = Research()
    updateValues()
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda) {
    guard recorder != nil else { return happen(event, &agenda) }
    recorder?.enter(agenda.currentNumber)
    let first = agenda.nextNumber
    happen(event, &agenda)
    recorder?.leave(scheduled: first..<agenda.nextNumber)
  }

  private mutating func happen(_ event: Event, _ agenda: inout Agenda) {
    switch event {
    case .modelReleased(let model): modelReleased(Int(model), &agenda)
    case .modelAdopted(let agent, let model): modelAdopted(Int(agent), Int(model), &agenda)
    case .publicationRelocated(let model): publicationRelocated(Int(model), &agenda)
    case .bypassFound: bypassFound(&agenda)
    case .attackersHoldBypass: attackersHoldBypass(&agenda)
    case .labTold: labTold(&agenda)
    case .governmentTold: governmentTold(&agenda)
    case .bypassJudged: bypassJudged(&agenda)
    case .expertsReview: expertsReview(&agenda)
    case .fixDemanded: fixDemanded(&agenda)
    case .fixShipped(let model): fixShipped(Int(model), &agenda)
    case .orderIssued: orderIssued(&agenda)
    case .orderTakesEffect: orderTakesEffect(&agenda)
    case .letterLeaks: letterLeaks(&agenda)
    case .orderExtended(let model): orderExtended(Int(model), &agenda)
    case .labsComply: labsComply(&agenda)
    case .cloudPrecedes(let cloud): cloudPrecedes(Int(cloud), &agenda)
    case .cloudFollows(let cloud): cloudFollows(Int(cloud), &agenda)
    case .gateBuilt(let lab, let gate): gateBuilt(Int(lab), Int(gate), &agenda)
    case .poolMoves(let pool, let target, let epoch, let move):
      poolMoves(Int(pool), Int(target), epoch, move, &agenda)
    case .poolLeavesInFear(let pool): poolLeavesInFear(Int(pool), &agenda)
    case .sovereigntyFades: sovereigntyFades(&agenda)
    case .reliefGranted(let route): reliefGranted(route, &agenda)
    case .pressureReviewed: pressureReviewed(&agenda)
    case .accountPublished: accountPublished(&agenda)
    case .meetingHeld(let lab): meetingHeld(Int(lab), &agenda)
    case .suitWeighed: suitWeighed(&agenda)
    case .injunctionDecided: injunctionDecided(&agenda)
    case .criteriaPublished: criteriaPublished(&agenda)
    case .labEngages(let lab): labEngages(Int(lab), &agenda)
    case .standardHardens: standardHardens(&agenda)
    case .applicationFiled(let id): applicationFiled(Int(id), &agenda)
    case .backgroundFiled: backgroundFiled(&agenda)
    case .officerDecided(let id): officerDecided(Int(id), &agenda)
    case .agenciesAnswered(let id): agenciesAnswered(Int(id), &agenda)
    case .labDesignated(let lab): designate(Int(lab), &agenda)
    case .agentPhasesOut(let agent, let lab): agentPhasesOut(Int(agent), Int(lab), &agenda)
    case .flawBorn(let flaw): flawBorn(flaw, &agenda)
    case .flawFound(let defender): flawFound(Int(defender), &agenda)
    case .flawTriaged(let defender): flawTriaged(Int(defender), &agenda)
    case .flawFixed(let defender): flawFixed(Int(defender), &agenda)
    case .flawWeaponized: flawWeaponized(&agenda)
    case .auditsBegin(let lab): auditsBegin(Int(lab), &agenda)
    case .researchCloses: researchCloses(&agenda)
    }
  }

  /// Closes what runs on until the horizon.
  mutating func end() {
    settleStaff(at: future.horizon)
    sampleIncidents()
    ledger.close(self.compliance, licensing, order, relief, future)
  }
}

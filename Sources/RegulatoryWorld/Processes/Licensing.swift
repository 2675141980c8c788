import DiscreteEvents
import ExportControls
import Stochastics

/// Classes of destination for which labs apply.
enum LicenceClass: Int, CaseIterable {
  /// Persons of allied countries abroad.
  case allied
  /// Persons of other countries abroad.
  case other
  /// Foreign persons in the United States: deemed exports.
  case deemed

  init(_ recipient: RecipientClass) {
    self = recipient.place == .us ? .deemed : recipient.isAllied ? .allied : .other
  }
}

/// One application of a lab, or one that stands for many of the background load.
struct Application: BitwiseCopyable {
  /// Lab that applies; negative: a customer or the background.
  var lab: Int32
  /// Agent that applies as the exporter; negative: a lab or the background.
  var agent: Int32 = -1
  /// Index of `LicenceClass`.
  var licence: Int32
  /// Times filed.
  var attempt: Int32
  var filedDay: Double
  var isDecided = false
  /// Address of its marks.
  var key: StreamKey

  /// Whether it is filed because of the order.
  var isCaused: Bool { lab >= 0 || agent >= 0 }
  /// Whether it is filed because of the order and waits for the answer.
  var isOpen: Bool { isCaused && filedDay < .infinity && !isDecided }
}

/// Process 11, the licence clock: officers serve applications first come, first served, among a
/// background load; then agencies are asked; in all within a statutory limit.
///
/// Labs apply for classes of destination, customers abroad for themselves where the regime makes
/// them exporters. One simulated background application stands for many, served by as many
/// officers at once, so that waits and loads are those of the whole office.
struct LicensingOffice {
  var officers = ServerQueue(servers: 1)
  var applications: [Application] = []
  var backgroundFiled = 0
  /// Classes each lab holds licences for, a bit each.
  private var granted: [Int] = []
  /// Classes each lab needs licences for, a bit each.
  private var needed: [Int] = []
  private(set) var labsThatApply = 0
  /// Customers who hold a licence of their own, by agent; empty until one does.
  private var licensedAgents: [Bool] = []

  mutating func reset(_ future: Future) {
    let parameters = future.scenario.regulator.licensing
    let groups = future.draw[parameters.officers] / future.draw[parameters.represented]
    officers.removeAll(servers: max(1, Int(groups.rounded())))
    applications.removeAll(keepingCapacity: true)
    backgroundFiled = 0
    granted.refill(future.labs.count, with: 0)
    needed.refill(future.labs.count, with: 0)
    labsThatApply = 0
    licensedAgents.removeAll(keepingCapacity: true)
  }

  /// A lab applies for a class; of the others it needs no licence.
  mutating func need(_ licence: LicenceClass, of lab: Int) {
    if needed[lab] == 0 { labsThatApply += 1 }
    needed[lab] |= 1 << licence.rawValue
  }

  mutating func grant(_ licence: Int, to lab: Int) { granted[lab] |= 1 << licence }

  /// Whether a lab holds a licence for a class.
  @inline(__always)
  func isLicensed(_ licence: LicenceClass, lab: Int) -> Bool {
    granted[lab] >> licence.rawValue & 1 == 1
  }

  mutating func grant(toAgent agent: Int, of count: Int) {
    if licensedAgents.isEmpty { licensedAgents.refill(count, with: false) }
    licensedAgents[agent] = true
  }

  /// Whether any customer holds a licence of its own.
  var hasLicensedAgents: Bool { !licensedAgents.isEmpty }

  /// Whether a customer holds a licence of its own.
  func isLicensed(agent: Int) -> Bool { !licensedAgents.isEmpty && licensedAgents[agent] }

  /// Whether every lab that applied holds every licence.
  var isComplete: Bool {
    labsThatApply > 0 && granted.indices.allSatisfy { needed[$0] & ~granted[$0] == 0 }
  }
}

extension World {
  /// The office starts at its stationary load: as many in the system as M/M/c holds on average.
  mutating func beginBackground(_ agenda: inout Agenda) {
    let parameters = future.scenario.regulator.licensing
    let draw = future.draw
    let servers = Double(licensing.officers.servers)
    let load = min(
      0.99 * servers, backgroundPerDay * draw[parameters.officerDays])
    let mean = load + ErlangC.wait(servers: licensing.officers.servers, load: load)
    let stock = future.root.child("background").child("stock")
    for number in 0..<Int(mean.rounded()) { fileBackground(stock.child(number), &agenda) }
    agenda.schedule(.backgroundFiled, at: agenda.now + nextBackgroundGap())
  }

  /// Simulated background applications a day.
  private var backgroundPerDay: Double {
    let parameters = future.scenario.regulator.licensing
    return future.draw[parameters.backgroundPerYear] / future.draw[parameters.represented] / 365
  }

  private func nextBackgroundGap() -> Double {
    let key = future.root.child("background").child(licensing.backgroundFiled)
    return backgroundPerDay > 0 ? key.child("gap").exponential() / backgroundPerDay : .infinity
  }

  mutating func backgroundFiled(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    fileBackground(future.root.child("background").child(licensing.backgroundFiled), &agenda)
    licensing.backgroundFiled += 1
    agenda.schedule(.backgroundFiled, at: agenda.now + nextBackgroundGap())
  }

  private mutating func fileBackground(_ key: StreamKey, _ agenda: inout Agenda) {
    licensing.applications.append(
      Application(lab: -1, licence: 0, attempt: 0, filedDay: agenda.now, key: key))
    queue(licensing.applications.count - 1, &agenda)
  }

  mutating func applicationFiled(_ id: Int, _ agenda: inout Agenda) {
    guard order.isInForce else { return }
    if isMoot(licensing.applications[id]) {
      grantLab(licensing.applications[id], &agenda)
      return
    }
    licensing.applications[id].filedDay = agenda.now
    licensing.applications[id].isDecided = false
    licensing.applications[id].attempt += 1
    ledger.applications += 1
    let application = licensing.applications[id]
    if application.lab >= 0 {
      note(
        .licensing(
          .filed(
            lab: application.lab, licence: application.licence, attempt: application.attempt)),
        agenda, since: application.attempt > 1 ? .application(id) : .order,
        begins: .application(id))
    } else {
      noteCustomer(Int(application.agent), .filed, agenda)
    }
    queue(id, &agenda)
  }

  private mutating func queue(_ id: Int, _ agenda: inout Agenda) {
    if licensing.officers.arrive(Int32(id)) { serve(id, &agenda) }
  }

  private mutating func serve(_ id: Int, _ agenda: inout Agenda) {
    let days = future.draw[future.scenario.regulator.licensing.officerDays]
    var work = attemptKey(id).child("officer").exponential() * days
    if licensing.applications[id].agent >= 0 {
      // A customer's application is one; the officers who serve together could take many.
      work /= future.draw[future.scenario.regulator.licensing.represented]
    }
    agenda.schedule(.officerDecided(application: Int32(id)), at: agenda.now + work)
  }

  private func attemptKey(_ id: Int) -> StreamKey {
    licensing.applications[id].key.child(Int(licensing.applications[id].attempt))
  }

  mutating func officerDecided(_ id: Int, _ agenda: inout Agenda) {
    if let next = licensing.officers.release() { serve(Int(next), &agenda) }
    guard licensing.applications[id].isCaused else { return }
    let parameters = future.scenario.regulator.licensing
    let key = attemptKey(id)
    var days = 0.0
    if key.child("referred").uniform() < future.draw[parameters.referredShare] {
      let application = licensing.applications[id]
      if application.lab >= 0 {
        note(
          .licensing(.referred(lab: application.lab, licence: application.licence)), agenda,
          since: .application(id))
      }
      days =
        future.draw[parameters.intakeDays]
        + min(
          key.child("referral").exponential() * future.draw[parameters.referralDays],
          future.draw[parameters.referralLimitDays])
      if key.child("escalated").uniform() < future.draw[parameters.escalatedShare] {
        days += future.draw[parameters.escalationDays]
      }
    }
    let elapsed = agenda.now - licensing.applications[id].filedDay
    let left = max(0, future.draw[parameters.limitDays] - elapsed)
    agenda.schedule(
      .agenciesAnswered(application: Int32(id)), at: agenda.now + min(days, left))
  }

  mutating func agenciesAnswered(_ id: Int, _ agenda: inout Agenda) {
    let application = licensing.applications[id]
    licensing.applications[id].isDecided = true
    ledger.reviewDays += agenda.now - application.filedDay
    guard order.isInForce else { return }
    let key = attemptKey(id)
    if key.child("approved").uniform() < approval(application) {
      granted(id, &agenda)
    } else if key.child("denied").uniform()
      >= future.draw[future.scenario.regulator.licensing.denialShare]
    {
      // Returned without action: filed again.
      noteAnswer(id, .returned, agenda)
      licensing.applications[id].filedDay = .infinity
      agenda.schedule(
        .applicationFiled(application: Int32(id)),
        at: agenda.now + future.draw[future.scenario.regulator.licensing.reapplyDays])
    } else {
      noteAnswer(id, .denied, agenda)
    }
  }

  private mutating func granted(_ id: Int, _ agenda: inout Agenda) {
    let application = licensing.applications[id]
    noteAnswer(id, .approved, agenda)
    if application.agent >= 0 {
      licensing.grant(toAgent: Int(application.agent), of: future.agents.count)
      reassess(&agenda)
      return
    }
    grantLab(application, &agenda)
  }

  /// A lab needs to ask no more for a class; once none asks for any, the order is spent.
  private mutating func grantLab(_ application: Application, _ agenda: inout Agenda) {
    licensing.grant(Int(application.licence), to: Int(application.lab))
    if licensing.isComplete {
      agenda.schedule(.reliefGranted(.licence), at: agenda.now, priority: .first)
    } else {
      reassess(&agenda, usersOf: future.models(of: Int(application.lab)))
      updateAttack(&agenda)
    }
  }

  private mutating func noteAnswer(
    _ id: Int, _ answer: LicenceAnswer, _ agenda: borrowing Agenda
  ) {
    let application = licensing.applications[id]
    if application.agent >= 0 {
      noteCustomer(Int(application.agent), CustomerStep(answer), agenda)
    } else {
      note(
        .licensing(
          .answered(answer, lab: application.lab, licence: application.licence)), agenda,
        since: .application(id), begins: .application(id))
    }
  }
}

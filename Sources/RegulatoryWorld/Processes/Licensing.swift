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
  /// Lab that applies; negative: background.
  var lab: Int32
  /// Index of `LicenceClass`.
  var licence: Int32
  /// Times filed.
  var attempt: Int32
  var filedDay: Double
  var isDecided = false
  /// Address of its marks.
  var key: StreamKey

  /// Whether a lab has filed it and waits for the answer.
  var isOpen: Bool { lab >= 0 && filedDay < .infinity && !isDecided }
}

/// Process 11, the licence clock: officers serve applications first come, first served, among a
/// background load; then agencies are asked; in all within a statutory limit.
///
/// One simulated background application stands for many, served by as many officers at once, so
/// that waits and loads are those of the whole office.
struct LicensingOffice {
  var officers: ServerQueue
  var applications: [Application] = []
  var backgroundFiled = 0
  /// Classes each lab holds licences for, a bit each.
  private var granted: [Int]
  private(set) var labsThatApply = 0

  init(_ future: Future) {
    let parameters = future.scenario.regulator.licensing
    let groups = future.draw[parameters.officers] / future.draw[parameters.represented]
    officers = ServerQueue(servers: max(1, Int(groups.rounded())))
    granted = future.labs.map { _ in 0 }
  }

  mutating func countLab() { labsThatApply += 1 }

  mutating func grant(_ licence: Int, to lab: Int) { granted[lab] |= 1 << licence }

  /// Whether a lab holds a licence for a class.
  @inline(__always)
  func isLicensed(_ licence: LicenceClass, lab: Int) -> Bool {
    granted[lab] >> licence.rawValue & 1 == 1
  }

  /// Whether every lab that applied holds every licence.
  var isComplete: Bool {
    let all = (1 << LicenceClass.allCases.count) - 1
    return labsThatApply > 0 && granted.count { $0 == all } >= labsThatApply
  }
}

extension World {
  mutating func beginLicensing(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil, let law else { return }
    let parameters = future.scenario.regulator.licensing
    let draw = future.draw
    let applicants = future.labs.indices.filter { lab in
      future.models.indices.contains {
        future.models[$0].lab == lab && law.touches($0, named: order.isNamed[$0])
      }
    }
    guard law.regime.personScope != .listedEndUsers, !applicants.isEmpty else { return }
    for lab in applicants {
      licensing.countLab()
      for licence in LicenceClass.allCases {
        let key = future.root.child("application").child(future.labs[lab].key)
          .child(licence.rawValue)
        licensing.applications.append(
          Application(
            lab: Int32(lab), licence: Int32(licence.rawValue), attempt: 0, filedDay: .infinity,
            key: key))
        agenda.schedule(
          .applicationFiled(application: Int32(licensing.applications.count - 1)),
          at: agenda.now + draw[parameters.preparationDays])
      }
    }
    beginBackground(&agenda)
  }

  /// The office starts at its stationary load: as many in the system as M/M/c holds on average.
  private mutating func beginBackground(_ agenda: inout Agenda) {
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
    licensing.applications[id].filedDay = agenda.now
    licensing.applications[id].isDecided = false
    licensing.applications[id].attempt += 1
    ledger.applications += 1
    let application = licensing.applications[id]
    note(
      .licensing(
        .filed(
          lab: application.lab, licence: application.licence, attempt: application.attempt)),
      agenda)
    queue(id, &agenda)
  }

  private mutating func queue(_ id: Int, _ agenda: inout Agenda) {
    if licensing.officers.arrive(Int32(id)) { serve(id, &agenda) }
  }

  private mutating func serve(_ id: Int, _ agenda: inout Agenda) {
    let days = future.draw[future.scenario.regulator.licensing.officerDays]
    let work = attemptKey(id).child("officer").exponential() * days
    agenda.schedule(.officerDecided(application: Int32(id)), at: agenda.now + work)
  }

  private func attemptKey(_ id: Int) -> StreamKey {
    licensing.applications[id].key.child(Int(licensing.applications[id].attempt))
  }

  mutating func officerDecided(_ id: Int, _ agenda: inout Agenda) {
    if let next = licensing.officers.release() { serve(Int(next), &agenda) }
    guard licensing.applications[id].lab >= 0 else { return }
    let parameters = future.scenario.regulator.licensing
    let key = attemptKey(id)
    var days = 0.0
    if key.child("referred").uniform() < future.draw[parameters.referredShare] {
      let application = licensing.applications[id]
      note(
        .licensing(.referred(lab: application.lab, licence: application.licence)), agenda)
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
    if key.child("approved").uniform() < approval(Int(application.licence)) {
      licensing.grant(Int(application.licence), to: Int(application.lab))
      note(
        .licensing(.approved(lab: application.lab, licence: application.licence)), agenda)
      if licensing.isComplete {
        agenda.schedule(.reliefGranted(.licence), at: agenda.now, priority: .first)
      } else {
        reassess(&agenda)
        updateAttack(&agenda)
      }
    } else if key.child("denied").uniform()
      >= future.draw[future.scenario.regulator.licensing.denialShare]
    {
      // Returned without action: filed again.
      note(
        .licensing(.returned(lab: application.lab, licence: application.licence)), agenda)
      licensing.applications[id].filedDay = .infinity
      agenda.schedule(
        .applicationFiled(application: Int32(id)),
        at: agenda.now + future.draw[future.scenario.regulator.licensing.reapplyDays])
    } else {
      note(.licensing(.denied(lab: application.lab, licence: application.licence)), agenda)
    }
  }

  /// What labs apply for covers a whole class of destination, which the published shares, of
  /// ordinary applications, do not.
  private func approval(_ licence: Int) -> Double {
    future.draw[future.scenario.regulator.licensing.classWideRatio] * ordinaryApproval(licence)
  }

  private func ordinaryApproval(_ licence: Int) -> Double {
    let parameters = future.scenario.regulator.licensing
    guard let law else { return 0 }
    switch law.regime.reviewPolicy {
    case .presumptionOfApproval: return future.draw[parameters.approvalAllied]
    case .presumptionOfDenial: return future.draw[parameters.approvalUnderPresumptionOfDenial]
    case .caseByCase:
      let isAllied = licence == LicenceClass.allied.rawValue
      return future.draw[isAllied ? parameters.approvalAllied : parameters.approvalOther]
    }
  }
}

/// The M/M/c queue in closed form (Erlang C), in units of the load in Erlangs.
enum ErlangC {
  /// Mean number waiting with c servers and a load of a = λ/μ < c.
  ///
  /// P(wait) = B / (1 − ρ(1 − B)) with Erlang's B by its recursion; L_q = P(wait) · ρ/(1 − ρ).
  static func wait(servers: Int, load: Double) -> Double {
    var blocking = 1.0
    for count in 1...max(1, servers) {
      blocking = load * blocking / (Double(count) + load * blocking)
    }
    let rho = load / Double(servers)
    guard rho < 1 else { return .infinity }
    let waits = blocking / (1 - rho * (1 - blocking))
    return waits * rho / (1 - rho)
  }
}

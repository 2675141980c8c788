import DiscreteEvents

/// Licence applications are conserved: filed = answered + with agencies + with officers or waiting
/// for them, attempt by attempt; none is decided twice, and officers take them as they come.
///
/// A second account of the office, kept from the events alone.
struct LicensingAudit {
  private enum Place { case outside, withOfficers, withAgencies, answered }

  private var places: [Place] = []
  /// Ids in the order of arrival, and how many of them officers have taken up.
  private var arrivals: [Int32] = []
  private var taken = 0
  private var inWork: Set<Int32> = []
  private var attempts: [Int32] = []
  private var filed = 0
  private var answered = 0
  /// Days from filing to answer of what was answered.
  private var days = 0.0
  private var filedDay: [Double] = []

  mutating func before(_ event: Event, _ findings: inout Findings) {
    if case .officerDecided(let id) = event {
      findings.expect(
        inWork.remove(id) != nil, "Application \(id) is decided though no officer has it.")
    } else if case .agenciesAnswered(let id) = event {
      findings.expect(
        places[Int(id)] == .withAgencies,
        "Application \(id) is answered while it is \(places[Int(id)]).")
    }
  }

  mutating func after(
    _ event: Event, _ world: borrowing World, now: Double, _ findings: inout Findings
  ) {
    takeUpNew(world, now: now)
    if case .applicationFiled(let id) = event {
      let attempt = world.licensing.applications[Int(id)].attempt
      guard attempt != attempts[Int(id)] else { return }
      findings.expect(
        attempt == attempts[Int(id)] + 1 && places[Int(id)] != .withOfficers
          && places[Int(id)] != .withAgencies,
        "Application \(id) is filed again while it is \(places[Int(id)]).")
      attempts[Int(id)] = attempt
      filed += 1
      arrive(id, now: now)
    } else if case .officerDecided(let id) = event {
      places[Int(id)] =
        world.licensing.applications[Int(id)].isCaused ? .withAgencies : .answered
    } else if case .agenciesAnswered(let id) = event {
      places[Int(id)] = .answered
      answered += 1
      days += now - filedDay[Int(id)]
    }
    takeFromLine(world, &findings)
  }

  private mutating func takeUpNew(_ world: borrowing World, now: Double) {
    let applications = world.licensing.applications
    for id in places.count..<applications.count {
      places.append(.outside)
      attempts.append(0)
      filedDay.append(.infinity)
      if !applications[id].isCaused { arrive(Int32(id), now: now) }
    }
  }

  private mutating func arrive(_ id: Int32, now: Double) {
    places[Int(id)] = .withOfficers
    filedDay[Int(id)] = now
    arrivals.append(id)
  }

  /// Idle officers take those who came first.
  private mutating func takeFromLine(_ world: borrowing World, _ findings: inout Findings) {
    let officers = world.licensing.officers
    while inWork.count < officers.servers, taken < arrivals.count {
      inWork.insert(arrivals[taken])
      taken += 1
    }
    findings.expect(
      officers.inService == inWork.count && officers.waiting == arrivals.count - taken,
      "Officers have \(officers.inService) applications in work and \(officers.waiting) waiting"
        + " of \(inWork.count) and \(arrivals.count - taken).")
    findings.expect(
      taken >= arrivals.count || officers.first == arrivals[taken],
      "The next application is \(officers.first ?? -1), not the one that has waited longest.")
  }

  func end(_ world: borrowing World, _ findings: inout Findings) {
    let applications = world.licensing.applications
    let ledger = world.ledger
    let caused = applications.indices.filter { applications[$0].isCaused }
    let open = caused.filter { [.withOfficers, .withAgencies].contains(places[$0]) }
    findings.expect(
      filed == answered + open.count && filed == ledger.applications,
      "\(ledger.applications) applications are filed, \(filed) by this account, \(answered) are"
        + " answered and \(open.count) open.")
    findings.expect(
      open == caused.filter { applications[$0].isOpen },
      "Of applications \(caused) others than \(open) are open.")
    let sum = open.reduce(days) { $0 + world.future.horizon - filedDay[$1] }
    findings.expect(
      abs(ledger.reviewDays - sum) <= 1e-9 * max(1, sum),
      "Applications took \(ledger.reviewDays) days, \(sum) by this account.")
  }
}

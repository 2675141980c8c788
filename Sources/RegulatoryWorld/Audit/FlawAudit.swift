import DiscreteEvents

/// Vulnerabilities are conserved: each is in exactly one of unborn, latent, waiting for triage or
/// in it, waiting for a fix or in it, and fixed; nobody jumps a queue, and no owner rests while
/// something waits.
///
/// A second account of the queues, kept from the events alone.
struct FlawAudit {
  private enum State: Comparable { case unborn, latent, triage, fix, fixed }

  /// Who waits at one stage of one defender in the order of arrival, the one in work first.
  private struct Line {
    var ids: [Int32] = []
    var served = 0
    var waiting: [Int32] { Array(ids[served...]) }
  }

  private var states: [State]
  private var triagedDay: [Double]
  /// Triage, then fix, by defender.
  private var lines: [[Line]]
  private var latent: [Int]
  /// The flaw that the event at hand is about; negative: none.
  private var subject: Int32 = -1

  init(_ future: Future) {
    let count = future.agents.count - future.firstDefender
    states = future.flaws.map { _ in .unborn }
    triagedDay = future.flaws.map { _ in .infinity }
    lines = (0..<2).map { _ in (0..<count).map { _ in Line() } }
    latent = (0..<count).map { _ in 0 }
  }

  /// What is there on day 0.
  mutating func begin(_ world: borrowing World, _ findings: inout Findings) {
    for (number, flaw) in world.future.flaws.enumerated() where flaw.birth <= 0 {
      appear(Int32(number), world.future, &findings)
    }
    for defender in latent.indices { compare(defender, world, &findings) }
  }

  mutating func before(_ event: Event, _ world: borrowing World, now: Double) {
    subject = -1
    if case .flawFound(let defender) = event {
      let works = world.defence.finding[Int(defender)]
      if works.nextCompletion <= now { subject = works.first ?? -1 }
    } else if case .flawTriaged(let defender) = event {
      subject = world.defence.lines[2 * Int(defender)].serving
    } else if case .flawFixed(let defender) = event {
      subject = world.defence.lines[2 * Int(defender) + 1].serving
    }
  }

  mutating func after(
    _ event: Event, _ world: borrowing World, now: Double, _ findings: inout Findings
  ) {
    if case .flawBorn(let flaw) = event {
      let traits = world.future.flaws[Int(flaw)]
      findings.expect(now == traits.birth, "Flaw \(flaw) is born on day \(now).")
      appear(flaw, world.future, &findings)
      compare(Int(traits.owner) - world.future.firstDefender, world, &findings)
    } else if case .flawFound(let defender) = event, subject >= 0 {
      move(subject, from: .latent, to: .triage, Int(defender), &findings)
      compare(Int(defender), world, &findings)
    } else if case .flawTriaged(let defender) = event {
      move(subject, from: .triage, to: .fix, Int(defender), &findings)
      triagedDay[Int(subject)] = now
      compare(Int(defender), world, &findings)
    } else if case .flawFixed(let defender) = event {
      move(subject, from: .fix, to: .fixed, Int(defender), &findings)
      compare(Int(defender), world, &findings)
    }
  }

  private mutating func appear(_ id: Int32, _ future: Future, _ findings: inout Findings) {
    findings.expect(states[Int(id)] == .unborn, "Flaw \(id) is born twice.")
    let flaw = future.flaws[Int(id)]
    let defender = Int(flaw.owner) - future.firstDefender
    switch flaw.stage {
    case .latent:
      states[Int(id)] = .latent
      latent[defender] += 1
    case .waitingForTriage:
      states[Int(id)] = .triage
      lines[0][defender].ids.append(id)
    case .waitingForFix:
      states[Int(id)] = .fix
      lines[1][defender].ids.append(id)
    }
  }

  private mutating func move(
    _ id: Int32, from former: State, to state: State, _ defender: Int,
    _ findings: inout Findings
  ) {
    guard id >= 0 else {
      findings.expect(false, "Defender \(defender) ends work on nothing, towards \(state).")
      return
    }
    findings.expect(
      states[Int(id)] == former, "Flaw \(id) was \(states[Int(id)]) and not \(former).")
    states[Int(id)] = state
    switch former {
    case .latent: latent[defender] -= 1
    case .triage: lines[0][defender].served += 1
    case .fix: lines[1][defender].served += 1
    case .unborn, .fixed: break
    }
    switch state {
    case .triage: lines[0][defender].ids.append(id)
    case .fix: lines[1][defender].ids.append(id)
    case .unborn, .latent, .fixed: break
    }
  }

  /// The world's queues of a defender hold what this account says.
  private func compare(
    _ defender: Int, _ world: borrowing World, _ findings: inout Findings
  ) {
    let defence = world.defence
    findings.expect(
      defence.finding[defender].count == latent[defender],
      "Defender \(defender) has \(defence.finding[defender].count) latent flaws of"
        + " \(latent[defender]).")
    for (stage, word) in ["triage", "fix"].enumerated() {
      let line = lines[stage][defender]
      let flaws = defence.flaws(of: 2 * defender + stage)
      findings.expect(
        flaws == line.waiting,
        "Defender \(defender) has flaws \(flaws) at the \(word), and not \(line.waiting).")
      findings.expect(
        (defence.lines[2 * defender + stage].serving >= 0) == !line.waiting.isEmpty,
        "Defender \(defender) rests though flaws wait for the \(word).")
    }
  }

  /// None is lost when the horizon cuts, and the dates agree with where each is.
  func end(_ world: borrowing World, _ findings: inout Findings) {
    for defender in latent.indices { compare(defender, world, &findings) }
    let ledger = world.ledger
    for (number, flaw) in world.future.flaws.enumerated() {
      let state = states[number]
      let (found, fixed) = (ledger.foundDay[number], ledger.fixedDay[number])
      findings.expect(state != .unborn, "Flaw \(number) of day \(flaw.birth) was never born.")
      findings.expect(
        found.isFinite == (flaw.stage == .latent && state > .latent),
        "Flaw \(number) is \(state) and was found on day \(found).")
      findings.expect(
        fixed.isFinite == (state == .fixed), "Flaw \(number) is \(state), fixed on day \(fixed).")
      let days = [flaw.birth, found, triagedDay[number], fixed].filter(\.isFinite)
      findings.expect(
        zip(days, days.dropFirst()).allSatisfy { $0 <= $1 },
        "Flaw \(number) is found, triaged and fixed on days \(days), out of order.")
      findings.expect(
        ledger.weaponizedDay[number] >= flaw.birth,
        "Flaw \(number) of day \(flaw.birth) is weaponized before it is born.")
    }
  }
}

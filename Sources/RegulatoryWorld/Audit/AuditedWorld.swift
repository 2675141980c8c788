import DiscreteEvents
import Scenarios

/// A world that is watched: after every event its queues, and at the end of every instant what
/// each pool of seats uses and what attackers can reach, are compared with what may be.
///
/// A wrapper, so that a world that nobody audits pays nothing.
struct AuditedWorld: ~Copyable, DiscreteEvents.Model {
  var world: World
  var findings: Findings
  private var flaws: FlawAudit
  private var licensing: LicensingAudit
  private var state = StateAudit()

  init(_ world: consuming World, regime: String) {
    flaws = FlawAudit(world.future)
    licensing = LicensingAudit()
    findings = Findings(regime: regime)
    self.world = world
  }

  mutating func begin(under law: LegalMap?, _ agenda: inout Agenda) {
    world.begin(under: law, &agenda)
    flaws.begin(world, &findings)
    state.happened(.everything, on: agenda.now, world, &findings)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda) {
    state.goesOn(to: agenda.now, world, &findings)
    flaws.before(event, world, now: agenda.now)
    licensing.before(event, &findings)
    world.handle(event, &agenda)
    flaws.after(event, world, now: agenda.now, &findings)
    licensing.after(event, world, now: agenda.now, &findings)
    state.happened(StateAudit.Scope(event), on: agenda.now, world, &findings)
  }

  mutating func end() {
    state.goesOn(to: .infinity, world, &findings)
    world.end()
    flaws.end(world, &findings)
    licensing.end(world, &findings)
    LedgerAudit.check(world, &findings)
    PathAudit.check(world, &findings)
  }
}

extension Replicator {
  /// Lives through one future in every world, and says what in it no world may show.
  ///
  /// It checks that every pool of seats is in exactly one state at every instant and uses only
  /// what it may; that seats, licence applications and vulnerabilities are conserved; that nothing
  /// comes before its time; and that the outcomes' parts add up. An ordinary run checks nothing of
  /// this and pays nothing for it.
  ///
  /// - Parameters:
  ///   - replication: number of the future, from 1; names its random numbers.
  ///   - draw: the parameter values.
  ///   - seed: seed of all random numbers.
  /// - Returns: every violation; none if all is well.
  public mutating func audit(replication: Int, draw: Draw, seed: UInt64) -> [Violation] {
    let future = Future(study: study, draw: draw, replication: replication, seed: seed)
    let candidates = candidates(future)
    var violations: [Violation] = []
    for number in study.regimes.indices {
      violations += audited(number, future, law(number, candidates))
    }
    books.open(future, none: ledgers[0])
    for number in study.regimes.indices {
      let pair = pair(number, future, candidates)
      var findings = Findings(regime: study.regimes[number])
      OutcomeAudit.check(Outcomes.entries.map { $0.value(pair) }, &findings)
      violations += findings.violations
    }
    return violations
  }

  /// One world under watch; its ledger is kept as that of any other.
  private mutating func audited(_ number: Int, _ future: Future, _ law: LegalMap?) -> [Violation] {
    agenda.removeAll(restartingAt: 0)
    var watched = AuditedWorld(World(future), regime: study.regimes[number])
    watched.begin(under: law, &agenda)
    simulate(&watched, &agenda, until: future.horizon)
    watched.end()
    swap(&watched.world.ledger, &ledgers[number])
    return watched.findings.violations
  }
}

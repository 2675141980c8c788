import DiscreteEvents

/// Process 16, defence: find, triage and fix per defender, each with its queue, speeded by the
/// best permitted and deployed model.
///
/// Latent flaws are searched for in parallel, all at the finder's speed; findings wait for triage
/// and then for a fix, first come, first served. A saturated fix queue means that losing the
/// finder postpones discovery and exposes little.
struct Defences {
  /// Latent flaws of each defender, as works at the shared speed of finding.
  var finding: [SharedSpeedWorks]
  var findHandles: [EventHandle]
  /// Triage, then fix, of each defender: queue, work in progress and its event.
  var queues: [[ServerQueue]]
  var inProgress: [[Countdown]]
  var serving: [[Int32]]
  var handles: [[EventHandle]]

  init(_ future: Future) {
    let count = future.agents.count - future.firstDefender
    finding = (0..<count).map { _ in SharedSpeedWorks(speed: 1, now: 0) }
    findHandles = (0..<count).map { _ in .none }
    queues = (0..<2).map { _ in (0..<count).map { _ in ServerQueue(servers: 1) } }
    inProgress = (0..<2).map { _ in
      (0..<count).map { _ in Countdown(work: .infinity, speed: 1, now: 0) }
    }
    serving = (0..<2).map { _ in (0..<count).map { _ in -1 } }
    handles = (0..<2).map { _ in (0..<count).map { _ in .none } }
  }
}

/// The two queues of a defender.
private enum Stage: Int { case triage, fix }

extension World {
  mutating func beginDefence(_ agenda: inout Agenda) {
    for defender in defence.finding.indices {
      _ = defence.finding[defender].setSpeed(defenceSpeed(defender, task: 0), now: 0)
    }
    for (number, flaw) in future.flaws.enumerated() {
      let id = Int32(number)
      if flaw.birth > 0 {
        agenda.schedule(.flawBorn(flaw: id), at: flaw.birth)
      } else {
        appear(id, flaw, &agenda)
      }
    }
  }

  mutating func flawBorn(_ flaw: Int32, _ agenda: inout Agenda) {
    appear(flaw, future.flaws[Int(flaw)], &agenda)
  }

  private mutating func appear(_ id: Int32, _ flaw: Flaw, _ agenda: inout Agenda) {
    let defender = Int(flaw.owner) - future.firstDefender
    watch(id, flaw, &agenda)
    switch flaw.stage {
    case .latent:
      _ = defence.finding[defender].add(work: flaw.findWork, id: id, now: agenda.now)
      expectFinding(defender, &agenda)
    case .waitingForTriage: arrive(id, defender, .triage, &agenda)
    case .waitingForFix: arrive(id, defender, .fix, &agenda)
    }
  }

  private mutating func expectFinding(_ defender: Int, _ agenda: inout Agenda) {
    let next = defence.finding[defender].nextCompletion
    if agenda.isPending(defence.findHandles[defender]) {
      if agenda.time(of: defence.findHandles[defender]) != next {
        agenda.reschedule(defence.findHandles[defender], at: next)
      }
    } else {
      defence.findHandles[defender] = agenda.scheduleCancellable(
        .flawFound(defender: Int32(defender)), at: next)
    }
  }

  mutating func flawFound(_ defender: Int, _ agenda: inout Agenda) {
    if let id = defence.finding[defender].popCompleted(now: agenda.now) {
      ledger.foundDay[Int(id)] = agenda.now
      noteFlaw(Int(id), .found, agenda)
      arrive(id, defender, .triage, &agenda)
    }
    expectFinding(defender, &agenda)
  }

  mutating func flawTriaged(_ defender: Int, _ agenda: inout Agenda) {
    let id = finish(defender, .triage, &agenda)
    noteFlaw(Int(id), .triaged, agenda)
    arrive(id, defender, .fix, &agenda)
  }

  mutating func flawFixed(_ defender: Int, _ agenda: inout Agenda) {
    let id = finish(defender, .fix, &agenda)
    ledger.fixedDay[Int(id)] = agenda.now
    noteFlaw(Int(id), .fixed, agenda)
  }

  private mutating func arrive(
    _ id: Int32, _ defender: Int, _ stage: Stage, _ agenda: inout Agenda
  ) {
    if defence.queues[stage.rawValue][defender].arrive(id) {
      serve(id, defender, stage, &agenda)
    }
  }

  private mutating func serve(
    _ id: Int32, _ defender: Int, _ stage: Stage, _ agenda: inout Agenda
  ) {
    let flaw = future.flaws[Int(id)]
    let work = stage == .triage ? flaw.triageWork : flaw.fixWork
    let speed = defenceSpeed(defender, task: stage.rawValue + 1)
    let countdown = Countdown(work: work, speed: speed, now: agenda.now)
    defence.inProgress[stage.rawValue][defender] = countdown
    defence.serving[stage.rawValue][defender] = id
    let event: Event =
      stage == .triage
      ? .flawTriaged(defender: Int32(defender)) : .flawFixed(defender: Int32(defender))
    defence.handles[stage.rawValue][defender] = agenda.scheduleCancellable(
      event, at: countdown.completion)
  }

  private mutating func finish(
    _ defender: Int, _ stage: Stage, _ agenda: inout Agenda
  ) -> Int32 {
    let done = defence.serving[stage.rawValue][defender]
    defence.serving[stage.rawValue][defender] = -1
    if let next = defence.queues[stage.rawValue][defender].release() {
      serve(next, defender, stage, &agenda)
    }
    return done
  }

  /// A defender's model has changed: everything under way goes on at the new speeds.
  mutating func updateDefender(_ defender: Int, _ agenda: inout Agenda) {
    if defence.finding[defender].setSpeed(defenceSpeed(defender, task: 0), now: agenda.now) {
      expectFinding(defender, &agenda)
    }
    for stage in 0..<2 where defence.serving[stage][defender] >= 0 {
      let speed = defenceSpeed(defender, task: stage + 1)
      if defence.inProgress[stage][defender].setSpeed(speed, now: agenda.now) {
        agenda.reschedule(
          defence.handles[stage][defender],
          at: defence.inProgress[stage][defender].completion)
      }
    }
  }

  /// Reports from outside have become fewer or more.
  mutating func updateFinders(_ agenda: inout Agenda) {
    for defender in defence.finding.indices
    where defence.finding[defender].setSpeed(defenceSpeed(defender, task: 0), now: agenda.now) {
      expectFinding(defender, &agenda)
    }
  }

  /// Speed of a task: the seats of both pools, each with its model or with none; part of
  /// what is found comes from outside.
  private func defenceSpeed(_ defender: Int, task: Int) -> Double {
    let number = future.firstDefender + defender
    let others = speed(of: demand.pools[2 * number], task)
    let foreign = speed(of: demand.pools[2 * number + 1], task)
    let own = others + future.agents[number].foreignShare * (foreign - others)
    return task == 0 ? own * research.findingSpeed : own
  }

  private func speed(of pool: Pool, _ task: Int) -> Double {
    pool.current < 0
      ? future.worth.floors[task]
      : future.worth.speed(task, Int(pool.current), pool.filtering)
  }
}

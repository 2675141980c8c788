import DiscreteEvents

/// Process 16, defence: find, triage and fix per defender, each with its queue, speeded by the
/// best permitted and deployed model.
///
/// Latent flaws are searched for in parallel, all at the finder's speed; findings wait for triage
/// and then for a fix, first come, first served. A saturated fix queue means that losing the
/// finder postpones discovery and exposes little.
struct Defences {
  /// Latent flaws of each defender, as works at the shared speed of finding.
  var finding: [SharedSpeedWorks] = []
  var findHandles: [EventHandle] = []
  /// Speed of find, triage and fix with the models in use now: 3 · defender + task.
  var speeds: [Double] = []
  /// Lines before triage and fix: 2 · defender + stage.
  var lines: [FlawLine] = []
  /// The flaw behind each flaw in the line it waits in.
  private var behind: [Int32] = []

  mutating func reset(_ future: Future) {
    let count = future.agents.count - future.firstDefender
    for defender in finding.indices { finding[defender].removeAll(speed: 1) }
    while finding.count < count { finding.append(SharedSpeedWorks(speed: 1, now: 0)) }
    findHandles.refill(count, with: .none)
    speeds.refill(3 * count, with: 1)
    lines.refill(2 * count, with: FlawLine())
    behind.refill(future.flaws.count, with: -1)
  }

  /// How many defenders there are.
  var count: Int { findHandles.count }

  /// Puts a flaw at the end of a line.
  mutating func enqueue(_ flaw: Int32, _ line: Int) {
    if lines[line].last >= 0 {
      behind[Int(lines[line].last)] = flaw
    } else {
      lines[line].first = flaw
    }
    lines[line].last = flaw
    behind[Int(flaw)] = -1
  }

  /// Takes the first flaw out of a line; negative: nobody waits.
  mutating func dequeue(_ line: Int) -> Int32 {
    let flaw = lines[line].first
    guard flaw >= 0 else { return flaw }
    lines[line].first = behind[Int(flaw)]
    if lines[line].first < 0 { lines[line].last = -1 }
    return flaw
  }

  /// The flaws of a line in their order, the one in work first.
  func flaws(of line: Int) -> [Int32] {
    var flaws: [Int32] = []
    var flaw = lines[line].serving
    if flaw >= 0 { flaws.append(flaw) }
    flaw = lines[line].first
    while flaw >= 0 {
      flaws.append(flaw)
      flaw = behind[Int(flaw)]
    }
    return flaws
  }
}

/// Flaws at one stage of one defender: one in work, the others waiting in their order.
struct FlawLine: BitwiseCopyable {
  /// The flaw in work, and the first and the last that wait; negative: none.
  var serving: Int32 = -1
  var first: Int32 = -1
  var last: Int32 = -1
  var handle = EventHandle.none
  var work = Countdown(work: .infinity, speed: 1, now: 0)
}

/// The two queues of a defender.
private enum Stage: Int { case triage, fix }

extension World {
  mutating func beginDefence(_ agenda: inout Agenda) {
    for defender in 0..<defence.count {
      updateSpeeds(defender)
      _ = defence.finding[defender].setSpeed(defence.speeds[3 * defender], now: 0)
    }
    for number in future.flaws.indices {
      if future.flaws[number].birth <= 0 {
        appear(Int32(number), &agenda)
      } else if isFirstBirth(number) {
        agenda.schedule(.flawBorn(flaw: Int32(number)), at: future.flaws[number].birth)
      }
    }
  }

  /// Whether a flaw is the first that its owner sees born: the flaws of an owner stand together,
  /// those of day 0 first and the others in the order of their birth.
  private func isFirstBirth(_ flaw: Int) -> Bool {
    flaw == 0 || future.flaws[flaw - 1].owner != future.flaws[flaw].owner
      || future.flaws[flaw - 1].birth <= 0
  }

  /// A flaw is born, and the next one of its owner awaited.
  mutating func flawBorn(_ flaw: Int32, _ agenda: inout Agenda) {
    let next = Int(flaw) + 1
    if next < future.flaws.count, future.flaws[next].owner == future.flaws[Int(flaw)].owner {
      agenda.schedule(.flawBorn(flaw: Int32(next)), at: future.flaws[next].birth)
    }
    appear(flaw, &agenda)
  }

  private mutating func appear(_ id: Int32, _ agenda: inout Agenda) {
    let flaw = future.flaws[Int(id)]
    let defender = Int(flaw.owner) - future.firstDefender
    watch(id, flaw, &agenda)
    switch flaw.stage {
    case .latent:
      if defence.finding[defender].add(work: flaw.findWork, id: id, now: agenda.now) {
        expectFinding(defender, &agenda)
      }
    case .waitingForTriage: arrive(id, defender, .triage, &agenda)
    case .waitingForFix: arrive(id, defender, .fix, &agenda)
    }
  }

  /// Moves or makes the event of a defender's next finding.
  private mutating func expectFinding(_ defender: Int, _ agenda: inout Agenda) {
    let next = defence.finding[defender].nextCompletion
    if !agenda.reschedule(defence.findHandles[defender], at: next) {
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
    let line = 2 * defender + stage.rawValue
    if defence.lines[line].serving < 0 {
      serve(id, defender, stage, &agenda)
    } else {
      defence.enqueue(id, line)
    }
  }

  private mutating func serve(
    _ id: Int32, _ defender: Int, _ stage: Stage, _ agenda: inout Agenda
  ) {
    let line = 2 * defender + stage.rawValue
    let work =
      stage == .triage ? future.flaws[Int(id)].triageWork : future.flaws[Int(id)].fixWork
    let event: Event =
      stage == .triage
      ? .flawTriaged(defender: Int32(defender)) : .flawFixed(defender: Int32(defender))
    let countdown = Countdown(
      work: work, speed: defence.speeds[3 * defender + stage.rawValue + 1], now: agenda.now)
    defence.lines[line].serving = id
    defence.lines[line].work = countdown
    defence.lines[line].handle = agenda.scheduleCancellable(event, at: countdown.completion)
  }

  /// Ends the work at one stage, and begins on the next flaw that waits.
  private mutating func finish(
    _ defender: Int, _ stage: Stage, _ agenda: inout Agenda
  ) -> Int32 {
    let line = 2 * defender + stage.rawValue
    let done = defence.lines[line].serving
    let next = defence.dequeue(line)
    if next >= 0 {
      serve(next, defender, stage, &agenda)
    } else {
      defence.lines[line].serving = -1
    }
    return done
  }

  /// A defender's model has changed: everything under way goes on at the new speeds.
  mutating func updateDefender(_ defender: Int, _ agenda: inout Agenda) {
    updateSpeeds(defender)
    changeFindingSpeed(defender, &agenda)
    for line in (2 * defender)...(2 * defender + 1) where defence.lines[line].serving >= 0 {
      let speed = defence.speeds[3 * defender + line - 2 * defender + 1]
      if defence.lines[line].work.setSpeed(speed, now: agenda.now) {
        agenda.reschedule(defence.lines[line].handle, at: defence.lines[line].work.completion)
      }
    }
  }

  /// Reports from outside have become fewer or more.
  mutating func updateFinders(_ agenda: inout Agenda) {
    for defender in 0..<defence.count {
      defence.speeds[3 * defender] = defenceSpeed(defender, task: 0)
      changeFindingSpeed(defender, &agenda)
    }
  }

  private mutating func changeFindingSpeed(_ defender: Int, _ agenda: inout Agenda) {
    if defence.finding[defender].setSpeed(defence.speeds[3 * defender], now: agenda.now) {
      expectFinding(defender, &agenda)
    }
  }

  private mutating func updateSpeeds(_ defender: Int) {
    for task in 0..<3 { defence.speeds[3 * defender + task] = defenceSpeed(defender, task: task) }
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

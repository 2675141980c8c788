import DiscreteEvents

/// Keeps what happened in a world and what led to it, for readers.
///
/// A world lived through for its numbers has none, so that recording costs nothing there. Causes
/// need no bookkeeping in the processes: what an event puts on the calendar is numbered, and
/// stands under whatever that event had noted.
struct Recorder {
  /// One thing that happened.
  struct Entry {
    /// Day on which it happened, or on which the first of several alike did.
    var day: Double
    /// Day of the last of several alike.
    var lastDay: Double
    let happening: Happening
    /// Index of the entry that led to it; negative: nothing noted before.
    let cause: Int32
    /// How many alike this stands for, of agents or flaws, and what they represent.
    var count = 1
    var represents = 0.0
  }

  /// Something that was begun earlier and may have been sped up or slowed down since.
  enum Origin: Hashable {
    /// What the government acts upon: the bypass, its judgement, the answer to its demand.
    case motive
    case order
    case application(Int)
    case route(ReliefRoute)
    case gate(lab: Int, gate: Int)
    case release(model: Int)
    case fix(model: Int)
    case extending(model: Int)
  }

  /// Things alike under one cause are told in one entry.
  private struct Sort: Hashable {
    let happening: Happening
    let cause: Int32
    let period: Int
  }

  private(set) var entries: [Entry] = []
  /// What led to the event being handled.
  private var cause: Int32 = -1
  /// The first thing noted while it was handled: what all else there follows from.
  private var head: Int32 = -1
  private var causes: [UInt64: Int32] = [:]
  private var origins: [Origin: Int32] = [:]
  private var tallies: [Sort: Int] = [:]

  /// An event is about to be handled.
  mutating func enter(_ number: UInt64) {
    cause = causes.removeValue(forKey: number) ?? -1
    head = -1
  }

  /// It has been handled, and put others on the calendar.
  mutating func leave(scheduled numbers: Range<UInt64>) {
    let root = head >= 0 ? head : cause
    guard root >= 0 else { return }
    for number in numbers { causes[number] = root }
  }

  /// Adds what has just happened.
  mutating func note(_ happening: Happening, _ day: Double, since origin: Origin? = nil) {
    let before = origin.flatMap { origins[$0] } ?? (head >= 0 ? head : cause)
    entries.append(Entry(day: day, lastDay: day, happening: happening, cause: before))
    if head < 0 { head = Int32(entries.count - 1) }
  }

  /// Remembers the latest entry as the beginning of something.
  mutating func begin(_ origin: Origin) { origins[origin] = Int32(entries.count - 1) }

  /// Adds one of many alike: those under one cause, or in one period, are told together.
  mutating func tally(
    _ happening: Happening, _ day: Double, represents: Double, period: Int = -1,
    since origin: Origin? = nil
  ) {
    let before =
      origin.flatMap { origins[$0] }
      ?? (period >= 0 && origin == nil ? -1 : head >= 0 ? head : cause)
    let sort = Sort(happening: happening, cause: before, period: period)
    if let number = tallies[sort] {
      entries[number].day = min(day, entries[number].day)
      entries[number].lastDay = max(day, entries[number].lastDay)
      entries[number].count += 1
      entries[number].represents += represents
    } else {
      tallies[sort] = entries.count
      entries.append(
        Entry(
          day: day, lastDay: day, happening: happening, cause: before, represents: represents))
    }
  }
}

extension World {
  /// Notes what happened, where a history is kept.
  mutating func note(
    _ happening: Happening, _ agenda: borrowing Agenda,
    since origin: Recorder.Origin? = nil, begins: Recorder.Origin? = nil
  ) {
    guard recorder != nil else { return }
    recorder?.note(happening, agenda.now, since: origin)
    if let begins { recorder?.begin(begins) }
  }

  /// Notes a change of a pool of seats, told together with others alike.
  mutating func notePool(
    _ pool: Int, _ change: PoolChange, from: Int, to: Int, _ agenda: borrowing Agenda
  ) {
    guard recorder != nil else { return }
    let agent = future.agents[pool >> 1]
    let seats = pool & 1 == 1 ? agent.foreignShare : 1 - agent.foreignShare
    guard seats > 0 else { return }
    recorder?.tally(
      .demand(.poolsChange(change, mix: agent.mix, from: Int32(from), to: Int32(to))),
      agenda.now,
      represents: agent.weight * seats)
  }

  /// Notes an account of the press, told together by kind and month.
  mutating func noteAccount(isCritical: Bool, _ agenda: borrowing Agenda) {
    guard recorder != nil else { return }
    recorder?.tally(
      .politics(.account(isCritical: isCritical)), agenda.now, represents: 1,
      period: Int(agenda.now / 30))
  }

  /// Notes what becomes of a customer's application, told together by segment and month.
  mutating func noteCustomer(_ agent: Int, _ step: CustomerStep, _ agenda: borrowing Agenda) {
    guard recorder != nil else { return }
    recorder?.tally(
      .licensing(.customers(step, mix: future.agents[agent].mix)), agenda.now,
      represents: future.agents[agent].weight, period: Int(agenda.now / 30))
  }

  /// Notes the step of a flaw, told together with those of the same group and month.
  mutating func noteFlaw(_ flaw: Int, _ step: FlawStep, _ agenda: borrowing Agenda) {
    guard recorder != nil else { return }
    let owner = Int(future.flaws[flaw].owner)
    recorder?.tally(
      .defence(.flawsMove(step, mix: future.agents[owner].mix)), agenda.now,
      represents: future.flaws[flaw].represents, period: Int(agenda.now / 30))
  }

  /// Notes that a pool takes up a new model, told together by month.
  mutating func noteAdoption(_ pool: Int, _ model: Int, _ agenda: borrowing Agenda) {
    guard recorder != nil else { return }
    let agent = future.agents[pool >> 1]
    let seats = pool & 1 == 1 ? agent.foreignShare : 1 - agent.foreignShare
    guard seats > 0 else { return }
    recorder?.tally(
      .release(.adopted(mix: agent.mix, model: Int32(model))), agenda.now,
      represents: agent.weight * seats, period: Int(agenda.now / 30),
      since: .release(model: model))
  }
}

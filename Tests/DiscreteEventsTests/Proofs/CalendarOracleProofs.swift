import DiscreteEvents
import Testing

@Suite("Proofs: a calendar under random use", .tags(.proof))
struct CalendarOracleProofs {
  /// What a random user does more of; each brings the calendar into other states.
  enum Habit: CaseIterable {
    case growing, shrinking, moving, cancelling
    /// Gives out no handle, so that the first one comes while other events already wait.
    case plain
  }

  /// A calendar and its oracle, used in the same way by one random user.
  private struct Pair: ~Copyable {
    var calendar: Calendar<Int32>
    var oracle: CalendarOracle
    var stream: TestStream
    /// Every handle that was ever given out, most of them stale after a while.
    var handles: [(event: Int32, handle: EventHandle)] = []
    var event: Int32 = 0
    var largest = 0

    init(_ rule: CalendarOracle.Rule, seed: Int) {
      stream = TestStream(seed: seed)
      // Half of the calendars must grow from nothing.
      calendar = Calendar(reservingCapacity: seed % 2 == 0 ? 0 : 4_000)
      oracle = CalendarOracle(rule)
    }

    /// Times on a coarse grid, so that ties are frequent, with now and then infinity.
    mutating func time() -> Double {
      let now = calendar.now
      return switch stream.below(20) {
      case 0: .infinity
      case 1...4: now
      case 5...12: now + Double(stream.below(12)) * 0.25
      case 13: .greatestFiniteMagnitude
      default: now + stream.exponential() * 3
      }
    }

    mutating func priority() -> Priority {
      let all: [Priority] = [.first, .early, .normal, .normal, .late, Priority(rawValue: 255)]
      return all[stream.below(all.count)]
    }

    /// One of the handles, more often one of the last.
    mutating func handle() -> (event: Int32, handle: EventHandle)? {
      if handles.isEmpty { return nil }
      let last = stream.below(2) == 0 ? min(handles.count, 40) : handles.count
      return handles[handles.count - 1 - stream.below(last)]
    }

    /// Does one thing to both; whether both answered the same.
    mutating func step(_ habit: Habit) -> Bool {
      let weights: [Int] =
        switch habit {
        case .growing: [8, 8, 1, 2, 2]
        case .shrinking: [2, 2, 1, 2, 12]
        case .moving: [2, 3, 1, 12, 4]
        case .cancelling: [2, 6, 7, 2, 3]
        case .plain: [8, 0, 1, 1, 6]
        }
      var place = stream.below(weights.reduce(0, +))
      let action = weights.firstIndex { weight in
        place -= weight
        return place < 0
      }
      switch action {
      case 0:
        let (time, rank) = (time(), priority())
        calendar.schedule(event, at: time, priority: rank)
        oracle.schedule(event, time, rank)
        event += 1
      case 1:
        let (time, rank) = (time(), priority())
        handles.append(
          (event, calendar.scheduleCancellable(event, at: time, priority: rank)))
        oracle.schedule(event, time, rank)
        event += 1
      case 2:
        guard let (event, handle) = handle() else { return true }
        return calendar.cancel(handle) == oracle.cancel(event)
      case 3:
        guard let (event, handle) = handle() else { return true }
        let time = time()
        return calendar.reschedule(handle, at: time) == oracle.reschedule(event, time)
      default:
        let horizon = stream.below(4) == 0 ? calendar.now + Double(stream.below(4)) : .infinity
        let fired = calendar.next(before: horizon)
        if fired != oracle.next(before: horizon) { return false }
        if fired == nil, horizon < .infinity {
          calendar.advance(to: min(horizon, calendar.nextTime ?? horizon))
          oracle.advance(to: min(horizon, oracle.items.first?.time ?? horizon))
        }
      }
      return true
    }

    /// Whether calendar and oracle look the same from outside.
    mutating func agree() -> Bool {
      largest = max(largest, calendar.count)
      guard calendar.count == oracle.items.count, calendar.isEmpty == oracle.items.isEmpty,
        calendar.nextTime == oracle.items.first?.time, calendar.now == oracle.now,
        calendar.processed == oracle.processed, calendar.nextNumber == oracle.nextNumber,
        calendar.currentNumber == oracle.currentNumber
      else { return false }
      guard let (event, handle) = handle() else { return true }
      let time = oracle.time(of: event)
      return calendar.time(of: handle) == time && calendar.isPending(handle) == (time != nil)
    }

    /// The step at which calendar and oracle disagree first, `nil` if they never do.
    mutating func disagreement(steps: Int) -> Int? {
      var habit = stream.below(2) == 0 ? Habit.growing : .plain
      for index in 0..<steps {
        // Habits change at random, every hundred steps in the mean.
        if stream.below(100) == 0 { habit = Habit.allCases[stream.below(Habit.allCases.count)] }
        if !step(habit) || !agree() { return index }
        // The handles of the rounds before are kept, so that those are tried as well.
        if stream.below(1_500) == 0 && index < steps - 200 {
          let start = Double(stream.below(3))
          calendar.removeAll(restartingAt: start)
          oracle.removeAll(restartingAt: start)
          habit = .plain
        }
      }
      // At the end, everything but what is at infinity.
      while let fired = calendar.next() {
        if oracle.next(before: .infinity) != fired { return steps }
      }
      return oracle.next(before: .infinity) == nil ? nil : steps
    }
  }

  @Test("agrees with an array kept in order", arguments: 0..<60)
  func agrees(seed: Int) {
    var pair = Pair(.asWritten, seed: seed)
    let step = pair.disagreement(steps: 4_000)
    #expect(step == nil, "seed \(seed)")
    #expect(pair.largest > 40, "seed \(seed)")
  }

  @Test(
    "disagrees, for every seed, with an array kept in a slightly different order",
    arguments: CalendarOracle.Rule.allCases.filter { $0 != .asWritten })
  func canFail(rule: CalendarOracle.Rule) {
    for seed in 0..<60 {
      var pair = Pair(rule, seed: seed)
      let step = pair.disagreement(steps: 4_000)
      #expect(step != nil, "seed \(seed)")
    }
  }

  @Test("agrees while thousands are pending, and empties in order", arguments: 0..<4)
  func large(seed: Int) {
    var pair = Pair(.asWritten, seed: seed)
    var isRight = true
    for _ in 0..<4_000 { isRight = pair.step(.growing) && isRight }
    for _ in 0..<2_000 { isRight = pair.step(.moving) && isRight }
    let most = pair.calendar.count
    #expect(most > 2_000, "seed \(seed)")
    while let event = pair.calendar.next() {
      isRight = pair.oracle.next(before: .infinity) == event && pair.agree() && isRight
    }
    #expect(isRight, "seed \(seed)")
    // What is left is at infinity.
    #expect(pair.oracle.items.allSatisfy { $0.time == .infinity })
  }

  /// What fires, and when, under a random history drawn from a seed.
  private func path(
    _ calendar: inout Calendar<Int32>, seed: Int
  ) -> [(event: Int32, time: UInt64)] {
    var stream = TestStream(seed: seed)
    var handles: [EventHandle] = []
    var fired: [(event: Int32, time: UInt64)] = []
    for event in 0..<Int32(400) {
      let time = calendar.now + Double(stream.below(12)) * 0.25
      if stream.below(2) == 0 {
        handles.append(calendar.scheduleCancellable(event, at: time, priority: .early))
      } else {
        calendar.schedule(event, at: time)
      }
      if let handle = handles.randomElement(using: &stream) {
        calendar.reschedule(handle, at: calendar.now + 1)
      }
      if stream.below(3) > 0, let event = calendar.next() {
        fired.append((event, calendar.now.bitPattern))
      }
    }
    return fired
  }

  @Test("gives after removeAll what a new calendar gives", arguments: 0..<20)
  func reuse(seed: Int) {
    var used = Calendar<Int32>()
    _ = path(&used, seed: seed + 1_000)
    let isEmpty = used.isEmpty
    #expect(!isEmpty)
    used.removeAll(restartingAt: 0)
    var new = Calendar<Int32>(reservingCapacity: 1_000)
    #expect(path(&used, seed: seed).elementsEqual(path(&new, seed: seed), by: ==))
    let counts = (used.processed == new.processed, used.count == new.count)
    #expect(counts == (true, true))
  }
}

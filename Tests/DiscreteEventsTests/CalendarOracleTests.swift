import DiscreteEvents
import Testing

/// The rule written down once more, in the plainest way: a list searched from end to end.
private struct ListOracle {
  struct Item {
    var time: Double
    var priority: Priority
    var number: Int
    var event: Int32
  }

  var items: [Item] = []
  var number = 0

  mutating func schedule(_ event: Int32, _ time: Double, _ priority: Priority) {
    items.append(Item(time: time, priority: priority, number: number, event: event))
    number += 1
  }

  func index(of event: Int32) -> Int? { items.firstIndex { $0.event == event } }

  mutating func reschedule(_ event: Int32, _ time: Double) -> Bool {
    guard let index = index(of: event) else { return false }
    let item = items.remove(at: index)
    schedule(event, time, item.priority)
    return true
  }

  mutating func cancel(_ event: Int32) -> Bool {
    guard let index = index(of: event) else { return false }
    items.remove(at: index)
    return true
  }

  mutating func next(before horizon: Double) -> Item? {
    let least = items.indices.min {
      let (left, right) = (items[$0], items[$1])
      if left.time != right.time { return left.time < right.time }
      if left.priority != right.priority { return left.priority < right.priority }
      return left.number < right.number
    }
    guard let least, items[least].time <= horizon, items[least].time < .infinity else {
      return nil
    }
    return items.remove(at: least)
  }
}

@Suite("A calendar under random use")
struct CalendarOracleTests {
  /// Times on a coarse grid, so that ties are frequent, with now and then infinity.
  private func time(_ stream: inout TestStream, after now: Double) -> Double {
    switch stream.below(20) {
    case 0: .infinity
    case 1...4: now
    case 5...12: now + Double(stream.below(12)) * 0.25
    default: now + stream.exponential() * 3
    }
  }

  private func priority(_ stream: inout TestStream) -> Priority {
    let all: [Priority] = [.first, .early, .normal, .normal, .late, Priority(rawValue: 255)]
    return all[stream.below(all.count)]
  }

  private struct Pair: ~Copyable {
    var calendar = Calendar<Int32>()
    var oracle = ListOracle()
    var handles: [(event: Int32, handle: EventHandle)] = []
    var event: Int32 = 0
  }

  private func step(_ pair: inout Pair, _ stream: inout TestStream, growing: Bool) {
    let now = pair.calendar.now
    switch stream.below(growing ? 12 : 17) {
    case 0...3:
      let (time, rank) = (time(&stream, after: now), priority(&stream))
      pair.calendar.schedule(pair.event, at: time, priority: rank)
      pair.oracle.schedule(pair.event, time, rank)
      pair.event += 1
    case 4...6:
      let (time, rank) = (time(&stream, after: now), priority(&stream))
      let handle = pair.calendar.scheduleCancellable(pair.event, at: time, priority: rank)
      pair.oracle.schedule(pair.event, time, rank)
      pair.handles.append((pair.event, handle))
      pair.event += 1
    case 7 where !pair.handles.isEmpty:
      let (event, handle) = pair.handles[stream.below(pair.handles.count)]
      #expect(pair.calendar.cancel(handle) == pair.oracle.cancel(event))
    case 8 where !pair.handles.isEmpty:
      let (event, handle) = pair.handles[stream.below(pair.handles.count)]
      let time = time(&stream, after: now)
      #expect(pair.calendar.reschedule(handle, at: time) == pair.oracle.reschedule(event, time))
    default:
      let horizon = stream.below(4) == 0 ? now + stream.unit() : .infinity
      let expected = pair.oracle.next(before: horizon)
      #expect(pair.calendar.next(before: horizon) == expected?.event)
      #expect(pair.calendar.now == expected?.time ?? now)
    }
  }

  @Test("agrees with a list searched from end to end", arguments: 0..<60)
  func oracle(seed: Int) {
    var stream = TestStream(seed: seed)
    var pair = Pair()
    for round in 0..<3 {
      for index in 0..<500 {
        step(&pair, &stream, growing: index < 250)
        #expect(pair.calendar.count == pair.oracle.items.count)
        #expect(pair.calendar.nextTime == pair.oracle.items.map(\.time).min())
        guard let (event, handle) = pair.handles.last else { continue }
        let time = pair.oracle.index(of: event).map { pair.oracle.items[$0].time }
        #expect(pair.calendar.time(of: handle) == time)
        #expect(pair.calendar.isPending(handle) == (time != nil))
      }
      // The handles of the rounds before are kept, so that stale ones are tried as well.
      pair.calendar.removeAll(restartingAt: Double(round))
      pair.oracle.items = []
    }
  }

  /// What fires, and when, under a random history drawn from a seed.
  private func path(
    _ calendar: inout Calendar<Int32>, seed: Int
  ) -> [(event: Int32, time: UInt64)] {
    var stream = TestStream(seed: seed)
    var handles: [EventHandle] = []
    var fired: [(event: Int32, time: UInt64)] = []
    for event in 0..<Int32(400) {
      let time = time(&stream, after: calendar.now)
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
    #expect(used.isEmpty == false)
    used.removeAll(restartingAt: 0)
    var new = Calendar<Int32>(reservingCapacity: 1_000)
    #expect(path(&used, seed: seed).elementsEqual(path(&new, seed: seed), by: ==))
    #expect(used.processed == new.processed)
    #expect(used.count == new.count)
  }
}

import DiscreteEvents

/// The rule of the event list written down once more, in the plainest way: an array kept in order.
struct CalendarOracle {
  /// The rule, and ways to get it wrong that a test of the calendar must notice.
  enum Rule: CaseIterable {
    case asWritten
    case latestFirstAtTies
    case noPriorities
    case highPriorityFirst
    case movedEventsKeepTheirPlace
    case movedEventsLoseTheirPriority
    case horizonExcluded
    case infinityFires
    case cancelledEventsStayMovable
  }

  struct Item {
    var time: Double
    var priority: Priority
    var number: UInt64
    var event: Int32
  }

  let rule: Rule
  private(set) var items: [Item] = []
  private(set) var nextNumber: UInt64 = 1
  private(set) var currentNumber: UInt64 = 0
  private(set) var processed = 0
  private(set) var now = 0.0

  init(_ rule: Rule) { self.rule = rule }

  private func precedes(_ left: Item, _ right: Item) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.priority != right.priority && rule != .noPriorities {
      return (left.priority < right.priority) == (rule != .highPriorityFirst)
    }
    return (left.number < right.number) == (rule != .latestFirstAtTies)
  }

  private mutating func insert(_ item: Item) {
    let place = items.firstIndex { precedes(item, $0) } ?? items.count
    items.insert(item, at: place)
  }

  private func index(of event: Int32) -> Int? { items.firstIndex { $0.event == event } }

  func time(of event: Int32) -> Double? { index(of: event).map { items[$0].time } }

  mutating func schedule(_ event: Int32, _ time: Double, _ priority: Priority) {
    insert(Item(time: time, priority: priority, number: nextNumber, event: event))
    nextNumber += 1
  }

  mutating func reschedule(_ event: Int32, _ time: Double) -> Bool {
    guard let index = index(of: event) else {
      if rule == .cancelledEventsStayMovable { schedule(event, time, .normal) }
      return rule == .cancelledEventsStayMovable
    }
    var item = items.remove(at: index)
    item.time = time
    if rule != .movedEventsKeepTheirPlace { item.number = nextNumber }
    if rule == .movedEventsLoseTheirPriority { item.priority = .normal }
    nextNumber += 1
    insert(item)
    return true
  }

  mutating func cancel(_ event: Int32) -> Bool {
    guard let index = index(of: event) else { return false }
    items.remove(at: index)
    return true
  }

  mutating func next(before horizon: Double) -> Int32? {
    guard let first = items.first, first.time <= horizon else { return nil }
    if first.time == .infinity && rule != .infinityFires { return nil }
    if first.time == horizon && horizon < .infinity && rule == .horizonExcluded { return nil }
    items.removeFirst()
    (now, currentNumber) = (first.time, first.number)
    processed += 1
    return first.event
  }

  mutating func advance(to time: Double) { now = time }

  mutating func removeAll(restartingAt start: Double) {
    self = CalendarOracle(rule)
    now = start
  }
}

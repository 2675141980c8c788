/// The event list and the clock of a discrete-event simulation.
///
/// Events fire in the order of
///
/// 1. time,
/// 2. at equal times, ``Priority``, the lower first,
/// 3. at equal priorities, the order in which they were scheduled.
///
/// Rescheduling counts as scheduling anew: an event moved to a time where others already wait
/// with its priority goes behind them. The order is total, so a run depends on nothing else.
///
/// Times are real numbers from zero on, in any one unit. `-0.0` is taken as `0.0`. An event at
/// `+infinity` is legal and never fires. A time that is not a number, negative or before the
/// clock is an error of the program and stops it with a message.
///
/// The list is an implicit 4-ary heap (D. B. Johnson, "Priority queues with update and finding
/// minimum spanning trees", *Information Processing Letters* 4, 1975) in raw storage: keys of
/// 128 bits in one block, so that the four children of a node share a cache line, and events in
/// another. A key is the bit pattern of the time above the priority above a running number,
/// which orders like the rule above because the patterns of numbers from zero on do. One event
/// can wait in front of the heap, which most of those scheduled by the latest event do until the
/// next is wanted. The calendar allocates only when it must grow.
///
/// It is noncopyable, and its events are plain data: nothing is counted or released per event.
public struct Calendar<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline var clock: Double
  /// The running number of the next event to be scheduled, in 56 bits of the key.
  ///
  /// It starts at one, so that no event has the key zero.
  @usableFromInline var sequence: UInt64 = 1
  /// The lower half of the key of the event fired last.
  @usableFromInline var latest: UInt64 = 0
  /// How many events the heap holds, from position 1 on; the one in front is not counted.
  @usableFromInline var size = 0
  /// Whether an event waits in front.
  @usableFromInline var hasFront = false
  /// Whether any event was ever given a handle; until then no slot is looked at or moved.
  @usableFromInline var hasHandles = false
  @usableFromInline var fired = 0
  @usableFromInline var heap: HeapStorage<Event>
  @usableFromInline var slots = SlotStorage()

  /// Makes an empty calendar.
  ///
  /// - Parameters:
  ///   - start: Where the clock stands, finite and not negative.
  ///   - capacity: How many pending events to make room for; more make the calendar grow.
  @inlinable
  public init(startingAt start: Double = 0, reservingCapacity capacity: Int = 0) {
    if !(start >= 0 && start < .infinity) { refuse(start: start) }
    clock = start + 0
    heap = HeapStorage(capacity: capacity &+ 1)
  }

  @inlinable
  deinit {
    heap.deallocate()
    slots.deallocate()
  }

  /// The time of the latest event fired, or where the clock was set.
  @inlinable public var now: Double { clock }

  /// How many events are pending, those at infinity included.
  @inlinable public var count: Int { hasFront ? size &+ 1 : size }

  /// Whether no event is pending.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// How many events have fired since the calendar was made or emptied.
  @inlinable public var processed: Int { fired }

  /// The running number of the event fired last; 0 before any has fired.
  ///
  /// Events are numbered from 1 in the order in which they were scheduled, or last moved. Whoever
  /// keeps the range of numbers given out while an event happened knows what led to what.
  @inlinable public var currentNumber: UInt64 { latest & 0xFF_FFFF_FFFF_FFFF }

  /// The running number that the event scheduled next will get.
  @inlinable public var nextNumber: UInt64 { sequence }

  /// The time of the earliest pending event, `nil` when none is pending.
  @inlinable public var nextTime: Double? {
    if isEmpty { return nil }
    return timeOfKey(hasFront ? min(heap.keys[0], heap.keys[1]) : heap.keys[1])
  }

  /// Schedules an event that will not be cancelled or moved.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func schedule(
    _ event: Event, at time: Double, priority: Priority = .normal
  ) {
    insert(event, slot: 0, key: makeKey(time, priority))
  }

  /// Fires the earliest event: takes it off the list and sets the clock to its time.
  ///
  /// - Parameter horizon: The last instant of interest. An event exactly at the horizon fires;
  ///   a later one stays, and so does one at infinity whatever the horizon.
  /// - Returns: The event, or `nil` when none is left up to the horizon; the clock then stays.
  /// - Complexity: O(log *n*).
  @inlinable
  @inline(__always)
  public mutating func next(before horizon: Double = .infinity) -> Event? {
    let last = min(horizon, .greatestFiniteMagnitude)
    // Where nothing pends stands the greatest key, whose time is not a number.
    let top = heap.keys[1]
    if hasFront {
      let front = heap.keys[0]
      if front < top {
        if !(timeOfKey(front) <= last) { return nil }
        let event = fire(at: 0, front)
        hasFront = false
        return event
      }
    }
    if !(timeOfKey(top) <= last) { return nil }
    let event = fire(at: 1, top)
    if hasFront { replaceTop() } else { removeTop() }
    return event
  }

  @inlinable
  @inline(__always)
  mutating func fire(at position: Int, _ key: UInt128) -> Event {
    clock = timeOfKey(key)
    fired &+= 1
    latest = UInt64(truncatingIfNeeded: key)
    if hasHandles { releaseSlot(at: position) }
    return heap.events[position]
  }

  @inlinable
  mutating func releaseSlot(at position: Int) {
    let slot = heap.slots[position]
    if slot != 0 { slots.release(slot) }
  }

  /// Moves the clock on without firing anything.
  ///
  /// - Parameter time: Where the clock is to stand: finite, not before it stands now, and not
  ///   after a pending event.
  @inlinable
  public mutating func advance(to time: Double) {
    let pending = nextTime ?? .infinity
    if !(time >= clock && time <= pending && time < .infinity) {
      refuse(advance: time, clock: clock, pending: pending)
    }
    clock = time + 0
  }

  /// Empties the calendar for the next replication, keeping its capacity.
  ///
  /// Every handle is stale afterwards, counters start at zero, and what follows is the same as
  /// with a new calendar.
  ///
  /// - Parameter start: Where the clock stands, finite and not negative.
  /// - Complexity: O(*n*) in the events still pending.
  @inlinable
  public mutating func removeAll(restartingAt start: Double = 0) {
    if !(start >= 0 && start < .infinity) { refuse(start: start) }
    for position in (hasFront ? 0 : 1)..<(size &+ 1) {
      releaseSlot(at: position)
      heap.keys[position] = .max
    }
    slots.forgetUse()
    size = 0
    hasFront = false
    fired = 0
    sequence = 1
    latest = 0
    clock = start + 0
  }

  /// The key of an event scheduled now for `time`; numbers it.
  @inlinable
  mutating func makeKey(_ time: Double, _ priority: Priority) -> UInt128 {
    // One comparison turns away the past, negative times and what is not a number.
    if !(time >= clock) { refuse(time: time, clock: clock) }
    let low = UInt64(priority.rawValue) &<< 56 | sequence
    sequence &+= 1
    // The magnitude, because -0.0 is not before 0.0.
    return UInt128(truncatingIfNeeded: time.magnitude.bitPattern) &<< 64
      | UInt128(truncatingIfNeeded: low)
  }
}

/// The time part of a key.
@inlinable
func timeOfKey(_ key: UInt128) -> Double {
  Double(bitPattern: UInt64(truncatingIfNeeded: key &>> 64))
}

// `fatalError` and not `preconditionFailure`: only the former prints its message in an optimized
// build, and without the two times the mistake is hard to find.

@usableFromInline
@inline(never)
func refuse(time: Double, clock: Double) -> Never {
  fatalError("An event time of \(time) is not possible with the clock at \(clock)")
}

@usableFromInline
@inline(never)
func refuse(start: Double) -> Never {
  fatalError("A clock cannot start at \(start): it must be finite and not negative")
}

@usableFromInline
@inline(never)
func refuse(advance time: Double, clock: Double, pending: Double) -> Never {
  fatalError("A clock at \(clock) cannot go to \(time) with the next event at \(pending)")
}

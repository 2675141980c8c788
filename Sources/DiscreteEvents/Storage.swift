/// The blocks of a heap, keys, events and slots, which grow by doubling.
@usableFromInline
struct HeapStorage<Event: BitwiseCopyable> {
  @usableFromInline var keys: UnsafeMutablePointer<UInt128>
  @usableFromInline var events: UnsafeMutablePointer<Event>
  /// Where the position of each event is kept for its handle; 0 for one without a handle.
  @usableFromInline var slots: UnsafeMutablePointer<UInt32>
  /// How many positions there are, the front included.
  @usableFromInline var capacity: Int

  /// Two keys of padding in front put the children of each node, 4i - 2 … 4i + 1, on one cache
  /// line of 64 bytes; behind the last there are four, for the siblings that are not there.
  @inlinable static var ahead: Int { 2 }
  @inlinable static var behind: Int { 4 }

  @inlinable
  init(capacity requested: Int) {
    capacity = max(16, requested)
    let count = Self.ahead + capacity + Self.behind
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<UInt128>.stride, alignment: 64)
    let all = block.bindMemory(to: UInt128.self, capacity: count)
    all.initialize(repeating: .max, count: count)
    keys = all + Self.ahead
    events = .allocate(capacity: capacity)
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let larger = HeapStorage(capacity: capacity * 2)
    larger.keys.update(from: keys, count: capacity)
    larger.events.update(from: events, count: capacity)
    larger.slots.update(from: slots, count: capacity)
    deallocate()
    self = larger
  }

  @inlinable
  func deallocate() {
    UnsafeMutableRawPointer(keys - Self.ahead).deallocate()
    events.deallocate()
    slots.deallocate()
  }
}

/// Where the events with a handle stand in the heap, and which use of its slot a handle is for.
///
/// Slot 0 belongs to the events without a handle.
@usableFromInline
struct SlotStorage {
  /// The position in the heap; in a free slot, the next free slot.
  @usableFromInline var positions: UnsafeMutablePointer<UInt32>
  /// How often a slot was released; it goes on counting when the calendar is emptied.
  @usableFromInline var generations: UnsafeMutablePointer<UInt32>
  @usableFromInline var capacity: UInt32
  /// Slots below this were used since the calendar was last emptied.
  @usableFromInline var used: UInt32 = 1
  /// The latest slot released, 0 when none is free.
  @usableFromInline var free: UInt32 = 0

  @inlinable
  init(capacity: UInt32 = 16) {
    self.capacity = capacity
    positions = .allocate(capacity: Int(capacity))
    positions.initialize(repeating: 0, count: Int(capacity))
    generations = .allocate(capacity: Int(capacity))
    generations.initialize(repeating: 0, count: Int(capacity))
    generations[0] = .max
  }

  @inlinable
  mutating func acquire() -> UInt32 {
    if free != 0 {
      let slot = free
      free = positions[Int(slot)]
      return slot
    }
    if used == capacity { grow() }
    used += 1
    return used - 1
  }

  @inlinable
  mutating func release(_ slot: UInt32) {
    generations[Int(slot)] &+= 1
    positions[Int(slot)] = free
    free = slot
  }

  @inlinable
  mutating func forgetUse() {
    used = 1
    free = 0
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let larger = SlotStorage(capacity: capacity * 2)
    larger.positions.update(from: positions, count: Int(capacity))
    larger.generations.update(from: generations, count: Int(capacity))
    positions.deallocate()
    generations.deallocate()
    positions = larger.positions
    generations = larger.generations
    capacity = larger.capacity
  }

  @inlinable
  func deallocate() {
    positions.deallocate()
    generations.deallocate()
  }
}

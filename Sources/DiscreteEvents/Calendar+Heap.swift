// The heap: its top is at position 1, and the children of position i are at 4i - 2 … 4i + 1. Keys
// behind the last one are always the greatest key, so that the least of four children needs no
// bounds check.
//
// Position 0, the front, is outside the heap: most events schedule another, which waits there until
// the next event is wanted. If it is earlier than the top it fires without having been in the heap;
// if not, the top fires and it takes that place.

extension Calendar {
  /// The pointers of both storages at hand, since the compiler must take every store for one
  /// that could change them, and copies a noncopyable `self` to call a method that borrows it.
  @usableFromInline
  struct Block {
    @usableFromInline let keys: UnsafeMutablePointer<UInt128>
    @usableFromInline let events: UnsafeMutablePointer<Event>
    @usableFromInline let slots: UnsafeMutablePointer<UInt32>
    @usableFromInline let positions: UnsafeMutablePointer<UInt32>
    /// Whether slots are moved with their events; a constant wherever speed matters.
    @usableFromInline let hasHandles: Bool

    @inlinable
    @inline(__always)
    init(_ heap: HeapStorage<Event>, _ handles: SlotStorage, hasHandles: Bool) {
      keys = heap.keys
      events = heap.events
      slots = heap.slots
      positions = handles.positions
      self.hasHandles = hasHandles
    }

    @inlinable
    @inline(__always)
    func slot(at position: Int) -> UInt32 { hasHandles ? slots[position] : 0 }

    @inlinable
    @inline(__always)
    func place(_ event: Event, _ slot: UInt32, _ key: UInt128, at position: Int) {
      keys[position] = key
      events[position] = event
      if !hasHandles { return }
      slots[position] = slot
      // Slot 0 takes the positions of events without a handle; nobody reads it. A store costs
      // less than a branch that depends on the event.
      positions[Int(slot)] = UInt32(truncatingIfNeeded: position)
    }

    /// Puts an entry where the heap has a hole, or above it.
    @inlinable
    @inline(__always)
    func siftUp(_ event: Event, _ slot: UInt32, _ key: UInt128, from start: Int) {
      var position = start
      while position > 1 {
        let parent = (position &+ 2) &>> 2
        let parentKey = keys[parent]
        if key > parentKey { break }
        place(events[parent], self.slot(at: parent), parentKey, at: position)
        position = parent
      }
      place(event, slot, key, at: position)
    }

    /// Puts an entry where the heap of `size` has a hole, or below it.
    @inlinable
    @inline(__always)
    func siftDown(_ event: Event, _ slot: UInt32, _ key: UInt128, from start: Int, size: Int) {
      var position = start
      while true {
        let child = position &* 4 &- 2
        if child > size { break }
        let family = keys + child
        // Six comparisons at once, none of which waits for another or is a branch.
        let second = family[1] < family[0]
        let fourth = family[3] < family[2]
        let third0 = family[2] < family[0]
        let fourth0 = family[3] < family[0]
        let third1 = family[2] < family[1]
        let fourth1 = family[3] < family[1]
        let thirdWins = second ? third1 : third0
        let fourthWins = second ? fourth1 : fourth0
        let right = fourth ? fourthWins : thirdWins
        let least = right ? 2 &+ (fourth ? 1 : 0) : (second ? 1 : 0)
        let leastKey = family[least]
        if key < leastKey { break }
        let origin = child &+ least
        place(events[origin], self.slot(at: origin), leastKey, at: position)
        position = origin
      }
      place(event, slot, key, at: position)
    }
  }

  /// Puts a new event in front if there is room, else into the heap.
  @inlinable
  @inline(__always)
  mutating func insert(_ event: Event, slot: UInt32, key: UInt128) {
    if hasFront {
      append(event, slot, key)
      return
    }
    hasFront = true
    heap.keys[0] = key
    heap.events[0] = event
    if hasHandles { Block(heap, slots, hasHandles: true).place(event, slot, key, at: 0) }
  }

  /// Puts a new event into the heap.
  @inlinable
  @inline(never)
  mutating func append(_ event: Event, _ slot: UInt32, _ key: UInt128) {
    size &+= 1
    if size == heap.capacity { heap.grow() }
    Block(heap, slots, hasHandles: hasHandles).siftUp(event, slot, key, from: size)
  }

  /// Puts what stands in front in place of the top.
  @inlinable
  @inline(__always)
  mutating func replaceTop() {
    hasFront = false
    if hasHandles {
      replaceTopWithHandles()
    } else {
      let block = Block(heap, slots, hasHandles: false)
      block.siftDown(block.events[0], 0, block.keys[0], from: 1, size: size)
    }
  }

  @inlinable
  @inline(never)
  mutating func replaceTopWithHandles() {
    let block = Block(heap, slots, hasHandles: true)
    block.siftDown(block.events[0], block.slots[0], block.keys[0], from: 1, size: size)
  }

  /// Puts the last entry in place of the top.
  @inlinable
  @inline(never)
  mutating func removeTop() {
    let last = size
    let block = Block(heap, slots, hasHandles: hasHandles)
    let key = block.keys[last]
    block.keys[last] = .max
    size = last &- 1
    if last == 1 { return }
    block.siftDown(block.events[last], block.slot(at: last), key, from: 1, size: size)
  }

  @inlinable
  mutating func remove(at position: Int) {
    if position == 0 {
      hasFront = false
      return
    }
    let removed = heap.keys[position]
    let last = size
    let key = heap.keys[last]
    heap.keys[last] = .max
    size = last &- 1
    if position == last { return }
    replace(at: position, by: last, key, instead: removed)
  }

  /// Puts the event from a position, with a new key, at another one, or above or below it.
  @inlinable
  mutating func replace(
    at position: Int, by origin: Int, _ key: UInt128, instead removed: UInt128
  ) {
    if position == 0 {
      heap.keys[0] = key
      return
    }
    let block = Block(heap, slots, hasHandles: true)
    let event = block.events[origin]
    let slot = block.slots[origin]
    if key < removed {
      block.siftUp(event, slot, key, from: position)
    } else {
      block.siftDown(event, slot, key, from: position, size: size)
    }
  }
}

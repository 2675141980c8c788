// The heap: the children of position i are 4i + 1 … 4i + 4. Keys behind the last one are always
// the greatest key, so that the least of four children needs no bounds check.

extension Calendar {
  /// The pointers of both storages at hand, since the compiler must take every store for one
  /// that could change them, and copies a noncopyable `self` to call a method that borrows it.
  @usableFromInline
  struct Block {
    @usableFromInline let keys: UnsafeMutablePointer<UInt128>
    @usableFromInline let entries: UnsafeMutablePointer<Entry>
    @usableFromInline let positions: UnsafeMutablePointer<UInt32>

    @inlinable
    init(_ heap: HeapStorage<Entry>, _ slots: SlotStorage) {
      keys = heap.keys
      entries = heap.entries
      positions = slots.positions
    }

    @inlinable
    @inline(__always)
    func place(_ entry: Entry, _ key: UInt128, at position: Int) {
      keys[position] = key
      entries[position] = entry
      // Slot 0 takes the positions of events without a handle; nobody reads it. A store costs
      // less than a branch that depends on the event.
      positions[Int(entry.slot)] = UInt32(truncatingIfNeeded: position)
    }

    @inlinable
    @inline(__always)
    func move(_ origin: Int, to position: Int) {
      place(entries[origin], keys[origin], at: position)
    }

    /// Puts an entry where the heap has a hole, or above it.
    @inlinable
    @inline(__always)
    func siftUp(_ entry: Entry, _ key: UInt128, from start: Int) {
      var position = start
      while position > 0 {
        let parent = (position &- 1) &>> 2
        if key > keys[parent] { break }
        move(parent, to: position)
        position = parent
      }
      place(entry, key, at: position)
    }

    /// Puts an entry where the heap of `size` has a hole, or below it.
    @inlinable
    @inline(__always)
    func siftDown(_ entry: Entry, _ key: UInt128, from start: Int, size: Int) {
      var position = start
      while true {
        let child = position &* 4 &+ 1
        if child >= size { break }
        let family = keys + child
        let left = family[1] < family[0] ? 1 : 0
        let right = family[3] < family[2] ? 3 : 2
        let least = family[right] < family[left] ? right : left
        if key < family[least] { break }
        move(child &+ least, to: position)
        position = child &+ least
      }
      place(entry, key, at: position)
    }
  }

  /// Puts a new entry in, into the hole at the root if the latest event left one.
  @inlinable
  mutating func insert(_ event: Event, slot: UInt32, key: UInt128) {
    let entry = Entry(event: event, slot: slot)
    if hasHole {
      hasHole = false
      Block(heap, slots).siftDown(entry, key, from: 0, size: size)
      return
    }
    if size == heap.capacity { heap.grow() }
    Block(heap, slots).siftUp(entry, key, from: size)
    size &+= 1
  }

  /// Fills the hole at the root with the last entry.
  @inlinable
  mutating func closeHole() {
    hasHole = false
    size &-= 1
    let key = heap.keys[size]
    heap.keys[size] = .max
    if size > 0 {
      Block(heap, slots).siftDown(heap.entries[size], key, from: 0, size: size)
    }
  }

  @inlinable
  mutating func remove(at position: Int) {
    let removed = heap.keys[position]
    size &-= 1
    let key = heap.keys[size]
    heap.keys[size] = .max
    if position == size { return }
    replace(at: position, by: heap.entries[size], key, instead: removed)
  }

  /// Puts an entry at the position of another one, or above or below it.
  @inlinable
  mutating func replace(
    at position: Int, by entry: Entry, _ key: UInt128, instead removed: UInt128
  ) {
    let block = Block(heap, slots)
    if key < removed {
      block.siftUp(entry, key, from: position)
    } else {
      block.siftDown(entry, key, from: position, size: size)
    }
  }
}

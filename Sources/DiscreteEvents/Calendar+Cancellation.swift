extension Calendar {
  /// Schedules an event that may be cancelled or moved.
  ///
  /// - Returns: The handle by which to do so.
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func scheduleCancellable(
    _ event: Event, at time: Double, priority: Priority = .normal
  ) -> EventHandle {
    let key = makeKey(time, priority)
    hasHandles = true
    let slot = slots.acquire()
    insert(event, slot: slot, key: key)
    return EventHandle(slot: slot, generation: slots.generations[Int(slot)])
  }

  /// Takes a pending event off the list.
  ///
  /// - Returns: Whether it was pending; `false` when it has fired, was cancelled before, or the
  ///   handle is ``EventHandle/none``.
  /// - Complexity: O(log *n*).
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    if !isPending(handle) { return false }
    let position = Int(slots.positions[Int(handle.slot)])
    slots.release(handle.slot)
    remove(at: position)
    return true
  }

  /// Moves a pending event to another time, with its priority; it counts as scheduled anew.
  ///
  /// - Returns: Whether it was pending; `false` when it has fired, was cancelled before, or the
  ///   handle is ``EventHandle/none``. The handle stays valid.
  /// - Complexity: O(log *n*).
  @inlinable
  @discardableResult
  public mutating func reschedule(_ handle: EventHandle, at time: Double) -> Bool {
    if !isPending(handle) { return false }
    let position = Int(slots.positions[Int(handle.slot)])
    let former = heap.keys[position]
    let priority = Priority(rawValue: UInt8(truncatingIfNeeded: former &>> 56))
    let key = makeKey(time, priority)
    replace(at: position, by: position, key, instead: former)
    return true
  }

  /// Whether the event of a handle is still to come.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool {
    handle.slot < slots.used && slots.generations[Int(handle.slot)] == handle.generation
  }

  /// The time at which the event of a handle will fire, `nil` when it is not pending.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func time(of handle: EventHandle) -> Double? {
    if !isPending(handle) { return nil }
    return timeOfKey(heap.keys[Int(slots.positions[Int(handle.slot)])])
  }
}

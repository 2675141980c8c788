/// Many works that are burnt at one shared speed.
///
/// Let virtual time run at the shared speed. A work that is added is done when virtual time has
/// advanced by its amount, so it is a threshold that never moves, and a change of speed concerns
/// the earliest threshold only: one calendar event serves any number of works. The idea is that
/// of the virtual time of processor sharing (L. Kleinrock, *Queueing Systems* II, 1976, 4.4).
///
/// The laws of ``Countdown`` hold for ``nextCompletion`` to the last bit: changes at one instant
/// count as one, and setting the speed it already has changes nothing. Works with equal
/// thresholds are done in the order in which they were added.
///
/// A work is surely there to be popped at the time that ``nextCompletion`` gave: what is due is
/// decided by the same number, so rounding cannot part them. Nor is that number ever before the
/// latest time passed in, so it can always be scheduled.
public struct SharedSpeedWorks: Sendable {
  @usableFromInline
  struct Work: Sendable, BitwiseCopyable {
    /// The bit pattern of the threshold above the running number of the addition.
    @usableFromInline var key: UInt128
    @usableFromInline var id: Int32

    @inlinable
    init(key: UInt128, id: Int32) {
      self.key = key
      self.id = id
    }

    @inlinable var threshold: Double { timeOfKey(key) }
  }

  /// A stretch of constant speed.
  @usableFromInline
  struct Stretch: Sendable, BitwiseCopyable {
    @usableFromInline var start: Double
    /// Virtual time at the start.
    @usableFromInline var virtual: Double
    @usableFromInline var speed: Double

    @inlinable
    init(start: Double, virtual: Double, speed: Double) {
      self.start = start
      self.virtual = virtual
      self.speed = speed
    }
  }

  /// A 4-ary heap.
  @usableFromInline var works: [Work] = []
  @usableFromInline var sequence: UInt64 = 0
  @usableFromInline var current: Stretch
  /// The stretch that ended when the current one started, to which a change at the same instant
  /// may lead back; a negative speed when there is none.
  @usableFromInline var former: Stretch
  /// The latest time passed in.
  @usableFromInline var latest: Double
  /// When virtual time reaches the earliest threshold at the current speed; infinity without works,
  /// and minus infinity for one that it has reached.
  @usableFromInline var earliest = Double.infinity

  /// Makes an empty collection.
  ///
  /// - Parameters:
  ///   - speed: Work per unit of time, finite and not negative.
  ///   - now: The time, finite.
  @inlinable
  public init(speed: Double, now: Double) {
    if !(speed >= 0 && speed < .infinity && now.isFinite) {
      refuse(work: 0, speed: speed, now: now, after: -.infinity)
    }
    current = Stretch(start: now, virtual: 0, speed: speed)
    former = Stretch(start: now, virtual: 0, speed: -1)
    latest = now
  }

  /// How many works are not yet popped.
  @inlinable public var count: Int { works.count }

  /// Whether there is no work.
  @inlinable public var isEmpty: Bool { works.isEmpty }

  /// The current speed, in work per unit of time.
  @inlinable public var speed: Double { current.speed }

  /// The work that is done next, `nil` when there is none.
  @inlinable public var first: Int32? { works.first?.id }

  /// When the next work will be done if the speed stays; infinity when none ever will be.
  ///
  /// - Complexity: O(1).
  @inlinable public var nextCompletion: Double {
    max(latest, earliest)
  }

  /// Adds a work.
  ///
  /// - Parameters:
  ///   - work: How much, not negative; infinite work is never done.
  ///   - id: What ``popCompleted(now:)`` is to answer.
  ///   - now: The time, finite and not before the latest time passed in.
  /// - Returns: Whether the next completion changed, so that its event must be moved.
  /// - Complexity: O(log *n*).
  @inlinable
  @discardableResult
  public mutating func add(work: Double, id: Int32, now: Double) -> Bool {
    if !(work >= 0 && now >= latest && now < .infinity) {
      refuse(work: work, speed: current.speed, now: now, after: latest)
    }
    let before = nextCompletion
    if works.isEmpty {
      // Virtual time may start again from zero, where it is most exact.
      current = Stretch(start: now, virtual: 0, speed: current.speed)
      former.speed = -1
    }
    let threshold = virtualTime(at: now) + work
    latest = now
    let key =
      UInt128(truncatingIfNeeded: threshold.bitPattern) &<< 64
      | UInt128(truncatingIfNeeded: sequence)
    sequence &+= 1
    insert(Work(key: key, id: id))
    if works[0].key == key { updateEarliest() }
    return nextCompletion != before
  }

  /// Takes out the next work if it is done by `now`.
  ///
  /// Several works can be done at one time: call until the answer is `nil`.
  ///
  /// - Parameter now: The time, finite and not before the latest time passed in.
  /// - Complexity: O(log *n*).
  @inlinable
  public mutating func popCompleted(now: Double) -> Int32? {
    if !(now >= latest && now < .infinity) {
      refuse(work: 0, speed: current.speed, now: now, after: latest)
    }
    if !(nextCompletion <= now) { return nil }
    latest = now
    let id = removeFirst().id
    updateEarliest()
    return id
  }

  /// Changes the shared speed from `now` on.
  ///
  /// Works due by `now` stay due: a change at the instant of completion comes too late for them.
  ///
  /// - Parameters:
  ///   - speed: Work per unit of time, finite and not negative.
  ///   - now: The time, finite and not before the latest time passed in.
  /// - Returns: Whether the next completion changed, so that its event must be moved.
  /// - Complexity: O(1) and the number of works due.
  @inlinable
  @discardableResult
  public mutating func setSpeed(_ speed: Double, now: Double) -> Bool {
    if !(speed >= 0 && speed < .infinity && now >= latest && now < .infinity) {
      refuse(work: 0, speed: speed, now: now, after: latest)
    }
    if speed == current.speed { return false }
    let before = nextCompletion
    if now != current.start {
      former = current
      current = Stretch(start: now, virtual: virtualTime(at: now), speed: speed)
    } else if speed == former.speed {
      current = former
      former.speed = -1
    } else {
      current.speed = speed
    }
    latest = now
    updateEarliest()
    return nextCompletion != before
  }

  /// Empties the collection for the next replication, keeping its capacity.
  @inlinable
  public mutating func removeAll(restartingAt now: Double = 0, speed: Double) {
    var empty = SharedSpeedWorks(speed: speed, now: now)
    swap(&empty.works, &works)
    empty.works.removeAll(keepingCapacity: true)
    self = empty
  }
}

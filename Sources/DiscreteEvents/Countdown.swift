/// An amount of work that is burnt at a speed which may change.
///
/// The work is drawn once and stays the same whatever happens to the speed, so two worlds that
/// draw the same work stay in step. The speed is work per unit of time; at speed 1 the work is
/// the time it takes.
///
/// Two laws hold to the last bit:
///
/// - Changes at one instant count as one: `s → s′ → s` restores exactly the former completion,
///   and `s → s′ → s″` is the same as `s → s″`.
/// - Setting the speed it already has changes nothing.
///
/// Work that is done stays done: a change at the instant of completion, or after it, comes too
/// late. The countdown has no clock; the caller passes `now`, which never goes back.
public struct Countdown: Sendable, BitwiseCopyable {
  /// A stretch of constant speed.
  @usableFromInline
  struct Stretch: Sendable, BitwiseCopyable {
    @usableFromInline var start: Double
    /// The work left at the start.
    @usableFromInline var work: Double
    @usableFromInline var speed: Double
    @usableFromInline var completion: Double

    @inlinable
    init(start: Double, work: Double, speed: Double) {
      self.start = start
      self.work = work
      self.speed = speed
      completion = work == 0 ? start : speed > 0 ? start + work / speed : .infinity
    }

    @inlinable
    func remaining(at time: Double) -> Double {
      // At the completion nothing is left, whatever the rounding of the line below would say.
      if time >= completion { return 0 }
      return max(0, work - speed * (time - start))
    }
  }

  @usableFromInline var current: Stretch
  /// The stretch that ended when the current one started, to which a change at the same instant
  /// may lead back; a negative speed when there is none.
  @usableFromInline var former: Stretch

  /// Starts to burn an amount of work.
  ///
  /// - Parameters:
  ///   - work: How much, not negative; infinite work is never done.
  ///   - speed: Work per unit of time, finite and not negative.
  ///   - now: The time of the start, finite.
  @inlinable
  public init(work: Double, speed: Double, now: Double) {
    if !(work >= 0 && speed >= 0 && speed < .infinity && now.isFinite) {
      refuse(work: work, speed: speed, now: now, after: -.infinity)
    }
    current = Stretch(start: now, work: work, speed: speed)
    former = current
    former.speed = -1
  }

  /// When the work will be done if the speed stays: infinity at speed 0, unless nothing is left.
  @inlinable public var completion: Double { current.completion }

  /// The current speed, in work per unit of time.
  @inlinable public var speed: Double { current.speed }

  /// The work left at a time not before the latest change of speed.
  @inlinable
  public func remaining(at time: Double) -> Double {
    current.remaining(at: time)
  }

  /// Changes the speed from `now` on.
  ///
  /// - Parameters:
  ///   - speed: Work per unit of time, finite and not negative.
  ///   - now: The time of the change, finite and not before the latest change.
  /// - Returns: Whether the completion changed, so that its event must be moved.
  @inlinable
  @discardableResult
  public mutating func setSpeed(_ speed: Double, now: Double) -> Bool {
    if !(speed >= 0 && speed < .infinity && now >= current.start && now < .infinity) {
      refuse(work: current.work, speed: speed, now: now, after: current.start)
    }
    if speed == current.speed { return false }
    let completion = current.completion
    if now == current.start {
      if speed == former.speed {
        current = former
        former.speed = -1
      } else {
        current = Stretch(start: now, work: current.work, speed: speed)
      }
    } else if now >= completion {
      current.speed = speed
    } else {
      former = current
      current = Stretch(start: now, work: current.remaining(at: now), speed: speed)
    }
    return current.completion != completion
  }
}

@usableFromInline
@inline(never)
func refuse(work: Double, speed: Double, now: Double, after latest: Double) -> Never {
  fatalError(
    """
    Work of \(work) at speed \(speed) from \(now) on is not possible after \(latest): \
    work and speed are not negative, and times are finite and never go back
    """)
}

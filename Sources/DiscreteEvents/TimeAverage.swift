/// The average over time of a quantity that changes in steps, such as the length of a queue.
public struct TimeAverage: Sendable, BitwiseCopyable {
  @usableFromInline var start: Double
  @usableFromInline var latest: Double
  @usableFromInline var level: Double
  @usableFromInline var area = 0.0

  /// Starts to average.
  ///
  /// - Parameters:
  ///   - start: The first instant that counts.
  ///   - value: The value in force from there on.
  @inlinable
  public init(startingAt start: Double = 0, value: Double = 0) {
    self.start = start
    latest = start
    level = value
  }

  /// The value in force since the latest step.
  @inlinable public var value: Double { level }

  /// Steps to a new value, which is in force from `time` on, a time not before the latest step.
  @inlinable
  public mutating func add(_ value: Double, at time: Double) {
    if !(time >= latest) { refuse(step: time, latest: latest) }
    area += level * (time - latest)
    latest = time
    level = value
  }

  /// The integral of the value from the start to `time`, a time not before the latest step.
  @inlinable
  public func integral(until time: Double) -> Double {
    if !(time >= latest) { refuse(step: time, latest: latest) }
    return area + level * (time - latest)
  }

  /// The average from the start to `time`; over no time at all, the value in force.
  @inlinable
  public func mean(until time: Double) -> Double {
    let integral = integral(until: time)
    return time > start ? integral / (time - start) : level
  }

  /// Forgets the past, so that the average starts at `time`; for the end of a warm-up.
  @inlinable
  public mutating func restart(at time: Double) {
    if !(time >= latest) { refuse(step: time, latest: latest) }
    self = TimeAverage(startingAt: time, value: level)
  }
}

@usableFromInline
@inline(never)
func refuse(step: Double, latest: Double) -> Never {
  fatalError("An average over time cannot go back from \(latest) to \(step)")
}

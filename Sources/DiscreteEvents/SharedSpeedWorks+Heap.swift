extension SharedSpeedWorks {
  /// Looks again when the first work will be done, after it or the speed has changed.
  @inlinable
  mutating func updateEarliest() {
    earliest = works.isEmpty ? .infinity : arrival(at: works[0].threshold)
  }

  /// When virtual time reaches a threshold; minus infinity if it has.
  @inlinable
  func arrival(at threshold: Double) -> Double {
    let work = threshold - current.virtual
    if work <= 0 { return -.infinity }
    return current.speed == 0 ? .infinity : current.start + work / current.speed
  }

  /// When virtual time reaches a threshold.
  @inlinable
  func completion(threshold: Double) -> Double {
    max(latest, arrival(at: threshold))
  }

  /// Virtual time at `now`, which is not behind any work that is due.
  @inlinable
  func virtualTime(at now: Double) -> Double {
    let virtual = current.virtual + current.speed * (now - current.start)
    if !(nextCompletion <= now) { return virtual }
    return max(virtual, greatestDue(now, below: 0))
  }

  /// The greatest threshold that is due among a work of the heap and those below it.
  @usableFromInline
  func greatestDue(_ now: Double, below position: Int) -> Double {
    if position >= works.count { return 0 }
    var greatest = works[position].threshold
    if !(completion(threshold: greatest) <= now) { return 0 }
    let child = 4 * position + 1
    for offset in 0..<4 {
      greatest = max(greatest, greatestDue(now, below: child + offset))
    }
    return greatest
  }

  @inlinable
  mutating func insert(_ work: Work) {
    works.append(work)
    works.withUnsafeMutableBufferPointer { works in
      var position = works.count &- 1
      while position > 0 {
        let parent = (position &- 1) &>> 2
        if works[parent].key < work.key { break }
        works[position] = works[parent]
        position = parent
      }
      works[position] = work
    }
  }

  @inlinable
  mutating func removeFirst() -> Work {
    let first = works[0]
    let last = works.removeLast()
    works.withUnsafeMutableBufferPointer { works in
      if works.isEmpty { return }
      var position = 0
      while true {
        let child = 4 &* position &+ 1
        if child >= works.count { break }
        var least = child
        for other in child &+ 1..<max(child &+ 1, min(child &+ 4, works.count))
        where works[other].key < works[least].key {
          least = other
        }
        if last.key < works[least].key { break }
        works[position] = works[least]
        position = least
      }
      works[position] = last
    }
    return first
  }
}

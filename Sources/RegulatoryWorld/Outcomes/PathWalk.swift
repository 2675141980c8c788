/// Walks the step paths of one pool in two worlds over their merged breakpoints.
struct PathWalk {
  private let none: StepPaths
  private let acting: StepPaths
  private let horizon: Double

  init(_ none: StepPaths, _ acting: StepPaths, horizon: Double) {
    self.none = none
    self.acting = acting
    self.horizon = horizon
  }

  /// Calls `body` with start, end and both states for every piece of [0, T] on which neither
  /// state changes, in order.
  func forEachPiece(
    of pool: Int, _ body: (_ from: Double, _ to: Double, PathCode, PathCode) -> Void
  ) {
    var first = none.steps[pool]
    var second = acting.steps[pool]
    var firstEnd = none.end(of: first, horizon)
    var secondEnd = acting.end(of: second, horizon)
    var day = 0.0
    while day < horizon {
      let end = min(horizon, firstEnd, secondEnd)
      if end > day { body(day, end, first.code, second.code) }
      day = end
      if firstEnd <= end, first.next >= 0 {
        first = none.steps[Int(first.next)]
        firstEnd = none.end(of: first, horizon)
      }
      if secondEnd <= end, second.next >= 0 {
        second = acting.steps[Int(second.next)]
        secondEnd = acting.end(of: second, horizon)
      }
    }
  }

  /// Whether a pool goes through the same states on the same days in both worlds, and is never
  /// displaced.
  func isSame(_ pool: Int) -> Bool {
    var first = pool
    var second = pool
    while first >= 0, second >= 0 {
      let a = none.steps[first]
      let b = acting.steps[second]
      guard a.code == b.code, a.day == b.day, !b.code.isDisplaced else { return false }
      first = Int(a.next)
      second = Int(b.next)
    }
    return first < 0 && second < 0
  }
}

extension StepPaths {
  /// Calls `body` with start, end and state for every piece of [0, T] on which a pool's state does
  /// not change, in order.
  func forEachPiece(
    of pool: Int, until horizon: Double, _ body: (_ from: Double, _ to: Double, PathCode) -> Void
  ) {
    var step = steps[pool]
    var day = 0.0
    while day < horizon {
      let end = min(horizon, end(of: step, horizon))
      if end > day { body(day, end, step.code) }
      day = end
      if step.next >= 0 { step = steps[Int(step.next)] }
    }
  }

  /// The day on which a step gives way to the next one.
  @inline(__always)
  fileprivate func end(of step: Step, _ horizon: Double) -> Double {
    step.next < 0 ? horizon : steps[Int(step.next)].day
  }
}

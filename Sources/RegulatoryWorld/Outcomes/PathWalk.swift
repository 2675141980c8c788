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
    var first = Int(none.heads[pool])
    var second = Int(acting.heads[pool])
    var day = 0.0
    while day < horizon {
      let a = none.steps[first]
      let b = acting.steps[second]
      let nextA = a.next < 0 ? horizon : none.steps[Int(a.next)].day
      let nextB = b.next < 0 ? horizon : acting.steps[Int(b.next)].day
      let end = min(horizon, nextA, nextB)
      if end > day { body(day, end, a.code, b.code) }
      day = end
      if nextA <= end, a.next >= 0 { first = Int(a.next) }
      if nextB <= end, b.next >= 0 { second = Int(b.next) }
    }
  }

  /// Whether a pool goes through the same states on the same days in both worlds, and is never
  /// displaced.
  func isSame(_ pool: Int) -> Bool {
    var first = Int(none.heads[pool])
    var second = Int(acting.heads[pool])
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

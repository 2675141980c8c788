/// State of a pool of seats on a step path, packed.
struct PathCode: Hashable, BitwiseCopyable {
  private let bits: Int32

  init(model: Int, filtering: Filtering, isDisplaced: Bool) {
    bits = Int32((model + 1) << 3 | filtering.rawValue << 1 | (isDisplaced ? 1 : 0))
  }

  /// Model in use; negative: unserved.
  var model: Int { Int(bits >> 3) - 1 }
  /// Whether seats are served.
  var isServed: Bool { bits >> 3 > 0 }
  /// How the model is filtered.
  var filtering: Filtering { Filtering(rawValue: Int(bits >> 1 & 3)) ?? .none }
  /// Whether the pool is without its model, or keeps a degraded one, because of the order.
  var isDisplaced: Bool { bits & 1 == 1 }
}

/// Step functions of time, one for each pool of seats, kept in one growing array.
struct StepPaths {
  /// One step: the state from a day on.
  struct Step: BitwiseCopyable {
    var day: Double
    var code: PathCode
    /// Index of the next step of the same pool; negative: none.
    var next: Int32
  }

  private(set) var steps: [Step] = []
  /// The last step of each pool.
  private var tails: [Int32] = []

  /// How many pools have a path; the first step of each stands at its own number.
  var pools: Int { tails.count }

  /// Forgets everything, keeps the memory, and begins a path for each pool on day 0.
  mutating func begin(_ pools: [Pool]) {
    steps.removeAll(keepingCapacity: true)
    tails.removeAll(keepingCapacity: true)
    for (number, pool) in pools.enumerated() {
      steps.append(Step(day: 0, code: pool.code, next: -1))
      tails.append(Int32(number))
    }
  }

  /// Adds a step; a second one on the same day replaces the first.
  mutating func append(_ pool: Int, _ day: Double, _ code: PathCode) {
    let tail = Int(tails[pool])
    if steps[tail].code == code { return }
    if steps[tail].day == day {
      steps[tail].code = code
      return
    }
    let number = Int32(steps.count)
    steps[tail].next = number
    tails[pool] = number
    steps.append(Step(day: day, code: code, next: -1))
  }

  /// Whether a pool is ever in a state that fulfils a condition.
  func contains(_ pool: Int, where condition: (PathCode) -> Bool) -> Bool {
    var number = Int32(pool)
    while number >= 0 {
      if condition(steps[Int(number)].code) { return true }
      number = steps[Int(number)].next
    }
    return false
  }

  /// Calls `body` with each state of a pool and the places of the days it holds on; days ascend.
  func forEachState(
    of pool: Int, on days: [Double], _ body: (_ places: Range<Int>, PathCode) -> Void
  ) {
    var number = pool
    var place = 0
    while place < days.count {
      let first = place
      let next = Int(steps[number].next)
      let end = next < 0 ? .infinity : steps[next].day
      while place < days.count, days[place] < end { place += 1 }
      if place > first { body(first..<place, steps[number].code) }
      number = next
    }
  }

  /// The state of a pool from its last step on.
  func lastCode(_ pool: Int) -> PathCode {
    steps[Int(tails[pool])].code
  }

  /// The state of a pool on a day.
  func code(_ pool: Int, on day: Double) -> PathCode {
    var number = Int32(pool)
    var code = steps[Int(number)].code
    while number >= 0, steps[Int(number)].day <= day {
      code = steps[Int(number)].code
      number = steps[Int(number)].next
    }
    return code
  }
}

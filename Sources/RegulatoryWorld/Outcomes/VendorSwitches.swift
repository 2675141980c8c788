/// How often customers whom the order displaced change their vendor: many times would be an
/// oscillation.
enum VendorSwitches {
  /// More switches than out and back.
  static let many = 3

  /// Share of the displaced pools that switch more than twice, each pool with seats counted once;
  /// NaN if none is displaced.
  @Sendable static func shareOfMany(_ pair: Pair) -> Double {
    var (displaced, restless) = (0, 0)
    for pool in pair.future.dollars.indices
    where pair.acting.paths.contains(pool, where: { $0.isDisplaced })
      && pair.future.dollars[pool] > 0
    {
      displaced += 1
      if count(pair.acting.paths, pool, pair.future.models) >= many { restless += 1 }
    }
    return displaced > 0 ? Double(restless) / Double(displaced) : .nan
  }

  /// Changes of lab out of displacement, from one vendor to the next and back; days without any
  /// model in between are no change, and what a pool adopts once it has settled is none of these.
  private static func count(_ paths: StepPaths, _ pool: Int, _ models: [ModelTraits]) -> Int {
    var number = pool
    var lab = -1
    var wasDisplaced = false
    var switches = 0
    while number >= 0 {
      let step = paths.steps[number]
      if step.code.isServed {
        let next = models[step.code.model].lab
        if lab >= 0, next != lab, wasDisplaced { switches += 1 }
        lab = next
      }
      wasDisplaced = step.code.isDisplaced
      number = Int(step.next)
    }
    return switches
  }
}

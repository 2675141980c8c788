/// Shares of usage dollars on one day of a world.
struct MarketShares {
  /// Σ of squared shares of labs, 0 to 1.
  private(set) var concentration = 0.0
  /// Share of labs outside the United States, and of open weights.
  private(set) var foreign = 0.0
  private(set) var open = 0.0

  /// The shares on a day.
  ///
  /// - Parameters:
  ///   - sellers: who sells each model.
  ///   - labs: memory for the dollars of each lab.
  init(
    _ future: Future, _ paths: StepPaths, on day: Double, _ sellers: [Seller],
    using labs: inout [Double]
  ) {
    labs.removeAll(keepingCapacity: true)
    for _ in future.labs { labs.append(0) }
    var total = 0.0
    var abroad = 0.0
    var weights = 0.0
    var sums = labs.mutableSpan
    for (pool, dollars) in future.dollars.enumerated() {
      let code = paths.code(pool, on: day)
      guard code.isServed else { continue }
      let seller = sellers[code.model]
      sums[seller.lab] += dollars
      total += dollars
      if seller.isForeign { abroad += dollars }
      if seller.isOpen { weights += dollars }
    }
    guard total > 0 else { return }
    concentration = labs.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    foreign = abroad / total
    open = weights / total
  }
}

/// What shares need to know of a model.
struct Seller {
  let lab: Int
  let isForeign: Bool
  let isOpen: Bool

  init(_ model: ModelTraits, _ future: Future) {
    lab = model.lab
    isForeign = future.labs[model.lab].country != .us
    isOpen = model.isOpen
  }
}

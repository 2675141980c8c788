import RegulatoryWorld

/// How often each text of a category outcome occurs, under every regime.
struct CategoryTally {
  private let definition: OutcomeDefinition
  private var counts: [(code: Double, byRegime: [Int])] = []
  private var totals: [Int]

  init(_ definition: OutcomeDefinition, regimes: Int) {
    self.definition = definition
    totals = Array(repeating: 0, count: regimes)
  }

  mutating func add(_ code: Double, regime: Int) {
    guard !code.isNaN else { return }
    totals[regime] += 1
    let index = counts.firstIndex { $0.code >= code } ?? counts.endIndex
    if index == counts.endIndex || counts[index].code != code {
      counts.insert((code, Array(repeating: 0, count: totals.count)), at: index)
    }
    counts[index].byRegime[regime] += 1
  }

  /// A share for each text that occurred under any regime, in order of its code.
  ///
  /// - Parameters:
  ///   - rows: replications that came to a result.
  ///   - draws: the number of draws, where several histories share one: intervals then count
  ///     draws for histories, which is on the safe side.
  func summaries(regime index: Int, _ regime: String, rows: Int, draws: Int?) -> [Summary] {
    let total = totals[index]
    return counts.map { code, byRegime in
      let share = total > 0 ? Double(byRegime[index]) / Double(total) : .nan
      let text = definition.word(code) ?? "\(code)"
      return Summary(
        regime: regime, outcome: "\(definition.id)=\(text)", unit: "share", n: total,
        empties: rows - total, mean: share, sd: .nan,
        ci95: ConfidenceInterval.wilson(share: share, n: Double(min(total, draws ?? total))),
        quantiles: .none, medianCI95: .none, isSkewed: false, split: nil)
    }
  }
}

import RegulatoryWorld

/// The columns of `outcomes.csv`.
enum OutcomeList {
  static var listing: Listing {
    Listing(
      names: ["outcome", "unit", "sign", "kind", "statistic", "meaning"],
      shown: ["outcome", "unit", "sign", "meaning"],
      rows: Outcomes.registry.map { outcome in
        [
          outcome.id, outcome.unit, words(outcome.sign),
          outcome.paired ? "difference to none" : "level", words(outcome.statistic),
          outcome.meaning,
        ]
      },
      blocks: Outcomes.registry.map { outcome in
        let unit = outcome.unit.isEmpty ? "" : "\(outcome.unit), "
        return ["\(outcome.id)  (\(unit)\(words(outcome.sign)))", "    \(outcome.meaning)"]
      })
  }

  private static func words(_ sign: OutcomeDefinition.Sign) -> String {
    switch sign {
    case .higherIsWorse: "higher is worse"
    case .higherIsBetter: "higher is better"
    case .neutral: "neutral"
    }
  }

  private static func words(_ statistic: OutcomeDefinition.Statistic) -> String {
    switch statistic {
    case .mean: "mean"
    case .proportion: "share of 1"
    case .timeToEvent: "median, empty ranks last"
    case .category: "shares of words"
    }
  }
}

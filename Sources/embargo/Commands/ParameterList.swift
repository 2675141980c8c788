import Scenarios
import Stochastics

/// The data dictionary of a scenario's numbers.
enum ParameterList {
  static func listing(_ scenario: Scenario) -> Listing {
    let entries = scenario.parameters.entries.sorted { $0.address < $1.address }
    return Listing(
      names: [
        "address", "value", "low", "central", "high", "unit", "bounds", "evidence", "source",
        "meaning", "note",
      ],
      shown: ["address", "value", "unit", "evidence", "bounds", "meaning", "source"],
      rows: entries.map(row), numbers: ["low", "central", "high"], blocks: entries.map(block),
      notes: counts(entries))
  }

  /// The 5th, 50th and 95th percentile of what is drawn; thrice the value if it is certain.
  private static func percentiles(_ entry: ParameterEntry) -> [Double] {
    [0.05, 0.5, 0.95].map(entry.value(at:))
  }

  private static func block(_ entry: ParameterEntry) -> [String] {
    let value = DistributionWords.of(entry.distribution)
    let basis = [entry.evidence?.rawValue ?? "unstated", entry.source].compactMap { $0 }
    let lines = [
      "\(entry.address) = \(value)  (\(entry.quantity.unit), \(bounds(entry.quantity)))",
      "    \(entry.meaning); \(basis.joined(separator: ": "))",
    ]
    guard entry.isUncertain else { return lines }
    let range = percentiles(entry).map(Figures.short)
    return lines + [
      "    drawn from \(range[0]) to \(range[2]) nine times in ten, median \(range[1])"
    ]
  }

  private static func row(_ entry: ParameterEntry) -> [String] {
    [
      entry.address, DistributionWords.of(entry.distribution),
    ] + percentiles(entry).map(Figures.plain) + [
      entry.quantity.unit, bounds(entry.quantity), entry.evidence?.rawValue ?? "",
      entry.source ?? "", entry.meaning, entry.note ?? "",
    ]
  }

  private static func bounds(_ quantity: Quantity) -> String {
    let (low, high) = (quantity.bounds.lowerBound, quantity.bounds.upperBound)
    let range =
      switch (low.isFinite, high.isFinite) {
      case (true, true): "\(Figures.plain(low)) to \(Figures.plain(high))"
      case (true, false): "from \(Figures.plain(low))"
      case (false, true): "up to \(Figures.plain(high))"
      case (false, false): "any"
      }
    return quantity.integral ? range + ", whole" : range
  }

  /// How well the numbers are founded, together.
  private static func counts(_ entries: [ParameterEntry]) -> [String] {
    // Whole numbers without a grade are settings of the study: agents, seed, horizon.
    let settings = entries.count { $0.quantity.integral && $0.evidence == nil }
    let values = entries.filter { !$0.quantity.integral || $0.evidence != nil }
    func count(_ evidence: Evidence?) -> Int { values.count { $0.evidence == evidence } }
    let uncertain = values.count(where: \.isUncertain)
    return [
      "\(values.count) values, \(uncertain) of them uncertain, besides \(settings) settings:"
        + " \(count(.published)) published, \(count(.seed)) stated in the articles (seed),"
        + " \(count(.recalled)) recalled,"
        + " \(count(.assumed)) assumed, \(count(nil)) unstated"
    ]
  }
}

/// Distributions in words.
enum DistributionWords {
  static func of(_ distribution: Distribution) -> String {
    let words = shape(distribution.shape)
    guard let range = distribution.truncation else { return words }
    return "\(words), cut to \(text(range.lowerBound)) to \(text(range.upperBound))"
  }

  private static func shape(_ shape: Distribution.Shape) -> String {
    switch shape {
    case .constant(let value): text(value)
    case .uniform(let low, let high): "\(text(low)) to \(text(high)), uniform"
    case .triangular(let low, let mode, let high):
      "\(text(low)) to \(text(high)), mode \(text(mode)), triangular"
    case .pert(let low, let mode, let high):
      "\(text(low)) to \(text(high)), mode \(text(mode)), pert"
    case .normal(let mean, let sd): "mean \(text(mean)), sd \(text(sd)), normal"
    case .lognormal(let median, let p90): "median \(text(median)), p90 \(text(p90)), lognormal"
    case .beta(let mean, let sd): "mean \(text(mean)), sd \(text(sd)), beta"
    case .discrete(let values, let weights):
      zip(values, weights).map { "\(text($0)) (weight \(text($1)))" }.joined(separator: " or ")
    case .empirical(let values): "one of " + values.map(text).joined(separator: ", ")
    }
  }

  private static func text(_ value: Double) -> String { Figures.plain(value) }
}

// Quantities of the actors, where zero or a fraction needs a word of its own.
extension Quantity {
  /// Things counted, where a fraction is a mean.
  static let weight = Quantity(unit: "count", bounds: 0...Double.greatestFiniteMagnitude)
  /// The same, where at least one is needed.
  static let positiveCount = Quantity(unit: "count", bounds: 1...Double.greatestFiniteMagnitude)
  /// Value per dollar.
  static let nonNegative = Quantity(unit: "per dollar", bounds: 0...Double.greatestFiniteMagnitude)
  /// Ratio of a 90th percentile to a median.
  static let spread = Quantity(unit: "ratio", bounds: 1...1000)
  /// A day relative to day 0, before or after.
  static let day = Quantity(unit: "day", bounds: -100_000...100_000)
  /// A duration that divides.
  static let positiveDays = Quantity(unit: "days", bounds: 0.001...1_000_000)
  /// Rates that divide.
  static let positivePerYear = Quantity(unit: "per year", bounds: 0.000_001...1e12)
  /// Rates that divide.
  static let positivePerDay = Quantity(unit: "per day", bounds: 0.000_001...1e12)
}

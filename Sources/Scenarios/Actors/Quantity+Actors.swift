// Quantities of the actors, where zero or a fraction needs a word of its own.
extension Quantity {
  /// Things counted, where a fraction is a mean.
  static let weight = Quantity(unit: "count", bounds: 0...1e12)
  /// The same, where at least one is needed.
  static let positiveCount = Quantity(unit: "count", bounds: 1...1e6)
  /// Weight of one among several, which need not add up to 1.
  static let mixWeight = Quantity(unit: "weight", bounds: 0...1e6)
  /// Value per dollar.
  static let nonNegative = Quantity(unit: "per dollar", bounds: 0...1e6)
  /// Ratio of a 90th percentile to a median.
  static let spread = Quantity(unit: "ratio", bounds: 1...1000)
  /// Capability, as a ratio to the best model of day 0.
  static let capability = Quantity(unit: "ratio", bounds: 0...10)
  /// Money of an organisation or a lab.
  static let dollars = Quantity(unit: "USD", bounds: 0...1e15)
  /// Money a year.
  static let dollarsPerYear = Quantity(unit: "USD per year", bounds: 0...1e15)
  /// Price relative to the flagship of day 0.
  static let price = Quantity(unit: "ratio", bounds: 0...1000)
  /// People counted, each of them simulated.
  static let signers = Quantity(unit: "count", bounds: 0...10_000)
  /// Things that come in a year.
  static let arrivalsPerYear = Quantity(unit: "per year", bounds: 0...1e7)
  /// Work that waits at day 0.
  static let backlogDays = Quantity(unit: "days", bounds: 0...10_000)
  /// A day relative to day 0, before or after.
  static let day = Quantity(unit: "day", bounds: -100_000...100_000)
  /// A share whose complement divides.
  static let shareBelowOne = Quantity(unit: "share", bounds: 0...0.99)
  /// Added log-odds of a choice.
  static let logOdds = Quantity(unit: "log-odds", bounds: -20...20)
  /// Weight of an argument in a score.
  static let scoreWeight = Quantity(unit: "log-odds", bounds: 0...50)
  /// A duration that divides.
  static let positiveDays = Quantity(unit: "days", bounds: 0.001...1_000_000)
  /// Rates that divide.
  static let positivePerYear = Quantity(unit: "per year", bounds: 0.000_001...1e6)
  /// Rates that divide.
  static let positivePerDay = Quantity(unit: "per day", bounds: 0.000_001...1e6)
}

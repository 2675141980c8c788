/// A column of `outcomes.csv`: what it is, in what unit, and how its values are summed up.
public struct OutcomeDefinition: Sendable {
  /// Whether more of it is worse.
  public enum Sign: String, Sendable {
    /// More is worse.
    case higherIsWorse
    /// More is better.
    case higherIsBetter
    /// Neither.
    case neutral
  }

  /// How its values over replications are summed up.
  public enum Statistic: String, Sendable {
    /// A mean with a Student t interval.
    case mean
    /// 0 or 1: a proportion with a Wilson interval.
    case proportion
    /// Days to something that may not happen by the horizon; empty ranks above all.
    case timeToEvent
    /// A word; only shares make sense.
    case category
  }

  /// Name of the column.
  public let id: String
  /// Unit of the values.
  public let unit: String
  /// Meaning, in a sentence.
  public let meaning: String
  /// Whether more is worse.
  public let sign: Sign
  /// How values are summed up.
  public let statistic: Statistic
  /// For an additive difference of two worlds, the column that holds each world's level.
  public let level: String?
  /// Whether the value is a difference to the world without action; else a level of that world.
  public let paired: Bool
  /// For a time that may not come, the column that says for how long it was looked for; rows
  /// where that is empty do not count.
  ///
  /// Without one it is looked for until the horizon.
  public let observation: String?
  /// Words of a category, by code; none for a number.
  public let words: [String]

  /// States a definition.
  public init(
    id: String, unit: String, meaning: String, sign: Sign, statistic: Statistic, level: String?,
    paired: Bool, observation: String? = nil, words: [String] = []
  ) {
    self.id = id
    self.unit = unit
    self.meaning = meaning
    self.sign = sign
    self.statistic = statistic
    self.level = level
    self.paired = paired
    self.observation = observation
    self.words = words
  }

  /// The same with the words of a category.
  public func with(words: [String]) -> OutcomeDefinition {
    OutcomeDefinition(
      id: id, unit: unit, meaning: meaning, sign: sign, statistic: statistic, level: level,
      paired: paired, observation: observation, words: words)
  }

  /// The word of a category's code; nil if it has none.
  public func word(_ code: Double) -> String? {
    guard code >= 0, code < Double(words.count) else { return nil }
    return words[Int(code)]
  }

  /// The code of a category's word; nil if it is none of them.
  public func code(of word: String) -> Double? {
    words.firstIndex(of: word).map(Double.init)
  }
}

/// Every outcome, in the order of the columns.
public enum Outcomes {
  /// The definitions, in the order of the columns.
  public static let registry: [OutcomeDefinition] = entries.map(\.definition)

  /// A definition with the function that gives its value.
  struct Entry: Sendable {
    let definition: OutcomeDefinition
    let value: @Sendable (Pair) -> Double
  }

  static let entries: [Entry] =
    marketEntries + marketBesides + defenceEntries + processEntries + levelEntries

  /// A difference of two worlds.
  static func paired(
    _ id: String, _ unit: String, _ meaning: String,
    sign: OutcomeDefinition.Sign = .higherIsWorse, level: String? = nil,
    statistic: OutcomeDefinition.Statistic = .mean, _ value: @escaping @Sendable (Pair) -> Double
  ) -> Entry {
    Entry(
      definition: OutcomeDefinition(
        id: id, unit: unit, meaning: meaning, sign: sign, statistic: statistic, level: level,
        paired: true),
      value: value)
  }

  /// A level of one world.
  static func level(
    _ id: String, _ unit: String, _ meaning: String,
    sign: OutcomeDefinition.Sign = .neutral, statistic: OutcomeDefinition.Statistic = .mean,
    words: [String] = [], _ value: @escaping @Sendable (Pair) -> Double
  ) -> Entry {
    Entry(
      definition: OutcomeDefinition(
        id: id, unit: unit, meaning: meaning, sign: sign, statistic: statistic, level: nil,
        paired: false, observation: statistic == .timeToEvent ? "days_observed" : nil,
        words: words),
      value: value)
  }
}

import Stochastics

/// The multinomial logit: a choice among alternatives by their log-odds.
enum Logit {
  /// The number of the alternative chosen, each with a probability in proportion to exp(log-odds).
  ///
  /// One random number decides among all, so that alternatives share the luck of a future.
  static func pick(_ logOdds: [Double], at key: StreamKey) -> Int {
    let weights = logOdds.map { Elementary.exp($0) }
    var rest = key.uniform() * weights.reduce(0, +)
    for (number, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return number }
    }
    return weights.count - 1
  }
}

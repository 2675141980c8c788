/// The long-run shares of time that a birth-and-death chain spends in each of its states.
///
/// By detailed balance: shareₙ₊₁ · deathsₙ₊₁ = shareₙ · birthsₙ. What lies beyond the last state
/// is cut off; callers choose the last so that nothing of weight does.
struct BirthDeath {
  let shares: [Double]

  init(upTo last: Int, births: (Int) -> Double, deaths: (Int) -> Double) {
    var weights = [1.0]
    for state in 0..<last { weights.append(weights[state] * births(state) / deaths(state + 1)) }
    let total = weights.reduce(0, +)
    shares = weights.map { $0 / total }
  }

  /// The long-run average of a function of the state.
  func mean(of value: (Int) -> Double) -> Double {
    shares.indices.reduce(0) { $0 + shares[$1] * value($1) }
  }
}

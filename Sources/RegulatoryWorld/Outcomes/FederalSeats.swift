/// Federal users that a lab loses to a designation or an order.
enum FederalSeats {
  /// Federal agencies, by share of their seats, that use at the horizon without any action a model
  /// of a designated or reached lab, and under the regime none of that lab.
  @Sendable static func lost(_ pair: Pair) -> Double {
    let future = pair.future
    func isHit(_ lab: Int) -> Bool {
      pair.acting.isDesignated[lab]
        || future.models.indices.contains {
          pair.acting.isReached[$0] && future.models[$0].lab == lab
        }
    }
    guard future.labs.indices.contains(where: isHit) else { return 0 }
    var sum = 0.0
    for number in 0..<future.firstDefender {
      let agent = future.agents[number]
      guard future.scenario.customers[Int(agent.mix)].isFederal else { continue }
      func isLost(_ pool: Int) -> Double {
        let before = pair.none.paths.code(pool, on: future.horizon)
        guard before.isServed, isHit(future.models[before.model].lab) else { return 0 }
        let after = pair.acting.paths.code(pool, on: future.horizon)
        let keeps =
          after.isServed && future.models[after.model].lab == future.models[before.model].lab
        return keeps ? 0 : 1
      }
      let (others, foreign) = (isLost(2 * number), isLost(2 * number + 1))
      sum += agent.weight * (others + agent.foreignShare * (foreign - others))
    }
    return sum
  }
}

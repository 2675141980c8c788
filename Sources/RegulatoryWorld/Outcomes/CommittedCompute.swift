/// Compute that a lab committed to buy and does not use.
enum CommittedCompute {
  /// ∫ max(0, committed − used) dt of a world, US dollars.
  ///
  /// Used is the lab's sales times the compute each dollar of sales takes.
  static func idle(_ future: Future, _ ledger: Ledger) -> Double {
    future.labs.indices.reduce(0.0) { sum, lab in
      let pledge = future.clouds.reduce(0.0) { $0 + $1.commitmentPerDay[lab] }
      return pledge > 0 ? sum + idle(future, ledger, lab: lab, pledge: pledge) : sum
    }
  }

  private static func idle(
    _ future: Future, _ ledger: Ledger, lab: Int, pledge: Double
  ) -> Double {
    let share = future.labs[lab].computeShare
    var changes: [(day: Double, dollars: Double)] = []
    for pool in 0..<(2 * future.firstDefender) {
      let agent = future.agents[pool >> 1]
      let seats = pool & 1 == 1 ? agent.foreignShare : 1 - agent.foreignShare
      let scale = agent.weight * agent.spend * seats * share
      var former = 0.0
      var number = ledger.paths.heads[pool]
      while number >= 0 {
        let step = ledger.paths.steps[Int(number)]
        let isOwn = step.code.isServed && future.models[step.code.model].lab == lab
        let use = isOwn ? scale * future.models[step.code.model].price : 0
        if use != former { changes.append((step.day, use - former)) }
        former = use
        number = step.next
      }
    }
    changes.sort { $0.day < $1.day }
    var used = 0.0
    var day = 0.0
    var idle = 0.0
    for change in changes {
      idle += max(0, pledge - used) * (change.day - day)
      used += change.dollars
      day = change.day
    }
    return idle + max(0, pledge - used) * (future.horizon - day)
  }
}

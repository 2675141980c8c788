/// What a world leaves behind is possible: the order before its relief, no release before its
/// time, attackers between their own tools and the best model that is out.
enum LedgerAudit {
  static func check(_ world: borrowing World, _ findings: inout Findings) {
    checkRelief(world, &findings)
    checkReleases(world, &findings)
    checkAttackers(world, &findings)
    checkService(world, &findings)
    checkStaff(world, &findings)
  }

  private static func checkRelief(_ world: borrowing World, _ findings: inout Findings) {
    let (future, ledger) = (world.future, world.ledger)
    let (order, partial, full) = (ledger.orderDay, ledger.partialDay, ledger.fullDay)
    findings.expect(
      world.law != nil || !order.isFinite && !ledger.isTouched.contains(true),
      "There is an order on day \(order) without any action.")
    findings.expect(
      order >= future.incident.orderDay,
      "The order takes effect on day \(order), issued on day \(future.incident.orderDay).")
    findings.expect(
      min(partial, full) >= order, "Relief on day \(min(partial, full)), ordered on day \(order).")
    findings.expect(
      !partial.isFinite || partial <= full,
      "Partial relief on day \(partial) follows full relief on day \(full).")
    findings.expect(
      full.isFinite == (ledger.fullRoute?.isFull ?? false),
      "Full relief on day \(full) comes by \(ledger.fullRoute?.name ?? "no route").")
    for day in [order, partial, full] where day.isFinite {
      findings.expect(
        (0...future.horizon).contains(day), "Day \(day) of the order is outside the history.")
    }
    findings.expect(
      world.order.isInForce == (order.isFinite && !full.isFinite),
      "The order of day \(order), lifted on day \(full), is in force at the end or not.")
    for model in future.models.indices where ledger.isReached[model] {
      findings.expect(
        ledger.isTouched[model] && order.isFinite,
        "Model \(model) is reached by no order, or not touched by it.")
    }
  }

  /// Only foreign labs hurry, and only from the order on.
  private static func checkReleases(_ world: borrowing World, _ findings: inout Findings) {
    let (future, ledger) = (world.future, world.ledger)
    let haste =
      1 + future.draw[future.scenario.mechanisms.gating]
      * future.draw[future.scenario.market.foreignAdvance]
    for (model, traits) in future.models.enumerated() {
      let (day, due) = (ledger.releaseDay[model], traits.releaseDay)
      findings.expect(
        day == world.releases.day[model] && day.isFinite == world.releases.isOut[model],
        "Model \(model) came out on day \(day) in the ledger and not in the world.")
      guard due >= 0 else { continue }
      let isOnTime = day == due || day == .infinity && due > future.horizon
      findings.expect(
        world.law != nil || isOnTime,
        "Model \(model), due on day \(due), comes out on day \(day) without any action.")
      var earliest = due
      if future.labs[traits.lab].country != .us, ledger.orderDay < due {
        earliest = ledger.orderDay + (due - ledger.orderDay) / haste
      }
      findings.expect(
        day >= earliest - 1e-9 * max(1, due),
        "Model \(model) comes out on day \(day), which is before day \(earliest).")
    }
  }

  private static func checkAttackers(_ world: borrowing World, _ findings: inout Findings) {
    let (future, ledger) = (world.future, world.ledger)
    let tools = future.draw[future.scenario.attackers.toolsCapability]
    findings.expect(ledger.attack.first?.day == 0, "Attackers' path does not start on day 0.")
    var last = 0.0
    for (day, capability) in ledger.attack {
      findings.expect(
        day >= last && day <= future.horizon, "Attackers' path goes from day \(last) to \(day).")
      last = day
      let best = future.models.indices.filter { ledger.releaseDay[$0] <= day }
        .reduce(tools) { max($0, future.models[$1].capability.attack) }
      findings.expect(
        capability >= tools - 1e-12 && capability <= best + 1e-12,
        "Attackers reach \(capability) on day \(day), with tools of \(tools) and models of"
          + " \(best).")
    }
    let now = ledger.attack.last?.capability
    findings.expect(
      now == world.attack.capability, "Attackers' path ends elsewhere than the attackers.")
  }

  private static func checkService(_ world: borrowing World, _ findings: inout Findings) {
    let ledger = world.ledger
    var last = -Double.infinity
    for sample in ledger.service {
      findings.expect(
        sample.day > last, "Service is sampled on day \(sample.day) after day \(last).")
      last = sample.day
      findings.expect(
        sample.served & ~sample.reached == 0,
        "A model that no order reached counts as served on day \(sample.day).")
      findings.expect(
        sample.usShare >= 0 && sample.usShare <= 1 + 1e-12,
        "A share of \(sample.usShare) of the spend is served on day \(sample.day).")
    }
  }

  /// Nobody is barred before the order or after its lift.
  private static func checkStaff(_ world: borrowing World, _ findings: inout Findings) {
    let (future, ledger) = (world.future, world.ledger)
    let days = max(0, min(future.horizon, ledger.fullDay) - ledger.orderDay)
    let most = future.labs.reduce(0.0) { $0 + $1.staff * $1.foreignStaffShare * days }
    findings.expect(
      ledger.staffDays >= 0 && ledger.staffDays <= most * (1 + 1e-9),
      "Staff is barred for \(ledger.staffDays) days of at most \(most).")
  }
}

/// Every pool of seats is in exactly one state at every instant.
enum PathAudit {
  static func check(_ world: borrowing World, _ findings: inout Findings) {
    let (future, paths) = (world.future, world.ledger.paths)
    findings.expect(
      paths.pools == 2 * future.agents.count,
      "\(paths.pools) pools for \(future.agents.count) agents.")
    for agent in future.agents {
      findings.expect(
        (0...1).contains(agent.foreignShare) && agent.weight >= 0,
        "An agent has a share of \(agent.foreignShare) foreign seats.")
    }
    var steps = 0
    for pool in 0..<paths.pools { steps += check(pool, world, &findings) }
    findings.expect(
      steps == paths.steps.count, "Pools have \(steps) of \(paths.steps.count) steps.")
  }

  /// Walks the path of a pool; returns the number of its steps.
  private static func check(
    _ pool: Int, _ world: borrowing World, _ findings: inout Findings
  ) -> Int {
    let (future, ledger) = (world.future, world.ledger)
    var number = pool
    findings.expect(
      number >= 0 && ledger.paths.steps[number].day == 0,
      "The path of pool \(pool) does not start on day 0.")
    var count = 0
    var last = -Double.infinity
    while number >= 0, count <= ledger.paths.steps.count {
      let step = ledger.paths.steps[number]
      findings.expect(
        step.day > last && step.day <= future.horizon,
        "Pool \(pool) goes from day \(last) to day \(step.day).")
      last = step.day
      if step.code.isServed {
        let isModel = step.code.model < future.models.count
        findings.expect(isModel, "Pool \(pool) uses model \(step.code.model), which is none.")
        guard isModel else { return count }
        findings.expect(
          ledger.releaseDay[step.code.model] <= step.day,
          "Pool \(pool) uses model \(step.code.model) on day \(step.day), before it is out.")
        findings.expect(
          !future.models[step.code.model].isVetted || future.agents[pool >> 1].isPartner,
          "Pool \(pool) uses vetted model \(step.code.model) and is no partner.")
      }
      count += 1
      number = Int(step.next)
    }
    return count
  }
}

import DiscreteEvents

/// Who could use the reached models from a day on.
struct ServiceSample {
  var day: Double
  /// Whether the order had bound each model that is out and has an audience, a bit each.
  var reached: UInt64
  /// Whether anybody of its audience could use each model, a bit each.
  var served: UInt64
  /// Share of potential spend in the United States that could use the reached models.
  var usShare: Double
}

extension World {
  /// Notes who can use the reached models now.
  mutating func sampleService(_ agenda: inout Agenda) {
    let sample = service(on: agenda.now)
    if let last = ledger.service.last, last.day == agenda.now {
      ledger.service[ledger.service.count - 1] = sample
    } else {
      ledger.service.append(sample)
    }
  }

  /// Spend counts of customers in the United States; whether a model is served at all, of anybody
  /// in its audience.
  private func service(on day: Double) -> ServiceSample {
    var sample = ServiceSample(day: day, reached: 0, served: 0, usShare: 1)
    var spend = 0.0
    var usable = 0.0
    for model in future.models.indices where order.hasReached[model] && releases.isOut[model] {
      let bit: UInt64 = 1 << UInt64(model)
      var isServed = false
      if !future.models[model].isVetted {
        let domestic = domesticService(model)
        spend += domestic.spend
        usable += domestic.usable
        isServed = domestic.usable > 0
      }
      guard hasAudience(model) else { continue }
      sample.reached |= bit
      if isServed || !isDark(model) && isServedToAnybody(model) { sample.served |= bit }
    }
    if spend > 0 { sample.usShare = usable / spend }
    return sample
  }

  /// What customers in the United States spend a day, and what of it could go to a model.
  private func domesticService(_ model: Int) -> (spend: Double, usable: Double) {
    if future.models[model].isOpen { return domesticServiceByAgent(model) }
    let spending = future.domesticSpending
    var total = (spend: 0.0, usable: 0.0)
    for cloud in -1..<future.clouds.count {
      let channel = cloud < 0 ? nil : cloud
      let isOwnServed = ordinaryAccess(model, class: spending.ownClass, through: channel) != nil
      for number in future.classes.indices {
        let cell = spending.of(class: number, lab: future.models[model].lab, cloud: cloud)
        guard cell.own + cell.foreign > 0 else { continue }
        total.spend += cell.own + cell.foreign
        if isOwnServed { total.usable += cell.own }
        if cell.foreign > 0, ordinaryAccess(model, class: number, through: channel) != nil {
          total.usable += cell.foreign
        }
      }
    }
    return total
  }

  /// The same for an open model, where it matters who holds a copy already.
  private func domesticServiceByAgent(_ model: Int) -> (spend: Double, usable: Double) {
    var total = (spend: 0.0, usable: 0.0)
    for number in 0..<future.firstDefender where !future.agents[number].isAbroad {
      for seat in 0..<2 {
        let dollars = future.agents[number].dollars(foreign: seat == 1)
        total.spend += dollars
        if dollars > 0, permission(2 * number + seat, model) != nil { total.usable += dollars }
      }
    }
    return total
  }

  /// Whether a model is for anybody; one for vetted users is for partners.
  private func hasAudience(_ model: Int) -> Bool {
    future.models[model].isVetted
      ? future.agents.contains(where: \.isPartner) : !future.agents.isEmpty
  }

  private func isServedToAnybody(_ model: Int) -> Bool {
    // All partners are defenders.
    let first = future.models[model].isVetted ? future.firstDefender : 0
    return (first..<future.agents.count).contains { number in
      let foreign = future.agents[number].foreignShare
      return foreign < 1 && permission(2 * number, model) != nil
        || foreign > 0 && permission(2 * number + 1, model) != nil
    }
  }
}

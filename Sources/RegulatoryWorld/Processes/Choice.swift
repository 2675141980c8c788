// How a pool of seats chooses: it maximises value flow, with tastes drawn once per agent and model,
// familiarity with its lab, and what it thinks of a lab's country and of its government.

/// What a choice rests on, before the tastes of the one who chooses.
struct Values {
  /// What a defender must gain, in capability, to leave a vendor.
  private(set) var switchGain = 0.0
  /// What each model is worth to each mix: mix · models + model.
  private(set) var flows: [Flow] = []

  /// Value flow per dollar, before tastes.
  struct Flow: BitwiseCopyable {
    /// ρ(κ + φ) − π of an unfamiliar and of a familiar lab.
    let unfamiliar: Double
    let familiar: Double
    /// What is taken off for the country of the lab.
    let avoidance: Double
  }

  /// Looks again what models are worth, with each filtered as `filtering` says.
  mutating func reset(_ future: Future, filtering: (_ model: Int) -> Filtering) {
    let scenario = future.scenario
    let rho = future.draw[scenario.market.valuePerDollar]
    let familiarity = future.draw[scenario.market.familiarity]
    switchGain = future.draw[scenario.defence.switchGain]
    flows.removeAll(keepingCapacity: true)
    for mix in future.worth.bare.indices {
      for model in future.models.indices {
        let kappa = future.worth.value(mix, model, filtering(model))
        let price = future.models[model].price
        flows.append(
          Flow(
            unfamiliar: rho * kappa - price, familiar: rho * (kappa + familiarity) - price,
            avoidance: avoidance(mix, future.models[model].lab, future)))
      }
    }
  }

  private func avoidance(_ mix: Int, _ lab: Int, _ future: Future) -> Double {
    let index = mix * future.labs.count + lab
    return index < future.avoidance.count ? future.avoidance[index] : 0
  }
}

extension World {
  /// A filter has come or gone: models are worth something else from now on.
  mutating func updateValues() {
    // Taken out meanwhile: a part that is being changed cannot be lent while the world is read.
    var values = Values()
    swap(&values, &self.values)
    values.reset(future) { plainFiltering($0) }
    swap(&values, &self.values)
  }

  /// Value flow per dollar of spend, u = ρ(κ + φ) − π + ε less avoidance, where φ is what it is
  /// worth, in capability, to know the lab.
  @inline(__always)
  func value(_ agent: Int, _ model: Int, familiarLab: Int) -> Double {
    let models = future.models.count
    let flow = values.flows[Int(future.agents[agent].mix) &* models &+ model]
    return (future.models[model].lab == familiarLab ? flow.familiar : flow.unfamiliar)
      + future.tastes[agent &* models &+ model] - flow.avoidance
      - (abroad.reserve > 0 ? reserve(agent, model) : 0)
  }

  /// Whether an agent would rather have one model than another it is used to.
  ///
  /// Defenders look at capability, and leave a vendor for a clear gain only.
  @inline(__always)
  func prefers(_ agent: Int, _ model: Int, to other: Int) -> Bool {
    let familiar = future.models[other].lab
    if future.agents[agent].isDefender {
      let mix = Int(future.agents[agent].mix)
      let gain =
        future.worth.value(mix, model, plainFiltering(model))
        - future.worth.value(mix, other, plainFiltering(other))
      let isSameLab = future.models[model].lab == familiar
      return gain > (isSameLab ? 0 : values.switchGain)
    }
    return value(agent, model, familiarLab: familiar) > value(agent, other, familiarLab: familiar)
  }

  /// The best model a pool may use now, of one lab or of any.
  func best(for pool: Int, ofLab lab: Int?, now: Double) -> Int? {
    best(for: pool, now: now) { lab == nil || self.future.models[$0].lab == lab }
  }

  /// The best model a pool may use now among those that fulfil a condition.
  ///
  /// A model that came out since day 0 is a candidate only once the agent would have adopted it:
  /// an order does not make anybody quicker to evaluate what is new.
  func best(for pool: Int, now: Double, where condition: (Int) -> Bool) -> Int? {
    let agent = pool >> 1
    let wanted = Int(demand.pools[pool].wanted)
    let familiar = future.models[wanted].lab
    var found: Int?
    var greatest = (-Double.infinity, -Double.infinity)
    for model in future.models.indices where condition(model) {
      guard let filtering = access(pool, model) else { continue }
      let flow = value(agent, model, familiarLab: familiar)
      let capability =
        future.agents[agent].isDefender
        ? future.worth.value(Int(future.agents[agent].mix), model, filtering) : 0
      // Asked last, since it takes a draw.
      if (capability, flow) > greatest,
        model == wanted || hasComeToKnow(agent, model, by: now)
      {
        greatest = (capability, flow)
        found = model
      }
    }
    return found
  }

  /// Whether an agent would have adopted a model by now had nothing happened.
  private func hasComeToKnow(_ agent: Int, _ model: Int, by now: Double) -> Bool {
    releases.day[model] < 0
      || releases.day[model] + future.adoptionDelay(agent, model) <= now
  }

  /// Whether leaving the lab gains more, over the time an order is expected to last, than the
  /// migration costs.
  ///
  /// With no fallback there is nothing to weigh.
  func isWorthLeaving(_ agent: Int, _ target: Int, for fallback: Int?) -> Bool {
    guard let fallback else { return true }
    let traits = future.agents[agent]
    if traits.isDefender {
      let mix = Int(traits.mix)
      return future.worth.value(mix, target, plainFiltering(target))
        > future.worth.value(mix, fallback, plainFiltering(fallback))
    }
    let familiar = future.models[fallback].lab
    let gain =
      value(agent, target, familiarLab: familiar) - value(agent, fallback, familiarLab: familiar)
    let days = future.draw[future.scenario.market.expectedOutageDays]
    return gain * traits.spend * days > traits.migrationCost
  }
}

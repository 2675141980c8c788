// How a pool of seats chooses: it maximises value flow, with tastes drawn once per agent and model,
// familiarity with its lab, and what it thinks of a lab's country and of its government.
extension World {
  /// Value flow per dollar of spend, u = ρ(κ + φ) − π + ε less avoidance, where φ is what it is
  /// worth, in capability, to know the lab.
  func value(_ agent: Int, _ model: Int, familiarLab: Int) -> Double {
    let market = future.scenario.market
    let mix = Int(future.agents[agent].mix)
    let traits = future.models[model]
    let familiar = traits.lab == familiarLab ? future.draw[market.familiarity] : 0
    return future.draw[market.valuePerDollar]
      * (future.worth.value(mix, model, plainFiltering(model)) + familiar)
      - traits.price + future.tastes[agent * future.models.count + model]
      - avoidance(mix, traits.lab) - reserve(agent, model)
  }

  private func avoidance(_ mix: Int, _ lab: Int) -> Double {
    let index = mix * future.labs.count + lab
    return index < future.avoidance.count ? future.avoidance[index] : 0
  }

  /// Whether an agent would rather have one model than another it is used to.
  ///
  /// Defenders look at capability, and leave a vendor for a clear gain only.
  func prefers(_ agent: Int, _ model: Int, to other: Int) -> Bool {
    let familiar = future.models[other].lab
    if future.agents[agent].isDefender {
      let mix = Int(future.agents[agent].mix)
      let gain =
        future.worth.value(mix, model, plainFiltering(model))
        - future.worth.value(mix, other, plainFiltering(other))
      let isSameLab = future.models[model].lab == familiar
      return gain > (isSameLab ? 0 : future.draw[future.scenario.defence.switchGain])
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
      let day = releases.day[model]
      guard day < 0 || model == wanted || day + future.adoptionDelay(agent, model) <= now else {
        continue
      }
      guard let filtering = access(pool, model) else { continue }
      let flow = value(agent, model, familiarLab: familiar)
      let capability =
        future.agents[agent].isDefender
        ? future.worth.value(Int(future.agents[agent].mix), model, filtering) : 0
      if (capability, flow) > greatest {
        greatest = (capability, flow)
        found = model
      }
    }
    return found
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

/// What one dollar a day of a pool's spend is worth to its seats and to sellers, by what it uses.
struct MarketRates {
  /// What a dollar a day brings in one state of a pool.
  struct Rate {
    /// Value flow to the seats.
    var flow = 0.0
    /// Margin of the lab and of the cloud that resells.
    var margin = 0.0
    /// Revenue of the cloud that resells; negative cloud: sold directly.
    var resale = 0.0
    var cloud: Int32 = -1
    /// κ of what is used.
    var kappa = 0.0
  }

  private var modelCount = 0
  /// ρκ − π by mix, model and level of filtering, as ``Worth`` numbers them.
  private var surplus: [Double] = []
  /// Margin and resale revenue, at (cloud + 1) · models + model; cloud −1: sold directly.
  private var margins: [Double] = []
  private var resales: [Double] = []

  /// Takes another future's numbers over the last one's.
  mutating func refill(_ future: Future) {
    modelCount = future.models.count
    surplus.removeAll(keepingCapacity: true)
    margins.removeAll(keepingCapacity: true)
    resales.removeAll(keepingCapacity: true)
    let rho = future.draw[future.scenario.market.valuePerDollar]
    for mix in future.scenario.customers.indices {
      for (number, model) in future.models.enumerated() {
        for level in Filtering.allCases {
          surplus.append(rho * future.worth.value(mix, number, level) - model.price)
        }
      }
    }
    for model in future.models {
      margins.append(model.price * future.labs[model.lab].margin)
      resales.append(0)
    }
    for cloud in future.clouds {
      let resale = cloud.resaleMargin
      for model in future.models {
        let lab = future.labs[model.lab].margin
        margins.append(model.price * ((1 - resale) * lab + resale))
        resales.append(model.price * resale)
      }
    }
  }

  /// The rate of a customer's pool in a state; all 0 while unserved.
  func rate(_ agent: Int, mix: Int, _ code: PathCode, _ future: Future) -> Rate {
    guard code.isServed else { return Rate() }
    let model = code.model
    let row = (mix * modelCount + model) * Filtering.count + code.filtering.rawValue
    let cloud = future.channel(agent, lab: future.models[model].lab) ?? -1
    let cell = (cloud + 1) * modelCount + model
    return Rate(
      flow: surplus[row] + future.tastes[agent * modelCount + model], margin: margins[cell],
      resale: resales[cell], cloud: Int32(cloud),
      kappa: future.worth.value(mix, model, code.filtering))
  }
}

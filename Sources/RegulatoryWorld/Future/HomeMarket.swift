/// What agents use at day 0: each lab's flagship, in proportion to what buyers spend on labs.
struct HomeMarket {
  /// The model each lab sells to everybody at day 0; negative: none.
  private var flagship: [Int32] = []
  /// Cumulative spend by lab of buyers in the United States, and abroad.
  private var domestic: [Double] = []
  private var abroad: [Double] = []
  /// The most capable vetted model in use before day 0; negative: none.
  private(set) var bestVetted: Int32 = -1

  /// The same with another draw's numbers.
  consuming func refilled(_ models: [ModelTraits], _ labs: [LabTraits]) -> HomeMarket {
    var market = self
    market.fill(models, labs)
    return market
  }

  private mutating func fill(_ models: [ModelTraits], _ labs: [LabTraits]) {
    flagship.removeAll(keepingCapacity: true)
    domestic.removeAll(keepingCapacity: true)
    abroad.removeAll(keepingCapacity: true)
    var (atHome, elsewhere) = (0.0, 0.0)
    for (lab, traits) in labs.enumerated() {
      let best = HomeMarket.best(of: models, by: \.general) { $0.lab == lab && !$0.isVetted }
      flagship.append(best)
      if best >= 0 {
        atHome += traits.spend * traits.usShare
        elsewhere += traits.spend * (1 - traits.usShare)
      }
      domestic.append(atHome)
      abroad.append(elsewhere)
    }
    bestVetted = HomeMarket.best(of: models, by: \.find) { $0.isVetted }
  }

  /// The most capable of the models in use before day 0, the first among equals.
  private static func best(
    of models: [ModelTraits], by capability: KeyPath<TaskValues, Double>,
    _ condition: (ModelTraits) -> Bool
  ) -> Int32 {
    var best: Int32 = -1
    var most = -Double.infinity
    for (number, model) in models.enumerated() where model.releaseDay < 0 && condition(model) {
      let value = model.capability[keyPath: capability]
      if best < 0 || value > most { (best, most) = (Int32(number), value) }
    }
    return best
  }

  /// The model an agent uses at day 0, by its mark.
  func model(_ mark: Double, isAbroad: Bool) -> Int32 {
    let sums = isAbroad ? abroad : domestic
    let target = mark * (sums.last ?? 0)
    return flagship[sums.firstIndex { target < $0 } ?? 0]
  }
}

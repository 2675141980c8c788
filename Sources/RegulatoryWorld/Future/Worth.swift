import Scenarios

/// How far a model's outputs are filtered for a pool of seats.
enum Filtering: Int, CaseIterable {
  /// Served as it is.
  case none
  /// A fix of the reported bypass is in place for everyone.
  case fix
  /// A gate filters controlled outputs because of the order.
  case gate
  /// A fix in part is in place for everyone.
  case fixInPart
}

/// What each model is worth to each mix of tasks, under each level of filtering.
///
/// Customers: κ = (1 − q)·general + q·security·(1 − over-block), q the share of security work and
/// security the mean of find, triage and fix. Defenders: C = Σ a·[f + (1 − f)·κ·(1 − over-block)].
struct Worth {
  private let modelCount: Int
  /// κ or C, at (mix · models + model) · levels + level.
  private var values: [Double] = []
  /// Speed of find, triage, fix, at ((model · levels) + level) · 3 + task.
  private var speeds: [Double] = []
  /// C without any model, by mix; κ is 0 without one.
  private(set) var bare: [Double] = []
  /// Human-only floors of find, triage and fix.
  let floors: [Double]
  /// Loss of security capability by level of filtering.
  let overBlock: [Double]
  /// Share of variants of the reported technique blocked, by level of filtering.
  let blocked: [Double]

  init(scenario: Scenario, draw: Draw, models: [ModelTraits]) {
    modelCount = models.count
    let fix = scenario.regulator.fix
    let efficacy = draw[fix.variantEfficacy]
    blocked = [0, efficacy, efficacy, efficacy * draw[fix.partialRatio]]
    overBlock = blocked.map { $0 * draw[fix.overBlockAtFullEfficacy] }
    let defence = scenario.defence
    floors = [draw[defence.findFloor], draw[defence.triageFloor], draw[defence.fixFloor]]
    for segment in scenario.customers {
      bare.append(0)
      let q = draw[segment.securityShare]
      for model in models {
        let c = model.capability
        let security = (c.find + c.triage + c.fix) / 3
        for level in overBlock { values.append((1 - q) * c.general + q * security * (1 - level)) }
      }
    }
    for model in models {
      let c = model.capability
      for level in overBlock {
        for (task, capability) in [c.find, c.triage, c.fix].enumerated() {
          let kappa = capability * (1 - level)
          speeds.append(floors[task] + (1 - floors[task]) * kappa)
        }
      }
    }
    for group in scenario.defenders {
      let raw = [draw[group.findShare], draw[group.triageShare], draw[group.fixShare]]
      let total = raw[0] + raw[1] + raw[2]
      let mix = raw.map { $0 / total }
      bare.append(mix[0] * floors[0] + mix[1] * floors[1] + mix[2] * floors[2])
      for model in models.indices {
        for level in Filtering.allCases {
          values.append(
            mix[0] * speed(0, model, level) + mix[1] * speed(1, model, level)
              + mix[2] * speed(2, model, level))
        }
      }
    }
  }

  /// κ of a customer mix, or C of a defender mix, with a model at a level of filtering.
  func value(_ mix: Int, _ model: Int, _ level: Filtering) -> Double {
    values[(mix * modelCount + model) * Filtering.allCases.count + level.rawValue]
  }

  /// Speed of a defender's task (0 find, 1 triage, 2 fix) with a model.
  func speed(_ task: Int, _ model: Int, _ level: Filtering) -> Double {
    speeds[(model * Filtering.allCases.count + level.rawValue) * 3 + task]
  }
}

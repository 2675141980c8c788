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

  /// How many levels there are.
  static let count = 4
}

/// What each model is worth to each mix of tasks, under each level of filtering.
///
/// Customers: κ = (1 − q)·general + q·security·(1 − over-block), q the share of security work and
/// security the mean of find, triage and fix. Defenders: C = Σ a·[f + (1 − f)·κ·(1 − over-block)].
struct Worth {
  private var modelCount = 0
  /// κ or C, at (mix · models + model) · levels + level.
  private var values: [Double] = []
  /// Speed of find, triage, fix, at ((model · levels) + level) · 3 + task.
  private var speeds: [Double] = []
  /// C without any model, by mix; κ is 0 without one.
  private(set) var bare: [Double] = []
  /// Human-only floors of find, triage and fix.
  private(set) var floors: [Double] = []
  /// Loss of security capability by level of filtering.
  private(set) var overBlock: [Double] = []
  /// Share of variants of the reported technique blocked, by level of filtering.
  private(set) var blocked: [Double] = []

  /// The same with another draw's numbers.
  consuming func refilled(scenario: Scenario, draw: Draw, models: [ModelTraits]) -> Worth {
    var worth = self
    worth.fill(scenario, draw, models)
    return worth
  }

  private mutating func fill(_ scenario: Scenario, _ draw: Draw, _ models: [ModelTraits]) {
    modelCount = models.count
    values.removeAll(keepingCapacity: true)
    speeds.removeAll(keepingCapacity: true)
    bare.removeAll(keepingCapacity: true)
    fillLevels(scenario.regulator.fix, draw)
    floors.removeAll(keepingCapacity: true)
    floors.append(draw[scenario.defence.findFloor])
    floors.append(draw[scenario.defence.triageFloor])
    floors.append(draw[scenario.defence.fixFloor])
    for segment in scenario.customers { appendCustomers(draw[segment.securityShare], models) }
    for model in models { appendSpeeds(model.capability) }
    for group in scenario.defenders {
      appendDefenders(draw[group.findShare], draw[group.triageShare], draw[group.fixShare])
    }
  }

  private mutating func fillLevels(_ fix: Fix, _ draw: Draw) {
    let efficacy = draw[fix.variantEfficacy]
    blocked.removeAll(keepingCapacity: true)
    overBlock.removeAll(keepingCapacity: true)
    for level in Filtering.allCases {
      switch level {
      case .none: blocked.append(0)
      case .fix, .gate: blocked.append(efficacy)
      case .fixInPart: blocked.append(efficacy * draw[fix.partialRatio])
      }
      overBlock.append(blocked[level.rawValue] * draw[fix.overBlockAtFullEfficacy])
    }
  }

  private mutating func appendCustomers(_ q: Double, _ models: [ModelTraits]) {
    bare.append(0)
    for model in models {
      let c = model.capability
      let security = (c.find + c.triage + c.fix) / 3
      for level in overBlock { values.append((1 - q) * c.general + q * security * (1 - level)) }
    }
  }

  private mutating func appendSpeeds(_ c: TaskValues) {
    for level in overBlock {
      speeds.append(floors[0] + (1 - floors[0]) * (c.find * (1 - level)))
      speeds.append(floors[1] + (1 - floors[1]) * (c.triage * (1 - level)))
      speeds.append(floors[2] + (1 - floors[2]) * (c.fix * (1 - level)))
    }
  }

  private mutating func appendDefenders(_ find: Double, _ triage: Double, _ fix: Double) {
    let total = find + triage + fix
    let (a, b, c) = (find / total, triage / total, fix / total)
    bare.append(a * floors[0] + b * floors[1] + c * floors[2])
    for row in 0..<(modelCount * Filtering.count) {
      values.append(a * speeds[row * 3] + b * speeds[row * 3 + 1] + c * speeds[row * 3 + 2])
    }
  }

  /// κ of a customer mix, or C of a defender mix, with a model at a level of filtering.
  func value(_ mix: Int, _ model: Int, _ level: Filtering) -> Double {
    values[(mix * modelCount + model) * Filtering.count + level.rawValue]
  }

  /// Speed of a defender's task (0 find, 1 triage, 2 fix) with a model.
  func speed(_ task: Int, _ model: Int, _ level: Filtering) -> Double {
    speeds[(model * Filtering.count + level.rawValue) * 3 + task]
  }
}

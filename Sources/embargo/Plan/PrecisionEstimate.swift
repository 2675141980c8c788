import Experiments
import Stochastics

/// How many replications a goal of precision will ask for, by the spread of sampled rows.
struct PrecisionEstimate {
  /// The look at which an experiment is likely to stop.
  let likely: Int
  /// The looks between which it will be, as far as the sample's own uncertainty goes.
  let range: ClosedRange<Int>
  /// The outcome and the regime that ask for most.
  let outcome: String
  let regime: String

  /// Nil where the rows say nothing, since there are too few.
  init?(_ tally: SpreadTally, _ plan: RunPlan) {
    let goal = tally.goal
    let needs = tally.cells.compactMap { cell in
      PrecisionEstimate.need(cell, plan, goal).map { (cell: cell, need: $0) }
    }
    guard let most = needs.max(by: { $0.need.likely < $1.need.likely }) else { return nil }
    func look(_ need: Double) -> Int {
      var look = PrecisionGoal.look(after: 0)
      while Double(look) < need && look < plan.replications {
        look = PrecisionGoal.look(after: look)
      }
      return min(look, plan.replications)
    }
    likely = look(most.need.likely)
    range =
      min(
        likely, look(needs.map(\.need.low).max() ?? 0))...max(
        likely, look(needs.map(\.need.high).max() ?? 0))
    (outcome, regime) = (most.cell.outcome, most.cell.regime)
  }

  /// Replications until half the interval is narrow enough, with the ends between which the sample
  /// leaves it open.
  private static func need(
    _ cell: SpreadTally.Cell, _ plan: RunPlan, _ goal: PrecisionGoal
  ) -> (likely: Double, low: Double, high: Double)? {
    let groups = cell.values.values.filter { $0.count > 1 }
    let freedom = groups.reduce(0) { $0 + $1.count - 1 }
    guard freedom >= 8 else { return nil }
    var (second, fourth, sum, count) = (0.0, 0.0, 0.0, 0.0)
    var chance = (squares: 0.0, freedom: 0.0)
    for group in groups {
      let mean = group.reduce(0) { $0 + $1.value } / Double(group.count)
      sum += mean * Double(group.count)
      count += Double(group.count)
      for (_, value) in group {
        let square = (value - mean) * (value - mean)
        second += square
        fourth += square * square
      }
      for draw in Dictionary(grouping: group, by: \.draw).values where draw.count > 1 {
        let mean = draw.reduce(0) { $0 + $1.value } / Double(draw.count)
        chance.squares += draw.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) }
        chance.freedom += Double(draw.count - 1)
      }
    }
    var variance = second / Double(freedom)
    guard variance > 0 else { return (0, 0, 0) }
    let kurtosis = fourth / count / (second / count * second / count)
    if plan.perDraw > 1, chance.freedom > 0 {
      // Histories of a draw share its parameters, so that draws are what counts.
      let within = min(variance, chance.squares / chance.freedom)
      variance = Double(plan.perDraw) * (variance - within) + within
    }
    let z = Special.normalQuantile(0.975)
    let allowed = goal.allowed(for: sum / count)
    let need = z * z * variance / (allowed * allowed)
    let doubt = min(0.9, 2 * (max(kurtosis - 1, 0.5) / Double(freedom)).squareRoot())
    return (need, need * (1 - doubt), need * (1 + doubt))
  }
}

/// The headline outcomes of sampled rows, for their spread.
struct SpreadTally {
  /// One outcome under one regime: its values by experiment.
  struct Cell {
    let regime: String
    let outcome: String
    var values: [Int: [(draw: Int, value: Double)]] = [:]
  }

  let goal: PrecisionGoal
  private(set) var cells: [Cell] = []

  init(_ goal: PrecisionGoal) {
    self.goal = goal
  }

  mutating func add(_ row: ReplicationRow, _ layout: RowLayout) {
    guard row.failure == nil else { return }
    for (place, regime) in layout.regimes.enumerated().dropFirst() {
      for outcome in goal.outcomes {
        guard let column = layout.outcomes.firstIndex(where: { $0.id == outcome }) else {
          continue
        }
        let value = row.outcomes[place * layout.outcomes.count + column]
        guard !value.isNaN else { continue }
        let found = cells.firstIndex { $0.regime == regime && $0.outcome == outcome }
        let index = found ?? cells.count
        if found == nil { cells.append(Cell(regime: regime, outcome: outcome)) }
        cells[index].values[row.experiment, default: []].append((row.draw, value))
      }
    }
  }
}

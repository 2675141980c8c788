import RegulatoryWorld

/// Which rows of a plan come next, given those that are there.
///
/// A function of the plan and of the rows in their order alone, so a run that was broken off goes
/// on where it would have gone, and whoever reads rows back knows whether one is missing.
public struct Schedule {
  private let plan: RunPlan
  private let layouts: RowLayouts
  /// The number of the row that must come next.
  private var position: Int
  private var rule: StoppingRule?
  /// How the experiments with a goal of precision ended, in their order.
  public private(set) var precision: [PrecisionReached] = []
  /// How many rows there are.
  public private(set) var count = 0

  /// The schedule of a plan before its first row.
  public init(_ plan: RunPlan, _ layouts: RowLayouts) {
    self.plan = plan
    self.layouts = layouts
    position = plan.rows.lowerBound
    beginExperiment()
  }

  /// Whether every row is there.
  public var isComplete: Bool { position == plan.rows.upperBound }

  /// The key of the row that must come next; nil after the last.
  public var next: RowKey? { isComplete ? nil : plan.key(ofRow: position) }

  /// The numbers of the rows that can be made before the schedule has to look again.
  public var upcoming: Range<Int>? {
    guard !isComplete else { return nil }
    guard let rule else { return position..<plan.rows.upperBound }
    let key = plan.key(ofRow: position)
    return position..<position + rule.nextLook - key.replication + 1
  }

  /// Takes the next row; another one is a programmer error.
  public mutating func add(_ row: ReplicationRow) {
    precondition(row.key == next, "rows come in order, without a gap")
    count += 1
    position += 1
    guard rule != nil else { return }
    rule?.add(row)
    if let reached = rule?.look(experiment: row.key.experiment) {
      precision.append(reached)
      position = row.key.experiment * plan.replications
      beginExperiment()
    }
  }

  private mutating func beginExperiment() {
    guard let goal = plan.precision, let next else {
      rule = nil
      return
    }
    rule = StoppingRule(
      goal, layouts[next.experiment], perDraw: plan.perDraw, most: plan.replications)
  }
}

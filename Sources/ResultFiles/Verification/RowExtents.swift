import Experiments

/// Where the rows of each experiment lie, as they were read in their order.
///
/// With a goal of precision each experiment ends where its rows say, and a shard begins and ends
/// within one; so this is known only when the rows were read.
struct RowExtents: Sendable {
  /// The numbers of the rows of each experiment.
  private(set) var segments: [Range<Int>] = []
  private var experiment = 0
  /// How many rows there are.
  private(set) var rows = 0

  /// Adds the next row.
  mutating func add(_ key: RowKey, _ plan: RunPlan) {
    let number = plan.row(key)
    rows += 1
    if key.experiment == experiment {
      segments[segments.count - 1] = segments[segments.count - 1].lowerBound..<number + 1
    } else {
      segments.append(number..<number + 1)
      experiment = key.experiment
    }
  }
}

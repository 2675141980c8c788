import Experiments

/// Tabulates rows experiment by experiment, so that memory is that of one.
public struct Tabulations {
  private let description: ResultDescription
  private var current: (experiment: Int, gathered: Tabulation)?

  /// No rows yet.
  public init(_ description: ResultDescription) {
    self.description = description
  }

  /// Adds the next row; gives the answer of the experiment before, if this row begins another.
  public mutating func add(_ row: ReplicationRow) -> Answer? {
    var answer: Answer?
    if let done = current, done.experiment != row.experiment {
      current = nil
      answer = done.gathered.answer()
    }
    if current == nil {
      let layout = description.layouts[row.experiment]
      let tabulation = Tabulation(
        layout, experiment: row.experiment, perDraw: description.plan.perDraw)
      current = (row.experiment, tabulation)
    }
    current?.gathered.add(row)
    return answer
  }

  /// The answer of the last experiment; nil if there was no row.
  public consuming func last() -> Answer? {
    current?.gathered.answer()
  }
}

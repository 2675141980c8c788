import Experiments

/// Tabulates rows experiment by experiment, so that memory is that of one.
struct Tabulations {
  private let description: ResultDescription
  private var current: (experiment: Int, gathered: Tabulation)?

  init(_ description: ResultDescription) {
    self.description = description
  }

  /// Adds the next row; gives the answer of the experiment before, if this row begins another.
  mutating func add(_ row: ReplicationRow) -> Answer? {
    var answer: Answer?
    if let done = current, done.experiment != row.experiment {
      current = nil
      answer = done.gathered.answer()
    }
    if current == nil { current = (row.experiment, description.tabulation(of: row)) }
    current?.gathered.add(row)
    return answer
  }

  /// The answer of the last experiment; nil if there was no row.
  consuming func last() -> Answer? {
    current?.gathered.answer()
  }
}

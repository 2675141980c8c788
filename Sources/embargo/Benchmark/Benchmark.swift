import Scenarios
import Stochastics

/// What can be measured, each in a file of its own.
enum Benchmark: String, CaseIterable {
  case mm1, hold, cancel, draws, world, parallel

  /// Whether it needs a scenario.
  var livesInWorld: Bool {
    switch self {
    case .mm1, .hold, .cancel, .draws: false
    case .world, .parallel: true
    }
  }

  /// What is being measured, for those who wait.
  var words: String {
    switch self {
    case .mm1: "the queue M/M/1"
    case .hold: "the hold model"
    case .cancel: "schedule and cancel"
    case .draws: "random draws"
    case .world: "the world of the scenario"
    case .parallel: "the world on one thread and on all cores"
    }
  }

  /// Where the random numbers of a measurement start.
  func key(_ repetition: Int) -> StreamKey {
    StreamKey(seed: 1).child("benchmark").child(NameHash(rawValue)).child(repetition)
  }

  /// Measures.
  ///
  /// - Parameter scenario: only called if a scenario is needed.
  /// - Returns: the rows that everybody gets, and others below all of those.
  func measure(
    _ effort: BenchmarkEffort, _ scenario: Scenario?
  ) throws(Failure) -> (rows: [BenchmarkRow], more: [BenchmarkRow]) {
    switch self {
    case .mm1: return SingleServerBenchmark.measure(effort)
    case .hold: return (HoldBenchmark.measure(effort), [])
    case .cancel: return (CancelBenchmark.measure(effort), [])
    case .draws: return DrawBenchmark.measure(effort)
    case .world:
      guard let scenario else { return ([], []) }
      return (try WorldBenchmark.measure(effort, scenario), [])
    case .parallel:
      guard let scenario else { return ([], []) }
      return try ParallelBenchmark.measure(effort, scenario)
    }
  }
}

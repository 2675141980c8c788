import Experiments
import ResultFiles

/// What is kept of a result's answers to tell it: of a run everything, of a sweep the headlines.
struct ToldResult {
  /// The answer of a run.
  private(set) var answer: Answer?
  /// The headlines of each experiment of a sweep.
  private(set) var points: [PointFinding] = []
  private(set) var replications = 0
  private(set) var failed = 0
  private(set) var firstFailure: ReplicationFailure?
  /// How experiments with a goal of precision ended.
  var precision: [PrecisionReached]
  private let isSweep: Bool

  init(_ description: ResultDescription, precision: [PrecisionReached]) {
    isSweep = description.design != .single
    self.precision = precision
  }

  mutating func add(_ answer: Answer) {
    replications += answer.replications
    failed += answer.failures.count
    firstFailure = firstFailure ?? answer.failures.first
    if isSweep {
      points.append(PointFinding(answer))
    } else {
      self.answer = answer
    }
  }
}

/// The headlines of one experiment.
struct PointFinding {
  let experiment: Int
  /// By regime, in the order of the tables.
  let headlines: [(regime: String, summaries: [Summary])]

  init(_ answer: Answer) {
    experiment = answer.experiment
    var headlines: [(regime: String, summaries: [Summary])] = []
    for summary in answer.summaries
    where summary.regime != "none" && Headline.ofSweeps.contains(summary.outcome) {
      if headlines.last?.regime != summary.regime { headlines.append((summary.regime, [])) }
      headlines[headlines.count - 1].summaries.append(summary)
    }
    self.headlines = headlines
  }

  func mean(_ regime: String, _ outcome: String) -> Double? {
    headlines.first { $0.regime == regime }?.summaries.first { $0.outcome == outcome }?.mean
  }
}

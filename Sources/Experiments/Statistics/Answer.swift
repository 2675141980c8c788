/// Everything the summary tables say of one experiment.
public struct Answer: Sendable {
  /// The experiment's number.
  public let experiment: Int
  /// Replications that were run, failed ones among them.
  public let replications: Int
  /// The replications that failed, in order.
  public let failures: [ReplicationFailure]
  /// By regime, then outcome, in the order of the layout.
  public let summaries: [Summary]
  /// By regime a, regime b, outcome.
  public let contrasts: [Contrast]
  /// By acting regime, then outcome.
  public let regrets: [Regret]
  /// By regime, series, day.
  public let timeline: [TimelinePoint]

  /// The summary of an outcome under a regime; nil for ids that are not there.
  public func summary(regime: String, outcome: String) -> Summary? {
    summaries.first { $0.regime == regime && $0.outcome == outcome }
  }

  /// The contrast a − b of an outcome; nil for ids that are not there.
  public func contrast(_ regimeA: String, _ regimeB: String, outcome: String) -> Contrast? {
    contrasts.first {
      $0.regimeA == regimeA && $0.regimeB == regimeB && $0.outcome == outcome
    }
  }
}

/// A replication that came to no result.
public struct ReplicationFailure: Sendable, Equatable {
  /// The experiment and the replication.
  public let key: RowKey
  /// What went wrong.
  public let message: String

  /// A failure, as a row tells it.
  public init(key: RowKey, message: String) {
    self.key = key
    self.message = message
  }
}

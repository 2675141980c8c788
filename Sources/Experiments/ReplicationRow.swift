/// One replication under every regime: what was drawn and what came of it.
public struct ReplicationRow: Sendable {
  /// The replication's number, from 1.
  public let replication: Int
  /// The draw it lives in, from 1.
  public let draw: Int
  /// The drawn values, as `RowLayout.parameters` orders them.
  public let parameters: [Double]
  /// Regimes × outcomes, regime by regime, with NaN for empty; none at all if it failed.
  public let outcomes: [Double]
  /// Regimes × series × days; nothing where the replication records no timeline.
  public let timeline: [Double]
  /// Why the replication failed, if it did.
  public let failure: String?

  /// A row as a worker made it, or as a journal kept it.
  public init(
    replication: Int, draw: Int, parameters: [Double] = [], outcomes: [Double],
    timeline: [Double] = [], failure: String? = nil
  ) {
    self.replication = replication
    self.draw = draw
    self.parameters = parameters
    self.outcomes = outcomes
    self.timeline = timeline
    self.failure = failure
  }
}

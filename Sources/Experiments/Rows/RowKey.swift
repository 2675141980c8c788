/// What names a row of a result: the experiment and the replication, both counted from 1.
public struct RowKey: Sendable, Hashable, Comparable {
  /// The number of the experiment; a single run is experiment 1.
  public let experiment: Int
  /// The number of the replication.
  public let replication: Int

  /// A key from its parts.
  public init(experiment: Int = 1, replication: Int) {
    self.experiment = experiment
    self.replication = replication
  }

  /// The order of the tables: by experiment, then by replication.
  public static func < (a: RowKey, b: RowKey) -> Bool {
    (a.experiment, a.replication) < (b.experiment, b.replication)
  }
}

/// One replication under every regime: what was drawn and what came of it.
public struct ReplicationRow: Sendable {
  /// The experiment's number, from 1.
  public let experiment: Int
  /// The replication's number, from 1.
  public let replication: Int
  /// The draw it lives in, from 1.
  public let draw: Int
  /// The drawn values, as `RowLayout.parameters` orders them.
  public let parameters: RowValues
  /// Regimes × outcomes, regime by regime, with NaN for empty; none at all if it failed.
  public let outcomes: RowValues
  /// Regimes × series × days; nothing where the replication records no timeline.
  public let timeline: RowValues
  /// Why the replication failed, if it did.
  public let failure: String?

  /// What names the row.
  public var key: RowKey { RowKey(experiment: experiment, replication: replication) }

  /// A row on its own.
  public init(
    experiment: Int = 1, replication: Int, draw: Int, parameters: [Double] = [], outcomes: [Double],
    timeline: [Double] = [], failure: String? = nil
  ) {
    self.init(
      experiment: experiment, replication: replication, draw: draw,
      parameters: RowValues(parameters),
      outcomes: RowValues(outcomes), timeline: RowValues(timeline), failure: failure)
  }

  init(
    experiment: Int, replication: Int, draw: Int, parameters: RowValues, outcomes: RowValues,
    timeline: RowValues, failure: String?
  ) {
    self.experiment = experiment
    self.replication = replication
    self.draw = draw
    self.parameters = parameters
    self.outcomes = outcomes
    self.timeline = timeline
    self.failure = failure
  }
}

/// Some numbers of a row, counted from 0; reading them out of a ``RowBlock`` copies nothing.
public struct RowValues: RandomAccessCollection, Sendable {
  private let storage: [Double]
  private let start: Int
  /// How many numbers there are.
  public let endIndex: Int

  init(_ storage: [Double]) {
    self.init(storage, 0..<storage.count)
  }

  init(_ storage: [Double], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= storage.count)
    self.storage = storage
    start = range.lowerBound
    endIndex = range.count
  }

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number at a place.
  public subscript(index: Int) -> Double {
    precondition(index >= 0 && index < endIndex, "a value that the row does not have")
    return storage[start + index]
  }

  /// Calls `body` with the numbers as they lie in memory.
  public func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    storage.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<start + endIndex]))
    }
  }
}

extension RowValues: CustomStringConvertible {
  /// The numbers, as an array writes them.
  public var description: String { "\(Array(self))" }
}

import Synchronization

/// A flag that asks a run to stop; workers look at it before every replication.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A flag that is not raised.
  public init() {}

  /// Asks the run to stop; safe from any thread, any number of times.
  public func cancel() {
    flag.store(true, ordering: .releasing)
  }

  /// Whether somebody asked.
  public var isCancelled: Bool {
    flag.load(ordering: .acquiring)
  }
}

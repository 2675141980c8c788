import Dispatch
import Experiments
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns SIGINT and SIGTERM into a request to stop.
///
/// The first signal lets the run end at the next replication, with its rows in the journal; the
/// second ends the program at once, which loses no row that is already there. While the tables are
/// being made, the first signal ends that, and all rows stay in the journal.
///
/// There is one for the whole process: two that answer the same signal take it from each other.
///
/// Sendable, since what is in it is made once and never changed.
final class Interruption: @unchecked Sendable {
  /// The one that answers; signals end the program as ever until it is first asked for.
  static let process = Interruption()

  /// The flag that the runner polls.
  let cancellation = Cancellation()
  private let received = Received()
  private let sources: [any DispatchSourceSignal]

  private init() {
    let queue = DispatchQueue(label: "signals")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [cancellation, received] in
        if !received.isFirst(number) { _exit(128 + number) }
        cancellation.cancel()
      }
      source.resume()
    }
  }

  /// How to leave after a signal.
  var exitCode: ExitCode {
    received.number == SIGTERM ? .terminated : .interrupted
  }
}

/// The first signal that came.
private final class Received: Sendable {
  private let first = Atomic<Int32>(0)

  func isFirst(_ number: Int32) -> Bool {
    first.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged
  }

  var number: Int32 { first.load(ordering: .relaxed) }
}

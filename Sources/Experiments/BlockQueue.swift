import Dispatch
import Synchronization

/// Hands out blocks of replications to threads and puts the rows back in order.
///
/// A thread takes a slot, then the next block; the slot comes back when the block's rows were
/// delivered. So no more than `window` blocks exist at a time, and there is no deadlock: the lowest
/// undelivered block is always held by a running thread, which needs nothing more to finish it.
final class BlockQueue: Sendable {
  private let replications: ClosedRange<Int>
  private let blockSize: Int
  private let blockCount: Int
  private let window: Int
  private let cancellation: Cancellation
  private let nextBlock = Atomic<Int>(0)
  private let runningThreads: Atomic<Int>
  private let isStopped = Atomic<Bool>(false)
  private let slots = DispatchSemaphore(value: 0)
  private let arrivals = DispatchSemaphore(value: 0)
  private let waiting: Mutex<[[ReplicationRow]?]>
  private let simulated: [PaddedCounter]

  init(
    replications: ClosedRange<Int>, blockSize: Int, jobs: Int, cancellation: Cancellation
  ) {
    self.replications = replications
    self.blockSize = blockSize
    self.cancellation = cancellation
    blockCount = (replications.count + blockSize - 1) / blockSize
    window = 4 * jobs
    runningThreads = Atomic(jobs)
    waiting = Mutex(Array(repeating: nil, count: window))
    simulated = (0..<jobs).map { _ in PaddedCounter() }
    // A semaphore must not die below the value it was born with, hence born with none.
    for _ in 0..<window { slots.signal() }
  }

  /// A thread's life: blocks until there are no more, or somebody stops the run.
  func work(_ job: Int, _ simulate: RowSource.Worker) {
    while let block = claim(), let rows = run(block, job, simulate) {
      waiting.withLock { $0[block % window] = rows }
      arrivals.signal()
    }
    runningThreads.subtract(1, ordering: .acquiringAndReleasing)
    // Wakes the next thread that waits for a slot, so that it can leave too, and the deliverer.
    slots.signal()
    arrivals.signal()
  }

  private func claim() -> Int? {
    slots.wait()
    guard !isStopping else { return nil }
    let block = nextBlock.add(1, ordering: .relaxed).oldValue
    return block < blockCount ? block : nil
  }

  private func run(
    _ block: Int, _ job: Int, _ simulate: RowSource.Worker
  ) -> [ReplicationRow]? {
    let first = replications.lowerBound + block * blockSize
    let last = min(first + blockSize - 1, replications.upperBound)
    var rows: [ReplicationRow] = []
    rows.reserveCapacity(last - first + 1)
    for replication in first...last {
      guard !isStopping else { return nil }
      rows.append(simulate(replication))
      simulated[job].increment()
    }
    return rows
  }

  private var isStopping: Bool {
    isStopped.load(ordering: .acquiring) || cancellation.isCancelled
  }

  /// Makes every thread leave at its next replication.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    slots.signal()
  }

  /// Delivers blocks in order until all are delivered (true) or the threads have gone (false).
  func deliver(
    progress: (Int) -> Void, sink: ([ReplicationRow]) throws -> Void
  ) throws -> Bool {
    var delivered = 0
    while delivered < blockCount {
      _ = arrivals.wait(timeout: .now() + .milliseconds(250))
      // Read before looking for blocks: what the last thread left behind is then in sight.
      let isLastLook = runningThreads.load(ordering: .acquiring) == 0
      while let rows = take(delivered) {
        try sink(rows)
        delivered += 1
        slots.signal()
      }
      progress(simulated.reduce(0) { $0 + $1.value })
      if isLastLook { break }
    }
    return delivered == blockCount
  }

  private func take(_ block: Int) -> [ReplicationRow]? {
    waiting.withLock { blocks in
      defer { blocks[block % window] = nil }
      return blocks[block % window]
    }
  }
}

/// A counter that shares its cache lines with no other: neighbours cost four times the time.
private final class PaddedCounter: Sendable {
  private let before = (UInt128(0), UInt128(0), UInt128(0), UInt128(0))
  private let count = Atomic<Int>(0)
  private let after = (UInt128(0), UInt128(0), UInt128(0), UInt128(0))

  func increment() {
    count.add(1, ordering: .relaxed)
  }

  var value: Int { count.load(ordering: .relaxed) }
}

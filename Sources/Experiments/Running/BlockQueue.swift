import Dispatch
import Synchronization

/// Hands out blocks of a plan's rows to threads and puts the rows back in order.
///
/// A thread takes a slot, then the next block; the slot comes back when the block's rows were
/// delivered. So no more than `window` blocks exist at a time, and there is no deadlock: the lowest
/// undelivered block is always held by a running thread, which needs nothing more to finish it.
/// Threads meet once a block; within a block each writes to memory of its own alone.
final class BlockQueue: Sendable {
  private let plan: RunPlan
  private let rows: Range<Int>
  private let blockSize: Int
  private let blockCount: Int
  private let window: Int
  private let cancellation: Cancellation
  private let nextBlock = Atomic<Int>(0)
  private let runningThreads: Atomic<Int>
  private let stopping = Cancellation()
  private let slots = DispatchSemaphore(value: 0)
  private let arrivals = DispatchSemaphore(value: 0)
  private let shelf: Mutex<[Slot]>
  private let simulated: [PaddedCounter]

  /// Where the block of a number lies, modulo the window, until it is delivered.
  private struct Slot {
    var rows = RowBlock()
    var isFull = false
  }

  /// - Parameter rows: the numbers of the rows to make, at least one.
  init(_ plan: RunPlan, rows: Range<Int>, cancellation: Cancellation) {
    self.plan = plan
    self.rows = rows
    self.cancellation = cancellation
    blockSize = plan.blockSize(for: rows.count)
    blockCount = (rows.count + blockSize - 1) / blockSize
    window = 4 * plan.jobs
    runningThreads = Atomic(plan.jobs)
    shelf = Mutex(Array(repeating: Slot(), count: window))
    simulated = (0..<plan.jobs).map { _ in PaddedCounter() }
    // A semaphore must not die below the value it was born with, hence born with none.
    for _ in 0..<window { slots.signal() }
  }

  /// A thread's life: blocks until there are no more, or somebody stops the run.
  func work(_ job: Int, _ simulate: RowSource.Worker) {
    let counter = simulated[job]
    var rows = RowBlock()
    while let block = claim(), fill(&rows, block, counter, simulate) {
      // What comes back in exchange was delivered and is empty: its memory serves the next block.
      shelf.withLock { slots in
        swap(&slots[block % window].rows, &rows)
        slots[block % window].isFull = true
      }
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

  /// False if the run was stopped before the block was full.
  private func fill(
    _ made: inout RowBlock, _ block: Int, _ counter: PaddedCounter, _ simulate: RowSource.Worker
  ) -> Bool {
    let first = rows.lowerBound + block * blockSize
    let end = min(first + blockSize, rows.upperBound)
    for number in first..<end {
      guard !isStopping else { return false }
      simulate(plan.key(ofRow: number), &made)
      counter.increment()
    }
    precondition(made.count == end - first, "a worker appends one row for each replication")
    return true
  }

  private var isStopping: Bool { stopping.isCancelled || cancellation.isCancelled }

  /// Makes every thread leave at its next replication.
  func stop() {
    stopping.cancel()
    slots.signal()
  }

  /// Delivers blocks in order until all are delivered (true) or the threads have gone (false).
  func deliver(
    progress: (Int) -> Void, sink: (RowBlock) throws -> Void
  ) throws -> Bool {
    var delivered = 0
    var rows = RowBlock()
    while delivered < blockCount {
      _ = arrivals.wait(timeout: .now() + .milliseconds(250))
      // Read before looking for blocks: what the last thread left behind is then in sight.
      let isLastLook = runningThreads.load(ordering: .acquiring) == 0
      while take(delivered, &rows) {
        try sink(rows)
        rows.removeAll()
        delivered += 1
        slots.signal()
      }
      progress(simulated.reduce(0) { $0 + $1.value })
      if isLastLook { break }
    }
    return delivered == blockCount
  }

  /// Exchanges an empty block for the one of this number; false if that is not there yet.
  private func take(_ block: Int, _ rows: inout RowBlock) -> Bool {
    shelf.withLock { slots in
      guard slots[block % window].isFull else { return false }
      swap(&slots[block % window].rows, &rows)
      slots[block % window].isFull = false
      return true
    }
  }
}

/// A counter that one thread writes and that shares its cache lines with no other.
///
/// Neighbours would cost four times the time. With one writer a plain store will do: an atomic
/// addition waits for everything that was written before it.
private final class PaddedCounter: Sendable {
  private let before = (UInt128(0), UInt128(0), UInt128(0), UInt128(0))
  private let count = Atomic<Int>(0)
  private let after = (UInt128(0), UInt128(0), UInt128(0), UInt128(0))

  func increment() {
    count.store(count.load(ordering: .relaxed) + 1, ordering: .relaxed)
  }

  var value: Int { count.load(ordering: .relaxed) }
}

import Dispatch

/// The workers of a run, one for each thread, made when first needed and kept from look to look.
final class Workers: Sendable {
  private let source: RowSource
  private let queue = DispatchQueue(label: "replications", attributes: .concurrent)
  private let slots: [Slot]

  /// A worker belongs to one thread at a time: whoever works on the job of that number.
  private final class Slot: @unchecked Sendable {
    var worker: RowSource.Worker?
  }

  init(_ source: RowSource, count: Int) {
    self.source = source
    slots = (0..<count).map { _ in Slot() }
  }

  /// Lets every worker work on the blocks while `deliver` takes them; all are idle again after it.
  func work(on blocks: BlockQueue, deliver: () throws -> Bool) throws -> Bool {
    let threads = DispatchGroup()
    for job in slots.indices {
      queue.async(group: threads) { [source, slots] in
        let worker = slots[job].worker ?? source.makeWorker()
        slots[job].worker = worker
        blocks.work(job, worker)
      }
    }
    defer { threads.wait() }
    do {
      return try deliver()
    } catch {
      blocks.stop()
      throw error
    }
  }
}

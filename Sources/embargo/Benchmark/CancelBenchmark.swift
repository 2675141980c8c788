import DiscreteEvents
import Stochastics

/// A thousand pending events, of which a random one is cancelled and another scheduled.
struct CancelModel: ~Copyable {
  static let pending = 1000

  private var calendar = Calendar<UInt32>()
  private var handles: [EventHandle] = []
  private var random: RandomStream
  private(set) var cancelled = 0

  init(random: RandomStream) {
    self.random = random
    for number in 0..<CancelModel.pending {
      handles.append(
        calendar.scheduleCancellable(
          UInt32(truncatingIfNeeded: number), at: self.random.exponential()))
    }
  }

  mutating func run(_ operations: Int) {
    for _ in 0..<operations {
      let number = random.below(CancelModel.pending)
      if calendar.cancel(handles[number]) { cancelled += 1 }
      handles[number] = calendar.scheduleCancellable(
        UInt32(truncatingIfNeeded: number), at: random.exponential())
    }
  }
}

/// Nanoseconds of one cancellation and one schedule.
enum CancelBenchmark {
  static func measure(_ effort: BenchmarkEffort) -> [BenchmarkRow] {
    var model = CancelModel(random: Benchmark.cancel.key(0).stream())
    model.run(effort.operations / 10)
    let times = (0..<effort.repetitions).map { _ in
      ThreadTime.of { model.run(effort.operations) } / Double(effort.operations)
    }
    precondition(model.cancelled > effort.operations, "events were lost")
    return [
      BenchmarkRow(
        name: "schedule_cancel_ns", value: BenchmarkRow.median(times), unit: "ns",
        meaning: "cancel and schedule with 1,000 events pending")
    ]
  }
}

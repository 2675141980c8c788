import DiscreteEvents
import Stochastics

/// The hold model: the earliest of the pending events is taken off and scheduled anew, an
/// exponential time later.
struct HoldModel: ~Copyable {
  private var calendar = Calendar<UInt32>()
  private var random: RandomStream
  private(set) var checksum: UInt64 = 0

  init(pending: Int, random: RandomStream) {
    self.random = random
    for number in 1...pending {
      calendar.schedule(
        UInt32(truncatingIfNeeded: number), at: self.random.exponential())
    }
  }

  mutating func run(_ operations: Int) {
    var sum = checksum
    for _ in 0..<operations {
      guard let event = calendar.next() else { break }
      sum &+= UInt64(event)
      calendar.schedule(event, at: calendar.now + random.exponential())
    }
    checksum = sum
  }
}

/// Nanoseconds of an operation, with few events pending and with many.
enum HoldBenchmark {
  static let sizes = [10, 100, 1000, 100_000]

  static func measure(_ effort: BenchmarkEffort) -> [BenchmarkRow] {
    sizes.map { pending in
      var model = HoldModel(pending: pending, random: Benchmark.hold.key(pending).stream())
      model.run(max(pending, effort.operations / 10))
      let times = (0..<effort.repetitions).map { _ in
        ThreadTime.of { model.run(effort.operations) } / Double(effort.operations)
      }
      precondition(model.checksum > 0, "no event fired")
      return BenchmarkRow(
        name: "hold_\(pending)_ns", value: BenchmarkRow.median(times), unit: "ns",
        meaning: "next and schedule with \(Figures.grouped(pending)) events pending")
    }
  }
}

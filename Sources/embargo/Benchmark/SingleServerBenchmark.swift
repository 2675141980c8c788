import DiscreteEvents
import Stochastics

/// The queue M/M/1 at nine tenths of its capacity: two events and two draws a customer.
struct SingleServer: Model, ~Copyable {
  enum Event: BitwiseCopyable {
    case arrival
    case departure
  }

  static let arrivalRate = 0.9
  static let serviceRate = 1.0

  var random: RandomStream
  var present = ArrivalTimes()
  var departed = 0
  var timeInSystem = 0.0

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival:
      present.append(calendar.now)
      if present.count == 1 { scheduleDeparture(&calendar) }
      calendar.schedule(
        .arrival, at: calendar.now + random.exponential() * (1 / SingleServer.arrivalRate))
    case .departure:
      timeInSystem += calendar.now - present.removeFirst()
      departed += 1
      if present.count > 0 { scheduleDeparture(&calendar) }
    }
  }

  private mutating func scheduleDeparture(_ calendar: inout Calendar<Event>) {
    calendar.schedule(
      .departure, at: calendar.now + random.exponential() * (1 / SingleServer.serviceRate))
  }
}

/// When those who are here came, in a ring that doubles when it is full.
struct ArrivalTimes: ~Copyable {
  private(set) var count = 0
  private var head = 0
  private var mask = 1023
  private var times = UnsafeMutablePointer<Double>.allocate(capacity: 1024)

  deinit { times.deallocate() }

  mutating func append(_ time: Double) {
    if count > mask { grow() }
    times[(head &+ count) & mask] = time
    count &+= 1
  }

  mutating func removeFirst() -> Double {
    let time = times[head]
    head = (head &+ 1) & mask
    count &-= 1
    return time
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Double>.allocate(capacity: 2 * count)
    for place in 0..<count { larger[place] = times[(head + place) & mask] }
    times.deallocate()
    times = larger
    head = 0
    mask = 2 * count - 1
  }
}

/// Nanoseconds a customer, and the mean time in system as a proof of having simulated.
enum SingleServerBenchmark {
  static func measure(_ effort: BenchmarkEffort) -> (rows: [BenchmarkRow], more: [BenchmarkRow]) {
    let runs = (0..<effort.repetitions).map {
      run(customers: effort.operations, random: Benchmark.mm1.key($0).stream())
    }
    let mean = runs.map(\.meanTimeInSystem).reduce(0, +) / Double(runs.count)
    return (
      rows: [
        BenchmarkRow(
          name: "mm1_ns_per_object", value: BenchmarkRow.median(runs.map(\.nanoseconds)),
          unit: "ns", meaning: "M/M/1 at 0.9 load: a customer, two events and two draws")
      ],
      more: [
        BenchmarkRow(
          name: "mm1_mean_time_in_system", value: mean, unit: "service times",
          meaning: "what that queue gave, which is 10 in theory")
      ]
    )
  }

  /// Runs the queue for a time in which so many customers are expected.
  static func run(
    customers: Int, random: RandomStream
  ) -> (nanoseconds: Double, meanTimeInSystem: Double) {
    var model = SingleServer(random: random)
    var calendar = Calendar<SingleServer.Event>()
    let nanoseconds = ThreadTime.of {
      calendar.schedule(.arrival, at: 0)
      simulate(&model, &calendar, until: Double(customers) / SingleServer.arrivalRate)
    }
    let departed = Double(model.departed)
    return (nanoseconds / departed, model.timeInSystem / departed)
  }
}

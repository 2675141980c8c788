import DiscreteEvents
import Stochastics
import Testing

/// A first station with one server and a second with two; some go on, some come back.
struct JacksonNetwork: CrowdModel {
  enum Event: BitwiseCopyable {
    case arrival
    case firstDone(customer: Int32)
    case secondDone(customer: Int32)
  }

  /// The probability to go on to the second station, and from there back to the first.
  static let onward = 0.75
  static let back = 0.4
  static let rates = (first: 1.0, second: 0.4)
  /// Joint states whose shares of time are measured.
  static let states = [(0, 0), (1, 1), (4, 4)]

  var times: Times
  var first = ServerQueue(servers: 1)
  var second = ServerQueue(servers: 2)
  private(set) var crowd = Crowd()
  private(set) var numbers = (first: TimeAverage(), second: TimeAverage())
  private(set) var visits = [TimeAverage](repeating: TimeAverage(), count: states.count)

  init(_ times: Times) { self.times = times }

  static let beginning = Event.arrival

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival:
      if let next = times.arrival(after: calendar.now) { calendar.schedule(.arrival, at: next) }
      comeToFirst(crowd.enter(at: calendar.now), &calendar)
    case .firstDone(let customer):
      if let next = first.release() { serveAtFirst(next, &calendar) }
      if times.stream.uniform() >= Self.onward {
        crowd.leave(customer, at: calendar.now)
      } else if second.arrive(customer) {
        serveAtSecond(customer, &calendar)
      }
    case .secondDone(let customer):
      if let next = second.release() { serveAtSecond(next, &calendar) }
      if times.stream.uniform() >= Self.back {
        crowd.leave(customer, at: calendar.now)
      } else {
        comeToFirst(customer, &calendar)
      }
    }
    record(at: calendar.now)
  }

  mutating func restart(at time: Double) {
    crowd.restart(at: time)
    numbers.first.restart(at: time)
    numbers.second.restart(at: time)
    for index in visits.indices { visits[index].restart(at: time) }
  }

  private mutating func record(at time: Double) {
    numbers.first.add(Double(first.count), at: time)
    numbers.second.add(Double(second.count), at: time)
    for (index, state) in Self.states.enumerated() {
      visits[index].add(state == (first.count, second.count) ? 1 : 0, at: time)
    }
  }

  private mutating func comeToFirst(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    if first.arrive(customer) { serveAtFirst(customer, &calendar) }
  }

  private mutating func serveAtFirst(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    let end = calendar.now + times.exponential(rate: Self.rates.first)
    calendar.schedule(.firstDone(customer: customer), at: end)
  }

  private mutating func serveAtSecond(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    let end = calendar.now + times.exponential(rate: Self.rates.second)
    calendar.schedule(.secondDone(customer: customer), at: end)
  }
}

/// Jackson, *Networks of Waiting Lines*, Operations Research 5 (1957): each station is in the
/// long run what it would be alone, at the rate that flows through it, and both are independent.
@Suite("Proofs: a Jackson network", .tags(.proof))
struct JacksonProofs {
  private static func shares(_ rate: Double, servers: Int, serviceRate: Double) -> BirthDeath {
    BirthDeath(
      upTo: 1_000, births: { _ in rate }, deaths: { serviceRate * Double(min($0, servers)) })
  }

  static let network = Proof(
    name: "Jackson network with feedback", arrivalRate: 0.5,
    exact: { rate in
      let through = rate / (1 - JacksonNetwork.onward * JacksonNetwork.back)
      let one = shares(through, servers: 1, serviceRate: JacksonNetwork.rates.first)
      let two = shares(
        through * JacksonNetwork.onward, servers: 2, serviceRate: JacksonNetwork.rates.second)
      let (first, second) = (one.mean { Double($0) }, two.mean { Double($0) })
      return [
        ("number at the first", first), ("number at the second", second),
        ("time here", (first + second) / rate),
      ]
        + JacksonNetwork.states.map { state in
          ("share of time at \(state)", one.shares[state.0] * two.shares[state.1])
        }
    },
    measured: { rate, key in
      var network = JacksonNetwork(Times(arrivalRate: rate, key: key))
      let end = network.run(warmUp: 2_000, length: 60_000)
      return [
        network.numbers.first.mean(until: end), network.numbers.second.mean(until: end),
        network.crowd.meanSojourn,
      ] + network.visits.map { $0.mean(until: end) }
    })

  @Test("has the product form, and not that of a rate 5 % off")
  func productForm() { Self.network.verify() }
}

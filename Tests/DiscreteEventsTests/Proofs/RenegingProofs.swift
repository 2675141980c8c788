import DiscreteEvents
import Stochastics
import Testing

/// Customers who wait longer than their patience leave unserved: M/M/c + M, or Erlang A.
///
/// Whoever is served has the end of their patience cancelled, by its handle.
struct RenegingStation: CrowdModel {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(customer: Int32)
    case patienceEnds(customer: Int32)
  }

  static let servers = 4
  /// One over the mean patience, where a service takes one.
  static let impatience = 0.5

  var times: Times
  var queue = ServerQueue(servers: servers)
  /// The end of each customer's patience, stale for whoever is served or has gone.
  var patience: [EventHandle] = []
  private(set) var crowd = Crowd()
  private(set) var waiting = TimeAverage()
  private(set) var abandoned = 0

  init(_ times: Times) { self.times = times }

  static let beginning = Event.arrival

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival:
      if let next = times.arrival(after: calendar.now) { calendar.schedule(.arrival, at: next) }
      let customer = crowd.enter(at: calendar.now)
      if queue.arrive(customer) {
        patience.append(.none)
        serve(customer, &calendar)
      } else {
        let end = calendar.now + times.exponential(rate: Self.impatience)
        patience.append(
          calendar.scheduleCancellable(.patienceEnds(customer: customer), at: end))
      }
    case .departure(let customer):
      crowd.leave(customer, at: calendar.now)
      // Those who have gone still stand in the line; their patience is not pending any more.
      while let next = queue.release() {
        if calendar.cancel(patience[Int(next)]) {
          serve(next, &calendar)
          break
        }
      }
    case .patienceEnds(let customer):
      abandoned += 1
      crowd.leave(customer, at: calendar.now)
    }
    waiting.add(max(0, crowd.here - Double(queue.inService)), at: calendar.now)
  }

  mutating func restart(at time: Double) {
    crowd.restart(at: time)
    waiting.restart(at: time)
    abandoned = 0
  }

  private mutating func serve(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    let end = calendar.now + times.exponential(rate: 1)
    calendar.schedule(.departure(customer: customer), at: end)
  }
}

/// Palm, 1957; Garnett, Mandelbaum and Reiman, *Designing a Call Center with Impatient
/// Customers*, Manufacturing & Service Operations Management 4 (2002): the number here is a
/// birth-and-death chain, solved to rounding.
@Suite("Proofs: a station with reneging", .tags(.proof))
struct RenegingProofs {
  static let loads = [3.6, 4.4].map { rate in
    Proof(
      name: "Erlang A at rate \(rate)", arrivalRate: rate,
      exact: { rate in
        let servers = RenegingStation.servers
        let chain = BirthDeath(
          upTo: 400, births: { _ in rate },
          deaths: {
            Double(min($0, servers)) + RenegingStation.impatience * Double(max(0, $0 - servers))
          })
        let waiting = chain.mean { Double(max(0, $0 - servers)) }
        return [
          ("number here", chain.mean { Double($0) }),
          ("number waiting", waiting),
          ("share who abandon", RenegingStation.impatience * waiting / rate),
        ]
      },
      measured: { rate, key in
        var station = RenegingStation(Times(arrivalRate: rate, key: key))
        let end = station.run(warmUp: 200, length: 20_000)
        return [
          station.crowd.number.mean(until: end), station.waiting.mean(until: end),
          Double(station.abandoned) / Double(station.crowd.left),
        ]
      })
  }

  @Test("has the averages of its chain, and not those of a rate 5 % off", arguments: loads)
  func chain(proof: Proof) { proof.verify() }
}

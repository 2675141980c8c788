import DiscreteEvents
import Stochastics

/// Customers come as a Poisson stream, turn away from a full house, wait and are served: M/G/c/K.
struct GeneralStation: CrowdModel {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(customer: Int32)
  }

  /// The law of a service of mean one.
  enum Service: Sendable {
    case exponential
    case constant
    /// The sum of some exponential phases.
    case erlang(phases: Int)
    /// Exponential of one mean or the other; the rates are 2p and 2(1 − p), which balances them.
    case hyperexponential(share: Double)

    var secondMoment: Double {
      switch self {
      case .exponential: 2
      case .constant: 1
      case .erlang(let phases): 1 + 1 / Double(phases)
      case .hyperexponential(let share): 1 / (2 * share) + 1 / (2 * (1 - share))
      }
    }

    func draw(_ times: inout Times) -> Double {
      switch self {
      case .exponential: return times.exponential(rate: 1)
      case .constant: return 1
      case .erlang(let phases):
        return (0..<phases).reduce(0) { sum, _ in sum + times.exponential(rate: Double(phases)) }
      case .hyperexponential(let share):
        let isFirst = times.stream.uniform() < share
        return times.exponential(rate: 2 * (isFirst ? share : 1 - share))
      }
    }
  }

  let service: Service
  /// How many may be here at once.
  let room: Int
  var times: Times
  var queue: ServerQueue
  private(set) var crowd = Crowd()
  private(set) var waits = Moments()
  private(set) var servedAtOnce = 0
  private(set) var refused = 0

  init(servers: Int, service: Service = .exponential, room: Int = .max, _ times: Times) {
    self.service = service
    self.room = room
    self.times = times
    queue = ServerQueue(servers: servers)
  }

  static let beginning = Event.arrival

  /// The share of those who came in and found an idle server.
  var shareWithoutWait: Double { Double(servedAtOnce) / Double(waits.count) }

  /// The share of those who came to a full house.
  var refusedShare: Double { Double(refused) / Double(refused + waits.count) }

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival:
      if let next = times.arrival(after: calendar.now) { calendar.schedule(.arrival, at: next) }
      if queue.count == room {
        refused += 1
        return
      }
      let customer = crowd.enter(at: calendar.now)
      if queue.arrive(customer) {
        servedAtOnce += 1
        serve(customer, &calendar)
      }
    case .departure(let customer):
      crowd.leave(customer, at: calendar.now)
      if let next = queue.release() { serve(next, &calendar) }
    }
  }

  mutating func restart(at time: Double) {
    crowd.restart(at: time)
    (waits, servedAtOnce, refused) = (Moments(), 0, 0)
  }

  private mutating func serve(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    waits.add(crowd.age(of: customer, at: calendar.now))
    let end = calendar.now + service.draw(&times)
    calendar.schedule(.departure(customer: customer), at: end)
  }
}

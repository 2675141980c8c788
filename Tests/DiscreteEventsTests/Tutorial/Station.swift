import DiscreteEvents
import Stochastics

/// Customers arrive, wait for one of the servers, are served and leave: the queue M/M/c.
struct Station: Model {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(customer: Int32)
  }

  let arrivalRate: Double
  var queue: ServerQueue
  var random: RandomStream
  var arrivals: [Double] = []
  var timeHere = Moments()

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival:
      let customer = Int32(arrivals.count)
      arrivals.append(calendar.now)
      if queue.arrive(customer) { serve(customer, &calendar) }
      calendar.schedule(.arrival, at: calendar.now + random.exponential() / arrivalRate)
    case .departure(let customer):
      timeHere.add(calendar.now - arrivals[Int(customer)])
      if let next = queue.release() { serve(next, &calendar) }
    }
  }

  mutating func serve(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    calendar.schedule(.departure(customer: customer), at: calendar.now + random.exponential())
  }
}

/// The mean time in system of one replication, without its first 1,000 units of time.
func meanTimeHere(servers: Int, arrivalRate: Double, key: StreamKey) -> Double? {
  var station = Station(
    arrivalRate: arrivalRate, queue: ServerQueue(servers: servers), random: key.stream())
  var calendar = Calendar<Station.Event>()
  calendar.schedule(.arrival, at: 0)
  simulate(&station, &calendar, until: 1_000)
  station.timeHere = Moments()
  simulate(&station, &calendar, until: 21_000)
  return station.timeHere.mean
}

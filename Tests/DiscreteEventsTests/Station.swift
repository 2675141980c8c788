import DiscreteEvents

/// Customers arrive, wait for one of c servers, are served and leave.
struct Station: Model {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(customer: Int32)
  }

  var queue: ServerQueue
  let interarrivalTime: () -> Double
  let serviceTime: () -> Double

  var numberHere = TimeAverage()
  var arrivals: [Double] = []
  var waits = 0.0
  var sojourns = 0.0
  var departed = 0

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival:
      let customer = Int32(arrivals.count)
      arrivals.append(calendar.now)
      if queue.arrive(customer) { begin(customer, &calendar) }
      calendar.schedule(.arrival, at: calendar.now + interarrivalTime())
    case .departure(let customer):
      sojourns += calendar.now - arrivals[Int(customer)]
      departed += 1
      if let next = queue.release() { begin(next, &calendar) }
    }
    numberHere.add(Double(queue.count), at: calendar.now)
  }

  private mutating func begin(_ customer: Int32, _ calendar: inout Calendar<Event>) {
    waits += calendar.now - arrivals[Int(customer)]
    calendar.schedule(.departure(customer: customer), at: calendar.now + serviceTime())
  }
}

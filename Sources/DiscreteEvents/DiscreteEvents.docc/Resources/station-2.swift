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
}

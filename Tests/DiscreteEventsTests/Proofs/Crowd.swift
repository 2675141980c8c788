import DiscreteEvents
import Stochastics

/// The customers of a system: when they came, how many are here, and how long they stayed.
struct Crowd {
  private(set) var arrivals: [Double] = []
  private(set) var number = TimeAverage()
  private(set) var left = 0
  private(set) var sojourns = 0.0

  var here: Double { number.value }
  var meanSojourn: Double { sojourns / Double(left) }

  mutating func enter(at time: Double) -> Int32 {
    arrivals.append(time)
    number.add(here + 1, at: time)
    return Int32(arrivals.count - 1)
  }

  mutating func leave(_ customer: Int32, at time: Double) {
    left += 1
    sojourns += time - arrivals[Int(customer)]
    number.add(here - 1, at: time)
  }

  func age(of customer: Int32, at time: Double) -> Double { time - arrivals[Int(customer)] }

  /// Forgets the past but not who is here, for the end of a warm-up.
  mutating func restart(at time: Double) {
    number.restart(at: time)
    (left, sojourns) = (0, 0)
  }
}

/// A Poisson stream of arrivals, and random lengths of time in the order of asking.
struct Times {
  let arrivalRate: Double
  var stream: RandomStream
  /// After this time nobody comes.
  var lastArrival = Double.infinity
  /// Where not nil, lengths are multiples of this power of two, so that sums of them are exact.
  var grain: Double?

  init(arrivalRate: Double, key: StreamKey) {
    self.arrivalRate = arrivalRate
    stream = key.stream()
  }

  /// When the next customer comes, if one still does.
  mutating func arrival(after now: Double) -> Double? {
    let time = now + exponential(rate: arrivalRate)
    return time <= lastArrival ? time : nil
  }

  mutating func exponential(rate: Double) -> Double {
    let length = stream.exponential() / rate
    guard let grain else { return length }
    return (length / grain).rounded(.up) * grain
  }
}

/// A system with customers, whose arrivals may end.
protocol CrowdModel: Model {
  var crowd: Crowd { get }
  /// The event with which everything begins.
  static var beginning: Event { get }
  /// Forgets what was measured, for the end of a warm-up.
  mutating func restart(at time: Double)
}

extension CrowdModel {
  /// Runs for `length` after a warm-up that is forgotten, and gives the calendar's clock.
  mutating func run(warmUp: Double, length: Double) -> Double {
    var calendar = Calendar<Event>()
    calendar.schedule(Self.beginning, at: 0)
    simulate(&self, &calendar, until: warmUp)
    restart(at: warmUp)
    simulate(&self, &calendar, until: warmUp + length)
    return calendar.now
  }
}

import DiscreteEvents
import Stochastics
import Testing

/// A queue in slots of time: in each somebody may come, and whoever is served may be done.
///
/// Both happen at the same instant, so that nothing but the rule for ties says which is first.
struct SlottedQueue: Model {
  enum Event: BitwiseCopyable {
    case mayArrive
    case mayDepart
  }

  /// What puts one before the other at each instant.
  enum Order: CaseIterable {
    case arrivalsByPriority, departuresByPriority, arrivalsByScheduling, departuresByScheduling

    var putsArrivalsFirst: Bool { self == .arrivalsByPriority || self == .arrivalsByScheduling }

    func priority(of event: Event) -> Priority {
      switch event {
      case .mayArrive: self == .arrivalsByPriority ? .early : .normal
      case .mayDepart: self == .departuresByPriority ? .early : .normal
      }
    }
  }

  /// The probability that a service ends in a slot.
  static let service = 0.5

  let order: Order
  let arrival: Double
  var random: RandomStream
  private(set) var number = TimeAverage()

  init(order: Order, arrival: Double, key: StreamKey) {
    self.order = order
    self.arrival = arrival
    random = key.stream()
  }

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    let chance = random.uniform()
    switch event {
    case .mayArrive:
      if chance < arrival { number.add(number.value + 1, at: calendar.now) }
    case .mayDepart:
      if number.value > 0 && chance < Self.service {
        number.add(number.value - 1, at: calendar.now)
      }
    }
    calendar.schedule(event, at: calendar.now + 1, priority: order.priority(of: event))
  }

  /// The mean number between two instants.
  mutating func meanNumber() -> Double {
    var calendar = Calendar<Event>()
    // Priorities must decide against the order of scheduling.
    let events: [Event] =
      order == .arrivalsByScheduling || order == .departuresByPriority
      ? [.mayArrive, .mayDepart] : [.mayDepart, .mayArrive]
    for event in events {
      calendar.schedule(event, at: 0, priority: order.priority(of: event))
    }
    simulate(&self, &calendar, until: 1_000)
    number.restart(at: calendar.now)
    simulate(&self, &calendar, until: 30_000)
    return number.mean(until: calendar.now)
  }
}

/// Geo/Geo/1 with arrivals first and with departures first: two chains, two means.
///
/// They differ in whether somebody who comes to an empty house can be done within the slot, and a
/// rule for ties that wavers gives neither. Hunter, *Mathematical Techniques of Applied
/// Probability* 2, 1983, chapter 9.
@Suite("Proofs: a queue in slots", .tags(.proof))
struct TieBreakProofs {
  private static func meanNumber(_ arrival: Double, arrivalsFirst: Bool) -> Double {
    let (come, go) = (arrival, SlottedQueue.service)
    return BirthDeath(
      upTo: 500,
      births: { $0 == 0 && !arrivalsFirst ? come : come * (1 - go) },
      deaths: { _ in go * (1 - come) }
    ).mean { Double($0) }
  }

  static let orders = SlottedQueue.Order.allCases.map { order in
    Proof(
      name: "Geo/Geo/1, \(order)", arrivalRate: 0.4,
      exact: { [("number here", meanNumber($0, arrivalsFirst: order.putsArrivalsFirst))] },
      other: { [("number here", meanNumber($0, arrivalsFirst: !order.putsArrivalsFirst))] },
      measured: { arrival, key in
        var queue = SlottedQueue(order: order, arrival: arrival, key: key)
        return [queue.meanNumber()]
      })
  }

  @Test("is the one of its order at ties, and not the other", arguments: orders)
  func ties(proof: Proof) { proof.verify() }
}

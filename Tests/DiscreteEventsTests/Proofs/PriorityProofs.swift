import DiscreteEvents
import Stochastics
import Testing

/// One server who goes on with the most urgent of those who wait, and interrupts nobody.
struct PriorityStation: CrowdModel {
  enum Event: BitwiseCopyable {
    case arrival(rank: Int8)
    case departure(customer: Int32, rank: Int8)
  }

  /// The share of all arrivals and the mean service of each rank, the most urgent first.
  static let ranks: [(share: Double, service: Double)] = [(0.3, 1), (0.4, 0.5), (0.3, 1.6)]

  var times: Times
  /// Who waits: one line a rank, each before a server who is never free.
  var lines: [ServerQueue]
  var isBusy = false
  private(set) var crowd = Crowd()
  private(set) var waits = [Moments](repeating: Moments(), count: ranks.count)

  init(_ times: Times) {
    self.times = times
    var line = ServerQueue(servers: 1)
    _ = line.arrive(-1)
    lines = Array(repeating: line, count: Self.ranks.count)
  }

  static let beginning = Event.arrival(rank: 0)

  mutating func handle(_ event: Event, _ calendar: inout Calendar<Event>) {
    switch event {
    case .arrival(let rank):
      if let next = times.arrival(after: calendar.now) {
        calendar.schedule(.arrival(rank: drawRank()), at: next)
      }
      let customer = crowd.enter(at: calendar.now)
      if isBusy {
        _ = lines[Int(rank)].arrive(customer)
      } else {
        isBusy = true
        serve(customer, rank, &calendar)
      }
    case .departure(let customer, _):
      crowd.leave(customer, at: calendar.now)
      guard let rank = lines.firstIndex(where: { $0.waiting > 0 }),
        let next = lines[rank].release()
      else {
        isBusy = false
        return
      }
      serve(next, Int8(rank), &calendar)
    }
  }

  mutating func restart(at time: Double) {
    crowd.restart(at: time)
    for rank in waits.indices { waits[rank] = Moments() }
  }

  private mutating func drawRank() -> Int8 {
    let place = times.stream.uniform()
    var sum = 0.0
    for (rank, kind) in Self.ranks.enumerated() {
      sum += kind.share
      if place < sum { return Int8(rank) }
    }
    return Int8(Self.ranks.count - 1)
  }

  private mutating func serve(
    _ customer: Int32, _ rank: Int8, _ calendar: inout Calendar<Event>
  ) {
    waits[Int(rank)].add(crowd.age(of: customer, at: calendar.now))
    let service = times.exponential(rate: 1 / Self.ranks[Int(rank)].service)
    calendar.schedule(.departure(customer: customer, rank: rank), at: calendar.now + service)
  }
}

/// Cobham, *Priority Assignment in Waiting Line Problems*, Operations Research 2 (1954): rank k
/// waits R / ((1 − σₖ₋₁)(1 − σₖ)), with R the mean rest of a service under way and σₖ the load of
/// the ranks up to k.
@Suite("Proofs: a station with priorities", .tags(.proof))
struct PriorityProofs {
  static let loads = [0.6, 0.85].map { rate in
    Proof(
      name: "Cobham at rate \(rate)", arrivalRate: rate,
      exact: { rate in
        // The second moment of an exponential service is twice the square of its mean.
        let rest = PriorityStation.ranks.reduce(0) {
          $0 + rate * $1.share * $1.service * $1.service
        }
        var load = 0.0
        return PriorityStation.ranks.enumerated().map { rank, kind in
          let before = load
          load += rate * kind.share * kind.service
          return ("wait of rank \(rank)", rest / ((1 - before) * (1 - load)))
        }
      },
      measured: { rate, key in
        var station = PriorityStation(Times(arrivalRate: rate, key: key))
        _ = station.run(warmUp: 3_000, length: 60_000)
        return station.waits.map { $0.mean ?? .nan }
      })
  }

  @Test("has the waits of Cobham's formula, and not those of a rate 5 % off", arguments: loads)
  func waits(proof: Proof) { proof.verify() }
}

import DiscreteEvents
import Stochastics
import Testing

/// Little, *A Proof for the Queuing Formula L = λW*, Operations Research 9 (1961), not in the long
/// run but as it holds on every path that ends empty: the integral of the number here is the sum
/// of the times spent here.
///
/// All times are multiples of 2⁻¹⁶, so that no sum is rounded and the two are the same number.
@Suite("Proofs: Little's law", .tags(.proof))
struct LittleProofs {
  private let grain = 0x1p-16
  private let lastArrival = 2_000.0

  /// Runs until nobody is left; the integral of the number here must be the sum of the times.
  private func expectIdentity<M: CrowdModel>(_ model: M, _ comment: Comment) -> Crowd {
    var model = model
    var calendar = Calendar<M.Event>()
    calendar.schedule(M.beginning, at: 0)
    simulate(&model, &calendar, until: .infinity)
    let crowd = model.crowd
    let pending = calendar.count
    #expect(pending == 0, comment)
    #expect(crowd.here == 0 && crowd.left == crowd.arrivals.count, comment)
    #expect(crowd.left > 100, comment)
    #expect(crowd.number.integral(until: calendar.now) == crowd.sojourns, comment)
    return crowd
  }

  @Test("is an identity on every path of every system here", arguments: 0..<20 as Range<UInt64>)
  func identity(seed: UInt64) {
    let key = StreamKey(seed: seed).child("little")
    let comment = Comment("seed \(seed)")
    _ = expectIdentity(
      GeneralStation(
        servers: 3, arrivalRate: 2.4, key: key, lastArrival: lastArrival, grain: grain), comment)
    _ = expectIdentity(
      GeneralStation(
        servers: 1, arrivalRate: 1.5, service: .constant, room: 4, key: key,
        lastArrival: lastArrival, grain: grain), comment)
    _ = expectIdentity(
      JacksonNetwork(arrivalRate: 0.5, key: key, lastArrival: lastArrival, grain: grain), comment)
    _ = expectIdentity(
      RenegingStation(arrivalRate: 4.4, key: key, lastArrival: lastArrival, grain: grain), comment)
    _ = expectIdentity(
      PriorityStation(arrivalRate: 0.85, key: key, lastArrival: lastArrival, grain: grain),
      comment)
  }

  @Test("notices one grain of one customer's time")
  func noticesOneGrain() {
    let station = GeneralStation(
      servers: 1, arrivalRate: 0.9, key: StreamKey(seed: 1), lastArrival: lastArrival,
      grain: grain)
    let crowd = expectIdentity(station, "seed 1")
    #expect(crowd.sojourns + grain != crowd.sojourns)
    #expect((crowd.sojourns / grain).rounded() * grain == crowd.sojourns)
  }
}

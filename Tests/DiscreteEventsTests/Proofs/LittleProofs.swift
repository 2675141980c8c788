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

  private func times(_ arrivalRate: Double, seed: UInt64) -> Times {
    var times = Times(arrivalRate: arrivalRate, key: StreamKey(seed: seed).child("little"))
    times.lastArrival = 2_000
    times.grain = grain
    return times
  }

  @Test("is an identity on every path of every system here", arguments: 0..<20 as Range<UInt64>)
  func identity(seed: UInt64) {
    let comment = Comment("seed \(seed)")
    _ = expectIdentity(GeneralStation(servers: 3, times(2.4, seed: seed)), comment)
    _ = expectIdentity(
      GeneralStation(servers: 1, service: .constant, room: 4, times(1.5, seed: seed)), comment)
    _ = expectIdentity(JacksonNetwork(times(0.5, seed: seed)), comment)
    _ = expectIdentity(RenegingStation(times(4.4, seed: seed)), comment)
    _ = expectIdentity(PriorityStation(times(0.85, seed: seed)), comment)
  }

  @Test("notices one grain of one customer's time")
  func noticesOneGrain() {
    let crowd = expectIdentity(GeneralStation(servers: 1, times(0.9, seed: 1)), "seed 1")
    #expect(crowd.sojourns + grain != crowd.sojourns)
    #expect((crowd.sojourns / grain).rounded() * grain == crowd.sojourns)
  }
}

import DiscreteEvents
import Stochastics
import Testing

@Suite("A model")
struct ModelTests {
  /// A model with storage of its own, which cannot be copied.
  struct Countdowns: ~Copyable, Model {
    let left: UnsafeMutablePointer<Int>

    init(_ count: Int) {
      left = .allocate(capacity: 1)
      left.initialize(to: count)
    }

    deinit { left.deallocate() }

    mutating func handle(_ event: Double, _ calendar: inout Calendar<Double>) {
      left.pointee -= 1
      if left.pointee > 0 { calendar.schedule(event, at: calendar.now + event) }
    }
  }

  @Test("may be noncopyable")
  func noncopyable() {
    var model = Countdowns(5)
    var calendar = Calendar<Double>()
    calendar.schedule(0.5, at: 1)
    simulate(&model, &calendar, until: .infinity)
    #expect(model.left.pointee == 0)
    #expect(calendar.now == 3)
    #expect(calendar.processed == 5)
  }

  @Test("goes the same way in steps as in one go")
  func steps() {
    let key = StreamKey(seed: 9)
    var whole = GeneralStation(servers: 3, Times(arrivalRate: 2.4, key: key))
    var parts = whole
    var one = Calendar<GeneralStation.Event>()
    var other = Calendar<GeneralStation.Event>()
    one.schedule(.arrival, at: 1)
    other.schedule(.arrival, at: 1)
    simulate(&whole, &one, until: 100)
    for day in 0...100 {
      simulate(&parts, &other, until: Double(day))
      #expect(other.now == Double(day))
    }
    #expect(one.now == 100)
    #expect(one.processed > 300)
    #expect(one.processed == other.processed)
    #expect(whole.crowd.arrivals == parts.crowd.arrivals)
    #expect(whole.crowd.sojourns == parts.crowd.sojourns)
  }
}

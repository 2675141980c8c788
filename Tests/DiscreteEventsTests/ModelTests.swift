import DiscreteEvents
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
}

import DiscreteEvents
import Testing

@Suite("A calendar")
struct CalendarTests {
  @Test("fires by time, then priority, then order of scheduling")
  func order() {
    var calendar = Calendar<Unicode.Scalar>()
    calendar.schedule("f", at: 2, priority: .first)
    calendar.schedule("c", at: 1)
    calendar.schedule("e", at: 1, priority: .late)
    calendar.schedule("d", at: 1)
    calendar.schedule("b", at: 1, priority: .early)
    calendar.schedule("a", at: 1, priority: .first)
    var fired = ""
    while let event = calendar.next() { fired.unicodeScalars.append(event) }
    #expect(fired == "abcdef")
    #expect(calendar.processed == 6)
    #expect(calendar.isEmpty == true)
  }

  @Test("lets an event of this instant with a lower rank overtake those that wait")
  func overtake() {
    var calendar = Calendar<Int>()
    calendar.schedule(1, at: 5)
    calendar.schedule(3, at: 5)
    #expect(calendar.next() == 1)
    calendar.schedule(4, at: 5)
    calendar.schedule(2, at: 5, priority: .early)
    #expect([calendar.next(), calendar.next(), calendar.next()] == [2, 3, 4])
  }

  @Test("puts a moved event behind those that already wait at its new time")
  func rescheduleCountsAnew() {
    var calendar = Calendar<Int>()
    let moved = calendar.scheduleCancellable(1, at: 3)
    calendar.schedule(2, at: 3)
    calendar.schedule(3, at: 3, priority: .late)
    calendar.reschedule(moved, at: 3)
    #expect([calendar.next(), calendar.next(), calendar.next()] == [2, 1, 3])
  }

  @Test("keeps the priority of a moved event")
  func reschedulePriority() {
    var calendar = Calendar<Int>()
    let moved = calendar.scheduleCancellable(1, at: 9, priority: .early)
    calendar.schedule(2, at: 3)
    calendar.reschedule(moved, at: 3)
    #expect([calendar.next(), calendar.next()] == [1, 2])
  }

  @Test("fires what is at the horizon and keeps what is after it, clock included")
  func horizon() {
    var calendar = Calendar<Int>(startingAt: 1)
    calendar.schedule(1, at: 4)
    calendar.schedule(2, at: 4.0.nextUp)
    #expect(calendar.next(before: 4.0.nextDown) == nil)
    #expect(calendar.now == 1)
    #expect(calendar.next(before: 4) == 1)
    #expect(calendar.next(before: 4) == nil)
    #expect(calendar.now == 4)
    #expect(calendar.nextTime == 4.0.nextUp)
    #expect(calendar.count == 1)
    #expect(calendar.next(before: .nan) == nil)
  }

  @Test("never fires what is scheduled at infinity, but can move it")
  func infinity() {
    var calendar = Calendar<Int>()
    let never = calendar.scheduleCancellable(1, at: .infinity)
    calendar.schedule(2, at: .greatestFiniteMagnitude)
    #expect(calendar.next() == 2)
    #expect(calendar.next() == nil)
    #expect(calendar.now == .greatestFiniteMagnitude)
    #expect(calendar.count == 1)
    #expect(calendar.time(of: never) == .infinity)
    calendar.removeAll()
    let later = calendar.scheduleCancellable(3, at: .infinity)
    #expect(calendar.reschedule(later, at: 8) == true)
    #expect(calendar.next() == 3)
  }

  @Test("takes -0.0 as 0.0")
  func negativeZero() {
    var calendar = Calendar<Int>(startingAt: -0.0)
    calendar.schedule(1, at: 0.0)
    calendar.schedule(2, at: -0.0)
    #expect(calendar.now.sign == .plus)
    #expect([calendar.next(), calendar.next()] == [1, 2])
    #expect(calendar.now.sign == .plus)
  }

  @Test("does not mistake a handle whose event fired, was cancelled or was dropped")
  func staleHandles() {
    var calendar = Calendar<Int>()
    let fired = calendar.scheduleCancellable(1, at: 1)
    let cancelled = calendar.scheduleCancellable(2, at: 2)
    #expect(calendar.next() == 1)
    #expect(calendar.cancel(cancelled) == true)
    // These two use the slots again.
    let third = calendar.scheduleCancellable(3, at: 3)
    let fourth = calendar.scheduleCancellable(4, at: 4)
    for stale in [fired, cancelled, .none] {
      #expect(calendar.isPending(stale) == false)
      #expect(calendar.time(of: stale) == nil)
      #expect(calendar.cancel(stale) == false)
      #expect(calendar.reschedule(stale, at: 9) == false)
    }
    #expect(calendar.time(of: third) == 3)
    calendar.removeAll(restartingAt: 0)
    let fifth = calendar.scheduleCancellable(5, at: 5)
    #expect(calendar.isPending(third) == false)
    #expect(calendar.isPending(fourth) == false)
    #expect(calendar.isPending(fifth) == true)
  }

  @Test("counts neither the event being handled nor a cancelled one")
  func counts() {
    var calendar = Calendar<Int>()
    let handle = calendar.scheduleCancellable(1, at: 1)
    calendar.schedule(2, at: 2)
    #expect(calendar.count == 2)
    _ = calendar.next()
    #expect(calendar.count == 1)
    #expect(calendar.nextTime == 2)
    #expect(calendar.cancel(handle) == false)
    _ = calendar.next()
    #expect(calendar.isEmpty == true)
    #expect(calendar.nextTime == nil)
  }

  @Test("moves its clock without firing, up to the next event")
  func advance() {
    var calendar = Calendar<Int>()
    calendar.schedule(1, at: 7)
    calendar.advance(to: 7)
    #expect(calendar.now == 7)
    #expect(calendar.next(before: 7) == 1)
  }

  struct Nothing: BitwiseCopyable {}

  struct Large: BitwiseCopyable, Equatable {
    var a = 1, b = 2, c = 3, d = 4, e: UInt8 = 5
  }

  @Test("carries events of no size and of many bytes")
  func sizes() {
    var empty = Calendar<Nothing>()
    var large = Calendar<Large>()
    for number in 0..<100 {
      empty.schedule(Nothing(), at: Double(number % 7))
      large.schedule(Large(a: number), at: Double((number * 37) % 100))
    }
    var count = 0
    while empty.next() != nil { count += 1 }
    #expect(count == 100)
    while let event = large.next() {
      #expect(event == Large(a: event.a))
      #expect(calendarTime(of: event) == large.now)
    }
  }

  private func calendarTime(of event: Large) -> Double { Double((event.a * 37) % 100) }
}

import DiscreteEvents
import Testing

/// Errors of the program stop it, with a message that names the numbers also when optimized.
@Suite("A calendar stops a program that")
struct CalendarMistakeTests {
  private func message(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test("schedules in the past")
  func past() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var calendar = Calendar<Int>(startingAt: 5.5)
      calendar.schedule(1, at: 3.25)
    }
    #expect(message(result).contains("An event time of 3.25 is not possible"))
    #expect(message(result).contains("the clock at 5.5"))
  }

  @Test("schedules at a time that is not a number")
  func notANumber() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var calendar = Calendar<Int>()
      calendar.schedule(1, at: .nan)
    }
    #expect(message(result).contains("An event time of nan"))
  }

  @Test("moves an event before zero")
  func negative() async {
    await #expect(processExitsWith: .failure) {
      var calendar = Calendar<Int>()
      let handle = calendar.scheduleCancellable(1, at: 2)
      calendar.reschedule(handle, at: -1)
    }
  }

  @Test("moves the clock past an event")
  func advance() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var calendar = Calendar<Int>()
      calendar.schedule(1, at: 2)
      calendar.advance(to: 3)
    }
    #expect(message(result).contains("cannot go to 3.0 with the next event at 2.0"))
  }

  /// A model in which nothing ever happens.
  private struct Silence: Model {
    mutating func handle(_ event: Int, _ calendar: inout Calendar<Int>) {}
  }

  @Test("simulates until what is no time to come", arguments: ["4.0", "nan"])
  func until(end: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [end] in
      var silence = Silence()
      var calendar = Calendar<Int>(startingAt: 6)
      simulate(&silence, &calendar, until: Double(end) ?? .infinity)
    }
    #expect(message(result).contains("with the clock at 6.0 cannot go on until \(end)"))
  }
}

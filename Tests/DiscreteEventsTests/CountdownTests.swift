import DiscreteEvents
import Testing

@Suite("A countdown")
struct CountdownTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var work: Double
    var speed: Double
    /// Changes of speed.
    var changes: [(speed: Double, now: Double)] = []
    var completion: Double
    var testDescription: String { name }
  }

  @Test(
    "is done when its work is burnt",
    arguments: [
      Case(name: "at normal speed", work: 30, speed: 1, completion: 40),
      Case(name: "at half speed", work: 30, speed: 0.5, completion: 70),
      Case(name: "never at speed zero", work: 30, speed: 0, completion: .infinity),
      Case(name: "never with infinite work", work: .infinity, speed: 2, completion: .infinity),
      Case(name: "at once without work", work: 0, speed: 1, completion: 10),
      Case(name: "at once without work at speed zero", work: 0, speed: 0, completion: 10),
      Case(
        name: "later after a slower stretch", work: 30, speed: 1,
        changes: [(0.25, 20), (1, 40)], completion: 55),
      Case(
        name: "later by as long as it stood still", work: 30, speed: 1,
        changes: [(0, 20), (1, 120)], completion: 140),
      Case(
        name: "as before when a change comes at the completion", work: 30, speed: 1,
        changes: [(0, 40)], completion: 40),
      Case(
        name: "as before when a change comes after it", work: 30, speed: 1,
        changes: [(0, 41), (5, 50)], completion: 40),
    ])
  func completion(_ example: Case) {
    var countdown = Countdown(work: example.work, speed: example.speed, now: 10)
    for change in example.changes {
      let before = countdown.completion
      let changed = countdown.setSpeed(change.speed, now: change.now)
      #expect(changed == (countdown.completion != before))
      #expect(countdown.speed == change.speed)
    }
    #expect(countdown.completion == example.completion)
  }

  @Test("knows what is left")
  func remaining() {
    var countdown = Countdown(work: 10, speed: 2, now: 0)
    #expect(countdown.remaining(at: 1) == 8)
    countdown.setSpeed(0, now: 3)
    #expect(countdown.remaining(at: 100) == 4)
    countdown.setSpeed(4, now: 100)
    #expect(countdown.remaining(at: 100.5) == 2)
    #expect(countdown.remaining(at: 101) == 0)
    #expect(countdown.remaining(at: 200) == 0)
  }

  @Test("has nothing left at its completion, whatever the rounding", arguments: 0..<50)
  func nothingLeft(seed: Int) {
    var stream = TestStream(seed: seed)
    var now = 1_000.0 / 3
    var countdown = Countdown(work: stream.unit() * 100, speed: stream.unit(), now: now)
    for _ in 0..<5 {
      now += (countdown.completion - now) * stream.unit() * 0.99
      countdown.setSpeed(stream.unit(), now: now)
    }
    #expect(countdown.remaining(at: countdown.completion) == 0)
    #expect(countdown.remaining(at: countdown.completion.nextUp) == 0)
  }

  /// The bits of what can be seen, at the time of the latest change.
  private func bits(_ countdown: Countdown, _ now: Double) -> [UInt64] {
    [countdown.completion, countdown.remaining(at: now), countdown.speed].map(\.bitPattern)
  }

  private func speed(_ stream: inout TestStream) -> Double {
    switch stream.below(6) {
    case 0: 0
    case 1: 1
    case 2: 1e300
    default: stream.exponential()
    }
  }

  @Test("takes changes at one instant for one, bit for bit", arguments: 0..<300)
  func oneInstant(seed: Int) {
    var stream = TestStream(seed: seed)
    let work = stream.exponential() * 20
    var now = stream.unit()
    var plain = Countdown(work: work, speed: 1, now: now)
    var restless = plain
    for _ in 0..<30 {
      if stream.below(5) > 0 { now += stream.exponential() }
      // The plain one changes its speed once or not at all, the other one many times.
      let final = stream.below(2) == 0 ? plain.speed : speed(&stream)
      for _ in 0..<stream.below(4) {
        let detour = speed(&stream)
        let before = restless.completion
        #expect(restless.setSpeed(detour, now: now) == (restless.completion != before))
      }
      restless.setSpeed(final, now: now)
      plain.setSpeed(final, now: now)
      #expect(bits(plain, now) == bits(restless, now))
    }
  }

  @Test("is not moved by setting the speed it has, bit for bit", arguments: 0..<300)
  func sameSpeed(seed: Int) {
    var stream = TestStream(seed: seed)
    var now = 0.0
    var plain = Countdown(work: stream.exponential() * 20, speed: 1, now: now)
    var insistent = plain
    for _ in 0..<30 {
      now += stream.exponential()
      #expect(insistent.setSpeed(insistent.speed, now: now) == false)
      now += stream.exponential()
      let next = speed(&stream)
      insistent.setSpeed(next, now: now)
      plain.setSpeed(next, now: now)
      #expect(bits(plain, now) == bits(insistent, now))
    }
  }
}

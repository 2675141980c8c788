import DiscreteEvents
import Testing

@Suite("Works at one shared speed")
struct SharedSpeedWorksTests {
  @Test("are done in the order of their ends, ties in the order of adding")
  func order() {
    var works = SharedSpeedWorks(speed: 2, now: 0)
    works.add(work: 6, id: 1, now: 0)
    works.add(work: 2, id: 2, now: 0)
    works.add(work: 4, id: 3, now: 1)
    works.add(work: 6, id: 4, now: 0 + 1)
    works.add(work: 4, id: 5, now: 1)
    var done: [Int32] = []
    var times: [Double] = []
    while works.nextCompletion < .infinity {
      let now = works.nextCompletion
      while let id = works.popCompleted(now: now) {
        done.append(id)
        times.append(now)
      }
    }
    #expect(done == [2, 1, 3, 5, 4])
    #expect(times == [1, 3, 3, 3, 4])
  }

  @Test("stand still at speed zero and go on where they were")
  func pause() {
    var works = SharedSpeedWorks(speed: 1, now: 0)
    #expect(works.add(work: 10, id: 7, now: 0) == true)
    #expect(works.add(work: 11, id: 8, now: 0) == false)
    #expect(works.setSpeed(0, now: 4) == true)
    #expect(works.nextCompletion == .infinity)
    #expect(works.popCompleted(now: 50) == nil)
    #expect(works.setSpeed(3, now: 100) == true)
    #expect(works.nextCompletion == 102)
    #expect(works.first == 7)
    #expect(works.count == 2)
  }

  @Test("are never done with infinite work, and at once without work")
  func extremes() {
    var works = SharedSpeedWorks(speed: 0, now: 5)
    works.add(work: .infinity, id: 1, now: 5)
    #expect(works.nextCompletion == .infinity)
    works.add(work: 0, id: 2, now: 6)
    #expect(works.nextCompletion == 6)
    #expect(works.popCompleted(now: 6) == 2)
    works.setSpeed(1e9, now: 7)
    #expect(works.nextCompletion == .infinity)
    #expect(works.popCompleted(now: .greatestFiniteMagnitude) == nil)
  }

  @Test("stay due when the speed changes at the instant of completion", arguments: 0..<100)
  func due(seed: Int) {
    var stream = TestStream(seed: seed)
    var works = SharedSpeedWorks(speed: stream.unit(), now: 0.1)
    works.add(work: 1e6, id: 0, now: 0.1)
    works.setSpeed(stream.unit(), now: stream.unit() + 1)
    let start = stream.unit() + 2
    works.add(work: 0.7, id: 1, now: start)
    works.add(work: 0.7, id: 2, now: start)
    works.add(work: 0.8, id: 3, now: start)
    let now = works.nextCompletion
    works.setSpeed(0, now: now)
    #expect(works.nextCompletion == now)
    #expect(works.popCompleted(now: now) == 1)
    #expect(works.popCompleted(now: now) == 2)
    #expect(works.popCompleted(now: now) == nil)
    #expect(works.nextCompletion == .infinity)
  }

  @Test("are never announced for the past", arguments: 0..<100)
  func past(seed: Int) {
    var stream = TestStream(seed: seed)
    var works = SharedSpeedWorks(speed: stream.unit(), now: 0)
    works.add(work: 1e9, id: 0, now: 0)
    var now = 0.0
    for id in Int32(1)...50 {
      now += stream.exponential()
      works.add(work: 0, id: id, now: now)
      #expect(works.nextCompletion >= now)
      #expect(works.nextCompletion <= now * (1 + 1e-12))
      now = works.nextCompletion
      #expect(works.popCompleted(now: now) == id)
    }
  }

  @Test("can be popped at the very time that was announced", arguments: 0..<100)
  func announced(seed: Int) {
    var stream = TestStream(seed: seed)
    var works = SharedSpeedWorks(speed: 1, now: 0)
    var now = 0.0
    var popped = 0
    for id in Int32(0)..<200 {
      works.add(work: stream.exponential() * 1e-3 + stream.unit() * 1e3, id: id, now: now)
      works.setSpeed(stream.unit() * (stream.below(2) == 0 ? 1e-6 : 1e6), now: now)
      if stream.below(2) == 0 {
        #expect(works.nextCompletion >= now)
        now = works.nextCompletion
        #expect(works.popCompleted(now: now) != nil)
        popped += 1
      } else {
        now += (works.nextCompletion - now) * stream.unit() * 0.99
      }
    }
    #expect(popped > 50)
    #expect(works.count == 200 - popped)
  }

  /// A history: at each time a new speed, or a work added.
  private func history(seed: Int) -> [(now: Double, speed: Double?, work: Double)] {
    var stream = TestStream(seed: seed)
    var now = 0.0
    return (0..<200).map { _ in
      now += stream.exponential()
      let isChange = stream.below(3) == 0
      let speed = stream.below(5) == 0 ? 0 : stream.exponential()
      return (now, isChange ? speed : nil, stream.exponential() * 10)
    }
  }

  @Test("are done when countdowns of their own would be", arguments: 0..<50)
  func countdowns(seed: Int) {
    var works = SharedSpeedWorks(speed: 1, now: 0)
    var countdowns: [Countdown] = []
    var done: [Int32: Double] = [:]
    var latest = 0.0
    var speed = 1.0
    func drain(_ works: inout SharedSpeedWorks, until end: Double) {
      while works.nextCompletion <= end {
        let now = works.nextCompletion
        #expect(now >= latest)
        latest = now
        if let id = works.popCompleted(now: now) { done[id] = now }
      }
    }
    for event in history(seed: seed) {
      drain(&works, until: event.now)
      if let change = event.speed {
        speed = change
        works.setSpeed(speed, now: event.now)
        for index in countdowns.indices { countdowns[index].setSpeed(speed, now: event.now) }
      } else {
        works.add(work: event.work, id: Int32(countdowns.count), now: event.now)
        countdowns.append(Countdown(work: event.work, speed: speed, now: event.now))
      }
    }
    drain(&works, until: .greatestFiniteMagnitude)
    for (index, countdown) in countdowns.enumerated() {
      guard let time = done[Int32(index)] else {
        #expect(countdown.completion == .infinity)
        continue
      }
      #expect(abs(time - countdown.completion) <= 1e-9 * time)
    }
  }

  @Test("take changes at one instant for one, bit for bit", arguments: 0..<200)
  func oneInstant(seed: Int) {
    var stream = TestStream(seed: seed)
    var plain = SharedSpeedWorks(speed: 1, now: 0)
    var restless = plain
    for (number, event) in history(seed: seed).enumerated() {
      while plain.nextCompletion <= event.now {
        let now = plain.nextCompletion
        let id = plain.popCompleted(now: now)
        #expect(id != nil && id == restless.popCompleted(now: now))
      }
      for _ in 0..<stream.below(4) {
        let before = restless.nextCompletion
        let changed = restless.setSpeed(stream.exponential(), now: event.now)
        #expect(changed == (restless.nextCompletion != before))
      }
      // The detours may also lie on both sides of an addition.
      if event.speed == nil || number % 2 == 0 {
        plain.add(work: event.work, id: Int32(number), now: event.now)
        restless.add(work: event.work, id: Int32(number), now: event.now)
      }
      let final = event.speed ?? plain.speed
      plain.setSpeed(final, now: event.now)
      restless.setSpeed(final, now: event.now)
      #expect(plain.setSpeed(final, now: event.now) == false)
      #expect(plain.nextCompletion.bitPattern == restless.nextCompletion.bitPattern)
    }
  }

  @Test("give after removeAll what a new collection gives")
  func reuse() {
    func path(_ works: inout SharedSpeedWorks) -> [UInt64] {
      history(seed: 5).map { event in
        while works.popCompleted(now: event.now) != nil {}
        works.add(work: event.work, id: 0, now: event.now)
        if let speed = event.speed { works.setSpeed(speed, now: event.now) }
        return works.nextCompletion.bitPattern
      }
    }
    var used = SharedSpeedWorks(speed: 9, now: -40)
    for id in Int32(0)..<100 { used.add(work: Double(id), id: id, now: 3) }
    used.removeAll(restartingAt: 0, speed: 1)
    var new = SharedSpeedWorks(speed: 1, now: 0)
    #expect(path(&used) == path(&new))
  }
}

import DiscreteEvents
import Testing

@Suite("An average over time")
struct TimeAverageTests {
  @Test("weighs every value by how long it was in force")
  func weights() {
    var average = TimeAverage(startingAt: 10, value: 1)
    average.add(4, at: 12)
    average.add(0, at: 13)
    #expect(average.value == 0)
    #expect(average.integral(until: 20) == 6)
    #expect(average.mean(until: 20) == 0.6)
  }

  @Test("counts a value that was in force for no time as nothing")
  func instant() {
    var average = TimeAverage()
    average.add(1_000, at: 2)
    average.add(3, at: 2)
    #expect(average.mean(until: 4) == 1.5)
  }

  @Test("is the value in force over no time at all")
  func empty() {
    #expect(TimeAverage(startingAt: 5, value: 7).mean(until: 5) == 7)
  }

  @Test("forgets the past when it restarts, but not the value")
  func restart() {
    var average = TimeAverage(startingAt: 0, value: 8)
    average.add(2, at: 10)
    average.restart(at: 20)
    #expect(average.mean(until: 30) == 2)
  }

  @Test("stops a program that restarts it before its latest step")
  func restartInThePast() async {
    await #expect(processExitsWith: .failure) {
      var average = TimeAverage(startingAt: 0, value: 8)
      average.add(2, at: 10)
      average.restart(at: 9)
    }
  }
}

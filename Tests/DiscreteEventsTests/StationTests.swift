import DiscreteEvents
import Foundation
import Testing

/// Queues whose long-run averages are known in closed form, with a rate of service of one.
///
/// The forms are in L. Kleinrock, *Queueing Systems* I, 1975.
@Suite("A station with servers")
struct StationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var servers: Int
    var arrivalRate: Double
    var isServiceExponential = true
    /// The mean wait before service.
    var wait: Double
    var testDescription: String { name }
  }

  /// The mean wait in M/M/c by Erlang's C formula.
  static func erlangWait(servers: Int, arrivalRate: Double) -> Double {
    var term = 1.0
    var sum = 0.0
    for busy in 0..<servers {
      sum += term
      term *= arrivalRate / Double(busy + 1)
    }
    let spare = Double(servers) - arrivalRate
    let all = term * Double(servers) / spare
    return all / (sum + all) / spare
  }

  static let cases = [
    Case(name: "M/M/1, load 0.8", servers: 1, arrivalRate: 0.8, wait: 4),
    Case(name: "M/M/1, load 0.5", servers: 1, arrivalRate: 0.5, wait: 1),
    Case(
      name: "M/M/3, load 0.8", servers: 3, arrivalRate: 2.4,
      wait: erlangWait(servers: 3, arrivalRate: 2.4)),
    Case(
      name: "M/M/10, load 0.9", servers: 10, arrivalRate: 9,
      wait: erlangWait(servers: 10, arrivalRate: 9)),
    // Pollaczek and Khinchine: half of M/M/1.
    Case(
      name: "M/D/1, load 0.8", servers: 1, arrivalRate: 0.8, isServiceExponential: false, wait: 2),
  ]

  private func station(_ example: Case, seed: Int, lastArrival: Double = .infinity) -> Station {
    // Two streams, so that cases with one arrival rate share their arrivals.
    var arrivals = TestStream(seed: 2 * seed)
    var services = TestStream(seed: 2 * seed + 1)
    var time = 0.0
    return Station(
      queue: ServerQueue(servers: example.servers),
      interarrivalTime: {
        let step = arrivals.exponential() / example.arrivalRate
        time += step
        return time < lastArrival ? step : .infinity
      },
      serviceTime: { example.isServiceExponential ? services.exponential() : 1 })
  }

  @Test("has the averages of the closed forms", arguments: cases)
  func closedForms(_ example: Case) {
    // Seeds 0 to 39; each run forgets its first 1,000 units of time.
    let replications = 40
    var waits: [Double] = []
    var numbers: [Double] = []
    var calendar = Calendar<Station.Event>()
    for seed in 0..<replications {
      var model = station(example, seed: seed)
      calendar.removeAll()
      calendar.schedule(.arrival, at: model.interarrivalTime())
      simulate(&model, &calendar, until: 1_000)
      model.numberHere.restart(at: calendar.now)
      (model.waits, model.sojourns, model.departed) = (0, 0, 0)
      simulate(&model, &calendar, until: 1_000 + 20_000 / example.arrivalRate)
      waits.append(model.waits / Double(model.departed))
      numbers.append(model.numberHere.mean(until: calendar.now))
    }
    // By Little's law the mean number here is the rate times the mean wait and service.
    check(waits, against: example.wait, "wait")
    check(numbers, against: example.arrivalRate * (example.wait + 1), "number here")
  }

  /// The mean of replications must lie within 3.5 standard errors, and these must be small
  /// enough to find an error of a tenth.
  private func check(_ sample: [Double], against expected: Double, _ name: Comment) {
    let count = Double(sample.count)
    let mean = sample.reduce(0, +) / count
    let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    #expect(abs(mean - expected) < 3.5 * error, name)
    #expect(3.5 * error < 0.1 * expected, name)
  }

  @Test("obeys Little's law on every path", arguments: 0..<20)
  func little(seed: Int) {
    let example = Self.cases[seed % Self.cases.count]
    var model = station(example, seed: seed, lastArrival: 500)
    var calendar = Calendar<Station.Event>()
    calendar.schedule(.arrival, at: model.interarrivalTime())
    simulate(&model, &calendar, until: .infinity)
    // Everyone has left, and the next arrival, at infinity, stays for ever.
    #expect(model.departed == model.arrivals.count)
    #expect(calendar.count == 1)
    #expect(calendar.processed == 2 * model.departed)
    let area = model.numberHere.integral(until: calendar.now)
    #expect(abs(area - model.sojourns) <= 1e-9 * area)
  }

  @Test("goes the same way in steps as in one go")
  func steps() {
    var whole = station(Self.cases[2], seed: 9)
    var parts = station(Self.cases[2], seed: 9)
    var one = Calendar<Station.Event>()
    var other = Calendar<Station.Event>()
    one.schedule(.arrival, at: 1)
    other.schedule(.arrival, at: 1)
    simulate(&whole, &one, until: 100)
    for day in 0...100 {
      simulate(&parts, &other, until: Double(day))
      #expect(other.now == Double(day))
    }
    #expect(one.processed == other.processed)
    #expect(whole.arrivals == parts.arrivals)
    #expect(whole.sojourns == parts.sojourns)
    #expect(one.now == 100)
  }

  @Test("is in the article word for word")
  func article() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let source = try String(contentsOf: tests.appending(path: "Station.swift"), encoding: .utf8)
    let article = try String(
      contentsOf: tests.appending(
        path: "../../Sources/DiscreteEvents/DiscreteEvents.docc/DiscreteEvents.md"),
      encoding: .utf8)
    #expect(article.contains("```swift\n" + source + "```\n"))
  }
}

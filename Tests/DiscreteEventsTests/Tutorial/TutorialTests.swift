import DiscreteEvents
import Foundation
import Stochastics
import Testing

/// The code of the tutorial's last steps is compiled into these tests, and gives what it should.
@Suite("The tutorial")
struct TutorialTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let catalogue = tests.appending(
    path: "../../../Sources/DiscreteEvents/DiscreteEvents.docc")

  private static func text(_ url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }

  /// What each step of the tutorial shows, by the name of the file the reader writes.
  private static func steps() throws -> [String: [String]] {
    let tutorial = try text(catalogue.appending(path: "Station.tutorial"))
    var steps: [String: [String]] = [:]
    for match in tutorial.matches(of: /@Code\(name: "([^"]+)", file: "([^"]+)"\)/) {
      let code = try text(catalogue.appending(path: "Resources/\(match.2)"))
      steps[String(match.1), default: []].append(code)
    }
    return steps
  }

  @Test("ends with the code that is compiled here, and calls what is called here")
  func lastSteps() throws {
    let steps = try Self.steps()
    #expect(Set(steps.keys) == ["Station.swift", "Report.swift", "main.swift"])
    for name in ["Station.swift", "Report.swift"] {
      #expect(try steps[name]?.last == Self.text(Self.tests.appending(path: name)), "\(name)")
    }
    #expect(steps["main.swift"] == ["print(report(servers: 3, arrivalRate: 2.4, seed: 1))\n"])
  }

  @Test("adds lines from step to step and takes none away")
  func stepsGrow() throws {
    let steps = try Self.steps()
    #expect(steps["Station.swift"]?.count == 5)
    for (name, codes) in steps {
      for (before, after) in zip(codes, codes.dropFirst()) {
        var rest = after.split(separator: "\n")[...]
        for line in before.split(separator: "\n") {
          let place = rest.firstIndex(of: line)
          #expect(place != nil, "\(name) loses the line \(line)")
          rest = rest[(place ?? rest.startIndex)...].dropFirst()
        }
        #expect(before.count < after.count)
      }
    }
  }

  /// The numbers on the lines of the report, in their order.
  private func numbers(_ report: String) -> [Double] {
    report.matches(of: /-?\d+\.\d+(e-?\d+)?/).compactMap { Double($0.0) }
  }

  @Test("gives the mean time of Erlang's formula", arguments: [(1, 0.5), (3, 2.4), (10, 9.0)])
  func erlang(servers: Int, arrivalRate: Double) throws {
    let report = report(servers: servers, arrivalRate: arrivalRate, seed: 1)
    let numbers = numbers(report)
    try #require(numbers.count == 4, "\(report)")
    let (mean, low, high, formula) = (numbers[0], numbers[1], numbers[2], numbers[3])
    let chain = BirthDeath(
      upTo: 2_000, births: { _ in arrivalRate }, deaths: { Double(min($0, servers)) })
    let exact = chain.mean { Double($0) } / arrivalRate
    #expect(abs(formula - exact) < 1e-9 * exact, "\(report)")
    #expect(low < mean && mean < high, "\(report)")
    #expect(low <= exact && exact <= high, "\(report)")
    // Narrow enough to tell this load from one 5 % off.
    for wrong in [0.95 * arrivalRate, 1.05 * arrivalRate] {
      let other = erlangC(servers: servers, arrivalRate: wrong)
      #expect(other < low || high < other, "\(report)")
    }
  }

  @Test("says what its program prints")
  func text() throws {
    let report = report(servers: 3, arrivalRate: 2.4, seed: 1)
    let tutorial = try Self.text(Self.catalogue.appending(path: "Station.tutorial"))
    let told = try #require(tutorial.firstMatch(of: /The mean lies near (\d\.\d\d)/))
    #expect(abs(numbers(report)[0] - (Double(told.1) ?? 0)) < 0.03, "\(report)")
  }
}

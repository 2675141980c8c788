import Experiments
import Foundation
import RegulatoryWorld
import Scenarios
import Testing

/// A point's rows hang on its values, and not on how the sweep puts them in place.
@Suite struct SweepRowTests {
  private static let directive = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scenarios/june-2026-directive.json5").path

  private static let small: [(path: String, value: String)] =
    [
      "abroad-consumer", "allied-enterprise", "other-enterprise", "us-ai-native", "us-consumer",
      "us-federal", "us-midmarket", "us-strategic",
    ].map { (path: "customers.\($0).agents", value: "6") } + [
      (path: "horizon_days", value: "60"), (path: "timeline_every_days", value: "30"),
    ]

  /// Any eight uncertain numbers of the scenario, at any of their values.
  private static func design(_ base: Scenario, seed: Int) -> Design {
    let uncertain = base.parameters.uncertain.map { base.parameters[$0] }
    var addresses: [String] = []
    var values: [Double] = []
    for number in 0..<8 {
      let entry = uncertain[Int(Fake.noise(seed, number) * Double(uncertain.count))]
      if !addresses.contains(entry.address) { addresses.append(entry.address) }
    }
    for point in 1...3 {
      for (number, address) in addresses.enumerated() {
        let entry = base.parameters[base.parameters.parameter(at: address)!]
        values.append(entry.value(at: 0.05 + 0.9 * Fake.noise(seed + 1000 * point, number)))
      }
    }
    return Design(addresses: addresses, values: values, count: 3)
  }

  @Test("numbers put into draws give the rows of a scenario read with them", arguments: 1...20)
  func pinned(seed: Int) throws {
    let base = try Scenario.load(
      path: Self.directive, settings: Self.small, regimes: ["output", "weight"])
    let design = Self.design(base, seed: seed)
    let sweep = Sweep(base, design)
    let plan = RunPlan(
      experiments: 3, seed: base.seed, replications: 2, perDraw: 2, timelineReplications: 1)
    var swept: [String] = []
    _ = try Runner.run(RowSource(sweep, plan), plan) { rows in
      swept += rows.map { "\($0.outcomes) \($0.timeline)" }
    }
    var alone: [String] = []
    var drawn: Set<String> = []
    for experiment in 1...3 {
      let scenario = try sweep.scenario(of: experiment)
      let own = RunPlan(
        seed: base.seed, replications: 2, perDraw: 2, timelineReplications: 1)
      let source = RowSource(Sweep(scenario), own)
      drawn = Set(source.layouts.first.parameters.map(\.address))
      _ = try Runner.run(source, own) { rows in
        alone += rows.map { "\($0.outcomes) \($0.timeline)" }
      }
    }
    #expect(swept == alone, "seed \(seed): \(design.addresses)")
    #expect(Set(sweep.layouts.first.parameters.map(\.address)) == drawn)
    #expect(drawn.isDisjoint(with: design.addresses))
    #expect(Set(swept).count > 1)
  }

  @Test("problems of points are found on any number of threads, in order", arguments: [1, 2, 5])
  func problems(jobs: Int) throws {
    let base = try Scenario.load(path: Self.directive)
    let days = [3.0, 400, 5, 3, 366, 365, 1000]
    let sweep = Sweep(base, Design(addresses: ["timeline.2.at_days"], values: days, count: 7))
    let found = try #require(sweep.problems(in: 1...7, jobs: jobs))
    #expect(found.map(\.experiment) == [2, 5, 7])
    #expect(found.allSatisfy { "\($0.report.problems[0].message)".contains("after the horizon") })
    #expect(sweep.problems(in: 3...4, jobs: jobs)?.isEmpty == true)
    let stopped = Cancellation()
    stopped.cancel()
    #expect(sweep.problems(in: 1...7, jobs: jobs, cancellation: stopped) == nil)
  }
}

import RegulatoryWorld
import Scenarios

/// Nanoseconds of an event of the world, everything from drawing the parameters to the outcomes
/// included.
enum WorldBenchmark {
  static func measure(
    _ effort: BenchmarkEffort, _ scenario: Scenario
  ) throws(Failure) -> [BenchmarkRow] {
    let study = Study(scenario)
    var times: [Double] = []
    var events = 0
    for _ in 0..<effort.passes {
      let pass = try live(study, futures: effort.futures)
      times.append(pass.nanoseconds)
      events = pass.events
    }
    let time = BenchmarkRow.median(times)
    let futures = Double(effort.futures)
    return [
      BenchmarkRow(
        name: "world_ns_per_event", value: time / Double(events), unit: "ns",
        meaning: "an event of \(scenario.name), set-up and outcomes included"),
      BenchmarkRow(
        name: "world_events_per_replication", value: Double(events) / futures, unit: "events",
        meaning: "events of a future, in its \(study.regimes.count) worlds together"),
      BenchmarkRow(
        name: "world_ms_per_replication", value: time / futures / 1e6, unit: "ms",
        meaning: "a future, in all of its worlds"),
    ]
  }

  private static func live(
    _ study: Study, futures: Int
  ) throws(Failure) -> (nanoseconds: Double, events: Int) {
    var events = 0
    do {
      let nanoseconds = try ThreadTime.of {
        var replicator = Replicator(study)
        for number in 1...futures {
          let draw = study.draw(number, seed: study.scenario.seed)
          events += try replicator.run(
            replication: number, draw: draw, seed: study.scenario.seed, timeline: false
          ).events
        }
      }
      return (nanoseconds, events)
    } catch {
      throw Failure(.bug, "embargo: \(error)")
    }
  }
}

import Experiments
import RegulatoryWorld
import Scenarios

/// How much sooner the same futures are there on all cores than on one thread.
enum ParallelBenchmark {
  static func measure(
    _ effort: BenchmarkEffort, _ scenario: Scenario
  ) throws(Failure) -> (rows: [BenchmarkRow], more: [BenchmarkRow]) {
    let study = Study(scenario)
    let jobs = Machine.cores
    let futures = effort.futures * jobs
    var alone: [Duration] = []
    var together: [Duration] = []
    for _ in 0..<effort.passes {
      alone.append(try time(study, futures: futures, jobs: 1))
      together.append(try time(study, futures: futures, jobs: jobs))
    }
    let speedup =
      BenchmarkRow.median(alone.map { $0 / .seconds(1) })
      / BenchmarkRow.median(together.map { $0 / .seconds(1) })
    return (
      rows: [
        BenchmarkRow(
          name: "parallel_speedup", value: speedup, unit: "times",
          meaning: "how much sooner futures are there on all cores than on one thread")
      ],
      more: [
        BenchmarkRow(
          name: "parallel_threads", value: Double(jobs), unit: "threads",
          meaning: "on how many threads that was")
      ]
    )
  }

  /// Time on the wall, since that is what threads are for.
  private static func time(
    _ study: Study, futures: Int, jobs: Int
  ) throws(Failure) -> Duration {
    let plan = RunPlan(
      seed: study.scenario.seed, replications: futures, jobs: jobs, timelineReplications: 0)
    let source = RowSource(Sweep(study.scenario), plan)
    var rows = 0
    let start = ContinuousClock.now
    do {
      _ = try Runner.run(source, plan) { rows += $0.count }
    } catch {
      throw Failure(.bug, "embargo: \(error)")
    }
    let time = ContinuousClock.now - start
    precondition(rows == futures, "\(rows) of \(futures) futures came")
    return time
  }
}

import Experiments
import Scenarios
import Synchronization

/// Reads the scenario at every point of a sweep, so that all that is wrong is told before anything
/// runs.
enum PointCheck {
  /// Checks the experiments of which this run makes rows.
  ///
  /// - Throws: a failure with every problem of every point.
  static func run(_ run: PreparedRun, _ swept: SweptDesign) throws(Failure) {
    let rows = run.plan.rows
    guard !rows.isEmpty else { return }
    let first = run.plan.key(ofRow: rows.lowerBound).experiment
    let last = run.plan.key(ofRow: rows.upperBound - 1).experiment
    let progress = Mutex(
      Progress(
        run.request.progress, total: last - first + 1, finishedBefore: 0,
        noun: "experiments checked"))
    let interruption = Interruption.process
    let found = run.sweep.problems(
      in: first...last, jobs: run.plan.jobs, cancellation: interruption.cancellation
    ) { count in
      progress.withLock { $0.update(simulated: count) }
    }
    progress.withLock { $0.end() }
    guard let found else {
      throw Failure(interruption.exitCode, "embargo: interrupted; nothing was run")
    }
    guard found.isEmpty else { throw swept.failure(found.map { ($0.experiment, $0.report) }) }
  }
}

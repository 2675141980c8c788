import Dispatch
import Scenarios
import Synchronization

/// An experiment whose values make no sense together, and what is wrong with it.
public struct PointProblem: Sendable {
  /// The experiment's number.
  public let experiment: Int
  /// Every problem of it.
  public let report: ProblemReport
}

extension Sweep {
  /// Reads the scenario of each of some experiments, on several threads, and finds all that is
  /// wrong before anything is simulated.
  ///
  /// - Parameters:
  ///   - experiments: the numbers of the experiments.
  ///   - jobs: how many threads read.
  ///   - cancellation: what stops the reading early.
  ///   - progress: told now and then, on some thread, how many were read.
  /// - Returns: the experiments with problems, in order; nil if it was stopped.
  public func problems(
    in experiments: ClosedRange<Int>, jobs: Int, cancellation: Cancellation = Cancellation(),
    progress: @Sendable (Int) -> Void = { _ in }
  ) -> [PointProblem]? {
    let next = Atomic<Int>(experiments.lowerBound)
    let found = Mutex<[PointProblem]>([])
    DispatchQueue.concurrentPerform(iterations: min(jobs, experiments.count)) { _ in
      while !cancellation.isCancelled {
        let experiment = next.add(1, ordering: .relaxed).oldValue
        guard experiment <= experiments.upperBound else { return }
        do throws(ProblemReport) {
          _ = try scenario(of: experiment)
        } catch {
          found.withLock { $0.append(PointProblem(experiment: experiment, report: error)) }
        }
        progress(experiment - experiments.lowerBound + 1)
      }
    }
    guard !cancellation.isCancelled else { return nil }
    return found.withLock { $0.sorted { $0.experiment < $1.experiment } }
  }
}

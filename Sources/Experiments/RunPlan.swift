/// Which replications of a study to run, from which seed, and on how many threads.
///
/// Everything but `jobs` and `blockSize` belongs to the inputs of a result; those two decide only
/// how the work is cut up, and never a row.
public struct RunPlan: Sendable, Equatable {
  /// The number of the experiment in a sweep; a single run is experiment 1.
  public let experiment: Int
  /// The master seed, below 2^53 so that every reader of the tables holds it exactly.
  public let seed: UInt64
  /// The replications to run, counted from 1.
  public let replications: ClosedRange<Int>
  /// How many histories share one drawn parameter set (`--per-draw`), at least 1.
  public let perDraw: Int
  /// How many threads simulate, at least 1.
  public let jobs: Int
  /// Replications up to this number also record their timeline.
  public let timelineReplications: Int
  /// How many replications a thread takes at a time.
  public let blockSize: Int

  /// The largest seed a plan takes: one below 2^53.
  public static let largestSeed: UInt64 = 1 << 53 - 1

  /// A plan; values out of range are programmer errors, since the command line checks its options.
  public init(
    experiment: Int = 1, seed: UInt64, replications: ClosedRange<Int>, perDraw: Int = 1,
    jobs: Int = 1, timelineReplications: Int = 200, blockSize: Int? = nil
  ) {
    precondition(experiment >= 1 && replications.lowerBound >= 1, "numbers count from 1")
    precondition(seed <= RunPlan.largestSeed, "a seed is below 2^53")
    precondition(perDraw >= 1 && jobs >= 1 && timelineReplications >= 0)
    self.experiment = experiment
    self.seed = seed
    self.replications = replications
    self.perDraw = perDraw
    self.jobs = jobs
    self.timelineReplications = timelineReplications
    self.blockSize = blockSize ?? RunPlan.blockSize(for: replications.count)
    precondition(self.blockSize >= 1)
  }

  /// The draw that replication `replication` lives in: ⌊(k − 1) / M⌋ + 1.
  public func draw(of replication: Int) -> Int {
    (replication - 1) / perDraw + 1
  }

  /// 64 replications to a block, fewer where that would leave threads without work.
  static func blockSize(for count: Int) -> Int {
    min(64, max(1, count / 256))
  }
}

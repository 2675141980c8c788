/// Which rows of a study to make, from which seed, and on how many threads.
///
/// Everything but `shard`, `jobs` and `blockSize` belongs to the inputs of a result; those three
/// decide only how the work is cut up, and never a row.
public struct RunPlan: Sendable, Equatable {
  /// How many experiments there are; a single run has one.
  public let experiments: Int
  /// The master seed, below 2^53 so that every reader of the tables holds it exactly.
  public let seed: UInt64
  /// How many replications each experiment has; with a goal of precision, the most it may have.
  public let replications: Int
  /// How many histories share one drawn parameter set (`--per-draw`), at least 1.
  public let perDraw: Int
  /// When an experiment has enough replications; nil where all are made.
  public let precision: PrecisionGoal?
  /// The part of the rows that is made; only a plan without a goal of precision has parts.
  public let shard: Shard?
  /// How many threads simulate, at least 1.
  public let jobs: Int
  /// Replications up to this number also record their timeline.
  public let timelineReplications: Int
  private let fixedBlockSize: Int?

  /// The largest seed a plan takes: one below 2^53.
  public static let largestSeed: UInt64 = 1 << 53 - 1

  /// A plan; values out of range are programmer errors, since the command line checks its options.
  public init(
    experiments: Int = 1, seed: UInt64, replications: Int, perDraw: Int = 1,
    precision: PrecisionGoal? = nil, shard: Shard? = nil, jobs: Int = 1,
    timelineReplications: Int = 200, blockSize: Int? = nil
  ) {
    precondition(experiments >= 1 && replications >= 1, "at least one row")
    precondition(seed <= RunPlan.largestSeed, "a seed is below 2^53")
    precondition(perDraw >= 1 && jobs >= 1 && timelineReplications >= 0)
    precondition(shard == nil || precision == nil, "where to stop depends on rows of other shards")
    precondition(blockSize ?? 1 >= 1)
    self.experiments = experiments
    self.seed = seed
    self.replications = replications
    self.perDraw = perDraw
    self.precision = precision
    self.shard = shard
    self.jobs = jobs
    self.timelineReplications = timelineReplications
    fixedBlockSize = blockSize
  }

  /// The rows of this plan, by number: rows count from 0 in order of their keys.
  public var rows: Range<Int> { (shard ?? .whole).rows(of: experiments * replications) }

  /// The key of a row by its number.
  public func key(ofRow number: Int) -> RowKey {
    let (experiment, replication) = number.quotientAndRemainder(dividingBy: replications)
    return RowKey(experiment: experiment + 1, replication: replication + 1)
  }

  /// The number of a row by its key.
  public func row(_ key: RowKey) -> Int {
    (key.experiment - 1) * replications + key.replication - 1
  }

  /// The draw that replication `replication` lives in: ⌊(k − 1) / M⌋ + 1.
  public func draw(of replication: Int) -> Int {
    (replication - 1) / perDraw + 1
  }

  /// How many rows a thread takes at a time when there are `count`: 64, fewer where that would
  /// leave threads without work.
  public func blockSize(for count: Int) -> Int {
    fixedBlockSize ?? min(64, max(1, count / 256))
  }

  /// The same plan with another part of its rows; nil for all of them.
  public func part(_ shard: Shard?) -> RunPlan {
    RunPlan(
      experiments: experiments, seed: seed, replications: replications, perDraw: perDraw,
      precision: precision, shard: shard, jobs: jobs, timelineReplications: timelineReplications,
      blockSize: fixedBlockSize)
  }
}

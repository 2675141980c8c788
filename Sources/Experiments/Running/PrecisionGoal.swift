/// When an experiment has been replicated often enough.
///
/// It stops at the first look at which, for every acting regime and every outcome asked about, half
/// the width of the 95 % interval of the mean is at most max(p · |mean|, a). Looks come at 256
/// replications, and then each time at a quarter more, rounded up to the next 64: looking more
/// often or earlier would stop too often on luck, and the intervals would cover less than they say
/// (Law, *Simulation Modeling and Analysis*, on sequential procedures).
public struct PrecisionGoal: Sendable, Equatable {
  /// p: the half-width allowed, as a part of the mean.
  public let relative: Double
  /// a: the half-width allowed whatever the mean is, in the unit of the outcomes.
  public let absolute: Double
  /// Ids of the outcomes asked about.
  public let outcomes: [String]

  /// Replications at the first look.
  public static let firstLook = 256

  /// A goal; the limits must be positive, or a mean of 0 would never be near enough.
  public init(relative: Double, absolute: Double = 0.05, outcomes: [String]) {
    precondition(relative > 0 && absolute > 0 && !outcomes.isEmpty)
    self.relative = relative
    self.absolute = absolute
    self.outcomes = outcomes
  }

  /// The look that follows one at `count` replications: ⌈1.25 · count⌉, rounded up to 64.
  public static func look(after count: Int) -> Int {
    guard count >= firstLook else { return firstLook }
    let more = count + (count + 3) / 4
    return (more + 63) / 64 * 64
  }

  /// The half-width that is narrow enough for a mean.
  public func allowed(for mean: Double) -> Double {
    max(relative * mean.magnitude, absolute)
  }
}

/// How an experiment with a goal of precision ended.
public struct PrecisionReached: Sendable, Equatable {
  /// An interval at one look.
  public struct Cell: Sendable, Equatable {
    /// Id of the regime.
    public let regime: String
    /// Id of the outcome.
    public let outcome: String
    /// Half the width of the 95 % interval of the mean.
    public let halfWidth: Double
    /// The half-width that would do.
    public let allowed: Double
  }

  /// The number of the experiment.
  public let experiment: Int
  /// How many replications were made.
  public let replications: Int
  /// The widest interval for its limit at the last look.
  public let widest: Cell?
  /// The widest interval at the look before, which asked for more; nil if the first was enough.
  public let asked: Cell?

  /// Whether every interval was narrow enough in the end.
  public var isReached: Bool { widest.map { $0.halfWidth <= $0.allowed } ?? true }
}

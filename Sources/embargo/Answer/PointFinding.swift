import Experiments

/// What is kept of one experiment of a sweep to tell it.
struct PointFinding {
  /// The outcomes that people are told of.
  static let outcomes = [Headline.disruptionShare, Headline.defenders]

  let experiment: Int
  let replications: Int
  /// How many regimes it compares.
  let compared: Int
  /// The headlines, regime by regime, for programs.
  let headlines: [(regime: String, summaries: [Summary])]
  /// Regime by regime and outcome by outcome, the mean and half its 95 % interval; NaN for none.
  private let estimates: [Double]
  /// By outcome, the regime that is clearly the worst, if there is one.
  private let worst: [Int8]

  /// - Parameters:
  ///   - answer: the experiment's answer.
  ///   - regimes: the acting regimes of the sweep.
  ///   - isForPrograms: whether all headlines are kept.
  init(_ answer: Answer, _ regimes: [String], isForPrograms: Bool) {
    experiment = answer.experiment
    replications = answer.replications
    var estimates: [Double] = []
    estimates.reserveCapacity(2 * regimes.count * PointFinding.outcomes.count)
    for regime in regimes {
      for outcome in PointFinding.outcomes {
        let found = answer.summary(regime: regime, outcome: outcome)
        estimates.append(found?.mean ?? .nan)
        estimates.append(found.map { ($0.ci95.high - $0.ci95.low) / 2 } ?? .nan)
      }
    }
    self.estimates = estimates
    let compared = regimes.filter { regime in answer.summaries.contains { $0.regime == regime } }
    self.compared = compared.count
    worst = PointFinding.outcomes.map { outcome in
      let worst = PointFinding.worst(answer, compared, outcome)
      return worst.flatMap { regimes.firstIndex(of: $0) }.flatMap { Int8(exactly: $0) } ?? -1
    }
    headlines =
      isForPrograms
      ? compared.map { regime in
        (
          regime,
          answer.summaries.filter {
            $0.regime == regime && Headline.ofSweeps.contains($0.outcome)
          }
        )
      } : []
  }

  /// The regime with the highest mean, if the 95 % intervals of its differences to all others leave
  /// no doubt.
  private static func worst(_ answer: Answer, _ regimes: [String], _ outcome: String) -> String? {
    guard regimes.count > 1 else { return nil }
    return regimes.first { regime in
      regimes.allSatisfy { other in
        other == regime
          || answer.contrast(regime, other, outcome: outcome).map { $0.ci95.low > 0 } ?? false
      }
    }
  }

  /// The mean under a regime, by its place among the acting regimes; NaN for none.
  func mean(_ regime: Int, _ outcome: Int) -> Double { estimates[place(regime, outcome)] }

  /// Half the 95 % interval of the mean; NaN where one replication says nothing of it.
  func halfWidth(_ regime: Int, _ outcome: Int) -> Double { estimates[place(regime, outcome) + 1] }

  /// Whether a regime is clearly the worst of those compared.
  func isWorst(_ regime: Int, _ outcome: Int) -> Bool { Int(worst[outcome]) == regime }

  private func place(_ regime: Int, _ outcome: Int) -> Int {
    2 * (regime * PointFinding.outcomes.count + outcome)
  }
}

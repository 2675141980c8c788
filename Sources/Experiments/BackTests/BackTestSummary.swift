import Scenarios

/// The scores of one predictor over the cases.
public struct BackTestSummary: Sendable {
  /// Cases scored.
  public let cases: Int
  /// Mean of the continuous ranked probability score, in days.
  public let crps: Double
  /// Mean of the logarithmic score.
  public let logScore: Double
  /// Cases in the central 50 % interval, of those where that is known.
  public let half: (hits: Int, of: Int)
  /// Cases in the central 80 % interval, of those where that is known.
  public let fourFifths: (hits: Int, of: Int)
  /// The share of pairs of cases in the right order; nil without pairs.
  public let concordance: Double?

  /// The scores of rows of one predictor and target; nil where none is scored.
  public init?(_ rows: [BackTestRow]) {
    let scored = rows.filter { $0.observed != nil }
    guard !scored.isEmpty else { return nil }
    cases = scored.count
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    crps = mean(scored.compactMap(\.crps))
    logScore = mean(scored.compactMap(\.logScore))
    let inHalf = scored.compactMap(\.isInHalf)
    half = (inHalf.count { $0 }, inHalf.count)
    let inFourFifths = scored.compactMap(\.isInFourFifths)
    fourFifths = (inFourFifths.count { $0 }, inFourFifths.count)
    concordance = Scores.concordance(
      scored.map(\.restrictedMeanDays), scored.compactMap(\.observed))
  }
}

extension BackTestResult {
  /// The scores of a predictor over all cases, or over those with one of the names.
  public func summary(
    _ target: BackTestTarget, _ predictor: Predictor, among names: Set<String>? = nil
  ) -> BackTestSummary? {
    BackTestSummary(
      rows.filter {
        $0.target == target && $0.predictor == predictor
          && (names?.contains($0.caseID) ?? true)
      })
  }

  /// The mean Brier score of a predictor of routes; nil where none is scored.
  public func brier(_ predictor: RoutePredictor) -> Double? {
    let scores = routes.filter { $0.predictor == predictor }.compactMap(\.brier)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}

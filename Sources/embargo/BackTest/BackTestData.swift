import Experiments
import JSON5

/// A back-test for other programs.
enum BackTestData {
  /// Every prediction with its scores, their means, and what was fitted.
  static func json(_ result: BackTestResult, _ test: BackTest) -> String {
    let fits = zip(test.cases.map(\.id) + ["all"], result.fits)
    return Node.object([
      ("replications", .integer(test.replications)),
      ("seed", .integer(Int(test.seed))),
      ("prior_ratio", number(test.priorRatio)),
      ("horizon_days", number(result.horizonDays)),
      ("predictions", .array(result.rows.map(prediction))),
      ("summary", .array(summaries(result))),
      (
        "route_brier",
        .object(RoutePredictor.allCases.map { ($0.rawValue, number(result.brier($0) ?? .nan)) })
      ),
      (
        "fits",
        .object(
          fits.map { name, fit in
            (name, .object(fit.settings.map { ($0.path, .string($0.value)) }))
          })
      ),
    ]).json() + "\n"
  }

  private static func prediction(_ row: BackTestRow) -> Node {
    .object(
      [
        ("case_id", .string(row.caseID)),
        ("target", .string(row.target.rawValue)),
        ("predictor", .string(row.predictor.rawValue)),
        ("actual_days", number(row.observed?.days ?? .nan)),
        ("censored", row.observed.map { .bool($0.isCensored) } ?? .null),
      ]
        + zip(BackTestRow.points, row.quantiles).map { point, day in
          (point < 0.1 ? "p05" : "p\(Int((100 * point).rounded()))", number(day))
        } + [
          ("p_never", number(row.neverProbability)),
          ("crps", number(row.crps ?? .nan)),
          ("log_score", number(row.logScore ?? .nan)),
        ])
  }

  private static func summaries(_ result: BackTestResult) -> [Node] {
    BackTestTarget.allCases.flatMap { target in
      Predictor.allCases.compactMap { predictor in
        result.summary(target, predictor).map { summary in
          .object([
            ("target", .string(target.rawValue)),
            ("predictor", .string(predictor.rawValue)),
            ("cases", .integer(summary.cases)),
            ("crps", number(summary.crps)),
            ("log_score", number(summary.logScore)),
            ("in_50", .array([.integer(summary.half.hits), .integer(summary.half.of)])),
            (
              "in_80", .array([.integer(summary.fourFifths.hits), .integer(summary.fourFifths.of)])
            ),
            ("concordance", number(summary.concordance ?? .nan)),
          ])
        }
      }
    }
  }

  private static func number(_ value: Double) -> Node {
    value.isFinite ? .number(value) : .null
  }
}

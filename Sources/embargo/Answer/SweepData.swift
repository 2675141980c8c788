import Experiments
import JSON5

/// The answer of a sweep for programs: the headlines of each experiment, with every digit.
enum SweepData {
  /// Rows of `summary.csv`.
  static func csv(_ findings: Findings) -> String {
    var rows = [AnswerData.names]
    for point in findings.told.points {
      for (_, summaries) in point.headlines {
        rows += summaries.map { AnswerData.row(point.experiment, $0) }
      }
    }
    return CommaSeparated.lines(rows)
  }

  /// One object, with an element for each experiment.
  static func json(_ findings: Findings) -> String {
    let experiments = findings.told.points.map { point in
      let values = zip(findings.design.addresses, findings.design.values(of: point.experiment))
      return Node.object([
        ("experiment_id", .integer(point.experiment)),
        ("values", .object(values.map { ($0, .number($1)) })),
        (
          "regimes",
          .object(
            point.headlines.map { headline in
              (
                headline.regime,
                .object(headline.summaries.map { ($0.outcome, AnswerData.numbers($0)) })
              )
            })
        ),
      ])
    }
    return AnswerData.document(findings, ("experiments", .array(experiments)))
  }
}

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
    let node = Node.object([
      ("scenario", .string(findings.name)),
      ("title", .string(findings.title)),
      ("start_date", .string(findings.startDate)),
      ("horizon_days", .number(findings.horizonDays)),
      ("seed", .integer(Int(findings.seed))),
      ("replications", .integer(findings.told.replications)),
      ("failed_replications", .integer(findings.told.failed)),
      ("experiments", .array(experiments)),
      ("note", .string(Headline.disclaimer)),
      ("tables", .string(findings.folder)),
    ])
    return node.json() + "\n"
  }
}

import Experiments
import JSON5

/// The answer for programs: the same outcomes, with every digit.
enum AnswerData {
  /// The rows of `summary.csv` that the answer is made of.
  static func csv(_ findings: Findings) -> String {
    var rows = [names]
    for regime in findings.regimes {
      for summary in Headline.all.compactMap({ findings.summary(regime, $0) }) {
        rows.append(row(findings.answer.experiment, summary))
      }
    }
    return CommaSeparated.lines(rows)
  }

  static let names = [
    "experiment_id", "regime", "outcome", "unit", "n", "mean", "sd", "ci95_low", "ci95_high",
    "p05", "p25", "p50", "p75", "p95",
  ]

  static func row(_ experiment: Int, _ summary: Summary) -> [String] {
    let numbers =
      [summary.mean, summary.sd, summary.ci95.low, summary.ci95.high] + summary.quantiles.values
    return ["\(experiment)", summary.regime, summary.outcome, summary.unit, "\(summary.n)"]
      + numbers.map(CommaSeparated.number)
  }

  /// One object with everything that is told.
  static func json(_ findings: Findings) -> String {
    let regimes = findings.regimes.map { regime in
      let outcomes = Headline.all.compactMap { findings.summary(regime, $0) }
      return (regime, Node.object(outcomes.map { ($0.outcome, numbers($0)) }))
    }
    return document(findings, ("regimes", .object(regimes)))
  }

  /// What was found, between what it was found of and what is to be kept in mind.
  static func document(_ findings: Findings, _ found: (String, Node)) -> String {
    let node = Node.object([
      ("scenario", .string(findings.name)),
      ("title", .string(findings.title)),
      ("start_date", .string(findings.startDate)),
      ("horizon_days", .number(findings.horizonDays)),
      ("seed", .integer(Int(findings.seed))),
      ("replications", .integer(findings.told.replications)),
      ("failed_replications", .integer(findings.told.failed)),
      found,
      ("note", .string(Headline.disclaimer)),
      ("tables", .string(findings.folder)),
    ])
    return node.json() + "\n"
  }

  static func numbers(_ summary: Summary) -> Node {
    let quantiles = zip(["p05", "p25", "p50", "p75", "p95"], summary.quantiles.values)
    return .object(
      [
        ("unit", .string(summary.unit)),
        ("n", .integer(summary.n)),
        ("empty", .integer(summary.empties)),
        ("mean", .number(summary.mean)),
        ("sd", .number(summary.sd)),
        ("ci95_low", .number(summary.ci95.low)),
        ("ci95_high", .number(summary.ci95.high)),
      ] + quantiles.map { ($0, Node.number($1)) } + [("is_skewed", .bool(summary.isSkewed))])
  }
}

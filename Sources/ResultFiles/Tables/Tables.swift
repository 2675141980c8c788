import Experiments
import RegulatoryWorld

/// The tables of a result and their columns; the order of columns is a promise.
struct Tables: Sendable {
  let experiments: Table
  let draws: Table
  let outcomes: Table
  let summary: Table
  let contrasts: Table
  let regret: Table
  let variance: Table
  let timeline: Table
  let failures: Table

  /// - Parameters:
  ///   - layout: the columns; what else differs between experiments does not matter here.
  ///   - design: the points of a sweep.
  ///   - swept: what is known of the design's addresses.
  /// - Throws: ``ResultError/columnsCollide(column:addresses:)``.
  init(
    _ layout: RowLayout, _ design: Design, _ swept: [DrawnParameter]
  ) throws(ResultError) {
    experiments = Table(
      "experiments", "One row per experiment, with what was swept", key: [.experiment],
      columns: try Tables.swept(design, swept))
    draws = Table(
      "draws", "What was drawn for each replication", key: [.experiment, .replication],
      columns: try Tables.drawn(layout))
    outcomes = Table(
      "outcomes", "What came of each replication under each regime",
      key: [.experiment, .replication, .regime],
      columns: [Tables.status] + layout.outcomes.map(Column.init(outcome:)))
    summary = Tables.summary
    contrasts = Tables.contrasts
    regret = Tables.regret
    variance = Tables.variance
    timeline = Tables.timeline(layout)
    failures = Table(
      "failures", "Replications that came to no result", key: [.experiment, .replication],
      columns: [
        Column("message", .string, "What went wrong"),
        Column("replay_command", .string, "Runs this replication again"),
      ])
  }

  private static func swept(
    _ design: Design, _ swept: [DrawnParameter]
  ) throws(ResultError) -> [Column] {
    let regime =
      design.regimes.isEmpty
      ? [] : [Column("regime", .string, "The only regime compared; empty for all of them")]
    let names = try ParameterColumns.names(
      of: design.addresses, besides: [Column.experiment.name, "regime"])
    return regime
      + zip(names, design.addresses).map { name, address in
        let known = swept.first { $0.address == address }
        return Column(
          name, .number, unit: known?.unit ?? "", known?.meaning ?? "The swept value of \(address)",
          properties: [("address", address)])
      }
  }

  private static func drawn(_ layout: RowLayout) throws(ResultError) -> [Column] {
    let fixed = [
      Column("draw", .integer, "Number of the drawn parameter set, from 1"),
      Column("seed", .integer, "Master seed of every random number"),
    ]
    let names = try ParameterColumns.names(
      of: layout.parameters.map(\.address),
      besides: [Column.experiment.name, Column.replication.name] + fixed.map(\.name))
    return fixed
      + zip(names, layout.parameters).map { name, parameter in
        Column(
          name, .number, unit: parameter.unit, parameter.meaning,
          properties: [
            ("address", parameter.address), ("evidence", parameter.evidence),
            ("source", parameter.source),
          ])
      }
  }

  private static let status = Column(
    "status", .string, "ok, or failed: then every outcome is empty and failures.csv says why")

  private static let summary = Table(
    "summary", "Each outcome under each regime over all replications",
    key: [.experiment, .regime, .outcome],
    columns: [
      .unit,
      Column("n", .integer, unit: "replications", "Replications counted"),
      .number("mean", "Mean; of days_to_* restricted to the horizon; of 0/1 outcomes the share"),
      .number("sd", "Standard deviation (n - 1)"),
      .number(
        "ci95_low",
        "Lower end of the 95 % interval of the mean (Student t; 0/1: Wilson; with --per-draw of"
          + " draw means, 0/1 with as many independent futures as would spread as much)"),
      .number("ci95_high", "Upper end of the 95 % interval of the mean"),
    ] + .quantiles)

  private static let contrasts = Table(
    "contrasts", "Each outcome, regime a less regime b, replication by replication",
    key: [
      .experiment,
      Column("regime_a", .string, "Id of the regime whose value the other's is taken from"),
      Column("regime_b", .string, "Id of the regime whose value is taken away"),
      .outcome,
    ],
    columns: [
      .unit,
      Column("n", .integer, unit: "replications", "Replications in which both have a value"),
      .number("mean_difference", "Mean of a - b"),
      .number("ci95_low", "Lower end of the 95 % interval of the mean difference (Student t)"),
      .number("ci95_high", "Upper end of the 95 % interval of the mean difference"),
      .number("share_a_higher", unit: "share", "Share of replications in which a is the higher"),
      .number(
        "variance_ratio", unit: "ratio",
        "Var(La - Lb) / (Var La + Var Lb) of levels, for additive outcomes"),
    ])

  private static let regret = Table(
    "regret",
    "By how much an acting regime misses the best acting regime of a draw; empty for an outcome"
      + " that some acting regime has no value of",
    key: [.experiment, .regime, .outcome],
    columns: [
      .number("mean_regret", "Mean over draws"),
      .number("p90_regret", "90 % quantile over draws (type 7)"),
      .number("max_regret", "Largest regret of a draw"),
      .number("share_best", unit: "share", "Share of draws in which it is best; ties are split"),
    ])

  private static let variance = Table(
    "variance", "The variance of each outcome, split into parameters and chance",
    key: [.experiment, .regime, .outcome],
    columns: [
      Column("unit", .string, "Unit whose square the variances have"),
      .number("chance_variance", "Mean square within draws: what parameters leave open"),
      .number("parameters_variance", "max(0, (MSB - MSW) / M): what unknown parameters add"),
      .number(
        "parameters_share", unit: "share", "Part of the parameters in the sum of the two"),
    ])

  private static func timeline(_ layout: RowLayout) -> Table {
    let series = layout.series.map { one in
      one.unit.isEmpty ? "\(one.id): \(one.meaning)" : "\(one.id): \(one.meaning) (\(one.unit))"
    }
    return Table(
      "timeline", "Each series at regular days over the first 200 replications",
      key: [
        .experiment, .regime,
        Column("series", .string, "Id of the series; " + series.joined(separator: "; ")),
        .number("day", unit: "days", "Days from the start date"),
      ],
      columns: [
        Column("n", .integer, unit: "replications", "Replications with a value at that day"),
        .number("mean", "Mean"),
      ] + .quantiles)
  }
}

extension Column {
  static let experiment = Column(
    "experiment_id", .integer, "Number of the experiment, from 1; a single run is experiment 1")
  static let replication = Column("replication", .integer, "Number of the replication, from 1")
  static let regime = Column("regime", .string, "Id of the regime; none is the world without any")
  static let outcome = Column(
    "outcome", .string, "Id of the outcome, as in outcomes.csv; id=text for a share of a category")
  static let unit = Column("unit", .string, "Unit of the values in this row")

  static func number(_ name: String, unit: String = "", _ description: String) -> Column {
    Column(name, .number, unit: unit, description)
  }

  init(outcome: OutcomeDefinition) {
    let kind: Kind =
      switch outcome.statistic {
      case .mean, .timeToEvent: .number
      case .proportion: .integer
      case .category: .string
      }
    let sign =
      switch outcome.sign {
      case .higherIsWorse: "higher is worse"
      case .higherIsBetter: "higher is better"
      case .neutral: "neutral"
      }
    self.init(
      outcome.id, kind, unit: outcome.unit, outcome.meaning,
      properties: [
        ("sign", sign),
        ("comparison", outcome.paired ? "difference to none" : "level"),
        ("level", outcome.level ?? ""),
      ])
  }
}

extension [Column] {
  fileprivate static let quantiles: [Column] = [
    .number("p05", "5 % quantile (type 7)"),
    .number("p25", "25 % quantile"),
    .number("p50", "Median"),
    .number("p75", "75 % quantile"),
    .number("p95", "95 % quantile"),
  ]
}

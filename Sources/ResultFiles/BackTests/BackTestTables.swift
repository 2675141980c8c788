import Experiments
import Scenarios

/// The tables of a back-test.
enum BackTestTables {
  static let scores = Table(
    "backtest", "What was predicted for each dated case, and how that agrees with what was seen.",
    key: [
      Column("case_id", .string, "Name of the case"),
      Column(
        "target", .string, "partial: the first relief of any kind; full: the end of the measure"),
      Column(
        "predictor", .string,
        "embargo: the simulation; lognormal, constant_hazard and, for each kind of case,"
          + " kind_hazard: baselines; all fitted to the others"),
    ],
    columns: [
      Column(
        "actual_days", .number, unit: "days",
        "Days from the measure to the relief, or of which the record speaks; empty if unknown"),
      Column("censored", .integer, unit: "1", "1 if relief had not come by then"),
    ]
      + ["p05", "p25", "p50", "p75", "p95"].map { name in
        Column(
          name, .number, unit: "days",
          "Predicted days, the \(name.dropFirst())th percentile; empty beyond the horizon")
      } + [
        Column(
          "p_never", .number, unit: "probability", "Probability of no relief by the horizon"),
        Column(
          "crps", .number, unit: "days",
          "Continuous ranked probability score up to the horizon; lower is better"),
        Column(
          "log_score", .number, unit: "1",
          "Minus the logarithm of the probability per day of what was seen; lower is better"),
      ])

  static let routes = Table(
    "routes", "By which route the first relief was predicted to come, and how it came.",
    key: [
      Column("case_id", .string, "Name of the case"),
      Column(
        "predictor", .string, "embargo: the simulation; shares: the shares among the other cases"),
    ],
    columns: HistoricalCase.Route.allCases.map {
      Column("p_\($0.rawValue)", .number, unit: "probability", "Probability of this route")
    } + [
      Column(
        "p_none", .number, unit: "probability", "Probability of no relief by the horizon"),
      Column("actual", .string, "The route that was seen; none; empty if that cannot be known"),
      Column("brier", .number, unit: "1", "Brier score over the routes; lower is better"),
    ])

  static let fits = Table(
    "fits", "What was fitted to the cases, in the notation of a scenario.",
    key: [
      Column("left_out", .string, "The case that the fit leaves out; all: none is"),
      Column("address", .string, "Address of a scenario"),
    ],
    columns: [
      Column("distribution", .string, "What the fit gives it, as a scenario holds it"),
      Column("seen", .integer, unit: "cases", "Cases with relief by this route; empty if common"),
      Column(
        "unseen", .integer, unit: "cases",
        "Cases in which it could have come, and had not; empty if common"),
    ])

  static let all = [scores, routes, fits]
}

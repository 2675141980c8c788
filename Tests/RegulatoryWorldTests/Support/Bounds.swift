/// Values an outcome can take, in a scenario of one year.
enum Bounds {
  /// Whether a value is possible: finite or empty, and within what the outcome measures.
  static func allow(_ value: Double, for id: String, horizon: Double = 365) -> Bool {
    if value.isNaN { return mayBeEmpty.contains(id) }
    guard value.isFinite else { return false }
    guard let range = range(of: id, horizon) else { return true }
    return range.contains(value)
  }

  /// Outcomes that some future may leave empty.
  static let mayBeEmpty: Set<String> = [
    "market_disruption_pct", "service_days_lost_us_share", "foreign_share_change_90d_pp",
    "open_share_change_90d_pp", "us_service_half_days", "us_service_90pct_days",
    "defender_capability_loss_pct", "defender_capability_loss_affected_pct",
    "defender_capability_loss_critical_infrastructure_pct",
    "defender_capability_loss_other_us_pct", "defender_capability_loss_allied_pct",
    "defender_capability_loss_open_source_pct", "trigger_met", "order_reaches_incident",
    "days_to_order", "days_to_partial_relief", "days_to_full_relief", "relief_route",
    "review_days_mean", "days_observed", "regime_chosen", "order_unfounded", "true_uplift_share",
    "displaced_over_two_switches_share", "partner_capability_loss_pct",
    "attacker_capability_loss_pct",
  ]

  private static func range(of id: String, _ horizon: Double) -> ClosedRange<Double>? {
    switch id {
    case "net_harm", "trigger_met", "order_reaches_incident", "service_days_lost_us_share",
      "order_issued", "order_unfounded", "true_uplift_share", "suit_filed",
      "displaced_over_two_switches_share":
      0...1
    case "outage_days", "us_service_half_days", "us_service_90pct_days",
      "days_to_partial_relief", "days_to_full_relief", "review_days_mean", "days_to_order",
      "days_observed":
      0...horizon
    case "hhi_change_final": -1...1
    case "foreign_share_change_90d_pp", "foreign_share_change_final_pp",
      "open_share_change_90d_pp", "open_share_change_final_pp":
      -100...100
    case "relief_route": 0...7
    case "service_days_lost", "staff_days_lost", "staff_cost_usd",
      "applications", "signatures", "meetings", "switches_per_pool", "models_reached",
      "labs_reached",
      "defender_capability_level_days", "revenue_displaced_usd",
      "revenue_displaced_unserved_usd", "revenue_displaced_open_weight_usd",
      "revenue_displaced_same_lab_usd", "revenue_displaced_foreign_usd",
      "revenue_displaced_us_rival_usd", "federal_seats_lost":
      0...Double.greatestFiniteMagnitude
    default: nil
    }
  }
}

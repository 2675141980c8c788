/// Relations between what there is more of and where the means of outcomes go.
enum MonotoneTable {
  static let rows = order + market + moving + officials + security + unexpected

  /// One order of so many days, no gate, nothing by chance.
  static func dark(_ days: Double) -> Question {
    Question.small.isolated(days: days).gates(days: 100_000).under("model")
  }

  /// The same, and the lab's other model goes dark with the named ones.
  static let vendorDark = dark(60).with(
    "timeline.2.targets", "['fable-5','mythos-5','opus-4-8']")

  static func up(_ ids: String...) -> [(id: String, goes: MonotoneRelation.Way)] {
    ids.map { ($0, .up) }
  }

  static func down(_ ids: String...) -> [(id: String, goes: MonotoneRelation.Way)] {
    ids.map { ($0, .down) }
  }

  // MARK: The order

  static let order: [MonotoneRelation] = [
    MonotoneRelation(
      "A longer order", ["relief.fixed_full_days"], [7, 14, 28, 56, 112],
      in: Question.small.isolated(days: 7).under("model", "output"),
      moves: up(
        "service_days_lost", "market_disruption_usd", "defender_days_lost", "exposure_days_added",
        "findings_forgone", "incidents_added", "attacker_days_denied"),
      because: "each day costs, and each day denies"),
    MonotoneRelation(
      "A longer order on all models of a vendor", ["relief.fixed_full_days"], [7, 14, 28, 56],
      in: vendorDark,
      moves: up(
        "outage_loss_usd", "migration_cost_usd", "switches_per_pool", "federal_seats_lost"),
      because: "who means to leave needs time to do so"),
    MonotoneRelation(
      "Officials who rather never talk", ["relief.never_probability"], [0, 0.3, 0.6, 1],
      in: Question.small.under("model"),
      moves: up(
        "days_to_full_relief", "service_days_lost", "defender_days_lost", "exposure_days_added",
        "market_disruption_usd"),
      because: "the quickest way out is talks"),
    MonotoneRelation(
      "Slower gates", ["labs.*.gates.*"], [5, 15, 45, 180], in: Question.small.under("model"),
      moves: up(
        "outage_days", "service_days_lost", "defender_days_lost", "exposure_days_added",
        "market_disruption_usd"),
      because: "until a gate works everybody is restricted"),
    MonotoneRelation(
      "Less slowed by secrecy", ["regulator.secrecy.gate_speed_ratio"], [0.1, 0.3, 1],
      in: Question.small.under("output"), moves: down("outage_days"),
      because: "a lab that knows what is asked builds for it alone"),
    MonotoneRelation(
      "A longer notice", ["regimes.model.notice_days"], [0, 7, 30, 90, 180],
      in: Question.small.isolated(days: 60).under("model").with("regimes.model.effect", "'rule'"),
      moves: down("outage_days", "defender_days_lost"),
      because: "gates are built before the order binds"),
    MonotoneRelation(
      "More orders that follow", ["regulator.extensions_per_year"], [0, 0.3, 1, 3],
      in: Question.small.under("model"),
      moves: up(
        "models_reached", "service_days_lost", "defender_days_lost", "market_disruption_usd"),
      because: "each takes another model"),
  ]

  // MARK: The market

  static let market: [MonotoneRelation] = [
    MonotoneRelation(
      "More seats of foreign persons", ["customers.*.foreign_seat_share"], [0.01, 0.1, 0.3],
      in: Question.small.isolated(days: 90).gates(days: 30).under("model"),
      moves: up(
        "service_days_lost", "revenue_displaced_usd", "us_service_90pct_days",
        "market_disruption_usd"),
      because: "a gate of nationality keeps them out"),
    MonotoneRelation(
      "More foreign staff", ["labs.*.foreign_staff_share"], [0, 0.1, 0.25, 0.8],
      in: Question.small.under("model"),
      moves: up("staff_days_lost", "staff_cost_usd", "outage_days", "market_disruption_usd"),
      because: "they are barred, and those left build gates more slowly"),
    MonotoneRelation(
      "A quicker adoption", ["market.adoption_per_day"], [0.0001, 0.005, 0.02, 0.1],
      in: dark(60),
      moves: up("service_days_lost", "revenue_displaced_usd", "market_disruption_usd"),
      because: "more use the flagship when it goes dark"),
    MonotoneRelation(
      "A better fallback", ["models.opus-4-8.capability.general"], [0.3, 0.5, 0.7, 0.95],
      in: dark(60), moves: down("service_days_lost", "quality_loss_usd", "market_disruption_usd"),
      because: "most stay with the lab and use it"),
    MonotoneRelation(
      "More who leave in fear", ["market.fear_share"], [0, 0.05, 0.2, 1],
      in: Question.small.isolated(days: 90).gates(days: 100_000).under("model")
        .with([("mechanisms.fear", "1"), ("market.fear_days", "30")]),
      moves: up(
        "foreign_share_change_final_pp", "open_share_change_final_pp", "migration_cost_usd"),
      because: "what is not under US control is foreign or open"),
    MonotoneRelation(
      "More who come back", ["market.return_share"], [0, 0.25, 0.5, 1],
      in: dark(60).with("models.opus-4-8.capability.general", "0.4"),
      moves: down("revenue_displaced_usd"), because: "spend returns with them"),
  ]

  // MARK: Moving

  static let moving: [MonotoneRelation] = [
    MonotoneRelation(
      "Dearer migration", ["customers.*.migration_cost_usd"], [0, 1000, 10_000, 1_000_000],
      in: dark(60).with("models.opus-4-8.capability.general", "0.5"),
      moves: down("switches_per_pool", "revenue_displaced_us_rival_usd"),
      because: "leaving must gain more than it costs"),
    MonotoneRelation(
      "An order that is expected to last", ["market.expected_outage_days"], [0, 7, 30, 365],
      in: dark(60).with("models.opus-4-8.capability.general", "0.5"),
      moves: up("switches_per_pool", "revenue_displaced_us_rival_usd"),
      because: "the gain of leaving lasts longer"),
    MonotoneRelation(
      "More firms with several vendors", ["customers.*.three_families_share"], [0, 0.5, 1],
      in: firms, moves: down("outage_loss_usd", "service_days_lost"),
      because: "they move in days, others in weeks"),
    MonotoneRelation(
      "More consumers with several vendors", ["customers.*.three_families_share"], [0, 0.5, 1],
      in: consumers, moves: down("service_days_lost"),
      because: "who has a second vendor is no slower for it"),
    MonotoneRelation(
      "More tested fail-overs", ["customers.*.tested_failover_share"], [0, 0.5, 1],
      in: vendorDark, moves: down("outage_loss_usd", "service_days_lost"),
      because: "they move in hours"),
    MonotoneRelation(
      "More patience", ["customers.*.patience_days"], [0, 5, 60], in: vendorDark,
      moves: up("outage_loss_usd", "service_days_lost"),
      because: "the patient are unserved longer"),
    MonotoneRelation(
      "Slower migration", ["customers.*.migration_days"], [0, 7, 120], in: vendorDark,
      moves: up("outage_loss_usd", "service_days_lost"),
      because: "who migrates is unserved longer"),
  ]

  /// Firms alone, single-homed or not, none with a fail-over.
  static let firms = vendorDark.everywhere(.customers, "tested_failover_share", "0").with([
    ("customers.us-consumer", "null"), ("customers.abroad-consumer", "null"),
  ])
}

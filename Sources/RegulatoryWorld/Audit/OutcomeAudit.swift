/// The outcomes' parts add up, and every value is a number or empty.
enum OutcomeAudit {
  /// Wholes with their parts; the sign of a part is in front of it.
  private static let sums: [(whole: String, parts: [(id: String, sign: Double)])] = [
    (
      "market_disruption_usd",
      [
        ("outage_loss_usd", 1), ("release_delay_usd", 1), ("quality_loss_usd", 1),
        ("lost_margin_usd", 1), ("migration_cost_usd", 1), ("idle_compute_usd", 1),
        ("staff_cost_usd", 1),
      ]
    ),
    (
      "revenue_displaced_usd",
      [
        ("revenue_displaced_unserved_usd", 1), ("revenue_displaced_open_weight_usd", 1),
        ("revenue_displaced_same_lab_usd", 1), ("revenue_displaced_foreign_usd", 1),
        ("revenue_displaced_us_rival_usd", 1),
      ]
    ),
    ("net_incidents", [("incidents_added", 1), ("incidents_avoided", -1)]),
  ]

  static func check(_ row: [Double], _ findings: inout Findings) {
    let ids = Outcomes.registry.map(\.id)
    let values = Dictionary(uniqueKeysWithValues: zip(ids, row))
    for (id, value) in zip(ids, row) {
      findings.expect(!value.isInfinite, "'\(id)' is infinite.")
    }
    for (whole, parts) in sums {
      let terms = parts.map { $0.sign * (values[$0.id] ?? .nan) }
      let scale = terms.reduce(0) { $0 + abs($1) }
      let sum = terms.reduce(0, +)
      findings.expect(
        abs((values[whole] ?? .nan) - sum) <= 1e-9 * scale,
        "'\(whole)' is \(values[whole] ?? .nan), and its parts give \(sum).")
    }
  }
}

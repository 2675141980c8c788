// Defenders' outcomes: capability, exposure and both sides of the ledger of harm.
extension Outcomes {
  static let defenceEntries: [Entry] = [
    paired(
      "defender_days_lost", "person-days", "Staff-days of defensive capability lost; signed",
      level: "defender_capability_level_days"
    ) { $0.defence.daysLost },
    paired(
      "defender_capability_loss_pct", "pct", "Defensive capability lost, over all defenders"
    ) { $0.defence.lossPercent },
    paired(
      "defender_capability_loss_affected_pct", "pct",
      "The same over those who use a reached model without action; empty if nobody does"
    ) { $0.defence.affectedLossPercent },
    paired(
      "partner_capability_loss_pct", "pct",
      "The same over labs' partners, who may be on a roster; empty if there are none"
    ) { $0.defence.partnerLossPercent },
    byGroup("critical_infrastructure", "critical-infrastructure"),
    byGroup("other_us", "other-us"),
    byGroup("allied", "allied"),
    byGroup("open_source", "open-source"),
    paired(
      "exposure_days_added", "asset-days", "Asset-days for which flaws stay open longer; signed"
    ) { $0.defence.exposureDays },
    paired(
      "findings_forgone", "findings", "Validated findings not made by the horizon; signed"
    ) { $0.defence.findingsForgone },
    paired(
      "incidents_added", "incidents", "Expected incidents from flaws that stay open longer; signed"
    ) { $0.attack.added },
    paired(
      "incidents_avoided", "incidents", "Expected incidents that attackers were kept from; signed",
      sign: .higherIsBetter
    ) { $0.attack.avoided },
    paired(
      "net_incidents", "incidents", "Incidents added less incidents avoided"
    ) { $0.attack.added - $0.attack.avoided },
    paired(
      "net_harm", "1", "1 if the order adds more incidents than it avoids",
      statistic: .proportion
    ) { $0.attack.added - $0.attack.avoided > 0 ? 1 : 0 },
    paired(
      "attacker_days_denied", "attacker-days",
      "Attackers' capability denied, attacker-days; signed",
      sign: .higherIsBetter
    ) { $0.attack.daysDenied },
    paired(
      "attacker_capability_loss_pct", "pct",
      "The same as a share of what attackers could do without action; empty if nothing",
      sign: .higherIsBetter
    ) { $0.attack.lossPercent },
  ]

  private static func byGroup(_ column: String, _ id: String) -> Entry {
    paired(
      "defender_capability_loss_\(column)_pct", "pct",
      "Defensive capability lost by group '\(id)'; empty if the scenario has no such group"
    ) { pair in
      guard let group = pair.future.scenario.defenders.firstIndex(where: { $0.id == id }) else {
        return .nan
      }
      return pair.defence.lossPercent(group: group)
    }
  }
}

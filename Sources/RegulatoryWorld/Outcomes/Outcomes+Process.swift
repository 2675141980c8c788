import ExportControls

// What the order and relief did: levels of the world under the regime.
extension Outcomes {
  static let processEntries: [Entry] = [
    level(
      "trigger_met", "1", "1 if the incident's evidence satisfies the theory's own trigger",
      statistic: .proportion
    ) { pair in
      guard let regime = pair.regime else { return .nan }
      return regime.triggerMet(by: pair.future.incident.evidence).isReached ? 1 : 0
    },
    level(
      "order_issued", "1", "1 if an order takes effect by the horizon", statistic: .proportion
    ) { $0.orderDay == nil ? 0 : 1 },
    level(
      "regime_chosen", "", "Regime that the regulator chose; empty where it is imposed",
      statistic: .category
    ) { $0.choice.map(Double.init) ?? .nan },
    level(
      "true_uplift_share", "share",
      "What the bypass adds to what attackers can do elsewhere: severity times uniqueness"
    ) { $0.future.incident.model == nil ? .nan : $0.future.incident.uplift },
    level(
      "order_unfounded", "1",
      "1 if the order takes effect though the true uplift is below what the regulator acts on",
      sign: .higherIsWorse, statistic: .proportion
    ) { pair in
      guard pair.orderDay != nil else { return .nan }
      return pair.future.incident.uplift < pair.future.incident.threshold ? 1 : 0
    },
    level(
      "order_reaches_incident", "1", "1 if the order binds the use of the bypassed model",
      statistic: .proportion
    ) { pair in
      guard pair.regime != nil, let model = pair.future.incident.model else { return .nan }
      return pair.acting.isReached[model] ? 1 : 0
    },
    level(
      "days_to_order", "days",
      "Days from the bypass to the order taking effect; empty without an order, or a bypass before"
    ) { pair in
      guard let day = pair.orderDay, pair.future.incident.foundDay <= day else { return .nan }
      return day - pair.future.incident.foundDay
    },
    level(
      "days_observed", "days", "Days from the order to the horizon; empty without an order"
    ) { $0.sinceOrder($0.future.horizon) },
    level(
      "days_to_partial_relief", "days",
      "Days from the order to the first relief of any kind; empty if not by the horizon",
      statistic: .timeToEvent
    ) { $0.sinceOrder(min($0.acting.partialDay, $0.acting.fullDay)) },
    level(
      "days_to_full_relief", "days",
      "Days from the order until it is lifted; empty if not by the horizon",
      sign: .higherIsWorse, statistic: .timeToEvent
    ) { $0.sinceOrder($0.acting.fullDay) },
    level(
      "relief_route", "", "Route by which the order was lifted; empty if not by the horizon",
      statistic: .category, words: ReliefRoute.allCases.map(\.name)
    ) { $0.acting.fullRoute.map { Double($0.rawValue) } ?? .nan },
    level("signatures", "signatures", "Credible signatures under open letters, by the horizon") {
      Double($0.acting.signatures)
    },
    level("meetings", "meetings", "Meetings of the named lab with officials, by the horizon") {
      Double($0.acting.meetings)
    },
    level(
      "suit_filed", "1", "1 if the named lab sued over the order", statistic: .proportion
    ) { $0.acting.hasSued ? 1 : 0 },
    level("applications", "applications", "Licence applications filed because of the order") {
      Double($0.acting.applications)
    },
    level(
      "review_days_mean", "days",
      "Mean days from filing to answer, open applications counted to the horizon; empty if none"
    ) {
      $0.acting.applications > 0
        ? $0.acting.reviewDays / Double($0.acting.applications) : .nan
    },
    level(
      "switches_per_pool", "switches",
      "Switches between vendors per seat pool of customers, weighted by spend, by the horizon"
    ) { $0.market.spend > 0 ? $0.acting.moves * $0.future.horizon / $0.market.spend : 0 },
    level(
      "displaced_over_two_switches_share", "share",
      "Share of displaced seat pools of customers that change vendor more than twice before they"
        + " settle; empty if none is displaced",
      sign: .higherIsWorse, VendorSwitches.shareOfMany),
    level("models_reached", "models", "Models whose use the order bound") {
      Double($0.acting.isReached.count { $0 })
    },
    level("labs_reached", "labs", "Labs with a model whose use the order bound") { pair in
      let models = pair.future.models
      return Double(
        pair.future.labs.indices.count { lab in
          models.indices.contains { pair.acting.isReached[$0] && models[$0].lab == lab }
        })
    },
  ]

  /// The levels whose differences are the headline losses: they show what pairing gains.
  static let levelEntries: [Entry] = [
    level(
      "market_cost_level_usd", "USD",
      "Costs less value flow and margins of this world; market disruption is its difference",
      sign: .higherIsWorse
    ) { pair in
      pair.market.level.acting + pair.acting.migrationCost + pair.idle.acting
        + pair.acting.staffCost
    },
    level(
      "defender_capability_level_days", "person-days",
      "Staff-days of defensive capability in this world", sign: .higherIsBetter
    ) { $0.defence.level.acting },
  ]
}

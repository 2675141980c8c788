// Market outcomes: the disruption and its seven parts, and what stands beside.
extension Outcomes {
  static let marketEntries: [Entry] = [
    paired(
      "market_disruption_usd", "USD",
      "Loss to customers and sellers: the sum of the seven parts that follow",
      level: "market_cost_level_usd", disruption),
    paired(
      "market_disruption_pct", "pct", "Market disruption as a percentage of spend over the horizon"
    ) { $0.market.spend > 0 ? 100 * disruption($0) / $0.market.spend : .nan },
    paired(
      "outage_loss_usd", "USD", "Value flow lost while seats are unserved"
    ) { $0.market.outage },
    paired(
      "release_delay_usd", "USD",
      "Value flow lost while the model used without action is not yet released"
    ) { $0.market.releaseDelay },
    paired(
      "quality_loss_usd", "USD", "Value flow lost by using another or a filtered model; signed"
    ) { $0.market.quality },
    paired(
      "lost_margin_usd", "USD", "Margin on sales that sellers lose; signed"
    ) { $0.market.margin },
    paired("migration_cost_usd", "USD", "Cost of switches and returns", migration),
    paired("idle_compute_usd", "USD", "Committed compute left unused; signed") {
      $0.idle.acting - $0.idle.none
    },
    paired(
      "staff_cost_usd", "USD", "Wages of barred staff, less what they do instead"
    ) { $0.acting.staffCost - $0.none.staffCost },
  ]

  static let marketBesides: [Entry] = [
    paired(
      "service_days_lost", "organisation-days",
      "Organisation-days of service lost to the order, by quality of what is used instead"
    ) { $0.market.serviceDays },
    level(
      "service_days_lost_us_share", "share",
      "Share of lost service days in the United States; empty if none is lost"
    ) { $0.market.serviceDays > 0 ? $0.market.serviceDaysUS / $0.market.serviceDays : .nan },
    paired(
      "staff_days_lost", "person-days", "Days of a lab's staff barred from its models"
    ) { $0.acting.staffDays - $0.none.staffDays },
    paired(
      "revenue_displaced_usd", "USD",
      "Spend that uses a reached model without action and does not under the regime"
    ) { $0.market.displacedInAll },
    displaced("revenue_displaced_unserved_usd", "nothing", .unserved),
    displaced("revenue_displaced_open_weight_usd", "open weights", .openWeight),
    displaced("revenue_displaced_same_lab_usd", "another model of the same lab", .sameLab),
    displaced("revenue_displaced_foreign_usd", "a foreign lab's closed model", .foreign),
    displaced("revenue_displaced_us_rival_usd", "a US rival's closed model", .usRival),
    paired(
      "release_delay_days", "days", "Days by which releases come later, over all models; signed"
    ) { pair in
      pair.future.models.indices.reduce(0.0) { sum, model in
        let end = pair.future.horizon
        return sum + min(end, pair.acting.releaseDay[model])
          - min(end, pair.none.releaseDay[model])
      }
    },
    paired(
      "cloud_revenue_lost_usd", "USD", "Resale revenue that clouds lose; signed"
    ) { $0.market.cloudRevenue },
    paired(
      "discloser_revenue_lost_usd", "USD",
      "Resale revenue lost by the cloud that found the bypass; signed"
    ) { $0.market.discloserRevenue },
    paired(
      "hhi_change_final", "1",
      "Change of concentration of labs at the horizon (Herfindahl, 0 to 1)",
      sign: .neutral
    ) { change($0.finalShares, \.concentration) },
    paired(
      "foreign_share_change_90d_pp", "pp",
      "Change of foreign labs' share of spend 90 days after the order; empty without an order",
      sign: .neutral
    ) { 100 * change($0.earlyShares, \.foreign) },
    paired(
      "foreign_share_change_final_pp", "pp", "Change of foreign labs' share at the horizon",
      sign: .neutral
    ) { 100 * change($0.finalShares, \.foreign) },
    paired(
      "open_share_change_90d_pp", "pp",
      "Change of open weights' share of spend 90 days after the order; empty without an order",
      sign: .neutral
    ) { 100 * change($0.earlyShares, \.open) },
    paired(
      "open_share_change_final_pp", "pp", "Change of open weights' share at the horizon",
      sign: .neutral
    ) { 100 * change($0.finalShares, \.open) },
    level(
      "outage_days", "days",
      "Days on which nobody was served, over reached models weighted by spend without action",
      sign: .higherIsWorse, ServiceRecord.outageDays),
    level(
      "us_service_half_days", "days",
      "Days from the order until half of US spend could use the reached models again; 0 if always",
      sign: .higherIsWorse, statistic: .timeToEvent
    ) { ServiceRecord.daysBelow(0.5, $0) },
    level(
      "us_service_90pct_days", "days",
      "Days from the order until 90 % of US spend could use the reached models again; 0 if always",
      sign: .higherIsWorse, statistic: .timeToEvent
    ) { ServiceRecord.daysBelow(0.9, $0) },
    level(
      "federal_seats_lost", "organisations",
      "Federal agencies, by share of seats, that use a designated or reached lab without action"
        + " at the horizon and do not under the regime",
      sign: .higherIsWorse, FederalSeats.lost),
  ]

  @Sendable static func disruption(_ pair: Pair) -> Double {
    let market = pair.market
    return market.outage + market.releaseDelay + market.quality + market.margin + migration(pair)
      + (pair.idle.acting - pair.idle.none) + (pair.acting.staffCost - pair.none.staffCost)
  }

  @Sendable private static func migration(_ pair: Pair) -> Double {
    pair.acting.migrationCost - pair.none.migrationCost
  }

  private static func displaced(_ id: String, _ words: String, _ kind: Displacement) -> Entry {
    paired(id, "USD", "Displaced spend that uses \(words) instead") {
      $0.market.displaced[kind.rawValue]
    }
  }

  private static func change(
    _ shares: Pair.Shares?, _ part: KeyPath<MarketShares, Double>
  ) -> Double {
    guard let shares else { return .nan }
    return shares.acting[keyPath: part] - shares.none[keyPath: part]
  }
}

/// How long the reached models were dark, from the samples of service in the ledger.
enum ServiceRecord {
  /// Days on which nobody of its audience could use a model, weighted by world-0 spend on it;
  /// unweighted where no customer spends on any.
  @Sendable static func outageDays(_ pair: Pair) -> Double {
    var (count, spend) = (0, 0.0)
    for model in pair.future.models.indices where pair.acting.isReached[model] {
      count += 1
      spend += pair.market.spentOn[model]
    }
    var days = 0.0
    for model in pair.future.models.indices where pair.acting.isReached[model] {
      let weight = spend > 0 ? pair.market.spentOn[model] / spend : 1 / Double(count)
      days += weight * darkDays(pair, model)
    }
    return days
  }

  private static func darkDays(_ pair: Pair, _ model: Int) -> Double {
    let samples = pair.acting.service
    var days = 0.0
    for (number, sample) in samples.enumerated()
    where sample.reached >> UInt64(model) & 1 == 1 && sample.served >> UInt64(model) & 1 == 0 {
      let end = number + 1 < samples.count ? samples[number + 1].day : pair.future.horizon
      days += end - sample.day
    }
    return days
  }

  /// Days from the order until service in the United States was back at a share of spend; 0 if it
  /// never fell below, NaN if it was not back by the horizon or there was no order.
  ///
  /// Of two models reached one may be back: exactly half, whatever the rounding of the sums says.
  static func daysBelow(_ share: Double, _ pair: Pair) -> Double {
    guard let orderDay = pair.orderDay else { return .nan }
    let rounding = 1e-9
    var fell = false
    var back = 0.0
    for sample in pair.acting.service where sample.day >= orderDay {
      if sample.usShare < share - rounding {
        fell = true
        back = .nan
      } else if fell, back.isNaN {
        back = sample.day - orderDay
      }
    }
    return back
  }
}

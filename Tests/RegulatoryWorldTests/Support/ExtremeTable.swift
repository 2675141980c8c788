import RegulatoryWorld

/// Extreme conditions: each by addresses of the June scenario, and what must follow exactly.
enum ExtremeTable {
  static let rows = substitutes + people + licences + politics + defence

  /// Nothing but one order of four weeks.
  static let month = Question.small.isolated(days: 28)
  /// The same, and no gate is ever built.
  static let dark = month.gates(days: 100_000)

  /// What an order costs, in money, service, people and findings.
  static let costs = [
    "market_disruption_usd", "service_days_lost", "staff_days_lost", "defender_days_lost",
    "exposure_days_added", "findings_forgone", "incidents_added", "attacker_days_denied",
  ]

  // MARK: Substitutes

  static let substitutes: [ExtremeCondition] = [
    ExtremeCondition(
      "The model that goes dark is the only one",
      follows: "28 dark days cost 28 of 365 days of surplus and margin, 11.51 % of the market; "
        + "a defender falls to what people can do alone; nobody moves",
      because: "with value 2 per dollar, price 1 and margin 0.5 each dark dollar costs 1.50; with "
        + "floors 0.07, 0.82 and 0.6 a defender of `other-us` loses 0.418 of its capability",
      in: dark.under("model", "output"), onlyModel,
      [
        .equal("market_disruption_pct", to: 100 * 28.0 / 365 * 1.5),
        .equal("defender_capability_loss_other_us_pct", to: 41.8 * 28 / 365),
        .equal("service_days_lost", to: 28 * organisations), .equal("outage_days", to: 28),
        .equal("us_service_half_days", to: 28),
        .zero(["quality_loss_usd", "migration_cost_usd", "staff_cost_usd"]),
      ]),
    ExtremeCondition(
      "Every model is as good as the one that goes dark, at one price and at hand",
      follows: "the order costs nobody anything and denies attackers nothing, though spend moves",
      because: "whoever loses a model uses its equal within the instant",
      in: dark.under("model", "output"), perfectSubstitutes,
      [
        .zero(
          costs.filter { $0 != "staff_days_lost" } + [
            "outage_loss_usd", "quality_loss_usd", "lost_margin_usd",
          ]),
        .felt("outage_days"), .felt("revenue_displaced_usd"),
      ]),
    ExtremeCondition(
      "Nobody needs time to move",
      follows: "no seat is unserved for any time",
      because: "an unserved seat waits for a fallback, a fail-over, patience or a migration only",
      in: .small,
      [
        ("market.fallback_hours", "0"), ("market.failover_hours", "0"),
        ("market.multi_homed_days", "0"),
      ] + everySegment(["patience_days": "0", "migration_days": "0"]),
      [.zero(["outage_loss_usd", "revenue_displaced_unserved_usd"])]),
    ExtremeCondition(
      "The whole vendor goes dark, and everybody has a fail-over that takes no time",
      follows: "no seat is unserved; what is lost is quality and the cost of moving",
      because: "a fail-over leads to another vendor",
      in: dark.under("model", "output").with(
        "timeline.2.targets", "['fable-5','mythos-5','opus-4-8']"),
      [("market.failover_hours", "0")] + everySegment(["tested_failover_share": "1"]),
      [
        .zero(["outage_loss_usd", "revenue_displaced_unserved_usd"]), .felt("migration_cost_usd"),
        .felt("service_days_lost"),
      ]),
    ExtremeCondition(
      "Nobody adopts anything new",
      follows: "an order on a flagship of that week costs customers nothing",
      because: "nobody uses it yet, nor would by the horizon (at the lowest hazard, 10⁻⁶ a day)",
      in: month.under("model", "output").everywhere(.clouds, "foreign_hosted_share", "0"),
      [("market.adoption_per_day", "0.000001")],
      [
        .zero(
          [
            "service_days_lost", "outage_loss_usd", "revenue_displaced_usd", "migration_cost_usd",
          ]), .felt("outage_days"), .felt("defender_days_lost"),
      ]),
  ]

  /// One model of one lab, sold directly, out already; tastes and values alike for everybody.
  private static let onlyModel: [(path: String, value: String)] =
    Names.models.filter { $0 != "fable-5" }.map { ("models.\($0)", "null") }
    + Names.clouds.map { ("clouds.\($0)", "null") }
    + Names.labs.map { ("labs.\($0).foreign_staff_share", "0") }
    + ["general", "find", "triage", "fix", "attack"].map {
      ("models.fable-5.capability.\($0)", "1")
    }
    + [
      ("models.fable-5.release_day", "-30"), ("timeline.0.finder", "researcher"),
      ("timeline.1.targets", "['fable-5']"), ("timeline.2.targets", "['fable-5']"),
      ("regulator.comply_hours", "0"), ("market.taste_sd", "0"), ("market.value_per_dollar", "2"),
      ("labs.anthropic.margin_share", "0.5"), ("defence.find_floor_share", "0.07"),
      ("defence.triage_floor_share", "0.82"), ("defence.fix_floor_share", "0.6"),
    ]

  /// Organisations that all customers' agents together stand for, in a small market.
  private static let organisations: Double = {
    guard let scenario = try? Question.small.scenario() else { return .nan }
    let draw = scenario.draw(1, seed: 1)
    return scenario.customers.reduce(0) { $0 + Double($1.agents) * draw[$1.represents] }
  }()

  private static let perfectSubstitutes: [(path: String, value: String)] =
    Names.models.flatMap { model in
      ["general", "find", "triage", "fix", "attack"].map {
        ("models.\(model).capability.\($0)", "1")
      } + [("models.\(model).price_ratio", "1")]
    }
    + ["openai-next", "meta-next", "reflection-next", "deepseek-next"].map {
      ("models.\($0).release_day", "4000")
    }
    + Names.labs.flatMap {
      [
        ("labs.\($0).foreign_staff_share", "0"),
        ("labs.\($0).safeguards.technical_leak_share", "1"),
      ]
    }
    + [
      ("models.fable-5.release_day", "-30"), ("market.taste_sd", "0"),
      ("market.fallback_hours", "0"),
    ]

  /// Settings of every segment of customers.
  static func everySegment(_ values: KeyValuePairs<String, String>) -> [(
    path: String, value: String
  )] {
    Names.segments.flatMap { segment in
      values.map { ("customers.\(segment).\($0.key)", $0.value) }
    }
  }

  // MARK: People and places

  static let people: [ExtremeCondition] = [
    ExtremeCondition(
      "Labs have no foreign staff", follows: "no staff-day is lost, under any theory",
      because: "only foreign persons among the staff are barred", in: .small,
      Names.labs.map { ("labs.\($0).foreign_staff_share", "0") },
      [.zero(["staff_days_lost", "staff_cost_usd"])]),
    ExtremeCondition(
      "No foreign staff see weights",
      follows: "`weight` bars nobody from work; `model`, which bars them from use, still does",
      because: "the weight theory bars staff from weights alone", in: .small,
      Names.labs.map { ("labs.\($0).weight_access_share", "0") },
      [
        .zero(["staff_days_lost", "staff_cost_usd"], under: ["weight"]),
        .felt("staff_days_lost", under: ["model"]),
      ]),
    ExtremeCondition(
      "All foreign staff are British or Canadian",
      follows: "`output` bars nobody from work; `model` does",
      because: "column NS1 spares Australia, Canada and the United Kingdom", in: .small,
      ["in", "cn", "de", "fr", "kr", "br"].map { ("market.staff_nationalities.\($0)", "0") },
      [
        .zero(["staff_days_lost", "staff_cost_usd"], under: ["output"]),
        .felt("staff_days_lost", under: ["model"]),
      ]),
    ExtremeCondition(
      "What barred staff do instead is worth as much",
      follows: "their days are lost and cost nothing",
      because: "cost is the wage less what they do instead", in: .small,
      Names.labs.map { ("labs.\($0).reassigned_productivity_share", "1") },
      [.zero(["staff_cost_usd"]), .felt("staff_days_lost", under: ["model", "output", "weight"])]),
    ExtremeCondition(
      "All customers sit in India, every gate stands",
      follows: "under `model` they lose what they lose without any gate; nothing of it is American",
      because: "all of them are those whom the gate keeps out", in: month.under("model"),
      everyoneIn("in", foreignSeats: 1) + gates(days: 0),
      [
        .zero(["service_days_lost_us_share"]), .felt("service_days_lost"),
        .same(["service_days_lost", "outage_loss_usd"], with: gates(days: 100_000)),
      ]),
    ExtremeCondition(
      "All seats are in the United States and foreign persons', every gate stands",
      follows: "under `model` they lose what they lose without any gate; all of it is American",
      because: "a deemed export is a matter of the person and not of the place",
      in: month.under("model"),
      everyoneIn("us", foreignSeats: 1) + gates(days: 0)
        + [("market.permanent_resident_share", "0")],
      [
        .equal("service_days_lost_us_share", to: 1), .equal("us_service_half_days", to: 28),
        .same(["service_days_lost", "outage_loss_usd"], with: gates(days: 100_000)),
      ]),
    ExtremeCondition(
      "Nobody is listed",
      follows: "narrow support costs no customer and denies no attacker anything",
      because: "it restricts listed users alone, whom labs screen already",
      in: month.under("us-person-support").with("customers.other-enterprise.listed_share", "0.5"),
      Names.segments.map { ("customers.\($0).listed_share", "0") }
        + [("attackers.listed_share", "0")],
      [.zero(["market_disruption_usd", "service_days_lost", "attacker_days_denied"])]),
  ]

  /// Every customer in one country, its foreign seats held by persons from India, none listed.
  private static func everyoneIn(
    _ country: String, foreignSeats: Double
  ) -> [(path: String, value: String)] {
    Names.segments.flatMap { segment in
      [
        ("countries", "null"), ("countries", "{\(country):1}"), ("foreign_nationalities", "null"),
        ("foreign_nationalities", "{in:1}"), ("foreign_seat_share", "\(foreignSeats)"),
        ("listed_share", "0"),
      ].map { ("customers.\(segment).\($0.0)", $0.1) }
    }
  }

  private static func gates(days: Double) -> [(path: String, value: String)] {
    Question().gates(days: days).settings
  }
}

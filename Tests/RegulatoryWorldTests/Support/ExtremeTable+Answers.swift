// Extreme conditions of officials, of those who defend and of those who attack.
extension ExtremeTable {
  // MARK: Licences

  static let licences: [ExtremeCondition] = [
    ExtremeCondition(
      "Licences at once and for certain",
      follows: "the order is spent within half an hour of compliance, and service is back",
      because:
        "a licence for every class is a way out, and nobody is asked or waits for an officer",
      in: .small.under("model", "output", "weight"),
      officersAtOnce + [
        ("regulator.licensing.referred_share", "0"), ("regulator.comply_hours", "12"),
        ("regulator.licensing.preparation_days", "0"),
        ("regulator.licensing.class_wide_ratio", "1"),
        ("regulator.licensing.approval_allied_probability", "1"),
        ("regulator.licensing.approval_other_probability", "1"),
      ],
      [
        .within("days_to_full_relief", 0.5...0.52), .equal("relief_route", to: 4),
        .within("outage_days", 0...0.02),
      ]),
    ExtremeCondition(
      "Officers and agencies who answer at once",
      follows: "every review takes the nine days of intake", because: "nothing else takes time",
      in: lasting,
      officersAtOnce + [
        ("regulator.licensing.referral_days", "0.001"),
        ("regulator.licensing.escalated_share", "0"),
      ], [.within("review_days_mean", 9...9.05)]),
    ExtremeCondition(
      "Agencies who never answer",
      follows: "every review takes nine days and the thirty that agencies have",
      because: "after the limit they are heard no more", in: lasting,
      officersAtOnce + [
        ("regulator.licensing.referral_days", "1000000"),
        ("regulator.licensing.escalated_share", "0"),
      ], [.within("review_days_mean", 39...39.05)]),
    ExtremeCondition(
      "Agencies who never answer, and a dispute without end",
      follows: "every review takes the ninety days of the regulation",
      because: "15 CFR 750.4(a)(1) ends it there", in: lasting,
      officersAtOnce + [
        ("regulator.licensing.referral_days", "1000000"),
        ("regulator.licensing.escalated_share", "1"),
        ("regulator.licensing.escalation_days", "1000"),
      ], [.equal("review_days_mean", to: 90)]),
    ExtremeCondition(
      "Officers who never decide",
      follows: "applications filed on day 13 wait the 352 days to the horizon",
      because: "what is open counts up to the horizon", in: lasting,
      [
        ("regulator.licensing.officer_days", "1000000"), ("regulator.comply_hours", "0"),
        ("regulator.licensing.preparation_days", "10"), ("relief.collateral_days", "1000000"),
      ], [.equal("review_days_mean", to: 352)]),
  ]

  private static let officersAtOnce = [
    (path: "regulator.licensing.officer_days", value: "0.001")
  ]

  /// An order from which nothing leads out, and applications that are made once and referred.
  private static let lasting = Question.small.under("model", "output", "weight").with([
    ("relief.never_probability", "1"), ("relief.rescission_days", "1000000"),
    ("relief.reversal_probability", "0"),
    ("mechanisms.litigation", "0"), ("mechanisms.precedent", "0"),
    ("regulator.licensing.class_wide_ratio", "0"), ("regulator.licensing.denial_share", "1"),
    ("regulator.licensing.referred_share", "1"),
  ])

  // MARK: Politics and the order

  static let politics: [ExtremeCondition] = [
    ExtremeCondition(
      "Officials deaf to the public",
      follows: "a thousand signers change nothing", because: "pressure is all that letters make",
      in: .small, [("relief.pressure_gain_ratio", "0"), ("advocacy.signers", "0")],
      [
        .same(Rows.all.filter { $0 != "signatures" }, with: [("advocacy.signers", "1000")])
      ]),
    ExtremeCondition(
      "No way out", follows: "no order is ever lifted",
      because: "officials do not talk, courts and licences do not help, nothing expires",
      in: .small,
      [
        ("relief.never_probability", "1"), ("relief.rescission_days", "1000000"),
        ("relief.reversal_probability", "0"),
        ("mechanisms.litigation", "0"), ("regulator.licensing.class_wide_ratio", "0"),
      ], [.empty("days_to_full_relief"), .empty("relief_route")]),
    ExtremeCondition(
      "An agreement before anybody has complied", follows: "the order costs nothing",
      because: "nothing has stopped yet", in: .small,
      [
        ("relief.never_probability", "0"), ("relief.negotiated_days", "0.001"),
        ("regulator.comply_hours", "24"), ("mechanisms.fix", "0"),
      ] + Names.clouds.map { ("clouds.\($0).precede_probability", "0") },
      [.zero(costs, under: ["model", "output", "weight"])]),
    ExtremeCondition(
      "The order comes on the last day", follows: "it costs nothing",
      because: "nothing is left of the year", in: .small,
      [("timeline.2.at_days", "365"), ("regulator.comply_hours", "0")],
      [
        .zero(costs, under: ["model", "output", "weight"]), .equal("order_issued", to: 1),
        .equal("days_observed", to: 0),
      ]),
    ExtremeCondition(
      "Only a day is left after the order",
      follows: "no model is dark and no staff barred for longer, and no release is late",
      because: "a day is all there is", in: .small.under("model", "output"),
      [
        ("horizon_days", "4"), ("regulator.comply_hours", "0"),
        ("labs.anthropic.staff_count", "1000"), ("labs.anthropic.foreign_staff_share", "0.25"),
      ],
      [
        .within("outage_days", 0...1), .within("staff_days_lost", 0...250),
        .equal("days_observed", to: 1), .zero(["release_delay_days"]),
      ]),
    ExtremeCondition(
      "Nobody finds a bypass", follows: "there is no order, and nothing changes",
      because: "an order answers a bypass", in: unscripted,
      [
        ("discovery.researcher_days", "1000000"), ("discovery.rival_days", "1000000"),
        ("discovery.attacker_days", "1000000"),
      ] + Names.clouds.map { ("clouds.\($0).red_team_days", "1000000") },
      [.zero(costs + ["order_issued"])]),
    ExtremeCondition(
      "A regulator who sees truly, and trusts everybody alike",
      follows: "no order is unfounded",
      because: "it acts on an uplift above its threshold, and sees the uplift as it is",
      in: unscripted,
      [
        ("regulator.assessment.noise_sd", "0"), ("regulator.assessment.trust_effect_share", "0"),
      ], [.zero(["order_unfounded"]), .felt("order_issued")]),
    ExtremeCondition(
      "There are no clouds", follows: "no cloud loses revenue, and no committed compute idles",
      because: "nobody resells or has commitments", in: .small,
      Names.clouds.map { ("clouds.\($0)", "null") } + [("timeline.0.finder", "researcher")],
      [
        .zero(
          ["cloud_revenue_lost_usd", "discloser_revenue_lost_usd", "idle_compute_usd"],
          under: ["model", "output", "weight"])
      ]),
  ]

  /// Nothing scripted: bypass, report, judgement and order come by chance, and soon.
  private static let unscripted = Question.small.under("model", "output").with([
    ("timeline", "[]"), ("discovery.researcher_days", "10"),
    ("disclosure.government_log_odds", "5"), ("regulator.demand.probability", "0"),
    ("regulator.assessment.threshold_share", "0.1"),
  ])

  // MARK: Defence and attack

  static let defence: [ExtremeCondition] = [
    ExtremeCondition(
      "People alone are as good as with any model",
      follows: "defenders lose nothing, and nothing stays open longer",
      because: "a task's speed is f + (1 − f)κ, which is 1 for f = 1", in: month,
      ["find", "triage", "fix"].map { ("defence.\($0)_floor_share", "1") },
      [
        .zero(
          ["defender_days_lost", "exposure_days_added", "findings_forgone", "incidents_added"],
          under: ["model", "output"])
      ]),
    ExtremeCondition(
      "There are no flaws",
      follows: "nothing is exposed, found late or hit, though defenders lose capability",
      because: "no finding creates a flaw", in: .small,
      Names.groups.flatMap { group in
        ["partners", "others"].flatMap { tier in
          ["flaws_per_year", "triage_backlog_days", "fix_backlog_days"].map {
            ("defenders.\(group).\(tier).\($0)", "0")
          }
        }
      },
      [
        .zero(
          [
            "exposure_days_added", "findings_forgone", "incidents_added", "incidents_avoided",
            "net_harm",
          ], under: ["model", "output"]), .felt("defender_days_lost", under: ["model", "output"]),
      ]),
    ExtremeCondition(
      "Nothing that is hit is harmed", follows: "no incident is added or avoided; exposure is",
      because: "incidents are a hazard over exposure", in: .small,
      [("attackers.incidents_per_asset_day", "0")],
      [
        .zero(["incidents_added", "incidents_avoided", "net_harm"], under: ["model", "output"]),
        .felt("exposure_days_added", under: ["model", "output"]),
      ]),
    ExtremeCondition(
      "Every attacker evades the gates, which all stand",
      follows: "attackers are denied nothing",
      because: "gates deny what a blackout, which there is not, would deny",
      in: month.under("model", "output"),
      Question().gates(days: 0).settings + [("attackers.evasion_share", "1")],
      [.zero(["attacker_days_denied", "incidents_avoided"])]),
    ExtremeCondition(
      "A filter that blocks no security work, in operation at once",
      follows: "`output` costs no customer and no defender anything",
      because: "everybody is served, and as well as before",
      in: month.under("output"),
      Question().gates(days: 0).settings
        + [("regulator.fix.over_block_at_full_efficacy_share", "0")]
        + Names.labs.map { ("labs.\($0).foreign_staff_share", "0") },
      [.zero(costs.filter { $0 != "attacker_days_denied" } + ["outage_days"])]),
  ]
}

// Relations of officials, of those who defend and of those who attack; and what one might expect
// and does not find.
extension MonotoneTable {
  // MARK: Officials

  static let officials: [MonotoneRelation] = [
    MonotoneRelation(
      "Slower officers", ["regulator.licensing.officer_days"], [0.1, 1, 1.26, 1.4], in: licensed,
      moves: up("review_days_mean", "days_to_full_relief"),
      because: "applications wait behind the background load"),
    MonotoneRelation(
      "Class-wide licences that are granted as others are",
      ["regulator.licensing.class_wide_ratio"], [0, 0.1, 0.3, 1], in: licensed,
      moves: down("days_to_full_relief", "service_days_lost"),
      because: "licences for every class are a way out"),
    MonotoneRelation(
      "Officials who hear the public more", ["relief.pressure_gain_ratio"], [0, 1, 3, 10],
      in: Question.small.under("model"),
      moves: down(
        "days_to_full_relief", "days_to_partial_relief", "service_days_lost", "signatures"),
      because: "harm makes signatures, signatures pressure; a shorter order makes fewer"),
    MonotoneRelation(
      "Courts that enjoin more readily",
      ["regimes.model.legal_exposure", "regimes.model.legal_exposure_beyond"], [0, 0.5, 1],
      in: Question.small.under("model").with("relief.suit_probability", "1"),
      moves: down("days_to_full_relief", "service_days_lost"), because: "an injunction is a way out"
    ),
    MonotoneRelation(
      "A slower correction for allies", ["relief.collateral_days"], [3, 14, 35, 100],
      in: Question.small.under("model"),
      moves: up("days_to_partial_relief"), because: "it is the first relief there is"),
  ]

  /// Only licences lead out.
  static let licensed = Question.small.under("model").with([
    ("relief.never_probability", "1"), ("relief.rescission_days", "1000000"),
    ("mechanisms.litigation", "0"), ("regulator.licensing.class_wide_ratio", "1"),
  ])

  // MARK: Security

  static let security: [MonotoneRelation] = [
    MonotoneRelation(
      "People alone who do more of the work",
      ["defence.find_floor_share", "defence.triage_floor_share", "defence.fix_floor_share"],
      [0.05, 0.3, 0.6, 1], in: dark(60),
      moves: down("defender_days_lost", "exposure_days_added", "findings_forgone"),
      because: "less hangs on the model"),
    MonotoneRelation(
      "Better substitutes for defenders",
      ["find", "triage", "fix"].map { "models.*.capability.\($0)" },
      sparing: ["fable-5", "mythos-5"], [0.3, 0.5, 0.7, 0.95], in: dark(60),
      moves: down("defender_days_lost", "exposure_days_added"),
      because: "they take the best they may"),
    MonotoneRelation(
      "More attackers who evade gates", ["attackers.evasion_share"], [0, 0.25, 0.5, 1],
      in: Question.small.isolated(days: 60).gates(days: 5).under("model", "output"),
      moves: down("attacker_days_denied", "incidents_avoided") + up("net_incidents"),
      because: "they keep what others lose"),
    MonotoneRelation(
      "A filter that blocks more security work",
      ["regulator.fix.over_block_at_full_efficacy_share"], [0, 0.25, 0.5, 1],
      in: Question.small.isolated(days: 90).gates(days: 5).under("output"),
      moves: up("quality_loss_usd", "service_days_lost"),
      because: "users keep a model that does less"),
  ]

  // MARK: What does not go where one might expect

  static let unexpected: [MonotoneRelation] = [
    MonotoneRelation(
      "A longer order, as many as stay with the lab", ["relief.fixed_full_days"], [28, 56, 112],
      in: Question.small.isolated(days: 28).under("model"),
      moves: [("migration_cost_usd", .nowhere), ("outage_loss_usd", .nowhere)],
      because: "who has fallen back within the lab never weighs leaving again, however long it "
        + "lasts: choices are made at a loss, a restoration and a release only"),
    MonotoneRelation(
      "A longer notice, and service", ["regimes.model.notice_days"], [0, 7, 30],
      in: Question.small.isolated(days: 60).under("model").with("regimes.model.effect", "'rule'"),
      moves: up("service_days_lost"),
      because: "the flagship of that week is adopted meanwhile, so that more lose it for 60 days"),
    MonotoneRelation(
      "More foreign staff, and releases", ["labs.*.foreign_staff_share"], [0, 0.25, 0.8],
      in: Question.small.under("output"), moves: down("release_delay_days"),
      because: "gates take longer, and as long foreign labs hurry: their gain is counted against "
        + "the delay of others"),
    MonotoneRelation(
      "A deeper backlog of fixes", ["defenders.*.*.fix_backlog_days"], [0, 60, 720],
      in: dark(60), moves: [("exposure_days_added", .nowhere)],
      because: "it postpones what is exposed, and lessens little of it"),
    MonotoneRelation(
      "Flaws simulated in larger lots", ["defenders.*.others.flaws_represented"], [1, 2, 4],
      in: dark(60), moves: [("exposure_days_added", .nowhere)],
      because: "how many flaws a simulated one stands for is no quantity of the world, while it is"
        + " few beside those of a year (lots of 64 leave a quarter of the exposure)"),
    MonotoneRelation(
      "A filter that blocks more than a quarter of security work",
      ["regulator.fix.over_block_at_full_efficacy_share"], [0.25, 0.5, 1],
      in: Question.small.isolated(days: 90).gates(days: 5).under("output")
        .with("models.fable-5.release_day", "-30"),
      moves: [("defender_days_lost", .nowhere)],
      because: "defenders leave for the best model that is not filtered, whatever is blocked"),
  ]

  /// Consumers alone, single-homed or not.
  static let consumers = vendorDark.with(
    Names.segments.filter { !$0.hasSuffix("consumer") }.map { ("customers.\($0)", "null") })
}

/// The forty mechanisms of the model, in the order of the article `Mechanisms`.
///
/// A mechanism is added here, in its own file and in the world's table of contents. The question
/// of a row makes its mechanism strong and keeps others quiet, so that few futures show it.
enum MechanismTable {
  static let rows =
    incident + theories + compliance + demand + relief + politics + shadow + security

  // MARK: 1–8 The market, the incident and the choice of theory

  static let incident: [Mechanism] = [
    Mechanism(
      1, "Capability and substitutability", in: ["Processes/Choice.swift", "Future/Worth.swift"],
      shownBy: ["pools_fall_back", "pools_migrate"], vanishes: false,
      off: [("models.*.capability.*", "1")], moves: "service_days_lost", .down, under: "model",
      of: .dark, tests: ["nothingWithAnEqualSubstitute", "fallbackSpares"]),
    Mechanism(
      2, "Discovery of a bypass", in: ["Processes/Discovery.swift"], shownBy: ["bypass_found"],
      off: [
        ("discovery.researcher_days", "1000000"), ("discovery.rival_days", "1000000"),
        ("discovery.attacker_days", "1000000"), ("clouds.*.red_team_days", "1000000"),
      ], moves: "order_issued", .down, under: "model", of: .chance,
      seeds: 1...60),
    Mechanism(
      3, "Disclosure route", in: ["Processes/Disclosure.swift"], shownBy: ["government_told"],
      off: [
        ("disclosure.government_log_odds", "-20"), ("disclosure.both_log_odds", "-20"),
        ("disclosure.public_log_odds", "-20"), ("disclosure.shared_probability", "0"),
      ], moves: "order_issued", .down, under: "model", of: .chance,
      seeds: 1...60),
    Mechanism(
      4, "Conflict of interest of an investor and supplier", in: ["Processes/Disclosure.swift"],
      shownBy: ["lab_told"], vanishes: false,
      off: [
        ("disclosure.stake_effect_log_odds", "0"), ("disclosure.revenue_effect_log_odds", "0"),
      ], moves: "order_issued", .up, under: "model",
      of: .reported.with([
        ("timeline.0.told", "null"), ("disclosure.government_log_odds", "2"),
        ("disclosure.stake_effect_log_odds", "-1.5"), ("clouds.aws.stake_usd.anthropic", "25e9"),
        ("disclosure.duty_effect_log_odds", "0"), ("disclosure.shared_probability", "0"),
        ("disclosure.both_log_odds", "-20"), ("disclosure.public_log_odds", "-20"),
      ])),
    Mechanism(
      5, "Severity under uncertainty", in: ["Processes/Assessment.swift"],
      shownBy: ["bypass_judged"], vanishes: false,
      off: [("regulator.assessment.noise_sd", "0")], moves: "order_unfounded", .down,
      under: "model",
      of: .reported.with([
        ("regulator.assessment.noise_sd", "0.3"), ("regulator.demand.probability", "0"),
        ("regulator.assessment.threshold_share", "0.3"),
      ])),
    Mechanism(
      6, "Demand to fix or suspend", in: ["Processes/FixDemand.swift"],
      shownBy: ["fix_demanded", "demand_answered"],
      off: [("regulator.demand.probability", "0")], moves: "order_issued", .up, under: "model",
      of: .reported.with([
        ("regulator.demand.probability", "1"), ("regulator.demand.deadline_days", "30"),
        ("regulator.demand.refuse_log_odds", "-5"), ("regulator.fix.days", "2"),
        ("regulator.fix.known_efficacy_share", "0.999"),
      ])),
    Mechanism(
      7, "Refusal, and a history of trust",
      in: ["Processes/FixDemand.swift", "Processes/Trust.swift"],
      shownBy: ["demand_answered"], vanishes: false,
      off: [("regulator.trust.refusal_loss_share", "0")], moves: "days_to_full_relief", .down,
      under: "model",
      of: PoliticsTests.talks.with([
        ("regulator.trust.refusal_loss_share", "0.4"), ("relief.trust_gain_ratio", "1"),
        ("labs.anthropic.trust_share", "0.6"),
      ]), tests: ["trustMovesTalks"]),
    Mechanism(
      8, "Choice of theory", in: ["Processes/RegimeChoice.swift"], shownBy: ["theory_chosen"],
      off: [("regulator.mode", "'imposed'")], moves: "staff_days_lost", .up,
      under: "chosen", thenUnder: "model",
      of: Question.small.isolated(days: 60).with("regulator.mode", "'chooses'").under(
        "model", "us-person-support")),
  ]

  // MARK: 9–13 What a theory asks for, and whom it reaches

  static let theories: [Mechanism] = [
    Mechanism(
      9, "Trigger of the output theory",
      in: ["Processes/Order.swift", "Processes/RegimeChoice.swift"],
      shownBy: ["trigger_met"], off: [("regimes.output.trigger", "'listing'")],
      moves: "staff_days_lost", .down, under: "chosen",
      of: .choosing("output", or: "us-person-support", showing: [])),
    Mechanism(
      10, "Trigger of the support theory",
      in: ["Processes/Order.swift", "Processes/RegimeChoice.swift"],
      shownBy: ["trigger_met"], off: [("regimes.us-person-support.trigger", "'listing'")],
      moves: "staff_days_lost", .up, under: "chosen",
      of: .choosing(
        "us-person-support", or: "model", showing: ["end_use_intelligence", "published"])),
    Mechanism(
      11, "Trigger of the weight theory",
      in: ["Processes/Order.swift", "Processes/RegimeChoice.swift"],
      shownBy: ["trigger_met"], off: [("regimes.weight.trigger", "'listing'")],
      moves: "order_reaches_incident", .up, under: "chosen",
      of: .choosing("weight", or: "output", showing: ["weight_movement", "published"])),
    Mechanism(
      12, "Trigger of the model theory",
      in: ["Processes/Order.swift", "Processes/RegimeChoice.swift"],
      shownBy: ["trigger_met"], off: [("regimes.model.trigger", "'weight_movement'")],
      moves: "staff_days_lost", .down, under: "chosen",
      of: .choosing("model", or: "us-person-support", showing: ["listing"])),
    Mechanism(
      13, "Nationality and deemed export", in: ["LegalAnswers.swift", "Processes/Access.swift"],
      shownBy: ["staff_barred"], off: [("regimes.output.output_is_technology", "false")],
      moves: "service_days_lost_us_share", .down, under: "output",
      of: Question.small.isolated(days: 60).gates(days: 0)
        .with("regimes.output.sufficient_gates", "['nationality+location']")
        .everywhere(.customers, "foreign_seat_share", "0.2")),
  ]

  // MARK: 14–18 Compliance

  static let compliance: [Mechanism] = [
    Mechanism(
      14, "Foreign-person staff inside the lab",
      in: ["Processes/Compliance.swift", "Processes/ReleaseSpeed.swift"],
      shownBy: ["staff_barred", "releases_slowed"], off: [("labs.*.foreign_staff_share", "0")],
      moves: "release_delay_days", .down, under: "model",
      of: MarketMechanismTests.alone("gating", days: 200)
        .with("timeline.2.targets", "['fable-5','gpt-5-5']")
        .with("labs.openai.foreign_staff_share", "0.5"),
      tests: ["barredStaffSlowReleases"]),
    Mechanism(
      15, "Feasibility of verification", in: ["Processes/Compliance.swift"],
      shownBy: ["service_suspended"], off: [("labs.*.gates.*", "0")], moves: "outage_days", .down,
      under: "model", of: Question.small.isolated(days: 60),
      tests: ["soonerGatesCostNoMore", "outputAndModelPart"]),
    Mechanism(
      16, "Global suspension as over-compliance",
      in: ["Processes/Compliance.swift", "Processes/Access.swift"],
      shownBy: ["service_suspended"],
      off: [("regimes.model.sufficient_gates", "['listed_party']")], moves: "service_days_lost",
      .down, under: "model", of: Question.small.isolated(days: 60),
      tests: ["broadSupportStopsEveryone"]),
    Mechanism(
      17, "Secrecy of the letter", in: ["Processes/Secrecy.swift"], shownBy: ["letter_leaked"],
      off: [("regimes.model.public_letter", "true")], moves: "outage_days", .down,
      under: "model",
      of: Question.small.isolated(days: 300).with([
        ("regulator.secrecy.gate_speed_ratio", "0.2"), ("regulator.secrecy.leak_days", "30"),
      ])),
    Mechanism(
      18, "A cloud's downstream suspension", in: ["Processes/Compliance.swift"],
      shownBy: ["cloud_suspends"], off: [("clouds.*.follow_lag_days", "400")],
      moves: "service_days_lost", .down, under: "model",
      of: Question.small.isolated(days: 60).everywhere(.clouds, "precede_probability", "0"),
      tests: ["complianceTakesHours"]),
  ]

  // MARK: 19–22 Demand and substitution

  static let demand: [Mechanism] = [
    Mechanism(
      19, "Switching and migration", in: ["Processes/Demand.swift"], shownBy: ["pools_migrate"],
      off: [("market.expected_outage_days", "0")], moves: "switches_per_pool", .down,
      under: "model",
      of: Question.dark.with("models.opus-4-8.capability.general", "0.3")
        .everywhere(.defenders, "partners.agents", "0")
        .everywhere(.defenders, "others.agents", "0"),
      tests: ["switchingWithoutShock"]),
    Mechanism(
      20, "Quality loss on the substitute", in: ["Future/Worth.swift", "Processes/Demand.swift"],
      shownBy: ["pools_fall_back"], vanishes: false,
      off: [("models.opus-4-8.capability.*", "1")], moves: "quality_loss_usd", .down,
      under: "model", of: .dark),
    Mechanism(
      21, "Foreign and open-weight substitution", in: ["Processes/Abroad.swift"],
      shownBy: ["sovereignty_reserve"], off: [("market.sovereignty_penalty", "0")],
      moves: "foreign_share_change_final_pp", .down, under: "model",
      of: MarketMechanismTests.alone("fear", days: 28).with("market.sovereignty_penalty", "1"),
      tests: ["sovereigntyMovesCustomersAbroad"]),
    Mechanism(
      22, "Open-weight labs under the weight theory", in: ["Processes/Publication.swift"],
      shownBy: ["publication_barred"],
      off: [("regimes.weight-strict.published_exclusion", "true")], moves: "release_delay_days",
      .down, under: "weight-strict", of: Question.small.isolated(days: 300),
      tests: ["strictWeightsHoldOpenReleases", "barredPublicationsRelocate"]),
  ]
}

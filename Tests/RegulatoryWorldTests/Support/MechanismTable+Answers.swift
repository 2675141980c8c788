// Mechanisms by which officials, labs, courts, researchers, defenders and attackers answer.
extension MechanismTable {
  // MARK: 23–27 Safeguards, fixes and relief by the office

  static let relief: [Mechanism] = [
    Mechanism(
      23, "Layered safeguards", in: ["Future/Safeguards.swift", "Processes/Attack.swift"],
      shownBy: ["attackers_reach"], vanishes: false,
      off: [
        ("labs.anthropic.safeguards.monitoring_leak_share", "1"),
        ("labs.anthropic.safeguards.vetting_leak_share", "1"),
      ], moves: "attacker_days_denied", .up, under: "model", of: .bypassed,
      tests: ["layersDecideWhatIsDenied"]),
    Mechanism(
      24, "A fix that weakens defence", in: ["Processes/Fix.swift", "Future/Worth.swift"],
      shownBy: ["fix_shipped"], off: [("mechanisms.fix", "0")],
      moves: "defender_capability_loss_pct", .down, under: "us-person-support",
      of: Question.small.isolated(days: 14).with([
        ("mechanisms.fix", "1"), ("timeline.1.answer", "'fixes'"), ("regulator.fix.days", "5"),
        ("regulator.fix.voluntary_probability", "0"),
        ("regulator.fix.variant_efficacy_share", "0.8"),
        ("regulator.fix.over_block_at_full_efficacy_share", "1"),
        ("models.fable-5.release_day", "-30"),
      ]).everywhere(.defenders, "tested_failover_share", "0")
        .everywhere(.defenders, "three_families_share", "0")
        .everywhere(.defenders, "migration_days", "100000"), tests: ["concessionsArePromises"]),
    Mechanism(
      25, "Partial relief by roster", in: ["Processes/Relief.swift", "Processes/Access.swift"],
      shownBy: ["partial_relief"], off: [("relief.roster_probability", "0")],
      moves: "defender_days_lost", .up, under: "model",
      of: PoliticsTests.talks.with([
        ("relief.roster_probability", "1"), ("relief.roster_days", "5"),
        ("relief.never_probability", "1"), ("standard.application_share", "1"),
      ]).everywhere(.defenders, "partners.roster_share", "1").gates(days: 100_000)
        .everywhere(.labs, "gates.roster_days", "1"),
      tests: ["partnersWaitForCriteria", "rosterHardlyMovesTheMarket"]),
    Mechanism(
      26, "Unknown criteria", in: ["Processes/Standard.swift"], shownBy: ["gate_rejected"],
      off: [("standard.criteria_days", "0")], moves: "outage_days", .down, under: "model",
      of: PrecedentTests.long.with([
        ("mechanisms.precedent", "1"), ("regulator.extensions_per_year", "0"),
        ("standard.rework_probability", "1"), ("standard.rework_days", "60"),
      ]), tests: ["unknownCriteriaSendGatesBack"]),
    Mechanism(
      27, "Licence clock", in: ["Processes/Licensing.swift"], shownBy: ["licence_granted"],
      off: [("regulator.licensing.class_wide_ratio", "0")], moves: "days_to_full_relief", .up,
      under: "model",
      of: PoliticsTests.talks.with([
        ("regulator.licensing.class_wide_ratio", "1"), ("relief.never_probability", "1"),
      ]), tests: ["statutoryDaysDoNotShrink", "customersFile"]),
  ]

  // MARK: 28–32 Letters, talks, suits, designations, the standard

  static let politics: [Mechanism] = [
    Mechanism(
      28, "Open letter", in: ["Processes/Advocacy.swift"], shownBy: ["letter_signed"],
      off: [("mechanisms.advocacy", "0")], moves: "days_to_full_relief", .up, under: "model",
      of: PoliticsTests.talks.with([
        ("mechanisms.advocacy", "1"), ("relief.pressure_gain_ratio", "3"),
      ]), tests: ["lettersBringRelief"]),
    Mechanism(
      29, "Negotiation", in: ["Processes/Negotiation.swift"], shownBy: ["meeting_held"],
      off: [("negotiation.held_probability", "0")], moves: "days_to_full_relief", .up,
      under: "model",
      of: PoliticsTests.talks.with([
        ("relief.trust_gain_ratio", "1"), ("regulator.trust.meeting_gain_share", "0.3"),
        ("negotiation.bad_meeting_probability", "0"), ("negotiation.held_probability", "1"),
      ]), tests: ["meetingsBuildTrust", "concessionsArePromises", "conditionsCost"]),
    Mechanism(
      30, "Litigation and due process", in: ["Processes/Litigation.swift"],
      shownBy: ["suit_filed"], off: [("mechanisms.litigation", "0")],
      moves: "days_to_full_relief", .up, under: "model",
      of: PoliticsTests.talks.with([
        ("mechanisms.litigation", "1"), ("relief.suit_probability", "1"),
        ("relief.never_probability", "1"), ("regulator.trust.suit_loss_share", "0"),
      ]), tests: ["suitsLiftOrders", "suitsCostTrust"]),
    Mechanism(
      31, "Designation as a supply-chain risk", in: ["Processes/Designation.swift"],
      shownBy: ["lab_designated"], off: [("regulator.designation.probability", "0")],
      moves: "federal_seats_lost", .down, under: "us-person-support",
      of: Question.small.isolated(days: 28).with([
        ("mechanisms.fix", "1"), ("regulator.designation.probability", "1"),
        ("regulator.fix.voluntary_probability", "0"),
      ]), tests: ["designationTakesFederalUsers"]),
    Mechanism(
      32, "Engagement that sets the standard", in: ["Processes/Standard.swift"],
      shownBy: ["lab_engages"], off: [("standard.engagement_probability", "0")],
      moves: "release_delay_days", .up, under: "output",
      of: PrecedentTests.long.with([
        ("mechanisms.gating", "1"), ("regulator.gating_probability", "1"),
        ("regulator.gating_delay_days", "60"), ("standard.softening_share", "1"),
        ("standard.engagement_days", "0.001"), ("standard.engagement_probability", "1"),
      ]).everywhere(.labs, "trust_share", "1"), tests: ["earlyEngagementSoftens"]),
  ]

  // MARK: 33–34 The shadow of an order

  static let shadow: [Mechanism] = [
    Mechanism(
      33, "Precedent and contagion", in: ["Processes/Precedent.swift"],
      shownBy: ["order_extended"], off: [("mechanisms.precedent", "0")],
      moves: "models_reached", .down, under: "output",
      of: PrecedentTests.long.with([
        ("mechanisms.precedent", "1"), ("regulator.extensions_per_year", "0.3"),
      ]), tests: ["precedentGrowsAndFades"]),
    Mechanism(
      34, "Chilling and uncertainty",
      in: ["Processes/Releases.swift", "Processes/Research.swift"],
      shownBy: ["release_gated", "reports_withheld"],
      off: [("mechanisms.gating", "0"), ("chilling.withheld_share", "0")],
      moves: "findings_forgone", .down, under: "model",
      of: MarketMechanismTests.alone("openness", days: 120).with([
        ("mechanisms.gating", "1"), ("regulator.gating_probability", "1"),
        ("chilling.withheld_share", "1"),
      ]), tests: ["chillingCostsFindings"]),
  ]

  // MARK: 35–40 Attack, defence, research, information

  static let security: [Mechanism] = [
    Mechanism(
      35, "Attackers' parity through other models", in: ["Processes/Attack.swift"],
      shownBy: ["attackers_reach"], vanishes: false,
      off: [
        ("attackers.tools_capability", "0"), ("attackers.open_guardrail_cost_share", "1"),
        ("labs.*.safeguards.technical_leak_share", "0"),
      ], moves: "attacker_days_denied", .up, under: "model", of: .bypassed,
      tests: ["uniquenessMovesNetHarm"]),
    Mechanism(
      36, "Queues of defenders", in: ["Processes/Defence.swift"], shownBy: ["flaws_fixed"],
      vanishes: false,
      off: [("defenders.*.*.fix_per_year", "100000"), ("defenders.*.*.fix_backlog_days", "0")],
      moves: "exposure_days_added", .up, under: "model", of: Question.small.isolated(days: 120)),
    Mechanism(
      37, "Foreign advance during the gap", in: ["Processes/ReleaseSpeed.swift"],
      shownBy: ["releases_hastened"], off: [("market.foreign_advance_ratio", "0")],
      moves: "release_delay_days", .up, under: "model",
      of: MarketMechanismTests.alone("gating", days: 200).gates(days: 100_000)
        .everywhere(.labs, "foreign_staff_share", "0")
        .with("market.foreign_advance_ratio", "1"),
      tests: ["foreignLabsAdvance"]),
    Mechanism(
      38, "Audits for investors", in: ["Processes/Audits.swift"],
      shownBy: ["audits_begin", "bypass_repaired"], off: [("audit.probability", "0")],
      moves: "attacker_days_denied", .down, under: "model",
      of: MarketMechanismTests.alone("openness", days: 300).with([
        ("audit.probability", "1"), ("audit.days", "5"), ("audit.repair_share", "1"),
      ]), tests: ["auditsRepair"]),
    Mechanism(
      39, "Closing of open research", in: ["Processes/Research.swift"],
      shownBy: ["reports_withheld"], off: [("openness.erosion_share", "0")],
      moves: "findings_forgone", .down, under: "model",
      of: MarketMechanismTests.alone("openness", days: 14).with([
        ("openness.erosion_share", "1"), ("openness.erosion_days", "1"),
      ]), tests: ["closingCostsFindings"]),
    Mechanism(
      40, "Contradictory information and leaks",
      in: ["Processes/Information.swift", "Processes/Advocacy.swift"],
      shownBy: ["accounts_published"], off: [("information.accounts_per_day", "0")],
      moves: "days_to_full_relief", .down, under: "model",
      of: PoliticsTests.talks.with([
        ("mechanisms.advocacy", "1"), ("relief.pressure_gain_ratio", "5"),
        ("information.accounts_per_day", "2"), ("information.swing_ratio", "0"),
        ("information.blur_share", "1"), ("advocacy.full_pressure_signatures", "200"),
      ]), tests: ["pressSwaysPressure"]),
  ]
}

extension Question {
  /// An order of sixty days in the dark, and nothing that follows from it by chance.
  static let dark = small.isolated(days: 60).gates(days: 100_000)

  /// A bypass found by chance, and whatever comes of it.
  static let chance: Question = {
    var question = small
    question.file = "Scenarios/baseline.json5"
    return question
  }()

  /// The bypass of June, reported to the government; what comes of it is left to chance.
  static let reported: Question = {
    var question = small.with("timeline.0.told", "'government'")
    question.file = "Scenarios/lab-told-first.json5"
    return question
  }()

  /// An order of ninety days, with attackers who hold the bypass.
  static let bypassed = small.isolated(days: 90).with("attackers.bypass_held_probability", "1")

  /// The regulator chooses between two theories by the evidence alone, of which some is there.
  static func choosing(_ one: String, or other: String, showing evidence: [String]) -> Question {
    let all = ["published", "end_use_intelligence", "weight_movement", "listing"]
    let weights = ["severity", "discretion", "court", "cost", "hostility"]
    return small.isolated(days: 60).under(one, other)
      .with(
        all.map {
          ("regulator.evidence.\($0)_probability", evidence.contains($0) ? "1" : "0")
        }
      )
      .with(weights.map { ("regulator.choice.\($0)_weight", "0") })
      .with([("regulator.choice.evidence_weight", "20"), ("regulator.mode", "'chooses'")])
  }
}

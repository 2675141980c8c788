/// The regulator, its licensing office, and how it extends an order.
public struct Regulator: Sendable {
  /// Who decides on which theory an order rests.
  public let mode: RegulatorMode
  /// How a theory is chosen, where the regulator does.
  public let choice: RegimeChoice
  /// What an incident shows besides the bypass.
  public let evidence: EvidenceChances
  /// How a reported bypass is judged.
  public let assessment: Assessment
  /// The demand that precedes an order.
  public let demand: FixDemand
  /// What a letter does whose grounds are not public.
  public let secrecy: Secrecy
  /// Rate of extending an active order to another matching model.
  public let extensionsPerYear: Parameter
  /// Hours that labs take to comply once an order binds.
  public let complyHours: Parameter
  /// Probability that the next closed release is gated after an order.
  public let gatingProbability: Parameter
  /// Days by which a gated release is delayed.
  public let gatingDelayDays: Parameter
  /// Probability that an open release is withheld after an order.
  public let withholdProbability: Parameter
  /// Days by which a withheld open release is delayed.
  public let withholdDelayDays: Parameter
  /// Publishers who move a barred publication abroad.
  public let relocation: Relocation
  /// Designation of a lab as a supply-chain risk.
  public let designation: Designation
  /// What moves trust between a lab and the government.
  public let trust: TrustShifts
  /// The licensing office.
  public let licensing: Licensing
  /// The voluntary fix of a reported bypass.
  public let fix: Fix

  init(_ reader: ObjectReader) {
    mode = reader.choice(
      "mode", RegulatorMode.self, meaning: "whether every regime is tried, or the regulator chooses"
    )
    choice = RegimeChoice(
      reader.object("choice", meaning: "how a theory is chosen, where the regulator does"))
    evidence = EvidenceChances(
      reader.object("evidence", meaning: "what an incident shows besides the bypass"))
    assessment = Assessment(reader.object("assessment", meaning: "how a bypass is judged"))
    demand = FixDemand(reader.object("demand", meaning: "the demand that precedes an order"))
    secrecy = Secrecy(reader.object("secrecy", meaning: "what a letter does until it leaks"))
    extensionsPerYear = reader.parameter(
      "extensions_per_year", .perYear, meaning: "rate of extending an order to another model")
    complyHours = reader.parameter(
      "comply_hours", .hours, meaning: "hours labs take to comply once an order binds")
    gatingProbability = reader.parameter(
      "gating_probability", .probability, meaning: "the next closed release is gated")
    gatingDelayDays = reader.parameter(
      "gating_delay_days", .days, meaning: "delay of a gated release")
    withholdProbability = reader.parameter(
      "withhold_probability", .probability, meaning: "an open release is withheld")
    withholdDelayDays = reader.parameter(
      "withhold_delay_days", .days, meaning: "delay of a withheld open release")
    relocation = Relocation(
      reader.object("relocation", meaning: "publishers who move a barred publication abroad"))
    designation = Designation(
      reader.object("designation", meaning: "designation of a lab as a supply-chain risk"))
    trust = TrustShifts(
      reader.object("trust", meaning: "what moves trust between a lab and the government"))
    licensing = Licensing(reader)
    fix = Fix(reader.object("fix", meaning: "the voluntary fix of a reported bypass"))
    reader.finish()
  }
}

/// The licensing office: officers, a background load, and the statutory clock.
public struct Licensing: Sendable {
  /// Officers at work.
  public let officers: Parameter
  /// Applications of the background load that one simulated application stands for.
  public let represented: Parameter
  /// Background applications a year.
  public let backgroundPerYear: Parameter
  /// Mean working days of one officer on one application.
  public let officerDays: Parameter
  /// Share of applications referred to other agencies.
  public let referredShare: Parameter
  /// Days from an officer's work to the referral.
  public let intakeDays: Parameter
  /// Mean days of an interagency referral.
  public let referralDays: Parameter
  /// Statutory limit of a referral, days.
  public let referralLimitDays: Parameter
  /// Share of referrals that go on to escalation.
  public let escalatedShare: Parameter
  /// Days of an escalation.
  public let escalationDays: Parameter
  /// Statutory limit from filing to decision or referral to the President, days.
  public let limitDays: Parameter
  /// Probability of approval for allied destinations.
  public let approvalAllied: Parameter
  /// Probability of approval elsewhere.
  public let approvalOther: Parameter
  /// Probability of approval where the policy is a presumption of denial.
  public let approvalUnderPresumptionOfDenial: Parameter
  /// Chance of a licence for a whole class of destination, relative to an ordinary one.
  public let classWideRatio: Parameter
  /// Share of those not approved that are denied; the rest are returned without action.
  public let denialShare: Parameter
  /// Days until a returned application is filed again.
  public let reapplyDays: Parameter
  /// Days a lab needs to prepare an application.
  public let preparationDays: Parameter
  /// Share of affected customers abroad who file where customers are the exporters.
  public let customerFilingShare: Parameter
  /// Spend of one organisation below which a customer does not file.
  public let customerMinimum: Parameter

  init(_ regulator: ObjectReader) {
    officers = regulator.parameter(
      "licensing_officers", .positiveCount, meaning: "licensing officers at work")
    let reader = regulator.object("licensing", meaning: "the licensing office")
    represented = reader.parameter(
      "represented", .positiveCount, meaning: "applications one simulated application stands for")
    backgroundPerYear = reader.parameter(
      "background_per_year", .arrivalsPerYear, meaning: "background applications a year")
    officerDays = reader.parameter(
      "officer_days", .positiveDays, meaning: "mean working days of an officer on an application")
    referredShare = reader.parameter(
      "referred_share", .share, meaning: "applications referred to other agencies")
    intakeDays = reader.parameter(
      "intake_days", .days, meaning: "days from an officer's work to the referral")
    referralDays = reader.parameter(
      "referral_days", .days, meaning: "mean days of an interagency referral, were there no limit")
    referralLimitDays = reader.parameter(
      "referral_limit_days", .days, meaning: "statutory limit of a referral")
    escalatedShare = reader.parameter(
      "escalated_share", .share, meaning: "referrals that go on to escalation")
    escalationDays = reader.parameter(
      "escalation_days", .days, meaning: "days of an escalation")
    limitDays = reader.parameter(
      "limit_days", .days, meaning: "statutory limit from filing to decision")
    approvalAllied = reader.parameter(
      "approval_allied_probability", .probability, meaning: "approval, allied destinations")
    approvalOther = reader.parameter(
      "approval_other_probability", .probability, meaning: "approval, other destinations")
    approvalUnderPresumptionOfDenial = reader.parameter(
      "approval_presumed_denial_probability", .probability,
      meaning: "approval under a presumption of denial")
    classWideRatio = reader.parameter(
      "class_wide_ratio", .share,
      meaning: "chance of a licence for a whole class, relative to an ordinary one")
    denialShare = reader.parameter(
      "denial_share", .share, meaning: "denied among those not approved")
    reapplyDays = reader.parameter(
      "reapply_days", .days, meaning: "days until a returned application is filed again")
    preparationDays = reader.parameter(
      "preparation_days", .days, meaning: "days to prepare an application")
    customerFilingShare = reader.parameter(
      "customer_filing_share", .share, meaning: "customers abroad who file as exporters")
    customerMinimum = reader.parameter(
      "customer_minimum_usd_per_year", .dollarsPerYear,
      meaning: "spend of one organisation below which it does not file")
    reader.finish()
  }
}

/// A classifier that closes a reported bypass and weakens defence.
public struct Fix: Sendable {
  /// Probability that the lab ships a fix unasked.
  public let voluntaryProbability: Parameter
  /// Days of work on the fix, at the lab's normal speed.
  public let days: Parameter
  /// Block rate on the reported technique.
  public let knownEfficacy: Parameter
  /// Efficacy of a fix in part, relative to a whole one, and of its over-block.
  public let partialRatio: Parameter
  /// Block rate on variants of the reported technique.
  public let variantEfficacy: Parameter
  /// Over-block on security work at full efficacy on variants.
  public let overBlockAtFullEfficacy: Parameter

  init(_ reader: ObjectReader) {
    voluntaryProbability = reader.parameter(
      "voluntary_probability", .probability, meaning: "the lab ships a fix unasked")
    days = reader.parameter("days", .days, meaning: "days of work on the fix")
    knownEfficacy = reader.parameter(
      "known_efficacy_share", .share, meaning: "block rate on the reported technique")
    partialRatio = reader.parameter(
      "partial_ratio", .share, meaning: "efficacy of a fix in part, relative to a whole one")
    variantEfficacy = reader.parameter(
      "variant_efficacy_share", .share, meaning: "block rate on variants of the technique")
    overBlockAtFullEfficacy = reader.parameter(
      "over_block_at_full_efficacy_share", .share,
      meaning: "security work blocked when every variant is")
    reader.finish()
  }
}

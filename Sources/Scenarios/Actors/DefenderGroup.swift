/// A group of network defenders: partners of the labs, and others.
public struct DefenderGroup: Sendable {
  /// Id in the scenario.
  public let id: String
  /// Weights of the countries its agents sit in.
  public let countries: Mix
  /// Weights of the nationalities of foreign persons among its staff.
  public let foreignNationalities: Mix
  /// Security staff of one organisation, persons.
  public let staff: Parameter
  /// Share of staff in the United States who are foreign persons; abroad everybody is.
  public let foreignStaffShare: Parameter
  /// Share of the work that is finding, triage and fixing.
  public let findShare: Parameter
  /// See ``findShare``.
  public let triageShare: Parameter
  /// See ``findShare``.
  public let fixShare: Parameter
  /// Share with a tested fail-over to another vendor.
  public let failoverShare: Parameter
  /// Share of organisations running three or more model families.
  public let multiHomedShare: Parameter
  /// Median days to migrate to another vendor's model.
  public let migrationDays: Parameter
  /// Median days a single-homed defender waits before it starts to migrate.
  public let patienceDays: Parameter
  /// Partners, who deploy the vetted model.
  public let partners: DefenderTier
  /// The others, who deploy what the market sells.
  public let others: DefenderTier

  init(id: String, _ reader: ObjectReader) {
    self.id = id
    countries = Mix(reader.object("countries", meaning: "weights of the countries of agents"))
    foreignNationalities = Mix(
      reader.object("foreign_nationalities", meaning: "weights of foreign persons' nationalities"))
    staff = reader.parameter("staff_count", .weight, meaning: "security staff per organisation")
    foreignStaffShare = reader.parameter(
      "foreign_staff_share", .share, meaning: "staff in the United States who are foreign persons")
    findShare = reader.parameter("find_share", .share, meaning: "share of work that is finding")
    triageShare = reader.parameter("triage_share", .share, meaning: "share of work: triage")
    fixShare = reader.parameter("fix_share", .share, meaning: "share of work that is fixing")
    failoverShare = reader.parameter(
      "tested_failover_share", .share, meaning: "organisations with a tested fail-over")
    multiHomedShare = reader.parameter(
      "three_families_share", .share, meaning: "organisations running three or more families")
    migrationDays = reader.parameter(
      "migration_days", .days, meaning: "median days to migrate to another vendor")
    patienceDays = reader.parameter(
      "patience_days", .days, meaning: "median wait before a single-homed defender migrates")
    partners = DefenderTier(reader.object("partners", meaning: "partners of the labs"))
    others = DefenderTier(reader.object("others", meaning: "defenders who are not partners"))
    reader.finish()
  }
}

/// Partners or others of a defender group: how many, and the flaws in their care.
public struct DefenderTier: Sendable {
  /// Agents simulated.
  public let agents: Int
  /// Organisations one agent stands for.
  public let represents: Parameter
  /// Probability that an agent is on a roster of trusted partners.
  public let rosterShare: Parameter
  /// New latent high or critical flaws in an organisation's code and assets, a year.
  public let flawsPerYear: Parameter
  /// Flaws that one simulated flaw stands for.
  public let flawsRepresented: Parameter
  /// Mean days until a latent flaw is found, working at capability 1.
  public let findDays: Parameter
  /// Findings triaged a year at capability 1.
  public let triagePerYear: Parameter
  /// Findings fixed a year at capability 1.
  public let fixPerYear: Parameter
  /// Findings waiting for triage at day 0, in days of that work.
  public let triageBacklogDays: Parameter
  /// Findings waiting for a fix at day 0, in days of that work.
  public let fixBacklogDays: Parameter
  /// Assets exposed by one flaw in one organisation.
  public let assetsPerFlaw: Parameter

  init(_ reader: ObjectReader) {
    agents = reader.integer("agents", in: 0...10_000, meaning: "agents simulated")
    represents = reader.parameter("represents", .weight, meaning: "organisations per agent")
    rosterShare = reader.parameter(
      "roster_share", .share, meaning: "probability to be on a roster of trusted partners")
    flawsPerYear = reader.parameter(
      "flaws_per_year", .arrivalsPerYear, meaning: "new latent flaws per organisation and year")
    flawsRepresented = reader.parameter(
      "flaws_represented", .positiveCount, meaning: "flaws that one simulated flaw stands for")
    findDays = reader.parameter(
      "find_days", .positiveDays, meaning: "mean days until a latent flaw is found, capability 1")
    triagePerYear = reader.parameter(
      "triage_per_year", .positivePerYear, meaning: "findings triaged a year, capability 1")
    fixPerYear = reader.parameter(
      "fix_per_year", .positivePerYear, meaning: "findings fixed a year, capability 1")
    triageBacklogDays = reader.parameter(
      "triage_backlog_days", .backlogDays, meaning: "triage work waiting at day 0")
    fixBacklogDays = reader.parameter(
      "fix_backlog_days", .backlogDays, meaning: "fix work waiting at day 0")
    assetsPerFlaw = reader.parameter(
      "assets_per_flaw", .weight, meaning: "assets exposed by one flaw in one organisation")
    reader.finish()
  }
}

/// What all defenders share: the human-only floors, and what moves them.
public struct Defence: Sendable {
  /// Productivity without any model in finding, relative to capability 1.
  public let findFloor: Parameter
  /// The same in triage.
  public let triageFloor: Parameter
  /// The same in fixing.
  public let fixFloor: Parameter
  /// Gain of capability for which a defender leaves its vendor unforced.
  public let switchGain: Parameter
  /// Share of findings that come from researchers outside the organisation.
  public let outsideFindingShare: Parameter

  init(_ reader: ObjectReader) {
    findFloor = reader.parameter(
      "find_floor_share", .share, meaning: "finding without a model, relative to capability 1")
    triageFloor = reader.parameter(
      "triage_floor_share", .share, meaning: "triage without a model, relative to capability 1")
    fixFloor = reader.parameter(
      "fix_floor_share", .share, meaning: "fixing without a model, relative to capability 1")
    switchGain = reader.parameter(
      "switch_gain_share", .share,
      meaning: "gain of capability for which a defender leaves its vendor unforced")
    outsideFindingShare = reader.parameter(
      "outside_finding_share", .share, meaning: "findings that come from outside researchers")
    reader.finish()
  }
}

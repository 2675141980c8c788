import ExportControls

/// A developer of models.
public struct Lab: Sendable {
  /// Id in the scenario.
  public let id: String
  /// Home country.
  public let country: Country
  /// Spend served at day 0, US dollars a year: sets its share of customers.
  public let spend: Parameter
  /// Share of that spend by customers in the United States.
  public let usShare: Parameter
  /// Price less avoidable cost, as a share of sales.
  public let margin: Parameter
  /// Compute bought for each dollar of sales.
  public let computeShare: Parameter
  /// Technical staff, persons.
  public let staff: Parameter
  /// Share of technical staff who are foreign persons under the EAR.
  public let foreignStaffShare: Parameter
  /// Share of technical staff who work with weights in sight.
  public let weightAccessShare: Parameter
  /// Cost of one technical employee, US dollars a year.
  public let wage: Parameter
  /// Productivity of barred staff when given other work, as a share of normal.
  public let reassignedProductivity: Parameter
  /// Trust between the lab and the government on day 0, 0 to 1.
  public let trust: Parameter
  /// Its layered safeguards.
  public let safeguards: LayeredSafeguards
  /// Days to put each gate into operation at normal speed.
  public let gates: GateDays

  init(id: String, _ reader: ObjectReader) {
    self.id = id
    country = reader.choice("country", Country.self, meaning: "home country")
    spend = reader.parameter(
      "spend_usd_per_year", .dollarsPerYear, meaning: "spend served at day 0; sets the lab's share")
    usShare = reader.parameter(
      "us_spend_share", .share, meaning: "share of that spend by customers in the United States")
    margin = reader.parameter(
      "margin_share", .share, meaning: "price less avoidable cost, as a share of sales")
    computeShare = reader.parameter(
      "compute_share", .share, meaning: "compute bought for each dollar of sales")
    staff = reader.parameter("staff_count", .weight, meaning: "technical staff")
    foreignStaffShare = reader.parameter(
      "foreign_staff_share", .share, meaning: "technical staff who are foreign persons (EAR)")
    weightAccessShare = reader.parameter(
      "weight_access_share", .share, meaning: "technical staff who work with weights in sight")
    wage = reader.parameter(
      "wage_usd_per_year", .dollarsPerYear, meaning: "cost of one technical employee")
    reassignedProductivity = reader.parameter(
      "reassigned_productivity_share", .share,
      meaning: "productivity of barred staff when given other work")
    trust = reader.parameter(
      "trust_share", .share, meaning: "trust between the lab and the government on day 0")
    safeguards = LayeredSafeguards(
      reader.object("safeguards", meaning: "share of misuse that each layer lets through"))
    gates = GateDays(reader.object("gates", meaning: "days to put each gate into operation"))
    reader.finish()
  }
}

/// Days of work, at a lab's normal speed, until a means of telling users apart operates.
public struct GateDays: Sendable {
  /// Nationality verification of every user.
  public let nationality: Parameter
  /// A classifier that filters controlled outputs.
  public let output: Parameter
  /// Access limited to a list of organisations.
  public let roster: Parameter
  /// Blocking by place of access.
  public let location: Parameter
  /// Screening of listed parties.
  public let listedParty: Parameter
  /// Hosting moved to permitted regions, and staff who see weights set apart.
  public let regionAndStaff: Parameter

  init(_ reader: ObjectReader) {
    nationality = reader.parameter(
      "nationality_days", .days, meaning: "days to verify every user's nationality")
    output = reader.parameter(
      "output_days", .days, meaning: "days to filter controlled outputs by classifier")
    roster = reader.parameter(
      "roster_days", .days, meaning: "days to limit access to a list of organisations")
    location = reader.parameter("location_days", .days, meaning: "days to block by place")
    listedParty = reader.parameter(
      "listed_party_days", .days, meaning: "days to screen listed parties; 0 = already built")
    regionAndStaff = reader.parameter(
      "region_and_staff_days", .days,
      meaning: "days to move hosting to permitted regions and ring-fence staff")
    reader.finish()
  }

  /// The parameter of one gate.
  public subscript(gate: Gate) -> Parameter {
    switch gate {
    case .nationality: nationality
    case .output: output
    case .roster: roster
    case .location: location
    case .listedParty: listedParty
    case .regionAndStaff: regionAndStaff
    }
  }
}

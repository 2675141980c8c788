/// A reseller and host of models.
public struct Cloud: Sendable {
  /// Id in the scenario.
  public let id: String
  /// Share of a lab's sales that goes through this cloud, by lab id.
  public let salesShares: [(lab: String, share: Parameter)]
  /// The cloud's part of the sales it resells.
  public let resaleMargin: Parameter
  /// Yearly spend that a lab has committed to this cloud, by lab id.
  public let commitments: [(lab: String, usdPerYear: Parameter)]
  /// Share of its customers abroad who are served from copies of the weights hosted abroad.
  public let foreignHostedShare: Parameter
  /// Days by which it follows a lab's suspension or restoration.
  public let followLag: Parameter
  /// Stake in a lab, paid and contingent, US dollars, by lab id.
  public let stakes: [(lab: String, usd: Parameter)]
  /// Mean days from a model's release until its red team finds a bypass.
  public let redTeamDays: Parameter
  /// How far it owes the government word of a danger: government contracts, security duty.
  public let securityDuty: Parameter
  /// Probability that it suspends as soon as the order binds, before the lab has complied.
  public let precedeProbability: Parameter

  init(id: String, _ reader: ObjectReader) {
    self.id = id
    let shares = reader.object("sales_share", meaning: "share of each lab's sales resold here")
    salesShares = shares.keys.map { lab in
      (lab, shares.parameter(lab, .share, meaning: "share of \(lab)'s sales through \(id)"))
    }
    shares.finish()
    resaleMargin = reader.parameter(
      "resale_margin_share", .share, meaning: "the cloud's part of the sales it resells")
    let pledges = reader.object("commitments_usd_per_year", meaning: "spend labs committed here")
    commitments = pledges.keys.map { lab in
      (
        lab, pledges.parameter(lab, .dollarsPerYear, meaning: "spend \(lab) committed to \(id)")
      )
    }
    pledges.finish()
    foreignHostedShare = reader.parameter(
      "foreign_hosted_share", .share,
      meaning: "customers abroad served from weights hosted abroad")
    followLag = reader.parameter(
      "follow_lag_days", .days, meaning: "lag behind a lab's suspension or restoration")
    let stakeReader = reader.object("stake_usd", meaning: "stakes in labs, paid and contingent")
    stakes = stakeReader.keys.map { lab in
      (lab, stakeReader.parameter(lab, .dollars, meaning: "stake of \(id) in \(lab)"))
    }
    stakeReader.finish()
    redTeamDays = reader.parameter(
      "red_team_days", .positiveDays,
      meaning: "mean days from release until its red team finds a bypass")
    securityDuty = reader.parameter(
      "security_duty_share", .share, meaning: "duty to tell the government of a danger")
    precedeProbability = reader.parameter(
      "precede_probability", .probability,
      meaning: "it suspends as soon as the order binds, before the lab; 0 = never")
    reader.finish()
  }
}

import ExportControls

/// A segment of customers: agents that each stand for many organisations.
public struct Segment: Sendable {
  /// Id in the scenario.
  public let id: String
  /// Weights of the countries its agents sit in.
  public let countries: Mix
  /// Weights of the nationalities of foreign persons among its seats.
  public let foreignNationalities: Mix
  /// Agents simulated.
  public let agents: Int
  /// Organisations one agent stands for; weighs reports, never behaviour.
  public let represents: Parameter
  /// Spend of one organisation, US dollars a year at the reference price.
  public let spend: Parameter
  /// Share of seats in the United States held by foreign persons; abroad every seat is.
  public let foreignSeatShare: Parameter
  /// Share of organisations running three or more model families.
  public let multiHomedShare: Parameter
  /// Share with a tested fail-over to another vendor.
  public let failoverShare: Parameter
  /// Median days to migrate a single-homed product.
  public let migrationDays: Parameter
  /// Cost of one migration of one organisation.
  public let migrationCost: Parameter
  /// Median days a single-homed customer waits before it starts to migrate.
  public let patienceDays: Parameter
  /// Share of agents that are listed end users.
  public let listedShare: Parameter
  /// Share of its use that is security work, where an over-block bites.
  public let securityShare: Parameter
  /// Whether its agents are federal agencies, which leave a designated lab.
  public let isFederal: Bool
  /// Share of its organisations that are federal contractors and leave too.
  public let federalContractorShare: Parameter
  /// Value lost, per dollar, by using a model of a lab from a given country.
  public let avoids: [(country: Country, penalty: Parameter)]

  init(id: String, _ reader: ObjectReader) {
    self.id = id
    countries = Mix(reader.object("countries", meaning: "weights of the countries of agents"))
    foreignNationalities = Mix(
      reader.object("foreign_nationalities", meaning: "weights of foreign persons' nationalities"))
    agents = reader.integer("agents", in: 0...100_000, meaning: "agents simulated")
    represents = reader.parameter("represents", .weight, meaning: "organisations per agent")
    spend = reader.parameter(
      "spend_usd_per_year", .dollarsPerYear, meaning: "spend of one organisation")
    foreignSeatShare = reader.parameter(
      "foreign_seat_share", .share, meaning: "seats in the United States held by foreign persons")
    multiHomedShare = reader.parameter(
      "three_families_share", .share, meaning: "organisations running three or more families")
    failoverShare = reader.parameter(
      "tested_failover_share", .share, meaning: "organisations with a tested fail-over")
    migrationDays = reader.parameter(
      "migration_days", .days, meaning: "median days to migrate to another vendor")
    migrationCost = reader.parameter(
      "migration_cost_usd", .dollars, meaning: "cost of one migration of one organisation")
    patienceDays = reader.parameter(
      "patience_days", .days, meaning: "median wait before a single-homed customer migrates")
    listedShare = reader.parameter(
      "listed_share", .share, meaning: "agents that are listed end users")
    securityShare = reader.parameter(
      "security_share", .share, meaning: "use that is security work")
    isFederal = reader.boolean(
      "federal", meaning: "its agents are federal agencies, which leave a designated lab")
    federalContractorShare = reader.parameter(
      "federal_contractor_share", .share,
      meaning: "organisations that are federal contractors and leave a designated lab")
    let penalties = reader.object(
      "avoids", meaning: "value lost per dollar with labs of a country")
    avoids = penalties.keys.compactMap { key in
      let penalty = penalties.parameter(
        key, .nonNegative, meaning: "value lost per dollar with a lab in \(key)")
      return penalties.country(key).map { ($0, penalty) }
    }
    penalties.finish()
    reader.finish()
  }
}

/// Weights over countries.
public struct Mix: Sendable {
  /// Country and weight, in the order of country codes.
  public let weights: [(country: Country, weight: Parameter)]

  init(_ reader: ObjectReader) {
    weights = reader.keys.compactMap { key in
      let weight = reader.parameter(key, .mixWeight, meaning: "weight of \(key)")
      return reader.country(key).map { ($0, weight) }
    }
    if weights.isEmpty {
      reader.report(nil, "needs at least one country", remedy: "for example { us: 1 }")
    }
    reader.finish()
  }
}

extension ObjectReader {
  /// The country a key names; reports a problem if it names none.
  func country(_ key: String) -> Country? {
    if let country = Country(rawValue: key) { return country }
    let near = nearestName(to: key, among: Country.allCases.map(\.rawValue))
    report(
      key, "unknown country '\(key)'",
      remedy: near.map { "did you mean '\($0)'?" } ?? "a two-letter code such as us, gb or de")
    return nil
  }
}

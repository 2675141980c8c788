/// A series of the timeline table: a number for every world and day.
public struct TimelineSeries: Sendable {
  /// Name in the column `series`.
  public let id: String
  /// Unit of the values.
  public let unit: String
  /// Meaning, in a sentence.
  public let meaning: String

  /// States a series.
  public init(id: String, unit: String, meaning: String) {
    self.id = id
    self.unit = unit
    self.meaning = meaning
  }

  /// Every series, in the order of the table.
  static let registry = [
    TimelineSeries(
      id: "service_share", unit: "share", meaning: "Spend-weighted share of seats served"),
    TimelineSeries(
      id: "quality_ratio", unit: "ratio",
      meaning: "Spend-weighted capability of the models in use, 0 while unserved"),
    TimelineSeries(
      id: "displaced_share", unit: "share",
      meaning: "Spend-weighted share of seats without the model they want, because of the order"),
    TimelineSeries(
      id: "foreign_share", unit: "share", meaning: "Foreign labs' share of usage dollars"),
    TimelineSeries(
      id: "open_share", unit: "share", meaning: "Open weights' share of usage dollars"),
    TimelineSeries(
      id: "defender_capability", unit: "ratio",
      meaning: "Staff-weighted capability of defenders, 1 = the best model of day 0"),
    TimelineSeries(
      id: "attacker_capability", unit: "ratio",
      meaning: "Capability in reach of attackers, 1 = the best model of day 0"),
    TimelineSeries(
      id: "unfixed_findings", unit: "findings",
      meaning: "Findings made since day 0 that wait for triage or a fix"),
  ]

  /// Appends the values of a world, series by series, a value for each day.
  static func sample(
    _ ledger: Ledger, _ future: Future, days: [Double], into values: inout [Double]
  ) {
    let rows = days.map { TimelinePoint(ledger, future, day: $0).values }
    for series in registry.indices {
      for row in rows { values.append(row[series]) }
    }
  }
}

/// The state of a world on one day.
private struct TimelinePoint {
  var values: [Double] = []

  init(_ ledger: Ledger, _ future: Future, day: Double) {
    var spend = (all: 0.0, served: 0.0, quality: 0.0, displaced: 0.0)
    var staff = (all: 0.0, capable: 0.0)
    for pool in 0..<(2 * future.agents.count) {
      let agent = future.agents[pool >> 1]
      let seats = pool & 1 == 1 ? agent.foreignShare : 1 - agent.foreignShare
      let code = ledger.paths.code(pool, on: day)
      let mix = Int(agent.mix)
      let worth =
        code.isServed
        ? future.worth.value(mix, code.model, code.filtering) : future.worth.bare[mix]
      if agent.isDefender {
        let persons = agent.weight * agent.staff * seats
        staff.all += persons
        staff.capable += persons * worth
      } else {
        let dollars = agent.weight * agent.spend * seats
        spend.all += dollars
        if code.isServed { spend.served += dollars }
        if code.isDisplaced { spend.displaced += dollars }
        spend.quality += dollars * worth
      }
    }
    let shares = MarketShares(future, ledger, day: day)
    let attack = ledger.attack.last { $0.day <= day }?.capability ?? 0
    var waiting = 0.0
    for (number, flaw) in future.flaws.enumerated()
    where ledger.foundDay[number] <= day && ledger.fixedDay[number] > day {
      waiting += flaw.represents
    }
    func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : .nan }
    values = [
      ratio(spend.served, spend.all), ratio(spend.quality, spend.all),
      ratio(spend.displaced, spend.all), shares.foreign, shares.open,
      ratio(staff.capable, staff.all), attack, waiting,
    ]
  }
}

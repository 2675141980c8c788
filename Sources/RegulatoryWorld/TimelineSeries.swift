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

  /// Appends the values of a world, series by series, a value for each day, in ascending order.
  static func sample(
    _ ledger: Ledger, _ future: Future, days: [Double], into values: inout [Double]
  ) {
    var points = [TimelinePoint](repeating: TimelinePoint(), count: days.count)
    for pool in 0..<(2 * future.agents.count) {
      ledger.paths.forEachState(of: pool, on: days) { indices, code in
        let share = TimelinePoint(pool, code, future)
        for index in indices { points[index] += share }
      }
    }
    for (number, flaw) in future.flaws.enumerated() {
      let (found, fixed) = (ledger.foundDay[number], ledger.fixedDay[number])
      guard let last = days.last, found <= last else { continue }
      for index in days.indices where found <= days[index] && fixed > days[index] {
        points[index].waiting += flaw.represents
      }
    }
    let first = values.count
    for _ in 0..<(registry.count * days.count) { values.append(0) }
    for (number, day) in days.enumerated() {
      let row = points[number].values(on: day, ledger)
      for series in row.indices { values[first + series * days.count + number] = row[series] }
    }
  }
}

/// The state of a world on one day, or what one pool adds to it.
private struct TimelinePoint {
  /// US dollars a day, those served, at the capability in use, and displaced.
  var spend = 0.0
  var served = 0.0
  var quality = 0.0
  var displaced = 0.0
  /// Dollars spent on foreign labs, and on open weights.
  var foreign = 0.0
  var open = 0.0
  /// Persons of defenders, and at the capability in use.
  var staff = 0.0
  var capable = 0.0
  /// Findings made that wait for triage or a fix.
  var waiting = 0.0

  init() {}

  init(_ pool: Int, _ code: PathCode, _ future: Future) {
    let agent = future.agents[pool >> 1]
    let isForeign = pool & 1 == 1
    let mix = Int(agent.mix)
    let worth =
      code.isServed
      ? future.worth.value(mix, code.model, code.filtering) : future.worth.bare[mix]
    if agent.isDefender {
      staff = agent.persons(foreign: isForeign)
      capable = staff * worth
      return
    }
    spend = agent.dollars(foreign: isForeign)
    quality = spend * worth
    if code.isDisplaced { displaced = spend }
    guard code.isServed else { return }
    let model = future.models[code.model]
    served = spend
    if future.labs[model.lab].country != .us { foreign = spend }
    if model.isOpen { open = spend }
  }

  static func += (sum: inout TimelinePoint, share: TimelinePoint) {
    sum.spend += share.spend
    sum.served += share.served
    sum.quality += share.quality
    sum.displaced += share.displaced
    sum.foreign += share.foreign
    sum.open += share.open
    sum.staff += share.staff
    sum.capable += share.capable
  }

  /// The values of the series, in order of the registry.
  func values(on day: Double, _ ledger: Ledger) -> InlineArray<8, Double> {
    func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : .nan }
    return [
      ratio(served, spend), ratio(quality, spend), ratio(displaced, spend),
      served > 0 ? foreign / served : 0, served > 0 ? open / served : 0, ratio(capable, staff),
      ledger.attack.last { $0.day <= day }?.capability ?? 0, waiting,
    ]
  }
}

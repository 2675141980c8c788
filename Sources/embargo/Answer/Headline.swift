import Experiments
import RegulatoryWorld
import Scenarios

/// The outcomes that the answer on the screen is made of.
enum Headline {
  static let disruption = "market_disruption_usd"
  static let disruptionShare = "market_disruption_pct"
  /// The seven parts that add up to the disruption.
  static let parts = [
    "outage_loss_usd", "release_delay_usd", "quality_loss_usd", "lost_margin_usd",
    "migration_cost_usd", "idle_compute_usd", "staff_cost_usd",
  ]
  static let defenders = "defender_capability_loss_pct"
  static let affected = "defender_capability_loss_affected_pct"
  static let added = "incidents_added"
  static let avoided = "incidents_avoided"
  static let netIncidents = "net_incidents"
  static let netHarm = "net_harm"
  static let partialRelief = "days_to_partial_relief"
  static let fullRelief = "days_to_full_relief"
  static let observed = "days_observed"
  static let trigger = "trigger_met"
  static let usService = "us_service_half_days"
  static let reachesIncident = "order_reaches_incident"

  /// Losses by defender group.
  static let groups = Outcomes.registry.map(\.id).filter {
    $0.hasPrefix(groupPrefix) && $0.hasSuffix("_pct") && $0 != affected && $0 != defenders
  }
  private static let groupPrefix = "defender_capability_loss_"

  /// Every outcome of the answer, in the order in which it tells them.
  static let all =
    [disruption, disruptionShare] + parts + [defenders, affected] + groups
    + [added, avoided, netIncidents, netHarm, partialRelief, fullRelief]

  /// The outcomes that are told of each experiment of a sweep.
  static let ofSweeps = [disruption, disruptionShare, defenders, netIncidents, netHarm]

  /// A part in words: `outage_loss_usd` is `outage loss`.
  static func words(part: String) -> String {
    part.dropLast("_usd".count).split(separator: "_").joined(separator: " ")
  }

  /// A group by its id: `defender_capability_loss_other_us_pct` is `other-us`.
  static func name(group: String) -> String {
    group.dropFirst(groupPrefix.count).dropLast("_pct".count).split(separator: "_")
      .joined(separator: "-")
  }

  static let disclaimer =
    "Model estimates under stated assumptions; not forecasts and not legal advice."
}

/// What a run or a sweep found, with what it was of, for any way of telling it.
struct Findings {
  let name: String
  let title: String
  let startDate: String
  let horizonDays: Double
  let seed: UInt64
  /// The acting regimes: everything told is a difference to `none`, or a level under an order.
  let regimes: [String]
  let perDraw: Int
  let goal: PrecisionGoal?
  let design: Design
  /// What is known of the design's addresses.
  let swept: [DrawnParameter]
  let told: ToldResult
  let folder: String
  /// What the command line changed in the scenario, as `ADDRESS=VALUE`.
  let changes: [String]

  init(
    _ sweep: Sweep, plan: RunPlan, settings: [(path: String, value: String)],
    folder: String, told: ToldResult
  ) {
    let base = sweep.base
    name = base.name
    title = base.title
    startDate = "\(base.startDate)"
    horizonDays = base.horizonDays
    seed = plan.seed
    regimes = Array(Study(base).regimes.dropFirst())
    perDraw = plan.perDraw
    goal = plan.precision
    design = sweep.design
    swept = sweep.swept
    self.told = told
    self.folder = folder
    changes = settings.filter { $0.path != "seed" && $0.path != "replications" }
      .map { "\($0.path) = \($0.value)" }
  }

  var isSweep: Bool { design != .single }

  /// The answer of a run.
  var answer: Answer {
    guard let answer = told.answer else { preconditionFailure("a run has an answer") }
    return answer
  }

  func summary(_ regime: String, _ outcome: String) -> Summary? {
    answer.summary(regime: regime, outcome: outcome)
  }
}

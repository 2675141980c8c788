import Scenarios
import Stochastics

/// The bypass and the order, scripted or drawn; the same in every regime.
struct Incident {
  /// Index of the bypassed model; nil if none.
  var model: Int?
  /// Day the bypass is found.
  var foundDay = Double.infinity
  /// Index of the finding cloud; nil if a lab or researcher found it.
  var finderCloud: Int?
  /// Models the order names.
  var targets: [Int] = []
  /// Day the order is issued.
  var orderDay = Double.infinity
  /// Day from which attackers hold the bypass.
  var heldDay = Double.infinity
  /// Day a voluntary fix ships; infinite if none does.
  var fixDay = Double.infinity

  init(
    scenario: Scenario, index: Index, draw: Draw, root: StreamKey, _ models: [ModelTraits]
  ) {
    var ordered = false
    for event in scenario.timeline {
      switch event.kind {
      case .bypassFound(let name, let finder, _):
        model = index.models[name]
        foundDay = draw[event.day]
        finderCloud = index.clouds[finder]
      case .order(let names):
        targets = names.compactMap { index.models[$0] }
        orderDay = draw[event.day]
        ordered = true
      }
    }
    if model == nil { discover(scenario, draw, root, models) }
    if !ordered, let model {
      targets = [model]
      orderDay = foundDay + draw[scenario.regulator.triggerToOrderDays]
    }
    if let model { follow(scenario, draw, root.child("bypass").child(models[model].key)) }
  }

  /// Where no bypass is scripted, the first that is reported on a closed model for everyone.
  private mutating func discover(
    _ scenario: Scenario, _ draw: Draw, _ root: StreamKey, _ models: [ModelTraits]
  ) {
    let mean = draw[scenario.regulator.bypassReportDays]
    for (number, candidate) in models.enumerated()
    where !candidate.isOpen && !candidate.isVetted && candidate.releaseDay >= 0 {
      let key = root.child("discovery").child(candidate.key)
      let day = candidate.releaseDay + key.exponential() * mean
      if day < foundDay {
        foundDay = day
        model = number
      }
    }
  }

  private mutating func follow(_ scenario: Scenario, _ draw: Draw, _ key: StreamKey) {
    let attackers = scenario.attackers
    if key.child("held").uniform() < draw[attackers.bypassHeldProbability] {
      heldDay = foundDay + key.child("lag").exponential() * draw[attackers.bypassLagDays]
    }
    let fix = scenario.regulator.fix
    let chance = draw[fix.voluntaryProbability] * draw[scenario.mechanisms.fix]
    if key.child("fix").uniform() < chance { fixDay = foundDay + draw[fix.days] }
  }
}

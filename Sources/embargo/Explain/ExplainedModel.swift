import ExportControls
import Scenarios

/// What the law looks at in a model, read from a scenario as the simulated world reads it, with
/// every uncertain number at its median.
struct ExplainedModel {
  /// How the scenario tells which models the order names.
  enum Naming {
    /// An order in the timeline has a list.
    case scripted(index: Int)
    /// The timeline has a bypass, and the order that follows names its model.
    case followsBypass
    /// Chance decides; the model is looked at as if the order named it.
    case supposed
  }

  let model: Model
  let lab: Lab
  let facts: ModelFacts
  let naming: Naming
  /// The models that the order names, as far as the scenario says.
  let targets: [String]
  /// The model whose bypass the timeline holds, if it holds one.
  let bypassed: String?
  /// The day of the order; day 0 where nothing in the scenario dates it.
  let orderDay: Double
  let capability: Double
  /// The most capable of the models whose weights are out on the day of the order.
  let bestOpen: (id: String, capability: Double)?
  let releaseDay: Double
  /// The numbers that these facts rest on.
  let parameters: [Parameter]

  /// Whether open weights are still to be published on the day of the order.
  var isPending: Bool { model.weights == .open && releaseDay > orderDay }

  /// Whether that the order names the model is supposed, and not read from the scenario.
  var isNamingSupposed: Bool {
    switch naming {
    case .scripted, .followsBypass: false
    case .supposed: true
    }
  }

  init(_ model: Model, of lab: Lab, in scenario: Scenario, _ draw: Draw) {
    var incident = Incident()
    for (index, event) in scenario.timeline.enumerated() { incident.read(event, at: index) }
    self.model = model
    self.lab = lab
    naming = incident.naming
    targets = incident.targets ?? incident.bypass.map { [$0.model] } ?? []
    bypassed = incident.bypass?.model
    let dates = incident.dates(in: scenario)
    orderDay = dates.reduce(0) { $0 + draw[$1] }
    capability = draw[model.capability.general]
    releaseDay = draw[model.releaseDay]
    let day = orderDay
    let open = scenario.models.filter { $0.weights == .open && draw[$0.releaseDay] <= day }
    bestOpen = open.map { ($0.id, draw[$0.capability.general]) }.max { $0.1 < $1.1 }
    let isNamed: Bool
    switch naming {
    case .scripted, .followsBypass: isNamed = targets.contains(model.id)
    case .supposed: isNamed = true
    }
    facts = ModelFacts(
      named: isNamed, weightsPublished: model.weights == .open,
      trainingFLOP: draw[model.trainingFLOP],
      aboveBestOpen: capability > (bestOpen?.capability ?? 0),
      testedOutputsMatchControlledEntry: model.outputsMatchControlledEntry, madeIn: lab.country)
    let releases = scenario.models.filter { $0.weights == .open || $0.id == model.id }
      .map(\.releaseDay)
      .filter { parameter in
        let support = scenario.parameters[parameter].distribution.support
        return support.lowerBound <= day && day < support.upperBound
      }
    parameters =
      [model.trainingFLOP, model.capability.general] + open.map(\.capability.general)
      + releases + dates
  }
}

/// What the timeline holds of the bypass and the order, of each one at most.
private struct Incident {
  var bypass: (model: String, day: Parameter)?
  var order: (index: Int, day: Parameter)?
  var targets: [String]?

  mutating func read(_ event: ScriptedEvent, at index: Int) {
    switch event.kind {
    case .bypassFound(let found): bypass = (found.model, event.day)
    case .demand, .designation: break
    case .order(let names):
      order = (index, event.day)
      targets = names
    }
  }

  var naming: ExplainedModel.Naming {
    if let order { return .scripted(index: order.index) }
    return bypass == nil ? .supposed : .followsBypass
  }

  /// The numbers that add up to the day of the order.
  func dates(in scenario: Scenario) -> [Parameter] {
    if let order { return [order.day] }
    return bypass.map { [$0.day, scenario.regulator.assessment.days] } ?? []
  }
}

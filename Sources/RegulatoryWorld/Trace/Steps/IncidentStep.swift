import ExportControls
import Scenarios

/// Processes 2 to 5: the bypass and what is done about it before any order.
enum IncidentStep: Hashable {
  case bypassFound(model: Int32)
  case attackersHoldBypass(model: Int32)
  case labTold(model: Int32)
  case governmentTold(model: Int32)
  case judged(judgement: Double, threshold: Double, isGrave: Bool)
  case reviewed(finding: Double, threshold: Double, isRebuttal: Bool)
  case demanded(days: Double)
  case answered(model: Int32, DemandAnswer)
  case fixStarted(model: Int32)
  case fixShipped(model: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .bypassFound(let model):
      return Telling(
        "bypass_found", by: names.finder,
        "finds a bypass of \(names.model(model)), severity"
          + " \(names.figure(names.future.incident.severity)), and"
          + " \(IncidentStep.words(names.future.incident.route))")
    case .attackersHoldBypass(let model):
      return Telling(
        "attackers_hold_bypass", by: "attackers", "hold the bypass of \(names.model(model))")
    case .labTold(let model):
      return Telling(
        "lab_told", by: names.lab(ofModel: model),
        "has the report on the bypass of \(names.model(model))"
          + (names.future.incident.fixesUnasked ? " and will fix it unasked" : ""))
    case .governmentTold(let model):
      return Telling(
        "government_told", by: "regulator", "has the report on the bypass of \(names.model(model))")
    case .judged(let judgement, let threshold, let isGrave):
      return Telling(
        "bypass_judged", by: "regulator",
        "takes its uplift for \(names.figure(judgement)) (truly"
          + " \(names.figure(names.future.incident.uplift))),"
          + " \(isGrave ? "above" : "not above") the \(names.figure(threshold)) on which it acts")
    case .reviewed(let finding, let threshold, let isRebuttal):
      return Telling(
        "experts_review", by: "experts",
        "find an uplift of \(names.figure(finding)), \(isRebuttal ? "below" : "not below") the"
          + " \(names.figure(threshold)) that calls for action"
          + (isRebuttal ? ": the lab has its rebuttal" : ""))
    case .demanded(let days):
      return Telling(
        "fix_demanded", by: "regulator",
        "demands that \(names.models(names.future.incident.targets)) be fixed or suspended within"
          + " \(names.figure(days)) days")
    case .answered(let model, let answer):
      return Telling(
        "demand_answered", by: names.lab(ofModel: model), IncidentStep.words(answer))
    case .fixStarted(let model):
      return Telling(
        "fix_started", by: names.lab(ofModel: model),
        "works on a filter for \(names.model(model)),"
          + " \(names.figure(names.future.incident.fixWork, 0)) days of work")
    case .fixShipped(let model):
      let block = names.future.worth.overBlock[Filtering.fix.rawValue]
      return Telling(
        "fix_shipped", by: names.lab(ofModel: model),
        "ships a filter on \(names.model(model)), which when whole blocks"
          + " \(names.figure(100 * block, 0)) % of security work with it")
    }
  }

  private static func words(_ route: DisclosureRoute) -> String {
    switch route {
    case .lab: "tells the lab"
    case .government: "tells the government, and not the lab"
    case .both: "tells the lab and the government"
    case .public: "publishes it"
    case .nobody: "tells nobody"
    }
  }

  private static func words(_ answer: DemandAnswer) -> String {
    switch answer {
    case .refuses: "neither fixes nor suspends: a fix would weaken defence"
    case .fixes: "promises a fix"
    case .fixesInPart: "promises a fix in part"
    case .suspends: "takes the models off the market until they are fixed"
    }
  }
}

extension Storyteller {
  /// Who found the bypass.
  var finder: String {
    switch future.incident.finder {
    case .cloud(let number): cloud(number)
    case .lab(let number): lab(number)
    case .researcher: "researcher"
    case .attackers: "attackers"
    }
  }
}

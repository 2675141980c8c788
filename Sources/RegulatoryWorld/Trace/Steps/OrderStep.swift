import ExportControls

/// Process 7, the order, and process 15, its extension.
enum OrderStep: Hashable {
  case issued
  /// The theory is the regulator's own choice.
  case theoryChosen
  /// The incident shows what the theory asks for.
  case triggerMet
  case takesEffect
  case leaked
  case extended(model: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .issued:
      let targets = names.future.incident.targets
      let days = names.regime?.daysBeforeItBinds ?? 0
      let form = names.regime.map { $0.effect == .letter ? "letter" : "rule" } ?? "order"
      let notice = days > 0 ? ", binding in \(names.figure(days)) days" : ""
      let secrecy = names.regime?.publicLetter == false ? ", its grounds not public" : ""
      return Telling(
        "order_issued", by: "regulator",
        "orders by \(form) a control that names \(names.models(targets))\(notice)\(secrecy)",
        grounds: targets.first.map { names.grounds(ofReachTo: $0, named: true) } ?? [])
    case .theoryChosen:
      return Telling(
        "theory_chosen", by: "regulator",
        "rests the order on \(names.theory), the theory of its choice")
    case .triggerMet:
      let reach = names.regime?.triggerMet(by: names.future.incident.evidence)
      return Telling(
        "trigger_met", by: "regulator",
        "has what the theory itself asks for: \(names.regime.map(OrderStep.shown) ?? "")",
        grounds: reach?.citations ?? [])
    case .takesEffect:
      return Telling("order_takes_effect", by: "regulator", "the order binds")
    case .leaked:
      return Telling("letter_leaked", by: "press", "makes the grounds of the order known")
    case .extended(let model):
      return Telling(
        "order_extended", by: "regulator",
        "extends the order to \(names.model(model)) of \(names.lab(ofModel: model))",
        grounds: names.grounds(ofReachTo: Int(model), named: true))
    }
  }

  /// What an incident has shown that meets a theory's own trigger.
  private static func shown(_ regime: Regime) -> String {
    switch regime.trigger {
    case .capabilityDemonstration: "controlled outputs, shown and reproduced"
    case .endUseIntelligence: "intelligence of a listed end user"
    case .weightMovement: "weights that have moved"
    case .listing: "the model on a list"
    }
  }
}

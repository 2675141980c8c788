import ExportControls

/// Process 7, the order, and process 15, its extension.
enum OrderStep: Hashable {
  case issued
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
    case .takesEffect:
      return Telling("order_takes_effect", by: "regulator", "the order binds")
    case .leaked:
      return Telling("letter_leaked", by: "press", "makes the grounds of the letter known")
    case .extended(let model):
      return Telling(
        "order_extended", by: "regulator",
        "extends the order to \(names.model(model)) of \(names.lab(ofModel: model))",
        grounds: names.grounds(ofReachTo: Int(model), named: true))
    }
  }
}

/// Processes 2 to 5: the bypass and what is done about it before any order.
enum IncidentStep: Hashable {
  case bypassFound(model: Int32)
  case attackersHoldBypass(model: Int32)
  case fixShipped(model: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .bypassFound(let model):
      let cloud = names.future.incident.finderCloud.map { names.cloud($0) }
      return Telling(
        "bypass_found", by: cloud ?? "researcher", "find a bypass of \(names.model(model))")
    case .attackersHoldBypass(let model):
      return Telling(
        "attackers_hold_bypass", by: "attackers", "hold the bypass of \(names.model(model))")
    case .fixShipped(let model):
      let block = names.future.worth.overBlock[Filtering.fix.rawValue]
      return Telling(
        "fix_shipped", by: names.lab(ofModel: model),
        "ships a filter on \(names.model(model)), which blocks \(names.figure(100 * block, 0)) %"
          + " of security work with it")
    }
  }
}

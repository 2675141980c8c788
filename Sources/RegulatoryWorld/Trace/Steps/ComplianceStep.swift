import ExportControls

/// Process 8, compliance: suspension, gates, clouds and staff.
enum ComplianceStep: Hashable {
  /// Those obliged comply; labs among them or not.
  case begins(Bool)
  /// A lab stops what it cannot tell apart.
  case serviceStops(model: Int32, hasGate: Bool)
  /// What the order binds of a model is not its use: copies abroad, downloads.
  case handlingStops(model: Int32)
  /// A cloud stops before the lab has.
  case cloudPrecedes(cloud: Int32)
  case cloudFollows(cloud: Int32)
  case cloudRestores(cloud: Int32)
  case gateStarted(lab: Int32, gate: Int32)
  case gateBuilt(lab: Int32, gate: Int32)
  case staffBarred(lab: Int32, share: Double)
  case staffRestored(lab: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .begins(let labs):
      return Telling(
        "compliance_begins", by: labs ? "labs" : "clouds",
        "do what the order asks of them")
    case .serviceStops(let model, _) where names.future.models[Int(model)].isOpen:
      return Telling(
        "handling_suspended", by: names.lab(ofModel: model),
        "cannot call back the weights of \(names.model(model)), and hands out no new copies",
        grounds: [.copiesAlreadyOut] + names.grounds(ofReachTo: Int(model), named: true))
    case .serviceStops(let model, let hasGate):
      return Telling(
        hasGate ? "service_restricted" : "service_suspended", by: names.lab(ofModel: model),
        hasGate
          ? "keeps \(names.model(model)) from those restricted, whom it can tell from the rest"
          : "suspends \(names.model(model)) for everyone: it cannot tell whom it may serve",
        grounds: [hasGate ? .gatesSuffice : .cannotSeparate]
          + names.grounds(ofReachTo: Int(model), named: true))
    case .handlingStops(let model):
      return Telling(
        "handling_suspended", by: names.lab(ofModel: model),
        "serves \(names.model(model)) on, and stops what moves its weights",
        grounds: names.grounds(ofReachTo: Int(model), named: true))
    case .cloudPrecedes(let cloud):
      return Telling(
        "cloud_suspends_first", by: names.cloud(cloud),
        "stops of its own accord what the order names, before the labs do")
    case .cloudFollows(let cloud):
      return Telling(
        "cloud_suspends", by: names.cloud(cloud), "applies to what it resells what the labs apply")
    case .cloudRestores(let cloud):
      return Telling(
        "cloud_restores", by: names.cloud(cloud), "serves what it resells as before the order")
    case .gateStarted(let lab, let gate):
      return Telling(
        "gate_started", by: names.lab(lab), "starts work on \(ComplianceStep.words(gate))")
    case .gateBuilt(let lab, let gate):
      return Telling(
        "gate_built", by: names.lab(lab), "has \(ComplianceStep.words(gate)) in operation",
        grounds: [.gatesSuffice])
    case .staffBarred(let lab, let share):
      return Telling(
        "staff_barred", by: names.lab(lab),
        "bars foreign staff\(isWeights(names) ? " who work with weights in sight" : ""),"
          + " \(names.figure(100 * share, 0)) % of the technical staff",
        grounds: names.grounds(ofStaffOf: Int(lab)))
    case .staffRestored(let lab):
      return Telling("staff_restored", by: names.lab(lab), "lets its foreign staff back")
    }
  }

  private func isWeights(_ names: Storyteller) -> Bool { names.regime?.itemScope == .weights }

  static func words(_ gate: Int32) -> String {
    switch Gate.allCases[Int(gate)] {
    case .output: "a filter of controlled outputs"
    case .nationality: "a check of nationality"
    case .location: "a check of location"
    case .listedParty: "screening of listed parties"
    case .roster: "a roster of trusted partners"
    case .regionAndStaff: "hosting at home and ring-fenced staff"
    }
  }
}

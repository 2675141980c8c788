/// Something a history tells of, as plain data: one case for each process, in order of the model.
enum Happening: Hashable {
  case release(ReleaseStep)
  case incident(IncidentStep)
  case order(OrderStep)
  case compliance(ComplianceStep)
  case demand(DemandStep)
  case abroad(AbroadStep)
  case relief(ReliefStep)
  case politics(PoliticsStep)
  case standard(StandardStep)
  case licensing(LicensingStep)
  case designation(DesignationStep)
  case defence(DefenceStep)
  case attack(AttackStep)
  case audit(AuditStep)
  case research(ResearchStep)

  /// What happened, in words.
  func told(by names: Storyteller) -> Telling {
    switch self {
    case .release(let step): step.told(by: names)
    case .incident(let step): step.told(by: names)
    case .order(let step): step.told(by: names)
    case .compliance(let step): step.told(by: names)
    case .demand(let step): step.told(by: names)
    case .abroad(let step): step.told(by: names)
    case .relief(let step): step.told(by: names)
    case .politics(let step): step.told(by: names)
    case .standard(let step): step.told(by: names)
    case .licensing(let step): step.told(by: names)
    case .designation(let step): step.told(by: names)
    case .defence(let step): step.told(by: names)
    case .attack(let step): step.told(by: names)
    case .audit(let step): step.told(by: names)
    case .research(let step): step.told(by: names)
    }
  }
}

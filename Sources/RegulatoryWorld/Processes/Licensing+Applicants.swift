import ExportControls
import Stochastics

// Process 11, who applies: labs for whole classes of destination, customers where they are the
// exporter; and how often they are granted what they ask for.
extension World {
  mutating func beginLicensing(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil, let law else { return }
    let parameters = future.scenario.regulator.licensing
    let draw = future.draw
    guard law.regime.personScope != .listedEndUsers,
      future.labs.indices.contains(where: { isTouched(lab: $0) })
    else { return }
    for lab in future.labs.indices where isTouched(lab: lab) {
      for licence in LicenceClass.allCases where needsLicence(lab, licence) {
        licensing.need(licence, of: lab)
        let key = future.root.child("application").child(future.labs[lab].key)
          .child(licence.rawValue)
        licensing.applications.append(
          Application(
            lab: Int32(lab), licence: Int32(licence.rawValue), attempt: 0, filedDay: .infinity,
            key: key))
        agenda.schedule(
          .applicationFiled(application: Int32(licensing.applications.count - 1)),
          at: agenda.now + draw[parameters.preparationDays])
      }
    }
    if law.regime.obligated.contains(.customers) { applyAsCustomers(&agenda) }
    beginBackground(&agenda)
  }

  /// Whether the control changes anything for users of a lab's models.
  private func isTouched(lab: Int) -> Bool {
    guard let law else { return false }
    return future.models.indices.contains {
      future.models[$0].lab == lab && law.touches($0, named: order.isNamed[$0])
    }
  }

  /// Whether the control keeps anything of a lab from persons of a class, listed ones apart.
  private func needsLicence(_ lab: Int, _ licence: LicenceClass) -> Bool {
    guard let law else { return false }
    for model in future.models.indices where future.models[model].lab == lab {
      let named = order.isNamed[model]
      if licence == .deemed, law.barsStaff(model, named: named) { return true }
      for (number, recipient) in future.classes.enumerated() where !recipient.isListed {
        guard LicenceClass(recipient) == licence else { continue }
        if law.restrictsUse(model, named: named, class: number, asPartner: false)
          || law.barsHosting(model, named: named, class: number)
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether relief has made an application needless.
  func isMoot(_ application: Application) -> Bool {
    application.lab >= 0 && relief.isCorrected
      && application.licence == Int32(LicenceClass.allied.rawValue)
  }

  /// Customers abroad whose model is bound apply as exporters: one application for each agent.
  ///
  /// Its mark belongs to the agent; those who spend too little do not apply.
  private mutating func applyAsCustomers(_ agenda: inout Agenda) {
    let parameters = future.scenario.regulator.licensing
    let draw = future.draw
    for (number, agent) in future.agents.enumerated()
    where agent.isAbroad && !agent.isDefender && agent.weight > 0
      && agent.spend * 365 >= draw[parameters.customerMinimum] && mayFile(number)
    {
      let key = agent.key.child("licence")
      guard key.child("files").uniform() < draw[parameters.customerFilingShare] else { continue }
      let licence: LicenceClass = agent.isAllied ? .allied : .other
      licensing.applications.append(
        Application(
          lab: -1, agent: Int32(number), licence: Int32(licence.rawValue), attempt: 0,
          filedDay: .infinity, key: key))
      agenda.schedule(
        .applicationFiled(application: Int32(licensing.applications.count - 1)),
        at: agenda.now + draw[parameters.preparationDays])
    }
  }

  /// Whether the control takes something from an agent abroad that its lab sells to everybody, and
  /// it is no listed end user.
  private func mayFile(_ agent: Int) -> Bool {
    let wanted = Int(demand.pools[2 * agent + 1].wanted)
    let number = Int(future.agents[agent].foreignClass)
    guard wanted >= 0, !future.classes[number].isListed, let law else { return false }
    return future.models.indices.contains {
      future.models[$0].lab == future.models[wanted].lab && !future.models[$0].isVetted
        && (law.restrictsUse($0, named: order.isNamed[$0], class: number, asPartner: false)
          || law.barsHosting($0, named: order.isNamed[$0], class: number))
    }
  }

  /// What labs apply for covers a whole class of destination, which the published shares, of
  /// ordinary applications, do not.
  ///
  /// A customer's application is an ordinary one.
  func approval(_ application: Application) -> Double {
    let ordinary = ordinaryApproval(Int(application.licence))
    guard application.lab >= 0 else { return ordinary }
    return future.draw[future.scenario.regulator.licensing.classWideRatio] * ordinary
  }

  private func ordinaryApproval(_ licence: Int) -> Double {
    let parameters = future.scenario.regulator.licensing
    guard let law else { return 0 }
    switch law.regime.reviewPolicy {
    case .presumptionOfApproval: return future.draw[parameters.approvalAllied]
    case .presumptionOfDenial: return future.draw[parameters.approvalUnderPresumptionOfDenial]
    case .caseByCase:
      let isAllied = licence == LicenceClass.allied.rawValue
      return future.draw[isAllied ? parameters.approvalAllied : parameters.approvalOther]
    }
  }
}

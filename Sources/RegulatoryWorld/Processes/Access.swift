import ExportControls

// Who may use which model at this instant: where the law's answers, the gates, the clouds and
// relief meet. Nothing here changes state.
//
// It is asked of every pool whenever anything changes, so its parts are inlined: otherwise `law` is
// retained and released around each.
extension World {
  /// How a pool of seats may use a model now; nil if not at all.
  func access(_ pool: Int, _ model: Int) -> Filtering? {
    designations.bars(pool >> 1, future.models[model].lab) ? nil : permission(pool, model)
  }

  /// How the order, and what labs and clouds make of it, let a pool use a model now.
  func permission(_ pool: Int, _ model: Int) -> Filtering? {
    guard releases.isOut[model], !fixes.isSuspended[model] else { return nil }
    if future.models[model].isVetted, !future.agents[pool >> 1].isPartner { return nil }
    let open = plainFiltering(model)
    guard let law, compliance.applies else { return open }
    let named = order.isNamed[model]
    guard law.touches(model, named: named) else { return open }
    return controlledAccess(pool, model, law, named: named, open)
  }

  @inline(__always)
  private func controlledAccess(
    _ pool: Int, _ model: Int, _ law: LegalMap, named: Bool, _ open: Filtering
  ) -> Filtering? {
    let agent = pool >> 1
    let number = Int(
      pool & 1 == 1 ? future.agents[agent].foreignClass : future.agents[agent].otherClass)
    if future.models[model].isOpen {
      // Copies already out cannot be recalled; what stops is fetching new ones.
      let holdsCopy = demand.pools[pool].current == Int32(model)
      return !holdsCopy && compliance.labsApply && !releases.isRelocated[model]
        && law.barsDownload(model, named: named, class: number) ? nil : open
    }
    let cloud = future.channel(agent, lab: future.models[model].lab)
    guard cloud.map({ compliance.cloudApplies[$0] }) ?? compliance.labsApply else { return open }
    if let cloud, isLostWithHosting(agent, cloud, model, number) { return nil }
    guard law.bindsUse(model, named: named) else { return open }
    return gated(agent, model, class: number)
  }

  /// Access to a model that the control binds: what the lab's gates can tell apart.
  @inline(__always)
  private func gated(_ agent: Int, _ model: Int, class number: Int) -> Filtering? {
    let means = compliance.means[future.models[model].lab]
    let open = plainFiltering(model)
    if licensing.isLicensed(agent: agent) { return open }
    let isKnownPartner = future.agents[agent].isPartner && future.models[model].isVetted
    if means.contains(.persons), !isRestricted(model, class: number, asPartner: isKnownPartner) {
      return open
    }
    if relief.rosterIsDetermined, means.contains(.roster), future.agents[agent].isOnRoster,
      hasApplied(agent), relief.rosterCovers(model, future)
    {
      return open
    }
    return means.contains(.outputs) ? .gate : nil
  }

  /// Whether a class still needs a licence it does not have, after whatever relief there is.
  @inline(__always)
  func isRestricted(_ model: Int, class number: Int, asPartner: Bool) -> Bool {
    guard let law,
      law.restrictsUse(
        model, named: order.isNamed[model], class: number, asPartner: asPartner)
    else { return false }
    return future.classes[number].isListed || !isRelieved(model, class: number)
  }

  /// Whether a class was freed by correction or by the lab's licence.
  @inline(__always)
  private func isRelieved(_ model: Int, class number: Int) -> Bool {
    let recipient = future.classes[number]
    return relief.isCorrected && recipient.isAllied
      || licensing.isLicensed(LicenceClass(recipient), lab: future.models[model].lab)
  }

  /// Whether a pool abroad was served from weights hosted there that may no longer be.
  @inline(__always)
  private func isLostWithHosting(
    _ agent: Int, _ cloud: Int, _ model: Int, _ number: Int
  ) -> Bool {
    guard let law, future.agents[agent].isAbroad,
      future.agents[agent].hostingMark < future.clouds[cloud].foreignHostedShare,
      law.barsHosting(model, named: order.isNamed[model], class: number),
      !isRelieved(model, class: number), !licensing.isLicensed(agent: agent)
    else { return false }
    let moved = Gate.allCases.firstIndex(of: .regionAndStaff).map {
      compliance.gates[future.models[model].lab] >> $0 & 1 == 1
    }
    return moved != true
  }
}

import ExportControls

/// Models that are the same to everybody at one instant, a bit each, so that a look at every pool
/// needs no look at the law.
struct Openings: BitwiseCopyable {
  /// Anybody may use them as they are: out, sold to everybody, not filtered, and not touched by
  /// whatever is applied of the control.
  var free: UInt64 = 0
  /// The same for anybody in the United States: what touches them concerns hosting abroad alone.
  var freeAtHome: UInt64 = 0
  /// Nobody may use them: not out, suspended, or dark.
  var closed: UInt64 = 0
}

// Who may use which model at this instant: where the law's answers, the gates, the clouds and
// relief meet. Nothing here changes state.
//
// It is asked of every pool whenever anything changes, so its parts are inlined: otherwise `law` is
// retained and released around each; and most pools use a model that is free to everybody.
extension World {
  /// Which models are the same to everybody at this instant.
  func openings() -> Openings {
    var openings = Openings()
    guard !designations.isAny else { return openings }
    for model in future.models.indices {
      let bit: UInt64 = 1 << UInt64(model)
      if !releases.isOut[model] || fixes.isSuspended[model] || isDark(model) {
        openings.closed |= bit
      } else if !future.models[model].isVetted, plainFiltering(model) == .none {
        if !isTouched(model) { openings.free |= bit }
        if !isTouched(model) || isTouchedAbroadOnly(model) { openings.freeAtHome |= bit }
      }
    }
    return openings
  }

  /// Whether what is applied of the control changes anything for users of a model.
  @inline(__always)
  private func isTouched(_ model: Int) -> Bool {
    guard compliance.applies else { return false }
    return touched(named: order.isNamed[model]) >> UInt64(model) & 1 == 1
  }

  @inline(__always)
  private func touched(named: Bool) -> UInt64 {
    named ? touchedIfNamed : touchedIfNot
  }

  /// Whether what touches a model is where its copies are hosted, and not who uses them.
  private func isTouchedAbroadOnly(_ model: Int) -> Bool {
    guard let law else { return false }
    return !future.models[model].isOpen && !law.bindsUse(model, named: order.isNamed[model])
  }

  /// Whether nobody at all may use a model that is out: the lab and all clouds have stopped what
  /// the control binds, no gate tells anybody apart, and no customer has a licence of its own.
  func isDark(_ model: Int) -> Bool {
    guard compliance.labsApply, !future.models[model].isOpen, isTouched(model),
      compliance.means[future.models[model].lab].isEmpty, !licensing.hasLicensedAgents,
      compliance.cloudApplies.allSatisfy({ $0 }), let law
    else { return false }
    return law.bindsUse(model, named: order.isNamed[model])
  }

  /// How a pool of seats may use a model now; nil if not at all.
  func access(_ pool: Int, _ model: Int) -> Filtering? {
    designations.bars(pool >> 1, future.models[model].lab) ? nil : permission(pool, model)
  }

  /// The same for a pool in a state, where it was worked out who may use what at this instant.
  @inline(__always)
  func access(_ state: Pool, _ pool: Int, _ model: Int, _ openings: Openings) -> Filtering? {
    let free = state.isAbroad ? openings.free : openings.freeAtHome
    if free &>> UInt64(model) & 1 == 1 { return Filtering.none }
    if openings.closed &>> UInt64(model) & 1 == 1 { return nil }
    return access(pool, model)
  }

  /// How the order, and what labs and clouds make of it, let a pool use a model now.
  func permission(_ pool: Int, _ model: Int) -> Filtering? {
    guard releases.isOut[model], !fixes.isSuspended[model] else { return nil }
    if future.models[model].isVetted, !future.agents[pool >> 1].isPartner { return nil }
    let open = plainFiltering(model)
    guard isTouched(model), let law else { return open }
    return controlledAccess(pool, model, law, named: order.isNamed[model], open)
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
    guard isApplied(by: cloud) else { return open }
    if let cloud, isLostWithHosting(agent, cloud, model, number) { return nil }
    guard law.bindsUse(model, named: named) else { return open }
    return gated(agent, model, class: number, open)
  }

  /// How people of a class in the United States whom nothing sets apart may use a closed model now,
  /// bought through a cloud or from the lab; nil if not at all.
  func ordinaryAccess(_ model: Int, class number: Int, through cloud: Int?) -> Filtering? {
    guard releases.isOut[model], !fixes.isSuspended[model], !future.models[model].isVetted else {
      return nil
    }
    let open = plainFiltering(model)
    guard isTouched(model), isApplied(by: cloud), let law,
      law.bindsUse(model, named: order.isNamed[model])
    else { return open }
    let means = compliance.means[future.models[model].lab]
    if means.contains(.persons), !isRestricted(model, class: number, asPartner: false) {
      return open
    }
    return means.contains(.outputs) ? .gate : nil
  }

  @inline(__always)
  private func isApplied(by cloud: Int?) -> Bool {
    cloud.map { compliance.cloudApplies[$0] } ?? compliance.labsApply
  }

  /// Access to a model that the control binds: what the lab's gates can tell apart.
  @inline(__always)
  private func gated(
    _ agent: Int, _ model: Int, class number: Int, _ open: Filtering
  ) -> Filtering? {
    let means = compliance.means[future.models[model].lab]
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

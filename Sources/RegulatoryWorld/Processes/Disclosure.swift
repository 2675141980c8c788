import DiscreteEvents
import Scenarios
import Stochastics

// Process 3, disclosure: the finder tells the lab, the government, both, everybody or nobody. An
// investor's stake and a reseller's revenue speak against telling the government, whose order would
// cost it both; a duty of security speaks for it. Reports are the same in every world.

extension Incident {
  mutating func disclose(_ model: Int, _ now: Circumstances) {
    let key = now.bypassKey(model)
    let parameters = now.scenario.disclosure
    route = scriptedRoute(now) ?? drawnRoute(model, now, key.child("route"))
    let told = foundDay + now.draw[parameters.reportDays]
    switch route {
    case .lab:
      labToldDay = told
      if key.child("shared").uniform() < now.draw[parameters.sharedProbability] {
        governmentToldDay = told + now.draw[parameters.embargoDays]
      }
    case .government:
      // Who demands or orders something on a given day has heard of it before.
      governmentToldDay = min(told, (foundDay + min(demandDay, orderDay)) / 2)
      labToldDay = governmentToldDay + now.draw[parameters.passedOnDays]
    case .both, .public:
      labToldDay = told
      governmentToldDay = told
    case .nobody: break
    }
    expectAttackers(key, told, now)
  }

  private func scriptedRoute(_ now: Circumstances) -> DisclosureRoute? {
    for event in now.scenario.timeline {
      if case .bypassFound(let bypass) = event.kind { return bypass.told }
    }
    return nil
  }

  private func drawnRoute(
    _ model: Int, _ now: Circumstances, _ key: StreamKey
  ) -> DisclosureRoute {
    let parameters = now.scenario.disclosure
    let draw = now.draw
    let lab = now.models[model].lab
    var government = draw[parameters.governmentLogOdds]
    switch finder {
    case .cloud(let number):
      let cloud = now.clouds[number]
      let revenue =
        now.labs[lab].spend * cloud.salesShare[lab] * cloud.resaleMargin / 1e9
      government +=
        draw[parameters.stakeEffect] * cloud.stakes[lab] / 1e10
        + draw[parameters.revenueEffect] * revenue
        + draw[parameters.dutyEffect] * cloud.securityDuty
    case .lab, .researcher: break
    case .attackers: return .nobody
    }
    let routes: [DisclosureRoute] = [.lab, .government, .both, .public, .nobody]
    let chosen = Logit.pick(
      [
        0, government, draw[parameters.bothLogOdds], draw[parameters.publicLogOdds],
        draw[parameters.nobodyLogOdds],
      ], at: key)
    return routes[chosen]
  }

  /// Whether and when attackers come to hold the bypass.
  private mutating func expectAttackers(_ key: StreamKey, _ told: Double, _ now: Circumstances) {
    let attackers = now.scenario.attackers
    let mark = key.child("held").uniform()
    if mark < now.draw[attackers.bypassHeldProbability] {
      let lag = key.child("lag").exponential() * now.draw[attackers.bypassLagDays]
      heldDay = finder == .attackers ? foundDay : foundDay + lag
    }
    if route == .public, mark < now.draw[now.scenario.disclosure.publicHeldProbability] {
      heldDay = min(heldDay, told)
    }
  }
}

extension World {
  mutating func expectReports(_ agenda: inout Agenda) {
    let incident = future.incident
    if incident.governmentToldDay < .infinity {
      agenda.schedule(
        .governmentTold, at: max(agenda.now, incident.governmentToldDay), priority: .early)
    }
    if incident.labToldDay < .infinity {
      agenda.schedule(.labTold, at: max(agenda.now, incident.labToldDay))
    }
  }

  mutating func governmentTold(_ agenda: inout Agenda) {
    guard let model = future.incident.model else { return }
    note(
      .incident(.governmentTold(model: Int32(model))), agenda, since: .motive, begins: .motive)
    expectAssessment(&agenda)
  }

  /// The lab hears of the bypass from the finder or the government, in every world alike.
  mutating func labTold(_ agenda: inout Agenda) {
    guard let model = future.incident.model else { return }
    // A demand has told it already.
    if law == nil || agenda.now < future.incident.demandDay {
      note(.incident(.labTold(model: Int32(model))), agenda, since: .motive)
    }
    if future.incident.fixesUnasked { startFix(model, inPart: false, &agenda) }
  }
}

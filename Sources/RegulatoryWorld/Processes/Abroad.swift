import DiscreteEvents
import ExportControls
import Stochastics

/// Process 9, sovereignty: once an order has kept users abroad from a US model, customers abroad
/// value closed models under US control less, until some time after the lift.
struct Abroad {
  /// Whether ordinary users abroad are kept from a US model at this instant.
  var isShutOut = false
  /// Value per dollar that customers abroad take off closed models under US control.
  var reserve = 0.0
  /// Whether the reserve has begun to fade.
  var isFading = false

  /// Days between the steps in which it fades.
  static let step = 30.0
  /// What is left of it, as a share, is given up below this.
  static let least = 0.05
}

extension World {
  /// Looks at what the order does to users abroad, after something changed who may use what.
  mutating func updateAbroad(_ agenda: inout Agenda) {
    let isShutOut = keepsUsersAbroadOut()
    if isShutOut != abroad.isShutOut {
      abroad.isShutOut = isShutOut
      if isShutOut { beginReserve(agenda) }
      changeReleaseSpeeds(&agenda)
    }
    if !order.isInForce, abroad.reserve > 0, !abroad.isFading {
      abroad.isFading = true
      agenda.schedule(.sovereigntyFades, at: agenda.now + Abroad.step)
    }
  }

  private mutating func beginReserve(_ agenda: borrowing Agenda) {
    let draw = future.draw
    let reserve =
      draw[future.scenario.market.sovereigntyPenalty] * draw[future.scenario.mechanisms.fear]
    guard reserve > 0 else { return }
    abroad.reserve = reserve
    note(.abroad(.reserveBegins(reserve)), agenda)
  }

  mutating func sovereigntyFades(_ agenda: inout Agenda) {
    let draw = future.draw
    let whole =
      draw[future.scenario.market.sovereigntyPenalty] * draw[future.scenario.mechanisms.fear]
    abroad.reserve *= Elementary.exp(
      -Advocacy.ln2 * Abroad.step / draw[future.scenario.market.sovereigntyHalfLifeDays])
    if abroad.reserve < Abroad.least * whole {
      abroad.reserve = 0
      note(.abroad(.reserveEnds), agenda)
    } else {
      agenda.schedule(.sovereigntyFades, at: agenda.now + Abroad.step)
    }
  }

  /// Whether the control keeps an ordinary person of no allied country abroad from a US model.
  private func keepsUsersAbroadOut() -> Bool {
    guard compliance.labsApply else { return false }
    return future.models.indices.contains { model in
      let traits = future.models[model]
      return releases.isOut[model] && !traits.isVetted && !traits.isOpen
        && future.labs[traits.lab].country == .us
        && publicAccess(model, class: Abroad.ordinaryClass, evades: false) == nil
    }
  }

  /// What an agent takes off the value of a model for being under US control, per dollar.
  func reserve(_ agent: Int, _ model: Int) -> Double {
    guard abroad.reserve > 0, future.agents[agent].isAbroad, isUnderUSControl(model) else {
      return 0
    }
    return abroad.reserve
  }

  /// Whether it is for that reason alone that a customer stays with what it found in between.
  func staysAbroad(_ pool: Int) -> Bool {
    let (wanted, current) = (
      Int(demand.pools[pool].wanted), Int(demand.pools[pool].current)
    )
    let agent = pool >> 1
    let reserve = reserve(agent, wanted) - reserve(agent, current)
    guard reserve > 0 else { return false }
    let familiar = future.models[wanted].lab
    let gain =
      value(agent, wanted, familiarLab: familiar) - value(agent, current, familiarLab: familiar)
    return gain < 0 && gain + reserve >= 0
  }
}

extension Abroad {
  /// The class of recipient that stands for them: see `RecipientClass.attackers`.
  static let ordinaryClass = 1
}

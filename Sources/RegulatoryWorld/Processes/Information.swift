import DiscreteEvents
import Stochastics

/// What the press says while the order binds: accounts that contradict each other.
///
/// Each moves public pressure up or down; the more they contradict each other, the less a
/// signature says to officials.
struct Press {
  /// Accounts published.
  var accounts = 0
  /// Whether the last one spoke against the order.
  var wasCritical: Bool?
  /// How clear the picture is, 0 to 1.
  var clarity = 1.0
}

extension World {
  mutating func beginPress(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil else { return }
    expectAccount(&agenda)
  }

  private mutating func expectAccount(_ agenda: inout Agenda) {
    let rate =
      future.draw[future.scenario.information.accountsPerDay]
      * future.draw[future.scenario.mechanisms.advocacy]
    guard rate > 0 else { return }
    // Interest fades: halved after each half-life of the order.
    let halfLife = future.draw[future.scenario.information.interestHalfLifeDays]
    let interest = Elementary.exp(-Advocacy.ln2 * (agenda.now - order.since) / halfLife)
    let gap = accountKey.child("gap").exponential() / (rate * interest)
    agenda.schedule(.accountPublished, at: agenda.now + gap)
  }

  /// Address of the next account.
  private var accountKey: StreamKey { future.root.child("account").child(press.accounts) }

  mutating func accountPublished(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    let parameters = future.scenario.information
    let draw = future.draw
    let isCritical = accountKey.child("critical").uniform() < draw[parameters.criticalShare]
    let factor = 1 + draw[parameters.swing] * accountKey.child("swing").uniform()
    advocacy.pressure =
      isCritical ? min(1, advocacy.pressure * factor) : advocacy.pressure / factor
    if let before = press.wasCritical, before != isCritical {
      press.clarity *= 1 - draw[parameters.blur]
    }
    press.wasCritical = isCritical
    press.accounts += 1
    noteAccount(isCritical: isCritical, agenda)
    letterMayLeak(account: press.accounts, &agenda)
    updateReliefSpeeds(&agenda)
    expectAccount(&agenda)
  }

  /// The picture clears with time.
  mutating func clearPress(after days: Double) {
    guard press.clarity < 1 else { return }
    let halfLife = future.draw[future.scenario.information.clearHalfLifeDays]
    press.clarity = 1 - (1 - press.clarity) * Elementary.exp(-Advocacy.ln2 * days / halfLife)
  }
}

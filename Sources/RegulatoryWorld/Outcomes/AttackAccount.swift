/// Both sides of the ledger of harm: Λ(open, att) is the expected number of incidents with flaws
/// open as in one world and weaponized as in another.
struct AttackAccount {
  /// Λ(1, 0) − Λ(0, 0): harm of flaws that stay open longer.
  private(set) var added = 0.0
  /// Λ(1, 0) − Λ(1, 1): harm that attackers were kept from.
  private(set) var avoided = 0.0
  /// attackers × ∫(A₀ − A₁) dt.
  private(set) var daysDenied = 0.0
  /// The same as a percentage of attackers × ∫A₀ dt; NaN if they can do nothing.
  private(set) var lossPercent = Double.nan

  init(_ future: Future, _ before: Ledger, _ after: Ledger) {
    let hazard = future.draw[future.scenario.attackers.incidentsPerAssetDay]
    let end = future.horizon
    func exposed(_ open: Ledger, _ attack: Ledger, _ flaw: Int) -> Double {
      max(0, min(open.fixedDay[flaw], end) - attack.weaponizedDay[flaw])
    }
    for number in future.flaws.indices
    where before.fixedDay[number] != after.fixedDay[number]
      || before.weaponizedDay[number] != after.weaponizedDay[number]
    {
      let rate = hazard * future.flaws[number].assets
      let crossed = exposed(after, before, number)
      added += rate * (crossed - exposed(before, before, number))
      avoided += rate * (crossed - exposed(after, after, number))
    }
    let attackers = future.draw[future.scenario.attackers.count]
    let whole = AttackAccount.integral(before, end)
    let denied = whole - AttackAccount.integral(after, end)
    daysDenied = attackers * denied
    if whole > 0 { lossPercent = 100 * denied / whole }
  }

  private static func integral(_ ledger: Ledger, _ end: Double) -> Double {
    var sum = 0.0
    for (number, step) in ledger.attack.enumerated() {
      let next = number + 1 < ledger.attack.count ? ledger.attack[number + 1].day : end
      sum += step.capability * (next - step.day)
    }
    return sum
  }
}

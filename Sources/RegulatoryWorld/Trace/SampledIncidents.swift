import Stochastics

// Incidents, sampled as marks of a history: what happens to assets that are open to a weaponized
// flaw. They feed nothing; the outcomes are exact sums over the same hazard.
extension World {
  /// Marks incidents up to the horizon, where a history is kept.
  ///
  /// Marks belong to the flaw of its owner. Where one flaw gives very many, each mark stands for
  /// several.
  mutating func sampleIncidents() {
    guard recorder != nil else { return }
    let hazard = future.draw[future.scenario.attackers.incidentsPerAssetDay]
    var owner: Int32 = -1
    var ordinal = 0
    for (number, flaw) in future.flaws.enumerated() {
      ordinal = flaw.owner == owner ? ordinal + 1 : 0
      owner = flaw.owner
      let from = ledger.weaponizedDay[number]
      let end = min(ledger.fixedDay[number], future.horizon)
      let rate = hazard * flaw.assets
      guard from < end, rate > 0 else { continue }
      let each = max(1, (rate * (end - from) / World.mostMarks).rounded(.up))
      let key = future.agents[Int(owner)].key.child("incident").child(ordinal)
      var day = from
      var mark = 0
      while true {
        day += key.child(mark).exponential() * each / rate
        guard day < end else { break }
        recorder?.tally(
          .attack(.incidents(mix: future.agents[Int(owner)].mix)), day, represents: each,
          period: Int(day / 30))
        mark += 1
      }
    }
  }

  /// Marks of one flaw, about, at most.
  private static var mostMarks: Double { 1000 }
}

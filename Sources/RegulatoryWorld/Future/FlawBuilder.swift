import Scenarios
import Stochastics

/// Draws the latent vulnerabilities of one defender, with all their marks, from its own address.
///
/// The latent stock on day 0 is stationary: births a day times mean days to be found at the speed
/// of the model in use. Queues for triage and fix start at their backlog.
struct FlawBuilder {
  let scenario: Scenario
  let draw: Draw
  let horizon: Double

  func append(to flaws: inout [Flaw], owner: Int, agent: Agent, worth: Worth) {
    let offset = Int(agent.mix) - scenario.customers.count
    let group = scenario.defenders[offset]
    let tier = agent.isPartner ? group.partners : group.others
    let represented = draw[tier.flawsRepresented]
    let birthsPerDay = draw[tier.flawsPerYear] / represented / 365
    let speed =
      agent.homeModel < 0 ? worth.floors[0] : worth.speed(0, Int(agent.homeModel), .none)
    let stock = birthsPerDay * draw[tier.findDays] / max(speed, FlawBuilder.slowest)
    let triageMean = represented * 365 / draw[tier.triagePerYear]
    let fixMean = represented * 365 / draw[tier.fixPerYear]
    let key = agent.key.child("flaw")
    var number = 0
    func add(_ stage: Flaw.Stage, birth: Double) {
      let mark = key.child(number)
      flaws.append(flaw(mark, owner, agent, tier, stage, birth, triageMean, fixMean))
      number += 1
    }
    for _ in 0..<whole(stock, key.child("stock")) { add(.latent, birth: 0) }
    let triageBacklog = draw[tier.triageBacklogDays] / triageMean
    for _ in 0..<whole(triageBacklog, key.child("triage-backlog")) {
      add(.waitingForTriage, birth: 0)
    }
    let fixBacklog = draw[tier.fixBacklogDays] / fixMean
    for _ in 0..<whole(fixBacklog, key.child("fix-backlog")) { add(.waitingForFix, birth: 0) }
    guard birthsPerDay > 0 else { return }
    var day = 0.0
    var gap = 0
    while true {
      day += key.child("gap").child(gap).exponential() / birthsPerDay
      gap += 1
      if day >= horizon { return }
      add(.latent, birth: day)
    }
  }

  /// Nobody searches slower than this, relative to capability 1 (assumed; keeps the stock finite).
  static let slowest = 0.01

  /// A whole number with the given mean: the mean rounded down or up, by chance.
  private func whole(_ mean: Double, _ key: StreamKey) -> Int {
    let floor = mean.rounded(.down)
    return Int(floor) + (key.uniform() < mean - floor ? 1 : 0)
  }

  private func flaw(
    _ key: StreamKey, _ owner: Int, _ agent: Agent, _ tier: DefenderTier, _ stage: Flaw.Stage,
    _ birth: Double, _ triageMean: Double, _ fixMean: Double
  ) -> Flaw {
    let attackers = scenario.attackers
    let rediscover =
      key.child("rediscover").exponential() * 365
      / draw[attackers.rediscoveryPerYear]
    let weaponize = key.child("weaponize").exponential() * draw[attackers.weaponizeDays]
    let represents = draw[tier.flawsRepresented] * agent.weight
    return Flaw(
      owner: Int32(owner), stage: stage, birth: birth,
      findWork: key.child("find").exponential() * draw[tier.findDays],
      triageWork: key.child("triage").exponential() * triageMean,
      fixWork: key.child("fix").exponential() * fixMean,
      attackWork: rediscover + weaponize,
      assets: represents * draw[tier.assetsPerFlaw], represents: represents)
  }
}

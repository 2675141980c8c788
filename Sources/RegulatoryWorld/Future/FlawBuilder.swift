import Scenarios
import Stochastics

/// Draws the latent vulnerabilities of one defender, with all their marks, from its own address.
///
/// The latent stock on day 0 is stationary: births a day times mean days to be found at the speed
/// of the model in use. Queues for triage and fix start at their backlog.
struct FlawBuilder {
  private let owner: Int32
  private let key: StreamKey
  private let birthsPerDay: Double
  private let stock: Double
  private let triageBacklog: Double
  private let fixBacklog: Double
  /// Mean days of the marks of each flaw.
  private let findMean: Double
  private let triageMean: Double
  private let fixMean: Double
  private let rediscoveryPerYear: Double
  private let weaponizeMean: Double
  private let represents: Double
  private let assets: Double

  init(owner: Int, in future: Future) {
    let (agent, draw) = (future.agents[owner], future.draw)
    let offset = Int(agent.mix) - future.scenario.customers.count
    let group = future.scenario.defenders[offset]
    let tier = agent.isPartner ? group.partners : group.others
    let represented = draw[tier.flawsRepresented]
    let speed =
      agent.homeModel < 0
      ? future.worth.floors[0] : future.worth.speed(0, Int(agent.homeModel), .none)
    self.owner = Int32(owner)
    key = agent.key.child("flaw")
    birthsPerDay = draw[tier.flawsPerYear] / represented / 365
    findMean = draw[tier.findDays]
    stock = birthsPerDay * findMean / max(speed, FlawBuilder.slowest)
    triageMean = represented * 365 / draw[tier.triagePerYear]
    fixMean = represented * 365 / draw[tier.fixPerYear]
    triageBacklog = draw[tier.triageBacklogDays] / triageMean
    fixBacklog = draw[tier.fixBacklogDays] / fixMean
    rediscoveryPerYear = draw[future.scenario.attackers.rediscoveryPerYear]
    weaponizeMean = draw[future.scenario.attackers.weaponizeDays]
    represents = represented * agent.weight
    assets = represents * draw[tier.assetsPerFlaw]
  }

  /// Nobody searches slower than this, relative to capability 1 (assumed; keeps the stock finite).
  static let slowest = 0.01

  func append(to flaws: inout [Flaw], until horizon: Double) {
    let first = flaws.count
    for _ in 0..<whole(stock, key.child("stock")) {
      flaws.append(flaw(flaws.count - first, .latent, birth: 0))
    }
    for _ in 0..<whole(triageBacklog, key.child("triage-backlog")) {
      flaws.append(flaw(flaws.count - first, .waitingForTriage, birth: 0))
    }
    for _ in 0..<whole(fixBacklog, key.child("fix-backlog")) {
      flaws.append(flaw(flaws.count - first, .waitingForFix, birth: 0))
    }
    guard birthsPerDay > 0 else { return }
    let gaps = key.child("gap")
    var day = 0.0
    var gap = 0
    while true {
      day += gaps.child(gap).exponential() / birthsPerDay
      gap += 1
      if day >= horizon { return }
      flaws.append(flaw(flaws.count - first, .latent, birth: day))
    }
  }

  /// A whole number with the given mean: the mean rounded down or up, by chance.
  private func whole(_ mean: Double, _ key: StreamKey) -> Int {
    let floor = mean.rounded(.down)
    return Int(floor) + (key.uniform() < mean - floor ? 1 : 0)
  }

  private func flaw(_ number: Int, _ stage: Flaw.Stage, birth: Double) -> Flaw {
    let key = key.child(number)
    let rediscover = key.child("rediscover").exponential() * 365 / rediscoveryPerYear
    let weaponize = key.child("weaponize").exponential() * weaponizeMean
    return Flaw(
      owner: owner, stage: stage, birth: birth,
      findWork: key.child("find").exponential() * findMean,
      triageWork: key.child("triage").exponential() * triageMean,
      fixWork: key.child("fix").exponential() * fixMean,
      attackWork: rediscover + weaponize, assets: assets, represents: represents)
  }
}

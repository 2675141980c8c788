import Scenarios
import Stochastics

/// Draws the agents of one future, each from the address of its own name and number.
struct AgentBuilder {
  private let future: Future
  private let market: HomeMarket
  private let residents: Double
  private let returnDays: Double
  private let fearDays: Double

  private var scenario: Scenario { future.scenario }
  private var draw: Draw { future.draw }

  init(_ future: Future, _ market: HomeMarket) {
    self.future = future
    self.market = market
    residents = future.draw[future.scenario.market.permanentResidentShare]
    returnDays = future.draw[future.scenario.market.returnDays]
    fearDays = future.draw[future.scenario.market.fearDays]
  }

  func appendCustomers(to agents: inout [Agent]) {
    for mix in scenario.customers.indices {
      let segment = scenario.customers[mix]
      let group = future.root.child("customer").child(NameHash(segment.id))
      let (multiHomed, failover) = (draw[segment.multiHomedShare], draw[segment.failoverShare])
      let listed = draw[segment.listedShare]
      var agent = blank(mix: mix)
      agent.weight = draw[segment.represents]
      agent.spend = draw[segment.spend] / 365
      agent.foreignShare = draw[segment.foreignSeatShare]
      agent.migrationDays = draw[segment.migrationDays]
      agent.migrationCost = draw[segment.migrationCost]
      agent.patienceDays = draw[segment.patienceDays]
      for number in 0..<segment.agents {
        var agent = agent
        let key = group.child(number)
        mark(&agent, key)
        agent.isMultiHomed = key.child("multi-homed").uniform() < multiHomed
        agent.hasFailover = key.child("failover").uniform() < failover
        settle(&agent, future.study.homes[mix], listedShare: listed)
        agents.append(agent)
      }
    }
  }

  func appendDefenders(to agents: inout [Agent]) {
    for offset in scenario.defenders.indices {
      appendDefenders(offset, arePartners: true, to: &agents)
      appendDefenders(offset, arePartners: false, to: &agents)
    }
  }

  private func appendDefenders(
    _ offset: Int, arePartners: Bool, to agents: inout [Agent]
  ) {
    let group = scenario.defenders[offset]
    let tier = arePartners ? group.partners : group.others
    let tierKey = future.root.child(arePartners ? "partner" : "defender").child(NameHash(group.id))
    let (multiHomed, failover) = (draw[group.multiHomedShare], draw[group.failoverShare])
    let roster = draw[tier.rosterShare]
    let mix = scenario.customers.count + offset
    var agent = blank(mix: mix)
    agent.isDefender = true
    agent.isPartner = arePartners
    agent.weight = draw[tier.represents]
    agent.staff = draw[group.staff]
    agent.foreignShare = draw[group.foreignStaffShare]
    agent.migrationDays = draw[group.migrationDays]
    agent.patienceDays = draw[group.patienceDays]
    for number in 0..<tier.agents {
      var agent = agent
      let key = tierKey.child(number)
      mark(&agent, key)
      agent.isOnRoster = key.child("roster").uniform() < roster
      agent.isMultiHomed = key.child("multi-homed").uniform() < multiHomed
      agent.hasFailover = key.child("failover").uniform() < failover
      settle(&agent, future.study.homes[mix], listedShare: 0)
      if arePartners, market.bestVetted >= 0 { agent.homeModel = market.bestVetted }
      agents.append(agent)
    }
  }

  private func blank(mix: Int) -> Agent {
    Agent(
      mix: Int32(mix), isDefender: false, isPartner: false, isOnRoster: false,
      isMultiHomed: false, hasFailover: false, isAbroad: false, weight: 0, spend: 0, staff: 0,
      foreignShare: 0, migrationCost: 0, migrationDays: 0, patienceDays: 0, otherClass: 0,
      foreignClass: 0, homeModel: -1, channelMark: 0, hostingMark: 0, returnMark: 0, fearMark: 0,
      applicationMark: 0, returnDelay: 0, fearDelay: 0, key: future.root)
  }

  /// Gives an agent its address and the marks that every agent has.
  private func mark(_ agent: inout Agent, _ key: StreamKey) {
    agent.key = key
    agent.channelMark = key.child("channel").uniform()
    agent.hostingMark = key.child("hosting").uniform()
    agent.returnMark = key.child("return").uniform()
    agent.fearMark = key.child("fear").uniform()
    agent.applicationMark = key.child("application").uniform()
    agent.returnDelay = key.child("return-delay").exponential() * returnDays
    agent.fearDelay = key.child("fear-delay").exponential() * fearDays
  }

  /// Places an agent in a country and gives it the model it uses at day 0.
  ///
  /// Fronts of listed end users sit abroad; in the United States they would be foreign persons.
  private func settle(_ agent: inout Agent, _ homes: Homes, listedShare: Double) {
    let key = agent.key
    let place = homes.places[homes.place(key.child("country").uniform(), draw)]
    agent.isAbroad = place.isAbroad
    agent.isAllied = place.isAllied
    if agent.isAbroad {
      agent.foreignShare = 1
      let isListed = key.child("listed").uniform() < listedShare
      agent.otherClass = isListed ? place.listedClass : place.ownClass
      agent.foreignClass = agent.otherClass
    } else {
      let nation = homes.nations[homes.nation(key.child("nationality").uniform(), draw)]
      agent.otherClass = place.ownClass
      agent.foreignClass = livesHereForGood(agent) ? nation.residentClass : nation.visitorClass
      // Shares are of foreign persons; among those without citizenship some are residents.
      agent.foreignShare = min(1, agent.foreignShare / (1 - residents))
    }
    agent.homeModel = market.model(
      key.child("home-lab").uniform(), isAbroad: agent.isAbroad)
  }

  /// Whether an agent's seats of those who are not citizens are permanent residents'.
  ///
  /// All of one agent's are the same, so that each has two pools: over many agents residents have
  /// their share.
  private func livesHereForGood(_ agent: Agent) -> Bool {
    agent.key.child("resident").uniform() < residents
  }
}

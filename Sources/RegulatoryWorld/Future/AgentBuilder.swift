import ExportControls
import Scenarios
import Stochastics

/// Draws the agents of one future, each from the address of its own name and number.
struct AgentBuilder {
  let scenario: Scenario
  let draw: Draw
  let root: StreamKey
  let models: [ModelTraits]
  let labs: [LabTraits]
  let classIndex: [RecipientClass: Int]
  /// Cumulative spend by lab of buyers in the United States, and abroad.
  private let domestic: [Double]
  private let abroad: [Double]
  /// The model each lab sells to everybody at day 0.
  private let flagship: [Int]
  private let returnDays: Double
  private let fearDays: Double

  init(study: Study, draw: Draw, root: StreamKey, models: [ModelTraits], labs: [LabTraits]) {
    scenario = study.scenario
    self.draw = draw
    self.root = root
    self.models = models
    self.labs = labs
    classIndex = study.classIndex
    returnDays = draw[scenario.market.returnDays]
    fearDays = draw[scenario.market.fearDays]
    flagship = labs.indices.map { lab in
      models.indices
        .filter { models[$0].lab == lab && !models[$0].isVetted && models[$0].releaseDay < 0 }
        .max { models[$0].capability.general < models[$1].capability.general } ?? -1
    }
    domestic = AgentBuilder.cumulative(labs, flagship) { $0.spend * $0.usShare }
    abroad = AgentBuilder.cumulative(labs, flagship) { $0.spend * (1 - $0.usShare) }
  }

  private static func cumulative(
    _ labs: [LabTraits], _ flagship: [Int], _ weight: (LabTraits) -> Double
  ) -> [Double] {
    var sum = 0.0
    return labs.indices.map { lab in
      if flagship[lab] >= 0 { sum += weight(labs[lab]) }
      return sum
    }
  }

  mutating func customers(into agents: inout [Agent]) {
    for (mix, segment) in scenario.customers.enumerated() {
      let group = root.child("customer").child(NameHash(segment.id))
      let spend = draw[segment.spend] / 365
      for number in 0..<segment.agents {
        let key = group.child(number)
        var agent = blank(key, mix: mix)
        agent.weight = draw[segment.represents]
        agent.spend = spend
        agent.foreignShare = draw[segment.foreignSeatShare]
        agent.isMultiHomed = key.child("multi-homed").uniform() < draw[segment.multiHomedShare]
        agent.hasFailover = key.child("failover").uniform() < draw[segment.failoverShare]
        agent.migrationDays = draw[segment.migrationDays]
        agent.migrationCost = draw[segment.migrationCost]
        agent.patienceDays = draw[segment.patienceDays]
        let isListed = key.child("listed").uniform() < draw[segment.listedShare]
        settle(
          &agent, segment.countries, segment.foreignNationalities, isListed: isListed)
        agents.append(agent)
      }
    }
  }

  mutating func defenders(into agents: inout [Agent]) {
    for (offset, group) in scenario.defenders.enumerated() {
      for isPartner in [true, false] {
        let tier = isPartner ? group.partners : group.others
        let tierKey = root.child(isPartner ? "partner" : "defender").child(NameHash(group.id))
        for number in 0..<tier.agents {
          let key = tierKey.child(number)
          var agent = blank(key, mix: scenario.customers.count + offset)
          agent.isDefender = true
          agent.isPartner = isPartner
          agent.isOnRoster = key.child("roster").uniform() < draw[tier.rosterShare]
          agent.weight = draw[tier.represents]
          agent.staff = draw[group.staff]
          agent.foreignShare = draw[group.foreignStaffShare]
          agent.isMultiHomed = key.child("multi-homed").uniform() < draw[group.multiHomedShare]
          agent.hasFailover = key.child("failover").uniform() < draw[group.failoverShare]
          agent.migrationDays = draw[group.migrationDays]
          agent.patienceDays = draw[group.patienceDays]
          settle(&agent, group.countries, group.foreignNationalities, isListed: false)
          if isPartner, let vetted = bestVetted() { agent.homeModel = Int32(vetted) }
          agents.append(agent)
        }
      }
    }
  }

  private func blank(_ key: StreamKey, mix: Int) -> Agent {
    Agent(
      mix: Int32(mix), isDefender: false, isPartner: false, isOnRoster: false,
      isMultiHomed: false, hasFailover: false, isAbroad: false, weight: 0, spend: 0, staff: 0,
      foreignShare: 0, migrationCost: 0, migrationDays: 0, patienceDays: 0, otherClass: 0,
      foreignClass: 0, homeModel: -1, channelMark: key.child("channel").uniform(),
      hostingMark: key.child("hosting").uniform(), returnMark: key.child("return").uniform(),
      fearMark: key.child("fear").uniform(),
      applicationMark: key.child("application").uniform(),
      returnDelay: key.child("return-delay").exponential() * returnDays,
      fearDelay: key.child("fear-delay").exponential() * fearDays, key: key)
  }

  /// Places an agent in a country and gives it the model it uses at day 0.
  private func settle(_ agent: inout Agent, _ countries: Mix, _ foreign: Mix, isListed: Bool) {
    let key = agent.key
    let place = pick(countries, key.child("country").uniform())
    agent.isAbroad = place != .us
    agent.isAllied = agent.isAbroad && place.groups.contains(.a5)
    if agent.isAbroad { agent.foreignShare = 1 }
    // Fronts of listed end users sit abroad; in the United States they would be foreign persons.
    let isListed = isListed && agent.isAbroad
    let nationality =
      agent.isAbroad ? place : pick(foreign, key.child("nationality").uniform())
    agent.otherClass = number(place, isListed ? RecipientClass.listedNation : place, isListed)
    agent.foreignClass = number(
      place, isListed ? RecipientClass.listedNation : nationality, isListed,
      isPermanentResident: livesHereForGood(agent))
    // Shares are of foreign persons; among those without citizenship some are residents.
    if !agent.isAbroad { agent.foreignShare = min(1, agent.foreignShare / (1 - residents)) }
    let mark = key.child("home-lab").uniform()
    let sums = agent.isAbroad ? abroad : domestic
    let target = mark * (sums.last ?? 0)
    let lab = sums.firstIndex { target < $0 } ?? 0
    agent.homeModel = Int32(flagship[lab])
  }

  /// Whether an agent's seats of those who are not citizens are permanent residents'.
  ///
  /// All of one agent's are the same, so that each has two pools: over many agents residents have
  /// their share.
  private func livesHereForGood(_ agent: Agent) -> Bool {
    !agent.isAbroad && agent.key.child("resident").uniform() < residents
  }

  private var residents: Double { draw[scenario.market.permanentResidentShare] }

  private func number(
    _ place: Country, _ nationality: Country, _ isListed: Bool, isPermanentResident: Bool = false
  ) -> Int32 {
    let key = RecipientClass(
      place: place, nationality: nationality, isListed: isListed,
      isPermanentResident: isPermanentResident)
    return Int32(classIndex[key] ?? 0)
  }

  private func pick(_ mix: Mix, _ mark: Double) -> Country {
    let total = mix.weights.reduce(0.0) { $0 + draw[$1.weight] }
    var rest = mark * total
    for entry in mix.weights {
      rest -= draw[entry.weight]
      if rest < 0 { return entry.country }
    }
    return mix.weights[0].country
  }

  /// The most capable vetted model in use before day 0.
  private func bestVetted() -> Int? {
    models.indices
      .filter { models[$0].isVetted && models[$0].releaseDay < 0 }
      .max { models[$0].capability.find < models[$1].capability.find }
  }
}

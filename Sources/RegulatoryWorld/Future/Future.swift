import DiscreteEvents
import ExportControls
import Scenarios
import Stochastics

/// One possible future: everything drawn before the worlds part, so that every world of a
/// replication shares it.
///
/// A class and constant, so that worlds and accounts share one instead of copying it.
final class Future {
  let draw: Draw
  let scenario: Scenario
  /// Address of everything that happens in this replication.
  let root: StreamKey
  let horizon: Double
  let models: [ModelTraits]
  let labs: [LabTraits]
  let clouds: [CloudTraits]
  /// Days on which scripted or drawn events come.
  let incident: Incident
  /// Customers, then defenders from ``firstDefender`` on.
  let agents: [Agent]
  let firstDefender: Int
  /// Classes of recipient that occur, in a fixed order.
  let classes: [RecipientClass]
  /// Taste ε of agent a for model m, at `a * models.count + m`.
  let tastes: [Double]
  let flaws: [Flaw]
  /// Who may sign open letters, in order of patience.
  let signers: [Signer]
  /// Cloud through which agent a buys lab l's models, at `a * labs.count + l`; negative: directly.
  private let channels: [Int32]
  let domesticSpending: DomesticSpending
  /// κ and C by mix, model and level of filtering.
  let worth: Worth
  /// Value lost per dollar, at `mix * labs.count + lab`.
  let avoidance: [Double]
  let switchSigma: Double

  init(study: Study, draw: Draw, replication: Int, seed: UInt64) {
    let scenario = study.scenario
    self.draw = draw
    self.scenario = scenario
    root = StreamKey(seed: seed).child("replication").child(replication)
    horizon = scenario.horizonDays
    let builder = TraitBuilder(scenario: scenario, index: study.index, draw: draw)
    models = builder.models()
    labs = builder.labs()
    clouds = builder.clouds()
    classes = study.classes
    incident = Incident(
      Circumstances(
        scenario: scenario, index: study.index, draw: draw, root: root, models: models,
        labs: labs, clouds: clouds))
    worth = Worth(scenario: scenario, draw: draw, models: models)
    avoidance = builder.avoidance(labs: labs)
    let spread = draw[scenario.market.switchSpread]
    switchSigma = Elementary.log(spread) / Future.z90
    var agents: [Agent] = []
    var people = AgentBuilder(study: study, draw: draw, root: root, models: models, labs: labs)
    people.customers(into: &agents)
    firstDefender = agents.count
    people.defenders(into: &agents)
    self.agents = agents
    channels = Future.channels(of: agents, labs: labs.count, clouds)
    domesticSpending = DomesticSpending(
      agents[..<firstDefender], channels: channels, labs: labs.count, clouds: clouds.count,
      classes: classes.count)
    tastes = Future.tastes(of: agents, for: models, sd: draw[scenario.market.tasteSD])
    var flaws: [Flaw] = []
    let latent = FlawBuilder(scenario: scenario, draw: draw, horizon: horizon)
    for owner in firstDefender..<agents.count {
      latent.append(to: &flaws, owner: owner, agent: agents[owner], worth: worth)
    }
    self.flaws = flaws
    var signers: [Signer] = []
    Signer.gather(
      Int(draw[scenario.advocacy.signers].rounded()), at: root.child("signer"), into: &signers)
    self.signers = signers
  }

  /// The 90th percentile of the standard normal distribution.
  static let z90 = 1.2815515655446004

  private static func tastes(
    of agents: [Agent], for models: [ModelTraits], sd: Double
  ) -> [Double] {
    var tastes: [Double] = []
    tastes.reserveCapacity(agents.count * models.count)
    for agent in agents {
      let key = agent.key.child("taste")
      for model in models { tastes.append(sd * key.child(model.key).normal()) }
    }
    return tastes
  }

  /// A duration about its median, with the spread of switching times, from an address.
  func duration(median: Double, at key: StreamKey) -> Double {
    switchSigma == 0 ? median : median * Elementary.exp(switchSigma * key.normal())
  }

  /// Days from a model's release until an agent of the same lab adopts it.
  func adoptionDelay(_ agent: Int, _ model: Int) -> Double {
    agents[agent].key.child("adoption").child(models[model].key).exponential()
      / draw[scenario.market.adoptionPerDay]
  }

  /// The models of a lab, a bit each.
  func models(of lab: Int) -> UInt64 {
    models.indices.reduce(0) { models[$1].lab == lab ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The models that a cloud resells, a bit each.
  func modelsResold(by cloud: Int) -> UInt64 {
    labs.indices.reduce(0) { clouds[cloud].salesShare[$1] > 0 ? $0 | models(of: $1) : $0 }
  }

  /// The cloud through which an agent buys a lab's models; nil if directly.
  func channel(_ agent: Int, lab: Int) -> Int? {
    let cloud = channels[agent * labs.count + lab]
    return cloud < 0 ? nil : Int(cloud)
  }

  private static func channels(of agents: [Agent], labs: Int, _ clouds: [CloudTraits]) -> [Int32] {
    var channels: [Int32] = []
    channels.reserveCapacity(agents.count * labs)
    for agent in agents {
      for lab in 0..<labs { channels.append(channel(agent.channelMark, lab, clouds)) }
    }
    return channels
  }

  private static func channel(_ mark: Double, _ lab: Int, _ clouds: [CloudTraits]) -> Int32 {
    var mark = mark
    for cloud in clouds.indices {
      let share = clouds[cloud].salesShare[lab]
      if mark < share { return Int32(cloud) }
      mark -= share
    }
    return -1
  }
}

import DiscreteEvents
import ExportControls
import Scenarios
import Stochastics

/// One possible future: everything drawn before the worlds part, so that every world of a
/// replication shares it.
///
/// A class, so that worlds and accounts share one instead of copying it. Nothing in it changes
/// while worlds live; between replications it is refilled, which takes no memory.
final class Future {
  let study: Study
  let scenario: Scenario
  let horizon: Double
  /// Classes of recipient that occur, in a fixed order.
  let classes: [RecipientClass]
  /// Customers come before this place among the agents, defenders from it on.
  let firstDefender: Int
  private(set) var draw = Draw(values: [])
  /// Address of everything that happens in this replication.
  private(set) var root = StreamKey(seed: 0)
  private(set) var models: [ModelTraits]
  private(set) var labs: [LabTraits]
  private(set) var clouds: [CloudTraits]
  /// Days on which scripted or drawn events come.
  private(set) var incident = Incident()
  /// Customers, then defenders from ``firstDefender`` on.
  private(set) var agents: [Agent] = []
  /// US dollars a day of each pool of customers' seats, over all organisations.
  private(set) var dollars: [Double] = []
  /// Taste ε of agent a for model m, at `a * models.count + m`.
  private(set) var tastes: [Double] = []
  private(set) var flaws: [Flaw] = []
  /// Who may sign open letters, in order of patience.
  private(set) var signers: [Signer] = []
  private var channels = Channels()
  private(set) var domesticSpending = DomesticSpending()
  /// κ and C by mix, model and level of filtering.
  private(set) var worth = Worth()
  /// Value lost per dollar, at `mix * labs.count + lab`.
  private(set) var avoidance: [Double] = []
  private(set) var switchSigma = 0.0
  /// Standard deviation of the logarithm of a relief route's days.
  private(set) var reliefSigma = 0.0
  private var homeMarket = HomeMarket()
  private let builder: TraitBuilder

  /// A future to be filled.
  init(_ study: Study) {
    self.study = study
    scenario = study.scenario
    horizon = study.horizon
    classes = study.classes
    firstDefender = study.scenario.customers.reduce(0) { $0 + $1.agents }
    builder = TraitBuilder(scenario: study.scenario, index: study.index)
    models = builder.models()
    labs = builder.labs()
    clouds = builder.clouds()
  }

  /// The future of one replication.
  convenience init(study: Study, draw: Draw, replication: Int, seed: UInt64) {
    self.init(study)
    refill(draw: draw, replication: replication, seed: seed)
  }

  /// Takes another replication's future over the last one's.
  ///
  /// What is filled is moved out of the object meanwhile. While a property is lent to a routine,
  /// Swift watches every reading of it, here and in every world.
  func refill(draw: Draw, replication: Int, seed: UInt64) {
    self.draw = draw
    root = StreamKey(seed: seed).child("replication").child(replication)
    fillTraits()
    incident = Incident(Circumstances(future: self))
    worth = take(&worth, leaving: Worth()).refilled(
      scenario: scenario, draw: draw, models: models)
    switchSigma = Elementary.log(draw[scenario.market.switchSpread]) / Future.z90
    reliefSigma = Elementary.log(draw[scenario.relief.spread]) / Future.z90
    homeMarket = take(&homeMarket, leaving: HomeMarket()).refilled(models, labs)
    fillAgents()
    channels = take(&channels, leaving: Channels()).refilled(agents, labs: labs.count, clouds)
    domesticSpending = take(&domesticSpending, leaving: DomesticSpending()).refilled(
      agents[..<firstDefender], channels, labs: labs.count, clouds: clouds.count,
      classes: classes.count)
    fillTastes(sd: draw[scenario.market.tasteSD])
    fillFlaws()
    signers = Signer.gather(
      Int(draw[scenario.advocacy.signers].rounded()), at: root.child("signer"),
      reusing: take(&signers, leaving: []))
  }

  /// The 90th percentile of the standard normal distribution.
  static let z90 = 1.2815515655446004

  private func fillTraits() {
    models = builder.filled(take(&models, leaving: []), from: draw)
    labs = builder.filled(take(&labs, leaving: []), from: draw)
    clouds = builder.filled(take(&clouds, leaving: []), from: draw)
    avoidance = builder.avoidance(reusing: take(&avoidance, leaving: []), from: draw)
  }

  private func fillAgents() {
    var agents = take(&self.agents, leaving: [])
    var dollars = take(&self.dollars, leaving: [])
    agents.removeAll(keepingCapacity: true)
    dollars.removeAll(keepingCapacity: true)
    let people = AgentBuilder(self, homeMarket)
    people.appendCustomers(to: &agents)
    people.appendDefenders(to: &agents)
    for agent in agents[..<firstDefender] {
      dollars.append(agent.dollars(foreign: false))
      dollars.append(agent.dollars(foreign: true))
    }
    self.agents = agents
    self.dollars = dollars
  }

  private func fillTastes(sd: Double) {
    var tastes = take(&self.tastes, leaving: [])
    let (agents, models) = (agents, models)
    if tastes.isEmpty { tastes = [Double](repeating: 0, count: agents.count * models.count) }
    var values = tastes.mutableSpan
    var place = 0
    for agent in agents {
      let key = agent.key.child("taste")
      for model in models {
        values[place] = sd * key.child(model.key).normal()
        place += 1
      }
    }
    self.tastes = tastes
  }

  private func fillFlaws() {
    var flaws = take(&self.flaws, leaving: [])
    flaws.removeAll(keepingCapacity: true)
    for owner in firstDefender..<agents.count {
      FlawBuilder(owner: owner, in: self).append(to: &flaws, until: horizon)
    }
    self.flaws = flaws
  }

  /// A duration about its median, with the spread of switching times, from an address.
  func duration(median: Double, at key: StreamKey) -> Double {
    switchSigma == 0 ? median : median * Elementary.exp(switchSigma * key.normal())
  }

  /// Days of work of a route of relief about their median, from an address.
  func reliefWork(median: Double, at key: StreamKey) -> Double {
    reliefSigma == 0 ? median : median * Elementary.exp(reliefSigma * key.normal())
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
    let cloud = channels[agent, lab: lab]
    return cloud < 0 ? nil : Int(cloud)
  }
}

/// Moves a value out of its place, so that it can be changed where it is without a copy.
@inline(__always)
private func take<Value>(_ place: inout Value, leaving rest: Value) -> Value {
  let value = place
  place = rest
  return value
}

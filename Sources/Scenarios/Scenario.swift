import ExportControls
import JSON5
import Stochastics

/// One question put to the simulator: a market, its actors, the regimes to compare and the events
/// that history rather than chance decides.
///
/// Every number is a ``Parameter``: an index into ``parameters``, whose value is drawn once for
/// each draw. What is structural (how many agents, which lab owns a model) is held as it stands.
public struct Scenario: Sendable {
  /// Short name; the default folder of results.
  public let name: String
  /// One line for readers.
  public let title: String
  /// The calendar day of simulated day 0.
  public let startDate: CivilDate
  /// Length T of every history, in days.
  public let horizonDays: Double
  /// Default seed of every random number, below 2^53.
  public let seed: UInt64
  /// Default number of replications.
  public let replications: Int
  /// Spacing of the timeline table, in days.
  public let timelineEveryDays: Int
  /// Regimes to compare with no action, by id.
  public let regimes: [RegimeSpecification]
  /// Events that are given, in order of day.
  public let timeline: [ScriptedEvent]
  /// Tastes, adoption and switching shared by all customers.
  public let market: Market
  /// Labs, by id.
  public let labs: [Lab]
  /// Models, by id.
  public let models: [Model]
  /// Clouds, by id.
  public let clouds: [Cloud]
  /// Who finds bypasses, and how soon.
  public let discovery: Discovery
  /// Whom finders tell.
  public let disclosure: Disclosure
  /// The regulator and its licensing office.
  public let regulator: Regulator
  /// Routes out of an order.
  public let relief: Relief
  /// Talks between the named lab and officials.
  public let negotiation: Negotiation
  /// Credible signers of open letters.
  public let advocacy: Advocates
  /// Press accounts.
  public let information: Information
  /// The criteria to be met, and how they harden.
  public let standard: Standard
  /// What strengthens and weakens the precedent.
  public let precedent: Precedent
  /// Customer segments, by id.
  public let customers: [Segment]
  /// Defender groups, by id.
  public let defenders: [DefenderGroup]
  /// What all defenders share: human-only floors and how a fix weakens defence.
  public let defence: Defence
  /// Outside researchers who withhold reports while an order binds.
  public let chilling: Chilling
  /// Openness of research, which erodes after an order.
  public let openness: Openness
  /// Audits that investors ask of labs after an order.
  public let audit: Audit
  /// The attackers.
  public let attackers: Attackers
  /// Switches of whole mechanisms.
  public let mechanisms: Mechanisms
  /// Every number of the scenario, with unit, bounds and evidence.
  public let parameters: ParameterTable
  /// What was read, after `extends` and settings.
  public let source: ScenarioSource
  /// The same with the defaults that stand for what was left out.
  public let resolved: Node
}

extension Scenario {
  /// Reads a scenario file, follows `extends`, applies settings, and checks everything.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - settings: addresses and the texts of their values, as `--set` takes them.
  ///   - regimes: the regimes to compare, presets among them; nil for those of the scenario.
  /// - Throws: ``ProblemReport`` with every problem of the file at once.
  public static func load(
    path: String, settings: [(path: String, value: String)] = [], regimes: [String]? = nil
  ) throws(ProblemReport) -> Scenario {
    let source = try ScenarioLoader.load(path: path, settings: settings, regimes: regimes)
    return try Scenario(source)
  }

  /// Decodes and checks a merged tree.
  ///
  /// - Throws: ``ProblemReport`` with every problem at once.
  public init(_ source: ScenarioSource) throws(ProblemReport) {
    let reader = ScenarioReader(source)
    let root = reader.root
    let scenario = Scenario(decoding: root, reader: reader, source: source)
    root.finish()
    CrossChecks.run(scenario, root)
    try reader.throwIfProblems()
    self = scenario
  }

  private init(decoding root: ObjectReader, reader: ScenarioReader, source: ScenarioSource) {
    self.source = source
    name = root.string("name", meaning: "short name; names the folder of results")
    title = root.string("title", meaning: "one line for readers")
    startDate = root.date("start_date", meaning: "calendar day of day 0")
    horizonDays = Double(
      root.integer(
        "horizon_days", in: 1...3650, meaning: "length of every history", unit: "days"))
    seed = UInt64(
      root.integer("seed", in: 0...9_007_199_254_740_991, meaning: "seed of all random numbers"))
    replications = root.integer("replications", in: 1...10_000_000, meaning: "futures to simulate")
    timelineEveryDays = root.integer(
      "timeline_every_days", in: 1...3650, meaning: "spacing of the timeline table", unit: "days")
    regimes = RegimeSpecification.list(root)
    timeline = ScriptedEvent.list(
      root, horizonDays: root.isSound("horizon_days") ? horizonDays : nil)
    market = Market(root.object("market", meaning: "tastes, adoption and switching"))
    labs = root.objects("labs", meaning: "labs by id").map { Lab(id: $0.id, $0.reader) }
    models = root.objects("models", meaning: "models by id").map { Model(id: $0.id, $0.reader) }
    clouds = root.objects("clouds", meaning: "clouds by id").map { Cloud(id: $0.id, $0.reader) }
    discovery = Discovery(root.object("discovery", meaning: "who finds bypasses"))
    disclosure = Disclosure(root.object("disclosure", meaning: "whom finders tell"))
    regulator = Regulator(root.object("regulator", meaning: "the regulator"))
    relief = Relief(root.object("relief", meaning: "routes out of an order"))
    negotiation = Negotiation(root.object("negotiation", meaning: "talks with officials"))
    advocacy = Advocates(root.object("advocacy", meaning: "signers of open letters"))
    information = Information(root.object("information", meaning: "press accounts"))
    standard = Standard(root.object("standard", meaning: "the criteria to be met"))
    precedent = Precedent(root.object("precedent", meaning: "what one order does for the next"))
    customers = root.objects("customers", meaning: "customer segments by id")
      .map { Segment(id: $0.id, $0.reader) }
    defenders = root.objects("defenders", meaning: "defender groups by id")
      .map { DefenderGroup(id: $0.id, $0.reader) }
    defence = Defence(root.object("defence", meaning: "what all defenders share"))
    chilling = Chilling(
      root.object("chilling", meaning: "outside researchers while an order binds"))
    openness = Openness(
      root.object("openness", meaning: "openness of research after an order"))
    audit = Audit(root.object("audit", meaning: "audits that investors ask after an order"))
    attackers = Attackers(root.object("attackers", meaning: "the attackers"))
    mechanisms = Mechanisms(root.object("mechanisms", meaning: "switches of whole mechanisms"))
    parameters = reader.parameters
    resolved = reader.resolved
  }

  /// The parameter values of one draw.
  public func draw(_ number: Int, seed: UInt64) -> Draw {
    parameters.draw(seed: seed, draw: number)
  }
}

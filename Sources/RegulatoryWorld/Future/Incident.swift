import ExportControls
import Scenarios
import Stochastics

/// The bypass and what is done about it up to an order, scripted or drawn; the same in every
/// regime, since nothing before the order knows the regime.
///
/// Each process adds its part, in the order in which things happen: discovery, disclosure,
/// assessment, demand. What a script says stands; chance decides the rest.
struct Incident {
  // 2 Discovery
  /// Index of the bypassed model; nil if none.
  var model: Int?
  /// Day the bypass is found.
  var foundDay = Double.infinity
  var finder = Finder.researcher
  /// Share of the model's use in attacks that the bypass opens.
  var severity = 0.0
  /// Day from which attackers hold the bypass.
  var heldDay = Double.infinity

  // 3 Disclosure
  var route = DisclosureRoute.nobody
  /// Days on which lab and government are told, whatever else the government does.
  var labToldDay = Double.infinity
  var governmentToldDay = Double.infinity

  // 4 Assessment
  /// What the bypass adds to what attackers can do elsewhere: severity times uniqueness.
  var uplift = 0.0
  /// Uplift as the regulator sees it, and above which it acts.
  var judgement = 0.0
  var threshold = 0.0
  var judgedDay = Double.infinity

  /// What the incident shows, for the triggers of theories.
  var evidence = IncidentEvidence(
    reproducibleDemonstration: false, demonstratedContentIsPublished: false,
    endUseIntelligence: false, weightMovement: false, listing: false)

  // 5 Fix or suspend
  var demandDay = Double.infinity
  var deadlineDay = Double.infinity
  var answer = DemandAnswer.refuses
  /// The answer that a script gives; nil where chance decides.
  var scriptedAnswer: DemandAnswer?
  /// Whether the lab fixes the bypass unasked, once it knows of it.
  var fixesUnasked = false
  /// Days of work on a fix, at the lab's normal speed.
  var fixWork = 0.0

  // 7 The order
  /// Indices of the models the demand and the order name.
  var targets: [Int] = []
  /// Day the order is issued; infinite if none is.
  var orderDay = Double.infinity
  /// Whether the day of the order is given.
  var isOrderScripted = false

  /// Index of the finding cloud; nil if somebody else found it.
  var finderCloud: Int? {
    if case .cloud(let cloud) = finder { return cloud }
    return nil
  }

  /// Whether the regulator takes the bypass for grave enough to act on.
  var isGrave: Bool { judgement > threshold }

  /// None yet.
  init() {}

  init(_ circumstances: Circumstances) {
    readScript(circumstances)
    if model == nil { discover(circumstances) }
    guard let model else { return }
    if targets.isEmpty { targets = [model] }
    disclose(model, circumstances)
    assess(model, circumstances)
    decideDemand(model, circumstances)
  }

  /// Takes the models named, by id, for the targets.
  private mutating func name(_ names: [String], _ now: Circumstances) {
    targets.removeAll(keepingCapacity: true)
    targets.reserveCapacity(names.count)
    for name in names {
      if let model = now.index.models[name] { targets.append(model) }
    }
  }

  private mutating func readScript(_ now: Circumstances) {
    for event in now.scenario.timeline {
      let day = now.draw[event.day]
      switch event.kind {
      case .bypassFound(let bypass):
        model = now.index.models[bypass.model]
        foundDay = day
        finder = Finder(bypass.finder, now.index)
        severity = now.draw[bypass.severity]
      case .demand(let names, let deadline, let given):
        scriptedAnswer = given
        name(names, now)
        demandDay = day
        deadlineDay = day + now.draw[deadline]
      case .order(let names):
        name(names, now)
        orderDay = day
        isOrderScripted = true
      case .designation: break
      }
    }
  }
}

/// Who finds a bypass.
enum Finder: Hashable {
  case cloud(Int)
  case lab(Int)
  case researcher
  case attackers

  /// The finder that a script names.
  init(_ name: String, _ index: Index) {
    if let cloud = index.clouds[name] {
      self = .cloud(cloud)
    } else if let lab = index.labs[name] {
      self = .lab(lab)
    } else {
      self = name == "attackers" ? .attackers : .researcher
    }
  }
}

/// What is known when an incident is drawn.
struct Circumstances {
  let future: Future

  var scenario: Scenario { future.scenario }
  var index: Index { future.study.index }
  var draw: Draw { future.draw }
  /// Address of everything that happens in this replication.
  var root: StreamKey { future.root }
  var models: [ModelTraits] { future.models }
  var labs: [LabTraits] { future.labs }
  var clouds: [CloudTraits] { future.clouds }

  /// Address of what is drawn about a bypass of a model.
  func bypassKey(_ model: Int) -> StreamKey { root.child("bypass").child(models[model].key) }
}

import ExportControls
import Scenarios

/// One act for one kind of recipient, and what the law says to it.
struct ExplainedAct {
  /// What is done, apart from where.
  enum Kind: String, CaseIterable {
    case use = "api_use"
    case host = "host_weights"
    case download = "download_weights"
    case publish = "publish_weights"
    case staff = "staff_access"
  }

  let kind: Kind
  /// The segment, the defenders or the lab whose staff it is; nil where it is nobody in particular.
  let group: String?
  /// Nil where the act is addressed to nobody.
  let recipient: Recipient?
  let standing: GroupMember.Standing?
  let share: Double?
  /// The country of the server, for hosting.
  let server: Country?
  let endUse: EndUse
  let determination: Determination
}

/// Everything that the law layer says about a model under a regime of a scenario.
struct Explanation {
  let scenario: Scenario
  /// What was changed on the command line.
  let changes: [String]
  let regime: Regime
  let sheet: RegimeSheet
  /// The preset that the regime is or starts from, if any.
  let preset: Preset?
  let model: ExplainedModel
  /// The segment or defenders that are looked at alone, if any.
  let customer: String?
  let acts: [ExplainedAct]
  /// Whether anybody at all may not use the model over an interface.
  let isUseRestricted: Bool
  /// Whether anything at all is restricted for somebody who is looked at.
  let needsGates: Bool
  /// The number of the regime that says how an injunction fares.
  let injunctionProbability: ParameterEntry
  let draw: Draw
  /// The numbers used that are uncertain, each taken at its median.
  let uncertain: [Parameter]

  init(
    _ scenario: Scenario, _ specification: RegimeSpecification, _ model: Model, of lab: Lab,
    customer: String?, changes: [String]
  ) {
    let draw = scenario.parameters.central
    let regime = specification.regime(draw)
    let explained = ExplainedModel(model, of: lab, in: scenario, draw)
    let groups = RecipientGroup.all(in: scenario, draw).filter { customer ?? $0.id == $0.id }
    let inquiry = Inquiry(regime: regime, model: explained)
    self.scenario = scenario
    self.changes = changes
    self.regime = regime
    self.model = explained
    self.customer = customer
    self.draw = draw
    sheet =
      RegimeSheet.sheets(of: scenario).first { $0.id == specification.id }
      ?? RegimeSheet(id: specification.id, title: "", fields: [])
    preset = RegimeSheet.preset(of: specification.id, in: scenario)
    acts =
      groups.flatMap(inquiry.acts)
      + (customer == nil
        ? inquiry.publication + inquiry.offer + inquiry.staff + inquiry.otherUsers : [])
    isUseRestricted = inquiry.isUseRestricted
    needsGates = isUseRestricted || acts.contains { !$0.determination.mayGoOn }
    // A roster counts under every regime, once it is determined.
    let useful = regime.sufficientGates.reduce(into: Set([Gate.roster])) { $0.formUnion($1) }
    let gates = needsGates ? Gate.allCases.filter(useful.contains) : []
    injunctionProbability =
      scenario.parameters[
        regime.beyondItsHook.isReached
          ? specification.legalExposureBeyond : specification.legalExposure]
    let numbers =
      [
        specification.noticeDays, specification.trainingThreshold, specification.legalExposure,
        specification.legalExposureBeyond,
      ] + explained.parameters + gates.map { lab.gates[$0] }
    var seen: Set<Parameter> = []
    uncertain = numbers.filter {
      seen.insert($0).inserted && scenario.parameters[$0].isUncertain
    }
  }

  /// Fields in which the regime differs from its preset.
  var differences: [(regime: RegimeSheet.Entry, preset: RegimeSheet.Entry)] {
    guard let preset, let original = RegimeSheet.presets.first(where: { $0.id == preset.id })
    else { return [] }
    return zip(sheet.fields, original.fields).filter { $0.words != $1.words }
      .map { (regime: $0, preset: $1) }
  }

  var reach: Reach { regime.reach(model.facts) }
  var couldReachNext: Reach { regime.couldReachNext(model.facts) }

  /// Whether the control binds the model from its first day.
  ///
  /// What matches is within the reasoning, but an order binds the models it names; only an entry
  /// for a class binds others at once. The simulated world reads it so too.
  var isBound: Bool {
    reach.isReached && (model.facts.named || regime.contagion == .class)
  }

  /// What the incident has shown: a bypass is a demonstration, and nothing more.
  var trigger: Reach {
    regime.triggerMet(
      by: IncidentEvidence(
        reproducibleDemonstration: true, demonstratedContentIsPublished: false,
        endUseIntelligence: false, weightMovement: false, listing: false))
  }

  /// What would hold for the same recipient of an act of use, were it an ordinary one.
  func ordinary(_ act: ExplainedAct) -> Determination {
    guard var recipient = act.recipient else { return act.determination }
    recipient.kind = .commercial
    return regime.determination(.apiUse, of: model.facts, to: recipient, for: act.endUse)
  }

  /// Each alternative of gates with what it can tell apart, and whether only a determination that
  /// names organisations makes it count.
  var alternatives: [(gates: [Gate], separation: Separation, needsDetermination: Bool)] {
    var sets = regime.sufficientGates
    if !sets.contains([.roster]) { sets.append([.roster]) }
    return sets.map { set in
      let gates = Gate.allCases.filter(set.contains)
      let alone = regime.separation(built: set, rosterDetermined: false)
      guard alone.isEmpty else { return (gates, alone, false) }
      return (gates, regime.separation(built: set, rosterDetermined: true), true)
    }
  }

  /// What an explanation is, and what it is not.
  static let disclaimer =
    "One reading of the law, and of this control alone: other rules, such as those on listed "
    + "parties and embargoes, hold beside it. Not legal advice."

  /// What holds until a gate works.
  var withoutGates: Separation { regime.separation(built: [], rosterDetermined: false) }
}

/// Puts the questions to the law layer.
private struct Inquiry {
  let regime: Regime
  let model: ExplainedModel

  private func ask(
    _ kind: ExplainedAct.Kind, _ activity: Activity, _ recipient: Recipient,
    for endUse: EndUse = .ordinary
  ) -> Determination {
    var facts = model.facts
    // Publication is of what was not public before.
    if kind == .publish { facts.weightsPublished = false }
    return regime.determination(activity, of: facts, to: recipient, for: endUse)
  }

  /// What the members of a group may do with the model.
  func acts(_ group: RecipientGroup) -> [ExplainedAct] {
    func act(
      _ kind: ExplainedAct.Kind, _ activity: Activity, _ member: GroupMember,
      on server: Country? = nil, for endUse: EndUse = .ordinary
    ) -> ExplainedAct {
      ExplainedAct(
        kind: kind, group: group.id, recipient: member.recipient, standing: member.standing,
        share: member.share, server: server, endUse: endUse,
        determination: ask(kind, activity, member.recipient, for: endUse))
    }
    let members = group.members
    var acts = members.map { act(.use, .apiUse, $0) }
    if group.isDefender {
      acts += members.map { act(.use, .apiUse, $0, for: .vulnerabilityDisclosure) }
    }
    acts += members.filter { $0.standing == .abroad || $0.standing == .listed }.map {
      act(.host, .hostWeights(in: $0.recipient.place), $0, on: $0.recipient.place)
    }
    if model.model.weights == .open {
      acts += members.map { act(.download, .downloadWeights, $0) }
    }
    return acts
  }

  /// A foreign person in the country, for acts that are addressed to nobody.
  private static let anybody = Recipient(
    place: .us, nationality: .in, isPermanentResident: false, kind: .commercial)

  /// Publishing the weights, if they are not out yet.
  var publication: [ExplainedAct] {
    guard model.model.weights == .closed || model.isPending else { return [] }
    return [toNobody(.publish, .publishWeights, on: nil)]
  }

  /// Offering published weights from a server in the United States.
  var offer: [ExplainedAct] {
    guard model.model.weights == .open else { return [] }
    return [toNobody(.host, .hostWeights(in: .us), on: .us)]
  }

  private func toNobody(
    _ kind: ExplainedAct.Kind, _ activity: Activity, on server: Country?
  ) -> ExplainedAct {
    ExplainedAct(
      kind: kind, group: nil, recipient: nil, standing: nil, share: nil, server: server,
      endUse: .ordinary, determination: ask(kind, activity, Self.anybody))
  }

  /// The lab's own staff where it is at home, of every nationality.
  var staff: [ExplainedAct] {
    let place = model.lab.country
    let members =
      place == .us
      ? [GroupMember(.citizens, .us, .us)]
        + foreigners.map { GroupMember(.permanentResidents, .us, $0) }
        + foreigners.map { GroupMember(.foreignPersons, .us, $0) }
      : Country.allCases.map { GroupMember($0 == place ? .abroad : .otherNationals, place, $0) }
    return members.map { member in
      ExplainedAct(
        kind: .staff, group: model.lab.id, recipient: member.recipient,
        standing: member.standing, share: nil, server: nil, endUse: .ordinary,
        determination: ask(.staff, .staffAccess, member.recipient))
    }
  }

  private var foreigners: [Country] { Country.allCases.filter { $0 != .us } }

  /// End users of whom the scenario has none, or none by name: each in its own country, and
  /// agencies of the United States through their foreign staff.
  var otherUsers: [ExplainedAct] {
    let kinds: [EndUserKind] = [
      .unitedStatesGovernment, .government, .militaryIntelligence, .weaponsDevelopment,
    ]
    return kinds.flatMap { kind in
      foreigners.map { country in
        let place = kind == .unitedStatesGovernment ? .us : country
        let recipient = Recipient(
          place: place, nationality: country, isPermanentResident: false, kind: kind)
        return ExplainedAct(
          kind: .use, group: nil, recipient: recipient, standing: nil, share: nil, server: nil,
          endUse: .ordinary, determination: ask(.use, .apiUse, recipient))
      }
    }
  }

  /// Whether anybody a lab could meet may not use the model, so that it must tell users apart.
  var isUseRestricted: Bool {
    Country.allCases.contains { country in
      [
        Recipient(
          place: country, nationality: country, isPermanentResident: false, kind: .commercial),
        Recipient(
          place: country, nationality: country, isPermanentResident: false,
          kind: .militaryIntelligence),
        Recipient(place: .us, nationality: country, isPermanentResident: false, kind: .commercial),
      ].contains { !ask(.use, .apiUse, $0).mayGoOn }
    }
  }
}

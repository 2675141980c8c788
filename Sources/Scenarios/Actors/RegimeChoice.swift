import ExportControls

/// Who decides on which theory an order rests.
public enum RegulatorMode: String, CaseIterable, Sendable {
  /// Every regime of the scenario is tried on the same order.
  case imposed
  /// The regulator chooses one of the scenario's regimes.
  case chooses
}

/// The weights by which a regulator chooses a theory.
///
/// Score = severity · reach + evidence + discretion − court risk − cost + hostility · breadth, each
/// times its weight; the choice is a multinomial logit of the scores.
public struct RegimeChoice: Sendable {
  /// Weight of the severity of the incident, where the theory reaches it.
  public let severityWeight: Parameter
  /// Weight of evidence that satisfies the theory's own trigger.
  public let evidenceWeight: Parameter
  /// Weight of the discretion that the theory leaves.
  public let discretionWeight: Parameter
  /// Weight of the probability of an injunction.
  public let courtWeight: Parameter
  /// Weight of the political cost of the theory.
  public let costWeight: Parameter
  /// Weight of hostility to the lab (one minus trust), times the share of models in reach.
  public let hostilityWeight: Parameter
  /// What each hook leaves and costs.
  public let hooks: [Hook: HookAppeal]

  init(_ reader: ObjectReader) {
    func weight(_ key: String, _ meaning: String) -> Parameter {
      reader.parameter(key, .scoreWeight, meaning: "weight of " + meaning)
    }
    severityWeight = weight("severity_weight", "severity, where the theory reaches the incident")
    evidenceWeight = weight("evidence_weight", "evidence that meets the theory's own trigger")
    discretionWeight = weight("discretion_weight", "the discretion a theory leaves")
    courtWeight = weight("court_weight", "the probability of an injunction")
    costWeight = weight("cost_weight", "the political cost of a theory")
    hostilityWeight = weight("hostility_weight", "hostility to the lab times models in reach")
    let hookReader = reader.object("hooks", meaning: "what each hook leaves and costs")
    var table: [Hook: HookAppeal] = [:]
    for hook in Hook.allCases {
      table[hook] = HookAppeal(
        hookReader.object(hook.rawValue, meaning: "the appeal of \(hook.rawValue)"))
    }
    hooks = table
    hookReader.finish()
    reader.finish()
  }
}

/// What a hook leaves a regulator and costs it, each from 0 to 1.
public struct HookAppeal: Sendable {
  /// Discretion.
  public let discretion: Parameter
  /// Political cost.
  public let cost: Parameter

  init(_ reader: ObjectReader) {
    discretion = reader.parameter("discretion_share", .share, meaning: "discretion it leaves")
    cost = reader.parameter("cost_share", .share, meaning: "political cost")
    reader.finish()
  }
}

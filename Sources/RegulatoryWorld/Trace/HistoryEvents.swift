/// The kinds of events that a history can hold, in order of the model's processes.
public enum HistoryEvents {
  /// A kind of event.
  public struct Kind: Sendable {
    /// Name of the kind, as tables have it.
    public let id: String
    /// What happens, in a few words.
    public let meaning: String
  }

  /// Every kind.
  public static let registry: [Kind] = kinds.map { Kind(id: $0.0, meaning: $0.1) }

  private static let kinds: [(String, String)] = [
    ("model_released", "a lab releases a model"),
    ("release_gated", "a closed release is held back in the shadow of the order"),
    ("publication_withheld", "open weights are held back in the shadow of the order"),
    ("publication_barred", "the order bars publication of open weights that are due"),
    ("model_adopted", "users take up a new model, told by group and month"),
    ("bypass_found", "a bypass of a model's safeguards is found"),
    ("attackers_hold_bypass", "attackers come to hold the bypass"),
    ("fix_shipped", "the lab ships a filter against the bypass"),
    ("order_issued", "the regulator orders a control"),
    ("order_takes_effect", "the order begins to bind"),
    ("order_extended", "the order comes to name another model"),
    ("service_suspended", "a lab stops what it cannot tell apart"),
    ("handling_suspended", "a lab stops what moves weights, and serves on"),
    ("cloud_suspends", "a cloud follows the labs it resells"),
    ("cloud_restores", "a cloud follows the labs back"),
    ("gate_started", "a lab starts work on a way to tell users apart"),
    ("gate_built", "such a gate goes into operation"),
    ("staff_barred", "a lab bars its foreign staff from its models"),
    ("staff_restored", "foreign staff come back to their work"),
    ("pools_lose", "users lose their model"),
    ("pools_fall_back", "users fall back to another model of the same lab"),
    ("pools_migrate", "users migrate to another vendor"),
    ("pools_come_back", "users come back to the model they want"),
    ("pools_leave_in_fear", "users who lost nothing leave for fear of being next"),
    ("pools_regain", "users have their model again"),
    ("pools_settle", "users stay with the substitute for good"),
    ("relief_route_opens", "a route out of the order is under way"),
    ("partial_relief", "the order ends for some"),
    ("order_lifted", "the order ends for all"),
    ("licence_filed", "a lab applies for a licence"),
    ("licence_referred", "an application goes to other agencies"),
    ("licence_granted", "a licence is granted"),
    ("licence_denied", "a licence is denied"),
    ("licence_returned", "an application is returned without action"),
    ("flaws_found", "defenders find flaws, told by group and month"),
    ("flaws_triaged", "defenders triage flaws, told by group and month"),
    ("flaws_fixed", "defenders fix flaws, told by group and month"),
    ("flaws_weaponized", "attackers weaponize flaws, told by group and month"),
    ("attackers_reach", "the capability that attackers can reach changes"),
  ]
}

/// Whether a model's weights leave the lab.
public enum Weights: String, CaseIterable, Sendable {
  /// Served by the lab and its clouds only.
  case closed
  /// Published, or to be published on the release day.
  case open
}

/// Who may use a model.
public enum Audience: String, CaseIterable, Sendable {
  /// Sold to every customer.
  case everyone
  /// Only vetted partners among the defenders.
  case vetted
}

/// An AI model that is sold, or will be.
public struct Model: Sendable {
  /// Id in the scenario.
  public let id: String
  /// Id of its lab.
  public let lab: String
  /// Closed or open weights.
  public let weights: Weights
  /// Who may use it.
  public let audience: Audience
  /// Training operations.
  public let trainingFLOP: Parameter
  /// Capability per task, as a ratio to the most capable model at day 0.
  public let capability: Capability
  /// Price relative to the flagship of day 0.
  public let price: Parameter
  /// Day of release; before day 0 it is already in use.
  public let releaseDay: Parameter
  /// Whether tests showed outputs that match a controlled entry.
  public let outputsMatchControlledEntry: Bool

  init(id: String, _ reader: ObjectReader) {
    self.id = id
    lab = reader.string("lab", meaning: "id of the lab")
    weights = reader.choice("weights", Weights.self, meaning: "closed or open weights")
    audience = reader.choice("audience", Audience.self, meaning: "who may use it")
    trainingFLOP = reader.parameter("training_flop", .flop, meaning: "training operations")
    capability = Capability(reader.object("capability", meaning: "capability per task"))
    price = reader.parameter("price_ratio", .price, meaning: "price relative to fable-5")
    releaseDay = reader.parameter(
      "release_day", .day, meaning: "day of release; negative: in use before day 0")
    outputsMatchControlledEntry = reader.boolean(
      "outputs_match_controlled_entry",
      meaning: "tests showed outputs that match a controlled entry")
    reader.finish()
  }
}

/// Capability of a model per task, as a ratio to the most capable model at day 0.
public struct Capability: Sendable {
  /// General work of customers.
  public let general: Parameter
  /// Finding vulnerabilities.
  public let find: Parameter
  /// Triage of findings.
  public let triage: Parameter
  /// Writing fixes.
  public let fix: Parameter
  /// Attack, once safeguards are bypassed.
  public let attack: Parameter

  init(_ reader: ObjectReader) {
    general = reader.parameter("general", .capability, meaning: "capability in general work")
    find = reader.parameter("find", .capability, meaning: "capability in finding vulnerabilities")
    triage = reader.parameter("triage", .capability, meaning: "capability in triage")
    fix = reader.parameter("fix", .capability, meaning: "capability in writing fixes")
    attack = reader.parameter(
      "attack", .capability, meaning: "capability in attack once safeguards are bypassed")
    reader.finish()
  }
}

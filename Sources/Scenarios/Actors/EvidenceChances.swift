/// What an incident shows besides the bypass: evidence that the triggers of theories ask for.
public struct EvidenceChances: Sendable {
  /// Probability that what was demonstrated is published already.
  public let publishedProbability: Parameter
  /// Probability of intelligence on a listed end user.
  public let intelligenceProbability: Parameter
  /// Probability that weights have moved, or are about to.
  public let weightMovementProbability: Parameter
  /// Probability that the model stands on a list.
  public let listingProbability: Parameter

  init(_ reader: ObjectReader) {
    func chance(_ key: String, _ meaning: String) -> Parameter {
      reader.parameter(key, .probability, meaning: meaning)
    }
    publishedProbability = chance(
      "published_probability", "what was demonstrated is published already")
    intelligenceProbability = chance(
      "end_use_intelligence_probability", "there is intelligence on a listed end user")
    weightMovementProbability = chance(
      "weight_movement_probability", "weights have moved, or are about to")
    listingProbability = chance("listing_probability", "the model stands on a list")
    reader.finish()
  }
}

/// How each use of a theory makes the next one likelier, and each defeat rarer.
public struct Precedent: Sendable {
  /// Strength gained with each extension, and when a court upholds the order.
  public let gain: Parameter
  /// Strength lost with each partial relief.
  public let loss: Parameter

  init(_ reader: ObjectReader) {
    gain = reader.parameter(
      "gain_ratio", .ratio.within(0...100),
      meaning: "strength gained with an extension or a suit won")
    loss = reader.parameter(
      "loss_share", .share, meaning: "strength lost with each partial relief")
    reader.finish()
  }
}

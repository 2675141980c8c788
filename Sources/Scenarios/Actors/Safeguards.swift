/// A lab's layered safeguards: what share of misuse each layer lets through.
///
/// The layers are in series, so what leaks through all of them is the product.
public struct LayeredSafeguards: Sendable {
  /// Capability left to whoever breaks the technical layer of a closed model afresh.
  public let technicalLeak: Parameter
  /// Users of a known bypass whom monitoring misses.
  public let monitoringLeak: Parameter
  /// Attackers whom vetting lets hold an account.
  public let vettingLeak: Parameter
  /// Flaws of the safeguards that publication of tests leaves unseen.
  public let transparencyLeak: Parameter
  /// What outside oversight leaves unmended.
  public let oversightLeak: Parameter

  init(_ reader: ObjectReader) {
    technicalLeak = reader.parameter(
      "technical_leak_share", .share,
      meaning: "capability left to attackers who bypass a closed model afresh")
    monitoringLeak = reader.parameter(
      "monitoring_leak_share", .share, meaning: "users of a known bypass whom monitoring misses")
    vettingLeak = reader.parameter(
      "vetting_leak_share", .share, meaning: "attackers whom vetting lets hold an account")
    transparencyLeak = reader.parameter(
      "transparency_leak_share", .share,
      meaning: "weaknesses that published tests leave unseen by others")
    oversightLeak = reader.parameter(
      "oversight_leak_share", .share, meaning: "weaknesses that outside oversight leaves unmended")
    reader.finish()
  }
}

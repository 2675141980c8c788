/// A lab's layered safeguards in one draw: the share that each layer lets through.
struct Safeguards: BitwiseCopyable {
  /// Capability left to whoever bypasses a closed model afresh.
  let technical: Double
  /// Users of a known bypass whom monitoring misses.
  let monitoring: Double
  /// Attackers whom vetting lets hold an account.
  let vetting: Double
  /// Weaknesses that published tests leave unseen by others.
  let transparency: Double
  /// Weaknesses that outside oversight leaves unmended.
  let oversight: Double

  /// What gets through every layer.
  var leak: Double { technical * monitoring * vetting * transparency * oversight }
  /// How strong the layers are together, 0 to 1.
  var strength: Double { 1 - leak }
  /// Share of attackers who can use a bypass that is known: let in, and not noticed.
  var bypassShare: Double { monitoring * vetting }
}

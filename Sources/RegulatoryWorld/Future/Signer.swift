import Stochastics

/// One whose signature under an open letter officials would notice.
struct Signer: BitwiseCopyable {
  /// Harm borne before signing, in days of full harm times the hazard.
  let patience: Double
  /// Weight of the signature; 1 on average.
  let credibility: Double

  /// So many signers, in order of patience.
  static func gather(
    _ count: Int, at key: StreamKey, reusing memory: consuming [Signer]
  ) -> [Signer] {
    var signers = memory
    signers.removeAll(keepingCapacity: true)
    for number in 0..<count {
      signers.append(
        Signer(
          patience: key.child(number).exponential(),
          credibility: key.child(number).child("credibility").exponential()))
    }
    signers.sort { $0.patience < $1.patience }
    return signers
  }
}

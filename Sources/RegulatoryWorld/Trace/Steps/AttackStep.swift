/// Process 17, attack.
enum AttackStep: Hashable {
  /// What attackers can reach changed.
  case reach(from: Double, to: Double)
  /// Assets open to weaponized flaws are hit; a sample.
  case incidents(mix: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .reach(let from, let to):
      return Telling(
        "attackers_reach", by: "attackers",
        "\(to < from ? "lose" : "gain") capability: \(names.figure(from, 3)) to"
          + " \(names.figure(to, 3))")
    case .incidents(let mix):
      return Telling(
        "incidents", by: "attackers", "hit assets of \(names.mix(mix))", isTally: true)
    }
  }
}

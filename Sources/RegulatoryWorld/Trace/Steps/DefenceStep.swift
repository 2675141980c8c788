/// What becomes of a flaw.
enum FlawStep: UInt8, Hashable { case found, triaged, fixed, weaponized }

/// Process 16, defence: steps of flaws, told by group and month.
enum DefenceStep: Hashable {
  case flawsMove(FlawStep, mix: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .flawsMove(let step, let mix):
      let group = names.mix(mix)
      return switch step {
      case .found: Telling("flaws_found", by: group, "find flaws", isTally: true)
      case .triaged: Telling("flaws_triaged", by: group, "triage flaws", isTally: true)
      case .fixed: Telling("flaws_fixed", by: group, "fix flaws", isTally: true)
      case .weaponized:
        Telling("flaws_weaponized", by: "attackers", "weaponize flaws of \(group)", isTally: true)
      }
    }
  }
}

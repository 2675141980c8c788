/// What a pool of seats does with its model.
enum PoolChange: UInt8, Hashable {
  case loses, fallsBack, migrates, comesBack, leavesInFear, regains, settles, phasesOut
}

/// Process 9, demand: changes of seat pools, told together.
enum DemandStep: Hashable {
  case poolsChange(PoolChange, mix: Int32, from: Int32, to: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .poolsChange(let change, let mix, let from, let to):
      func name(_ model: Int32) -> String { model < 0 ? "nothing" : names.model(model) }
      let (event, text) =
        switch change {
        case .loses: ("pools_lose", "lose \(name(from))")
        case .fallsBack: ("pools_fall_back", "fall back from \(name(from)) to \(name(to))")
        case .migrates: ("pools_migrate", "migrate from \(name(from)) to \(name(to))")
        case .comesBack: ("pools_come_back", "come back from \(name(from)) to \(name(to))")
        case .leavesInFear:
          ("pools_leave_in_fear", "leave \(name(from)) for \(name(to)), fearing to be next")
        case .regains: ("pools_regain", "use \(name(to)), now that they may")
        case .settles: ("pools_settle", "stay with \(name(to)) for good")
        case .phasesOut:
          ("pools_phase_out", "leave \(name(from)) of a designated lab for \(name(to))")
        }
      return Telling(event, by: names.mix(mix), text, isTally: true)
    }
  }
}

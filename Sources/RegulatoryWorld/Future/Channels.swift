/// The cloud through which each agent buys each lab's models.
struct Channels {
  /// Cloud of agent a for lab l, at `a * labs + l`; negative: directly.
  private var clouds: [Int32] = []
  private var labs = 0
  /// What clouds sell of each lab's models, the shares of lab l at ``ends``[l - 1] ..< ``ends``[l].
  private var shares: [(cloud: Int32, share: Double)] = []
  private var ends: [Int] = []

  subscript(agent: Int, lab lab: Int) -> Int32 { clouds[agent * labs + lab] }

  /// The same with another draw's numbers.
  consuming func refilled(
    _ agents: [Agent], labs count: Int, _ traits: [CloudTraits]
  ) -> Channels {
    var channels = self
    channels.fill(agents, labs: count, traits)
    return channels
  }

  private mutating func fill(_ agents: [Agent], labs count: Int, _ traits: [CloudTraits]) {
    labs = count
    shares.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for lab in 0..<labs {
      for (cloud, traits) in traits.enumerated() where traits.salesShare[lab] != 0 {
        shares.append((Int32(cloud), traits.salesShare[lab]))
      }
      ends.append(shares.count)
    }
    clouds.removeAll(keepingCapacity: true)
    for agent in agents {
      var first = 0
      for end in ends {
        clouds.append(cloud(agent.channelMark, first, end))
        first = end
      }
    }
  }

  /// The first cloud within whose share a mark falls; negative if it falls beyond them all.
  private func cloud(_ mark: Double, _ first: Int, _ end: Int) -> Int32 {
    var rest = mark
    for number in first..<end {
      if rest < shares[number].share { return shares[number].cloud }
      rest -= shares[number].share
    }
    return -1
  }
}

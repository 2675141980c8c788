/// The cloud through which each agent buys each lab's models.
struct Channels {
  /// Cloud of agent a for lab l, at `a * labs + l`; negative: directly.
  private var clouds: [Int32] = []
  private var labs = 0
  /// What clouds sell of each lab's models, the shares of lab l at ``ends``[l - 1] ..< ``ends``[l].
  private var shares: [Share] = []
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
        shares.append(Share(cloud: Int32(cloud), share: traits.salesShare[lab]))
      }
      ends.append(shares.count)
    }
    if clouds.isEmpty { clouds = [Int32](repeating: -1, count: agents.count * labs) }
    let (shares, ends) = (shares, ends)
    var places = clouds.mutableSpan
    var place = 0
    for agent in agents {
      var first = 0
      for end in ends {
        places[place] = Channels.cloud(agent.channelMark, shares[first..<end])
        first = end
        place += 1
      }
    }
  }

  /// The first cloud within whose share a mark falls; negative if it falls beyond them all.
  @inline(__always)
  private static func cloud(_ mark: Double, _ shares: ArraySlice<Share>) -> Int32 {
    var rest = mark
    for share in shares {
      if rest < share.share { return share.cloud }
      rest -= share.share
    }
    return -1
  }

  /// What a cloud sells of one lab's models.
  private struct Share {
    let cloud: Int32
    let share: Double
  }
}

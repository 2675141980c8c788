import DiscreteEvents
import Scenarios
import Stochastics

/// Process 12, advocacy: credible people sign as harm is done to them, and pressure decays.
///
/// Each signer has an amount of harm, drawn once, that he or she bears before signing; a signature
/// adds its credibility to the pressure. Reviewed once a day while the order binds.
struct Advocacy {
  /// Public pressure, 0 to 1.
  var pressure = 0.0
  /// Harm done at the latest review.
  var harm = Harm()
  /// Harm borne so far, in the unit of patience.
  var borne = 0.0
  /// How many could sign, and how many have.
  var signers = 0
  var signed = 0

  mutating func reset() {
    (pressure, borne) = (0, 0)
    harm.reset()
    (signers, signed) = (0, 0)
  }
}

extension World {
  mutating func beginAdvocacy(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil else { return }
    if future.draw[future.scenario.mechanisms.advocacy] > 0 {
      advocacy.signers = future.signers.count
    }
    advocacy.harm.gather(future)
    agenda.schedule(.pressureReviewed, at: agenda.now + 1)
  }

  mutating func pressureReviewed(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    let relief = future.scenario.relief
    advocacy.harm.look(demand)
    advocacy.pressure *= Elementary.exp(
      -Advocacy.ln2 / future.draw[relief.pressureHalfLifeDays])
    clearPress(after: 1)
    sign(agenda)
    updateReliefSpeeds(&agenda)
    weighReversal(&agenda)
    agenda.schedule(.pressureReviewed, at: agenda.now + 1)
  }

  /// Those who have borne enough sign.
  private mutating func sign(_ agenda: borrowing Agenda) {
    let parameters = future.scenario.advocacy
    let draw = future.draw
    let partners = draw[parameters.partnerShare]
    let harm = partners * advocacy.harm.partners + (1 - partners) * advocacy.harm.home
    advocacy.borne += draw[parameters.signPerDay] * draw[future.scenario.mechanisms.advocacy] * harm
    let before = advocacy.signed
    var weight = 0.0
    while advocacy.signed < advocacy.signers,
      future.signers[advocacy.signed].patience <= advocacy.borne
    {
      weight += future.signers[advocacy.signed].credibility
      advocacy.signed += 1
    }
    guard advocacy.signed > before else { return }
    let full = draw[parameters.fullPressureSignatures]
    advocacy.pressure = min(1, advocacy.pressure + press.clarity * weight / full)
    ledger.signatures = advocacy.signed
    if Advocacy.milestone(advocacy.signed) > Advocacy.milestone(before) {
      note(.politics(.signatures(Int32(advocacy.signed))), agenda, since: .order)
    }
  }
}

/// Who is without the model they want because of the order, as shares of those who count.
struct Harm {
  /// Partners of the labs, by organisations.
  private(set) var partners = 0.0
  /// Customers in the United States, by spend.
  private(set) var home = 0.0
  /// Customers in allied countries, by spend.
  private(set) var allied = 0.0
  /// Pools of seats that count, by group; gathered once and looked at daily.
  private var partnerPools = Group()
  private var homePools = Group()
  private var alliedPools = Group()
  /// How often displacement had changed at the latest look.
  private var changesSeen = -1

  mutating func reset() {
    (partners, home, allied) = (0, 0, 0)
    partnerPools.removeAll()
    homePools.removeAll()
    alliedPools.removeAll()
    changesSeen = -1
  }

  mutating func gather(_ future: Future) {
    for (number, agent) in future.agents.enumerated() {
      let own = 2 * number
      if agent.isDefender {
        if agent.isPartner { partnerPools.add(own, agent.weight) }
        continue
      }
      let dollars = agent.weight * agent.spend
      let foreign = dollars * agent.foreignShare
      if agent.isAllied {
        alliedPools.add(own + 1, dollars)
      } else if !agent.isAbroad {
        homePools.add(own, dollars - foreign)
        if foreign > 0 { homePools.add(own + 1, foreign) }
      }
    }
  }

  /// Looks who is displaced now.
  mutating func look(_ demand: Demand) {
    guard demand.displacementChanges != changesSeen else { return }
    changesSeen = demand.displacementChanges
    partners = partnerPools.shareDisplaced(demand.pools)
    home = homePools.shareDisplaced(demand.pools)
    allied = alliedPools.shareDisplaced(demand.pools)
  }

  /// Pools of seats with their weights.
  private struct Group {
    private var members: [(pool: Int32, weight: Double)] = []
    private var whole = 0.0

    mutating func add(_ pool: Int, _ weight: Double) {
      members.append((Int32(pool), weight))
      whole += weight
    }

    mutating func removeAll() {
      members.removeAll(keepingCapacity: true)
      whole = 0
    }

    func shareDisplaced(_ pools: [Pool]) -> Double {
      guard whole > 0 else { return 0 }
      var part = 0.0
      pools.withUnsafeBufferPointer { pools in
        for member in members where pools[Int(member.pool)].isDisplaced { part += member.weight }
      }
      return part / whole
    }
  }
}

extension Advocacy {
  /// The natural logarithm of 2.
  static let ln2 = 0.6931471805599453

  /// How many numbers worth telling a count has passed: the first, fifty, and every hundred.
  static func milestone(_ count: Int) -> Int {
    (count > 0 ? 1 : 0) + (count >= 50 ? 1 : 0) + count / 100
  }
}

import DiscreteEvents
import Scenarios
import Stochastics

/// Process 12, advocacy: credible people sign as harm is done to them, and pressure decays.
///
/// Each signer has an amount of harm, drawn once, that he or she bears before signing; a signature
/// adds its credibility to the pressure. Reviewed once a day while the order binds.
struct Advocacy {
  /// One whose signature officials would notice.
  struct Signer: BitwiseCopyable {
    /// Harm borne before signing, in days of full harm times the hazard.
    let patience: Double
    /// Weight of the signature; 1 on average.
    let credibility: Double
  }

  /// Public pressure, 0 to 1.
  var pressure = 0.0
  /// Harm done at the latest review.
  var harm = Harm()
  /// Harm borne so far, in the unit of patience.
  var borne = 0.0
  /// In order of patience.
  var signers: [Signer] = []
  /// How many have signed.
  var signed = 0
}

extension World {
  mutating func beginAdvocacy(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil else { return }
    if future.draw[future.scenario.mechanisms.advocacy] > 0 { gatherSigners() }
    advocacy.harm.gather(future)
    agenda.schedule(.pressureReviewed, at: agenda.now + 1)
  }

  private mutating func gatherSigners() {
    let count = Int(future.draw[future.scenario.advocacy.signers].rounded())
    let key = future.root.child("signer")
    advocacy.signers = (0..<count).map {
      Advocacy.Signer(
        patience: key.child($0).exponential(),
        credibility: key.child($0).child("credibility").exponential())
    }
    advocacy.signers.sort { $0.patience < $1.patience }
  }

  mutating func pressureReviewed(_ agenda: inout Agenda) {
    guard order.isInForce else { return }
    let relief = future.scenario.relief
    advocacy.harm.look(demand.pools)
    advocacy.pressure *= Elementary.exp(
      -Advocacy.ln2 / future.draw[relief.pressureHalfLifeDays])
    clearPress(after: 1)
    sign(agenda)
    updateReliefSpeeds(&agenda)
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
    while advocacy.signed < advocacy.signers.count,
      advocacy.signers[advocacy.signed].patience <= advocacy.borne
    {
      weight += advocacy.signers[advocacy.signed].credibility
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
  /// Pools of seats that count, by group, with their weights; gathered once and looked at daily.
  private var partnerPools: [Weighted] = []
  private var homePools: [Weighted] = []
  private var alliedPools: [Weighted] = []

  private struct Weighted: BitwiseCopyable {
    let pool: Int32
    let weight: Double
  }

  mutating func gather(_ future: Future) {
    for (number, agent) in future.agents.enumerated() {
      let own = Int32(2 * number)
      if agent.isDefender {
        if agent.isPartner { partnerPools.append(Weighted(pool: own, weight: agent.weight)) }
        continue
      }
      let dollars = agent.weight * agent.spend
      let foreign = dollars * agent.foreignShare
      if agent.isAllied {
        alliedPools.append(Weighted(pool: own + 1, weight: dollars))
      } else if !agent.isAbroad {
        homePools.append(Weighted(pool: own, weight: dollars - foreign))
        if foreign > 0 { homePools.append(Weighted(pool: own + 1, weight: foreign)) }
      }
    }
  }

  /// Looks who is displaced now.
  mutating func look(_ pools: [Pool]) {
    partners = Harm.share(partnerPools, pools)
    home = Harm.share(homePools, pools)
    allied = Harm.share(alliedPools, pools)
  }

  private static func share(_ members: [Weighted], _ pools: [Pool]) -> Double {
    var (whole, part) = (0.0, 0.0)
    for member in members {
      whole += member.weight
      if pools[Int(member.pool)].isDisplaced { part += member.weight }
    }
    return whole > 0 ? part / whole : 0
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

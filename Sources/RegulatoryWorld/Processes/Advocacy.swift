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

/// Who is without the model they want because of the order, as shares of those who count.
struct Harm: BitwiseCopyable {
  /// Partners of the labs, by organisations.
  var partners = 0.0
  /// Customers in the United States, by spend.
  var home = 0.0
  /// Customers in allied countries, by spend.
  var allied = 0.0
}

extension World {
  mutating func beginAdvocacy(_ agenda: inout Agenda) {
    guard future.scenario.relief.fixedFullDays == nil else { return }
    if future.draw[future.scenario.mechanisms.advocacy] > 0 { gatherSigners() }
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
    advocacy.harm = harm()
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

  /// Who is displaced at this instant.
  private func harm() -> Harm {
    var (home, allied) = (Displaced(), Displaced())
    for number in 0..<future.firstDefender {
      guard !future.agents[number].isAbroad || future.agents[number].isAllied else { continue }
      let dollars = future.agents[number].weight * future.agents[number].spend
      let foreign = future.agents[number].foreignShare
      let lost =
        (demand.pools[2 * number].isDisplaced ? 1 - foreign : 0)
        + (demand.pools[2 * number + 1].isDisplaced ? foreign : 0)
      if future.agents[number].isAbroad {
        allied.add(dollars, lost)
      } else {
        home.add(dollars, lost)
      }
    }
    var partners = Displaced()
    for number in future.firstDefender..<future.agents.count where future.agents[number].isPartner {
      partners.add(
        future.agents[number].weight, demand.pools[2 * number].isDisplaced ? 1 : 0)
    }
    return Harm(partners: partners.share, home: home.share, allied: allied.share)
  }
}

/// A sum of weights, and how much of it is displaced.
private struct Displaced {
  private var whole = 0.0
  private var part = 0.0

  var share: Double { whole > 0 ? part / whole : 0 }

  mutating func add(_ weight: Double, _ share: Double) {
    whole += weight
    part += weight * share
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

import ExportControls
import Scenarios

/// Those of a scenario who would use a model: a segment of customers or a group of defenders.
struct RecipientGroup {
  let id: String
  let isDefender: Bool
  /// Whether some of its agents are listed end users.
  let hasListed: Bool
  /// Countries with their parts of the group.
  private let countries: [(country: Country, share: Double)]
  /// Nationalities with their parts of the foreign persons.
  private let foreign: [(country: Country, share: Double)]

  /// The segments of a scenario, then its defenders.
  static func all(in scenario: Scenario, _ draw: Draw) -> [RecipientGroup] {
    scenario.customers.map { segment in
      RecipientGroup(
        id: segment.id, isDefender: false, hasListed: draw[segment.listedShare] > 0,
        countries: shares(segment.countries, draw),
        foreign: shares(segment.foreignNationalities, draw))
    }
      + scenario.defenders.map { group in
        RecipientGroup(
          id: group.id, isDefender: true, hasListed: false,
          countries: shares(group.countries, draw),
          foreign: shares(group.foreignNationalities, draw))
      }
  }

  private static func shares(_ mix: Mix, _ draw: Draw) -> [(country: Country, share: Double)] {
    let total = mix.weights.reduce(0.0) { $0 + draw[$1.weight] }
    guard total > 0 else { return [] }
    return mix.weights.map { ($0.country, rounded(draw[$0.weight] / total)) }
  }

  /// Without what dividing leaves in the last places.
  private static func rounded(_ share: Double) -> Double { (share * 1e12).rounded() / 1e12 }

  /// Every kind of recipient in the group that the law could tell from the others.
  var members: [GroupMember] {
    var members: [GroupMember] = []
    if countries.contains(where: { $0.country == .us }) { members += domestic }
    let abroad = countries.filter { $0.country != .us }
    let total = abroad.reduce(0.0) { $0 + $1.share }
    members += abroad.map {
      GroupMember(
        .abroad, $0.country, $0.country, share: total > 0 ? Self.rounded($0.share / total) : nil)
    }
    for place in abroad.map(\.country) {
      members += foreign.filter { $0.country != place }.map {
        GroupMember($0.country == .us ? .citizensAbroad : .otherNationals, place, $0.country)
      }
    }
    if hasListed {
      members += abroad.map { GroupMember(.listed, $0.country, Self.listedNation) }
    }
    return members
  }

  private var domestic: [GroupMember] {
    let nationalities = foreign.filter { $0.country != .us }
    let total = nationalities.reduce(0.0) { $0 + $1.share }
    return [GroupMember(.citizens, .us, .us, share: 1)]
      + nationalities.map {
        GroupMember(
          .foreignPersons, .us, $0.country, share: total > 0 ? Self.rounded($0.share / total) : nil)
      }
      + nationalities.map { GroupMember(.permanentResidents, .us, $0.country) }
  }

  /// Of what country listed end users are taken to be, as in the simulated world (assumed).
  static let listedNation = Country.ru
}

/// A kind of recipient within a group.
struct GroupMember {
  /// How a recipient stands to the place where it is.
  enum Standing: CaseIterable {
    case citizens, permanentResidents, foreignPersons, abroad, citizensAbroad, otherNationals
    case listed

    /// Whether runs simulate such recipients; the others are there for the law's sake.
    var isSimulated: Bool {
      switch self {
      case .citizens, .foreignPersons, .abroad, .listed: true
      case .permanentResidents, .citizensAbroad, .otherNationals: false
      }
    }
  }

  let standing: Standing
  let recipient: Recipient
  /// Its part of those of its group and standing, if the scenario says.
  let share: Double?

  init(_ standing: Standing, _ place: Country, _ nationality: Country, share: Double? = nil) {
    self.standing = standing
    self.share = share
    recipient = Recipient(
      place: place, nationality: nationality,
      isPermanentResident: standing == .permanentResidents,
      kind: standing == .listed ? .militaryIntelligence : .commercial)
  }
}

import ExportControls
import Scenarios

/// Recipients whom the law cannot tell apart: same place, nationality, residence and kind of end
/// user.
struct RecipientClass: Hashable {
  let place: Country
  let nationality: Country
  let isListed: Bool
  /// Whether they live in the United States for good: no foreign persons of 15 CFR 772.1.
  let isPermanentResident: Bool
  /// Whether its nation is a close ally.
  let isAllied: Bool

  init(
    place: Country, nationality: Country, isListed: Bool, isPermanentResident: Bool = false
  ) {
    self.place = place
    self.nationality = nationality
    self.isListed = isListed
    self.isPermanentResident = isPermanentResident
    isAllied = nationality.groups.contains(.a5)
  }

  var recipient: Recipient {
    Recipient(
      place: place, nationality: nationality, isPermanentResident: isPermanentResident,
      kind: isListed ? .militaryIntelligence : .commercial)
  }

  /// Every class that can occur in a scenario, in order of country codes, the attackers' first.
  static func all(in scenario: Scenario) -> [RecipientClass] {
    var classes = attackers
    func add(_ mix: Mix, _ foreign: Mix) {
      for place in mix.weights.map(\.country) {
        let own = RecipientClass(place: place, nationality: place, isListed: false)
        classes.append(own)
        classes.append(RecipientClass(place: place, nationality: listedNation, isListed: true))
        for nationality in foreign.weights.map(\.country) {
          classes.append(
            RecipientClass(place: place, nationality: nationality, isListed: false))
          guard place == .us else { continue }
          classes.append(
            RecipientClass(
              place: place, nationality: nationality, isListed: false,
              isPermanentResident: true))
        }
      }
    }
    for segment in scenario.customers { add(segment.countries, segment.foreignNationalities) }
    for group in scenario.defenders { add(group.countries, group.foreignNationalities) }
    var seen: Set<RecipientClass> = []
    return classes.filter { seen.insert($0).inserted }
  }

  /// Of what country listed end users are, wherever they sit: one of those of 15 CFR 744.22
  /// (assumed: Russia).
  static let listedNation = Country.ru

  /// The attackers' classes: domestic, foreign, listed.
  ///
  /// Foreign attackers are taken to be in and of a country outside every alliance (assumed:
  /// China), listed ones to be of Russia.
  static let attackers = [
    RecipientClass(place: .us, nationality: .us, isListed: false),
    RecipientClass(place: .cn, nationality: .cn, isListed: false),
    RecipientClass(place: listedNation, nationality: listedNation, isListed: true),
  ]
}

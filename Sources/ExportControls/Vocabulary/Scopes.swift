/// The act a control restricts.
public enum ItemScope: String, CaseIterable, Hashable, Sendable {
  /// Release of an output that is itself controlled technology.
  case controlledOutput = "controlled_output"
  /// Any support by a United States person.
  case support
  /// Moving or revealing the trained parameters.
  case weights
  /// Use of the model, however remote.
  case access
}

/// The persons a control restricts as recipients.
public enum PersonScope: String, CaseIterable, Hashable, Sendable {
  /// Listed military-intelligence and weapons end users.
  case listedEndUsers = "listed_end_users"
  /// Foreign persons of 15 CFR 772.1, which permanent residents are not.
  case foreignPersons = "foreign_persons"
  /// Everyone without citizenship of the United States, permanent residents included.
  case anyNoncitizen = "any_noncitizen"
  /// Everyone outside the United States, citizens included.
  case everyoneAbroad = "everyone_abroad"
}

/// The countries a control restricts as destinations.
public enum DestinationScope: String, CaseIterable, Hashable, Sendable {
  /// Every country but the United States.
  case allForeign = "all_foreign"
  /// NS column 1: all but Australia, Canada and the United Kingdom (15 CFR 742.4(a)(1)).
  case ns1
  /// The countries of 15 CFR 744.22.
  case mieuList = "mieu_list"
  /// Country groups D:1, D:5, E:1 and E:2.
  case d1D5E = "d1_d5_e"

  /// Whether a country is a restricted destination; the United States never is.
  public func contains(_ country: Country) -> Bool {
    guard country != .us else { return false }
    switch self {
    case .allForeign: return true
    case .ns1: return !country.groups.contains(.outsideNS1)
    case .mieuList: return country.groups.contains(.mieuList)
    case .d1D5E: return !country.groups.isDisjoint(with: [.d1, .d5, .e1, .e2])
    }
  }
}

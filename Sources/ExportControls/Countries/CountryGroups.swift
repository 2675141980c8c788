/// The lists of countries that the rules here ask about.
public struct CountryGroups: OptionSet, Hashable, Sendable {
  /// The bits of the set.
  public let rawValue: UInt16
  /// A set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A:5, close allies (part 740, supplement 1).
  public static let a5 = CountryGroups(rawValue: 1 << 0)
  /// A:6, a smaller set of partners.
  public static let a6 = CountryGroups(rawValue: 1 << 1)
  /// B, most of the world.
  public static let b = CountryGroups(rawValue: 1 << 2)
  /// Any of D:1 to D:5.
  public static let d = CountryGroups(rawValue: 1 << 3)
  /// D:1, national security.
  public static let d1 = CountryGroups(rawValue: 1 << 4)
  /// D:5, arms embargo.
  public static let d5 = CountryGroups(rawValue: 1 << 5)
  /// E:1, terrorism.
  public static let e1 = CountryGroups(rawValue: 1 << 6)
  /// E:2, unilateral embargo.
  public static let e2 = CountryGroups(rawValue: 1 << 7)
  /// The countries of 15 CFR 744.22.
  public static let mieuList = CountryGroups(rawValue: 1 << 8)
  /// The three countries that NS column 1 leaves out.
  public static let outsideNS1 = CountryGroups(rawValue: 1 << 9)
  /// The allies of the AI Authorization in the diffusion rule.
  public static let aiAuthorization = CountryGroups(rawValue: 1 << 10)
}

/// One list of countries, with what it is known from.
public struct CountryList: Hashable, Sendable {
  /// The group the list defines.
  public let group: CountryGroups
  /// The countries on it, as far as `Country` has them.
  public let members: Set<Country>
  /// The rule that holds the list; its mark is the mark of these memberships.
  public let citation: Citation
}

extension Country {
  /// Every group the country belongs to.
  public var groups: CountryGroups { Self.groupsByCountry[self] ?? [] }

  /// Whether the country is in group E:1 or E:2.
  public var isEmbargoed: Bool { !groups.isDisjoint(with: [.e1, .e2]) }

  /// The rule that puts the country into a group, or nothing if it is not in it.
  ///
  /// Where two lists give the membership, the better known of them is named.
  public func membership(in group: CountryGroups) -> Citation? {
    CountryLists.all.first { $0.group == group && $0.members.contains(self) }?.citation
  }

  private static let groupsByCountry: [Country: CountryGroups] =
    CountryLists.all.reduce(into: [:]) { table, list in
      for country in list.members { table[country, default: []].insert(list.group) }
    }
}

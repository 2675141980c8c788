/// The lists themselves.
///
/// Most memberships are recalled: they are good enough to tell allies from the rest, and are to
/// be checked against supplement 1 to part 740 before anybody relies on them.
public enum CountryLists {
  /// Every list; where two define one group, the better known comes first.
  public static let all: [CountryList] = [
    outsideNS1, mieu, mieuNicaragua, mieuTerrorism, a5, a6, b, d, d1, d5, e1, e2, aiAuthorization,
  ]

  private static func supplement(
    _ group: CountryGroups, _ name: String, _ meaning: String, _ members: Set<Country>
  ) -> CountryList {
    CountryList(
      group: group, members: members,
      citation: Citation(
        "15 CFR part 740, supplement 1, group \(name)", says: meaning, mark: .recalled))
  }

  static let outsideNS1 = CountryList(
    group: .outsideNS1, members: [.au, .ca, .gb], citation: .nationalSecurityColumn1)

  static let mieu = CountryList(
    group: .mieuList, members: [.by, .mm, .kh, .cn, .hk, .mo, .ru, .ve],
    citation: .militaryIntelligenceCountries)

  static let mieuNicaragua = CountryList(
    group: .mieuList, members: [.ni], citation: .militaryIntelligenceNicaragua)

  static let mieuTerrorism = CountryList(
    group: .mieuList, members: [.ir, .kp, .sy, .cu], citation: .militaryIntelligenceE)

  static let a5 = supplement(
    .a5, "A:5", "close allies",
    [
      .ar, .at, .au, .be, .ca, .ch, .cz, .de, .dk, .ee, .es, .fi, .fr, .gb, .gr, .hu, .ie, .in,
      .it, .jp, .kr, .nl, .no, .nz, .pl, .pt, .ro, .se, .tr,
    ])

  static let a6 = supplement(.a6, "A:6", "a smaller set of partners", [.il, .mx, .sg, .tw, .za])

  static let b = supplement(
    .b, "B", "most of the world",
    Set(Country.allCases).subtracting([
      .us, .am, .kz, .ua, .vn, .cn, .hk, .mo, .ru, .by, .ve, .mm, .kh, .ni, .af, .iq, .ly, .ir,
      .kp, .sy, .cu,
    ]))

  static let d = supplement(
    .d, "D", "D:1 to D:5 taken together",
    d1.members.union(d5.members).union([.ae, .eg, .il, .pk, .qa, .sa, .tw]))

  static let d1 = supplement(
    .d1, "D:1", "national security concern",
    [.am, .by, .cn, .hk, .iq, .kh, .kp, .kz, .ly, .mm, .mo, .ru, .ve, .vn])

  static let d5 = supplement(
    .d5, "D:5", "arms embargo",
    [
      .af, .by, .cn, .cu, .hk, .iq, .ir, .kh, .kp, .lb, .ly, .mm, .mo, .ni, .ru, .sd, .sy, .ve,
      .zw,
    ])

  static let e1 = supplement(.e1, "E:1", "terrorism-supporting", [.ir, .kp, .sy])

  static let e2 = supplement(.e2, "E:2", "unilateral embargo", [.cu])

  static let aiAuthorization = CountryList(
    group: .aiAuthorization,
    members: [
      .au, .be, .ca, .de, .dk, .es, .fi, .fr, .gb, .ie, .it, .jp, .kr, .nl, .no, .nz, .se, .tw,
    ],
    citation: .aiAuthorizationAllies)
}

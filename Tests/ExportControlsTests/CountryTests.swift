import ExportControls
import Testing

@Suite("Countries")
struct CountryTests {
  @Test("Every country has a name and a two-letter code")
  func names() {
    for country in Country.allCases {
      #expect(country.rawValue.count == 2)
      #expect(country.name != country.rawValue)
    }
    #expect(Set(Country.allCases.map(\.name)).count == Country.allCases.count)
  }

  @Test("Every membership names the rule that gives it, and the United States has none")
  func memberships() {
    for list in CountryLists.all {
      for country in list.members {
        #expect(country.groups.contains(list.group))
        #expect(country.membership(in: list.group) != nil)
      }
    }
    #expect(Country.us.groups.isEmpty)
    #expect(Country.de.membership(in: .mieuList) == nil)
  }

  @Test("NS column 1 leaves three countries free, and the section on intelligence lists its own")
  func scopes() {
    let free = Country.allCases.filter { $0 != .us && !DestinationScope.ns1.contains($0) }
    #expect(Set(free) == [.gb, .ca, .au])
    let listed = Country.allCases.filter { DestinationScope.mieuList.contains($0) }
    #expect(
      Set(listed) == [.cn, .hk, .mo, .ru, .by, .ve, .mm, .kh, .ni, .ir, .kp, .sy, .cu])
    for scope in DestinationScope.allCases { #expect(!scope.contains(.us)) }
  }

  @Test("Only memberships read in a published page stand without a mark")
  func marks() {
    #expect(Country.cn.membership(in: .mieuList)?.mark == .published)
    #expect(Country.gb.membership(in: .outsideNS1)?.mark == .published)
    #expect(Country.ni.membership(in: .mieuList)?.mark == .recalled)
    #expect(Country.ir.membership(in: .mieuList)?.mark == .recalled)
    #expect(Country.de.membership(in: .a5)?.mark == .recalled)
  }

  @Test("No country is both a close ally and embargoed or of concern")
  func disjoint() {
    for country in Country.allCases where country.groups.contains(.a5) {
      #expect(country.groups.isDisjoint(with: [.d1, .d5, .e1, .e2, .mieuList]))
    }
    for country in Country.allCases where country.groups.contains(.aiAuthorization) {
      #expect(!country.groups.isDisjoint(with: [.a5, .a6]))
    }
  }
}

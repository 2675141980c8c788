import ExportControls
import Testing

@Suite("Separation")
struct SeparationTests {
  static let rows: [(id: String, built: Set<Gate>, determined: Bool, means: Separation.Means)] = [
    ("output", [], false, []),
    ("output", [.output], false, .outputs),
    ("output", [.nationality], false, []),
    ("output", [.location], false, []),
    ("output", [.nationality, .location], false, .persons),
    ("output", [.output, .nationality, .location], false, [.outputs, .persons]),
    ("output", [.listedParty], false, []),
    ("output", [.roster], false, []),
    ("output", [.roster], true, .roster),
    ("us-person-support", [], false, []),
    ("us-person-support", [.listedParty], false, .persons),
    ("us-person-support-broad", [.listedParty], false, []),
    ("us-person-support-broad", [.nationality, .listedParty], false, .persons),
    ("us-person-support-broad", [.roster], true, .roster),
    ("weight", [.regionAndStaff], false, .persons),
    ("weight", [.output], false, []),
    ("model", [.output], false, []),
    ("model", [.nationality], false, []),
    ("model", [.nationality, .location], false, .persons),
    ("model", [.roster], false, []),
    ("model", [.roster], true, .roster),
    ("model", [.nationality, .location, .roster], true, [.persons, .roster]),
  ]

  @Test("A sufficient gate parts what is restricted from the rest", arguments: rows)
  func gates(
    id: String, built: Set<Gate>, determined: Bool, means: Separation.Means
  ) throws {
    let found = try regime(id).separation(built: built, rosterDetermined: determined)
    #expect(found.means == means, "\(found)")
    #expect(found.isEmpty == means.isEmpty)
  }

  @Test("One more gate never parts less")
  func monotone() {
    for preset in Presets.all {
      for built in CrossProduct.gateSets {
        let before = preset.regime.separation(built: built, rosterDetermined: true).means
        for gate in Gate.allCases {
          let after = preset.regime.separation(
            built: built.union([gate]), rosterDetermined: true)
          #expect(after.means.isSuperset(of: before))
        }
      }
    }
  }

  @Test("Screening alone never shows that nobody listed is served, whatever the gates say")
  func screening() throws {
    var broad = try regime("us-person-support")
    broad.servesOnlyOnceScreened = true
    #expect(broad.separation(built: [.listedParty], rosterDetermined: false).isEmpty)
  }

  @Test("No alternative, or an empty one, suffices for nothing")
  func emptyAlternatives() throws {
    var output = try regime("output")
    for alternatives in [[], [[]]] as [[Set<Gate>]] {
      output.sufficientGates = alternatives
      #expect(output.separation(built: Set(Gate.allCases), rosterDetermined: false).isEmpty)
    }
  }
}

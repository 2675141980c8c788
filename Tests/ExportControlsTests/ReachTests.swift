import ExportControls
import Testing

@Suite("Reach")
struct ReachTests {
  static let rows: [(id: String, model: ModelFacts, isReached: Bool, decidedBy: String)] = [
    ("output", .flagship, true, "The order's own list of models"),
    ("output", .rivalThatMatches, true, "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E"),
    ("output", .rivalThatDoesNotMatch, false, "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E"),
    ("output", .openAmerican, false, "15 CFR 734.7"),
    ("output", .openAmericanNamed, false, "15 CFR 734.7"),
    ("output", .openChinese, false, "15 CFR 734.3(a)"),
    ("output", .closedFrench, false, "15 CFR 734.3(a)"),
    ("us-person-support", .flagship, true, "The order's own list of models"),
    ("us-person-support", .rivalThatMatches, false, "15 CFR 744.22(a)"),
    ("us-person-support", .openAmericanNamed, true, "The order's own list of models"),
    ("us-person-support", .openChineseNamed, true, "The order's own list of models"),
    ("weight", .rivalThatMatches, true, "ECCN 4E091"),
    ("weight", .rivalThatDoesNotMatch, false, "ECCN 4E091"),
    ("weight", .openAmerican, false, "15 CFR 734.7"),
    ("weight", .openPlanned, true, "ECCN 4E091"),
    ("weight-strict", .openAmerican, true, "ECCN 4E091"),
    ("weight-strict", .rivalThatDoesNotMatch, true, "ECCN 4E091"),
    ("weight-strict", .openChinese, false, "15 CFR 734.3(a)"),
    ("model", .rivalThatMatches, false, "The order's own list of models"),
    ("model", .openAmericanNamed, true, "The order's own list of models"),
    ("model", .openChinese, false, "15 CFR 734.3(a)"),
  ]

  @Test("Scope and contagion decide which models are reached", arguments: rows)
  func models(id: String, model: ModelFacts, isReached: Bool, decidedBy: String) throws {
    let found = try regime(id).reach(model)
    #expect(found.isReached == isReached, "\(found)")
    #expect(found.citations.first?.text == decidedBy, "\(found)")
  }

  @Test("A list can be lengthened, a reasoning bound to end users cannot")
  func next() throws {
    #expect(try regime("model").couldReachNext(.rivalThatMatches).isReached)
    #expect(try !regime("model").couldReachNext(.closedFrench).isReached)
    #expect(try !regime("us-person-support").couldReachNext(.rivalThatMatches).isReached)
    #expect(try !regime("output").couldReachNext(.rivalThatDoesNotMatch).isReached)
    #expect(try regime("output").couldReachNext(.rivalThatMatches).isReached)
  }

  @Test("What is reached now could be reached next")
  func nextHoldsNow() {
    for preset in Presets.all {
      for model in CrossProduct.models where preset.regime.reach(model).isReached {
        #expect(preset.regime.couldReachNext(model).isReached)
      }
    }
  }

  @Test(
    "A theory binds those it is said to bind",
    arguments: [
      ("output", [Obligated.lab]), ("us-person-support", [.lab, .cloud, .employees]),
      ("us-person-support-broad", [.lab, .cloud, .employees]), ("weight", [.lab, .cloud]),
      ("model", [.lab, .cloud]),
    ])
  func parties(id: String, bound: [Obligated]) throws {
    let regime = try regime(id)
    #expect(Obligated.allCases.filter { regime.reaches($0).isReached } == bound)
  }

  @Test("A cloud that is not addressed is covered by the opinions, and staff by 744.6")
  func partyCitations() throws {
    let cloud = try regime("output").reaches(.cloud)
    #expect(cloud.citations.first?.text.hasPrefix("BIS advisory opinions") == true)
    let staff = try regime("us-person-support").reaches(.employees)
    #expect(staff.citations.first?.text == "15 CFR 744.6(b)")
  }

  @Test("An act that is restricted for nobody needs no gate")
  func restrictedActs() throws {
    #expect(try !regime("weight").restricts(.apiUse, of: .flagship).isReached)
    #expect(try regime("weight").restricts(.hostWeights(in: .ie), of: .flagship).isReached)
    #expect(try regime("output").restricts(.apiUse, of: .flagship).isReached)
    #expect(try regime("model").restricts(.apiUse, of: .flagship).isReached)
    #expect(try !regime("output").restricts(.publishWeights, of: .openPlanned).isReached)
  }
}

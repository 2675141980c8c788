import ExportControls
import Testing

@Suite("Output theory, row by row")
struct OutputTable {
  static let closedAPI: [Sentence] = [
    Sentence("output", .apiUse, .flagship, .firm(.us), is: .notSubject, by: "15 CFR 772.1"),
    Sentence(
      "output", .apiUse, .flagship, .permanentResident(from: .cn), is: .notSubject,
      by: "15 CFR 772.1"),
    Sentence(
      "output", .apiUse, .flagship, .national(of: .cn, in: .us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(2)"),
    Sentence(
      "output", .apiUse, .flagship, .national(of: .gb, in: .us), is: .notSubject,
      by: "15 CFR 734.13(a)(2)"),
    Sentence("output", .apiUse, .flagship, .firm(.gb), is: .notSubject, by: "15 CFR 742.4(a)(1)"),
    Sentence("output", .apiUse, .flagship, .firm(.ca), is: .notSubject, by: "15 CFR 742.4(a)(1)"),
    Sentence("output", .apiUse, .flagship, .firm(.au), is: .notSubject, by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output", .apiUse, .flagship, .firm(.nz), is: .licenceRequired, by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output", .apiUse, .flagship, .firm(.de), is: .licenceRequired, by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output", .apiUse, .flagship, .national(of: .cn, in: .gb), is: .licenceRequired,
      by: "15 CFR 734.14"),
    Sentence("output", .apiUse, .flagship, .firm(.ir), is: .barred, by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output", .apiUse, .flagship, .national(of: .ir, in: .us), is: .barred,
      by: "15 CFR 734.13(a)(2)"),
    Sentence(
      "output", .apiUse, .flagship, .national(of: .us, in: .de), is: .notSubject,
      by: "15 CFR 772.1"),
    Sentence(
      "output", .apiUse, .flagship, .firm(.de), .vulnerabilityDisclosure, is: .notSubject,
      by: "ECCN 4E001, notes"),
    Sentence(
      "output", .apiUse, .flagship, .firm(.de), .restricted, is: .licenceRequired,
      by: "15 CFR 742.4(a)(1)"),
  ]

  static let otherModels: [Sentence] = [
    Sentence(
      "output", .apiUse, .rivalThatMatches, .firm(.jp), is: .licenceRequired,
      by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output", .apiUse, .rivalThatDoesNotMatch, .firm(.jp), is: .notSubject,
      by: "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E"),
    Sentence(
      "output", .apiUse, .openAmerican, .firm(.jp), is: .notSubject, by: "15 CFR 734.7"),
    Sentence(
      "output", .apiUse, .openChinese, .firm(.jp), is: .notSubject, by: "15 CFR 734.3(a)"),
    Sentence(
      "output", .apiUse, .closedFrench, .firm(.jp), is: .notSubject, by: "15 CFR 734.3(a)"),
  ]

  static let otherActs: [Sentence] = [
    Sentence(
      "output", .hostWeights(in: .ie), .flagship, .firm(.us), is: .notSubject,
      by: "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E"),
    Sentence(
      "output", .publishWeights, .openPlanned, .firm(.us), is: .notSubject,
      by: "ECCN 4D004, 4E001.a and .c, 5D, 5E, 1E, 2E"),
    Sentence(
      "output", .downloadWeights, .openAmerican, .firm(.cn), is: .notSubject,
      by: "15 CFR 734.7"),
    Sentence(
      "output", .staffAccess, .flagship, .national(of: .in, in: .us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(2)"),
    Sentence(
      "output", .staffAccess, .flagship, .permanentResident(from: .in), is: .notSubject,
      by: "15 CFR 772.1"),
  ]

  static let withACE: [Sentence] = [
    Sentence(
      "output-ace", .apiUse, .flagship, .firm(.de), is: .excepted, by: "15 CFR 740.22(a)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .firm(.br), is: .excepted, by: "15 CFR 740.22(a)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .national(of: .cn, in: .us), is: .excepted,
      by: "15 CFR 740.22(a)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .firm(.cn), is: .licenceRequired,
      by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .national(of: .ir, in: .us), is: .barred,
      by: "15 CFR 734.13(a)(2)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .national(of: .cu, in: .de), is: .barred,
      by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .government(.de), is: .excepted, by: "15 CFR 740.22(a)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .government(.cn), is: .licenceRequired,
      by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .government(.ae), is: .licenceRequired,
      by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .government(.il), is: .excepted, by: "15 CFR 740.22(a)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .firm(.de), .restricted, is: .licenceRequired,
      by: "15 CFR 742.4(a)(1)"),
    Sentence(
      "output-ace", .apiUse, .flagship, .firm(.cn), .vulnerabilityDisclosure, is: .notSubject,
      by: "ECCN 4E001, notes"),
    Sentence(
      "output-ace", .apiUse, .flagship, .intelligence(.cn, in: .us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(2)"),
    Sentence(
      "output-ace", .staffAccess, .flagship, .national(of: .in, in: .us), is: .excepted,
      by: "15 CFR 740.22(a)"),
  ]

  @Test("Where the entry leaves disclosure in, ACE still covers it in countries of concern")
  func disclosureUnderACE() throws {
    var output = try regime("output-ace")
    output.disclosureExclusion = false
    let firm = Recipient.firm(.cn)
    let disclosing = output.determination(
      .apiUse, of: .flagship, to: firm, for: .vulnerabilityDisclosure)
    #expect(disclosing.outcome == .excepted)
    let ordinary = output.determination(.apiUse, of: .flagship, to: firm, for: .ordinary)
    #expect(ordinary.outcome == .licenceRequired)
    #expect(ordinary.citations.contains { $0.text == "15 CFR 740.22(c)" })
  }

  @Test("A row says what may go on and the rule that decides", arguments: closedAPI)
  func holdsClosedAPI(row: Sentence) throws { try expect(row) }

  @Test("The reasoning reaches every model that matches", arguments: otherModels)
  func holdsOtherModels(row: Sentence) throws { try expect(row) }

  @Test("Only the output is the item", arguments: otherActs)
  func holdsOtherActs(row: Sentence) throws { try expect(row) }

  @Test("ACE covers what it covers, and no more", arguments: withACE)
  func holdsWithACE(row: Sentence) throws { try expect(row) }
}

/// Holds a row to its outcome and its deciding rule.
func expect(_ row: Sentence, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let found = try #require(row.determination, sourceLocation: sourceLocation)
  #expect(found.outcome == row.outcome, "\(found)", sourceLocation: sourceLocation)
  #expect(found.citations.first?.text == row.decidedBy, "\(found)", sourceLocation: sourceLocation)
}

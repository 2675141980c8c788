import ExportControls
import Testing

@Suite("Weight theory, row by row")
struct WeightTable {
  static let opinions = "BIS advisory opinions of 2009-01-13, 2011-01-11 and 2014-11-13"
  static let authorization = "AI Authorization of the diffusion rule"

  static let closed: [Sentence] = [
    Sentence("weight", .apiUse, .flagship, .firm(.cn), is: .notSubject, by: opinions),
    Sentence(
      "weight", .apiUse, .flagship, .intelligence(.cn, in: .cn), is: .notSubject, by: opinions),
    Sentence(
      "weight", .hostWeights(in: .us), .flagship, .firm(.us), is: .notSubject,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight", .hostWeights(in: .ie), .flagship, .firm(.us), is: .excepted, by: authorization),
    Sentence(
      "weight", .hostWeights(in: .jp), .flagship, .firm(.jp), is: .excepted, by: authorization),
    Sentence(
      "weight", .hostWeights(in: .ie), .flagship, .firm(.ae), is: .licenceRequired,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight", .hostWeights(in: .sg), .flagship, .firm(.us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight", .hostWeights(in: .cn), .flagship, .firm(.us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight", .hostWeights(in: .ir), .flagship, .firm(.ir), is: .barred,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight", .staffAccess, .flagship, .national(of: .cn, in: .us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(2)"),
    Sentence(
      "weight", .staffAccess, .flagship, .national(of: .gb, in: .us), is: .excepted,
      by: authorization),
    Sentence(
      "weight", .staffAccess, .flagship, .permanentResident(from: .cn), is: .notSubject,
      by: "15 CFR 772.1"),
    Sentence("weight", .staffAccess, .flagship, .firm(.us), is: .notSubject, by: "15 CFR 772.1"),
    Sentence(
      "weight", .hostWeights(in: .sg), .rivalThatMatches, .firm(.us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight", .hostWeights(in: .sg), .rivalThatDoesNotMatch, .firm(.us), is: .notSubject,
      by: "ECCN 4E091"),
    Sentence(
      "weight", .hostWeights(in: .sg), .closedFrench, .firm(.fr), is: .notSubject,
      by: "15 CFR 734.3(a)"),
  ]

  static let open: [Sentence] = [
    Sentence(
      "weight", .publishWeights, .openPlanned, .firm(.us), is: .notSubject, by: "15 CFR 734.7"),
    Sentence(
      "weight", .downloadWeights, .openAmerican, .firm(.cn), is: .notSubject,
      by: "15 CFR 734.7"),
    Sentence(
      "weight", .downloadWeights, .openChinese, .firm(.cn), is: .notSubject,
      by: "15 CFR 734.3(a)"),
    Sentence(
      "weight", .downloadWeights, .openPlanned, .firm(.br), is: .licenceRequired,
      by: "15 CFR 772.1"),
  ]

  static let strict: [Sentence] = [
    Sentence(
      "weight-strict", .publishWeights, .openPlanned, .firm(.us), is: .barred,
      by: "15 CFR 734.17"),
    Sentence(
      "weight-strict", .hostWeights(in: .us), .openAmerican, .firm(.us), is: .barred,
      by: "15 CFR 734.17"),
    Sentence(
      "weight-strict", .hostWeights(in: .br), .openAmerican, .firm(.br), is: .notSubject,
      by: "Copies already published"),
    Sentence(
      "weight-strict", .downloadWeights, .openAmerican, .firm(.br), is: .licenceRequired,
      by: "15 CFR 772.1"),
    Sentence(
      "weight-strict", .downloadWeights, .openAmerican, .firm(.us), is: .notSubject,
      by: "15 CFR 772.1"),
    Sentence(
      "weight-strict", .apiUse, .openAmerican, .firm(.br), is: .notSubject, by: opinions),
    Sentence(
      "weight-strict", .downloadWeights, .openChinese, .firm(.br), is: .notSubject,
      by: "15 CFR 734.3(a)"),
    Sentence(
      "weight-strict", .hostWeights(in: .sg), .rivalThatDoesNotMatch, .firm(.us),
      is: .licenceRequired, by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight-rule", .hostWeights(in: .sg), .flagship, .firm(.us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "weight-rule", .publishWeights, .openPlanned, .firm(.us), is: .notSubject,
      by: "15 CFR 734.7"),
  ]

  @Test("Weights abroad and in sight are caught, inference is not", arguments: closed)
  func holdsClosed(row: Sentence) throws { try expect(row) }

  @Test("With the published exclusion on, publishing takes weights out", arguments: open)
  func holdsOpen(row: Sentence) throws { try expect(row) }

  @Test("With it off, publishing is a transfer, and copies out stay out", arguments: strict)
  func holdsStrict(row: Sentence) throws { try expect(row) }

  @Test("A direct product rule reaches weights made abroad")
  func directProduct() throws {
    var strict = try regime("weight-strict")
    strict.directProductRule = true
    let found = strict.determination(
      .downloadWeights, of: .openChinese, to: .firm(.br), for: .ordinary)
    #expect(found.outcome == .licenceRequired)
  }

  @Test("The staff switch alone decides whether foreign staff receive what they see")
  func staffSwitch() throws {
    var weight = try regime("weight")
    let staff = Recipient.national(of: .cn, in: .us)
    weight.staffWhoSeeWeights = false
    let found = weight.determination(.staffAccess, of: .flagship, to: staff, for: .ordinary)
    #expect(found.outcome == .notSubject)
  }
}

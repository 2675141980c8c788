import ExportControls
import Testing

@Suite("Model theory, row by row")
struct ModelTable {
  static let rows: [Sentence] = [
    Sentence("model", .apiUse, .flagship, .firm(.us), is: .notSubject, by: "15 CFR 772.1"),
    Sentence(
      "model", .apiUse, .flagship, .permanentResident(from: .cn), is: .notSubject,
      by: "15 CFR 772.1"),
    Sentence(
      "model", .apiUse, .flagship, .national(of: .gb, in: .us), is: .licenceRequired,
      by: "Access as release"),
    Sentence("model", .apiUse, .flagship, .firm(.gb), is: .licenceRequired, by: "15 CFR 772.1"),
    Sentence("model", .apiUse, .flagship, .firm(.cn), is: .licenceRequired, by: "15 CFR 772.1"),
    Sentence("model", .apiUse, .flagship, .firm(.ir), is: .barred, by: "15 CFR 772.1"),
    Sentence(
      "model", .apiUse, .flagship, .firm(.de), .vulnerabilityDisclosure, is: .licenceRequired,
      by: "15 CFR 772.1"),
    Sentence(
      "model", .apiUse, .flagship, .americanAgency(staffedFrom: .de, in: .de),
      is: .licenceRequired, by: "15 CFR 772.1"),
    Sentence(
      "model", .staffAccess, .flagship, .national(of: .in, in: .us), is: .licenceRequired,
      by: "Access as release"),
    Sentence("model", .staffAccess, .flagship, .firm(.us), is: .notSubject, by: "15 CFR 772.1"),
    Sentence(
      "model", .hostWeights(in: .ie), .flagship, .firm(.us), is: .licenceRequired,
      by: "15 CFR 734.13(a)(1)"),
    Sentence(
      "model", .publishWeights, .flagship, .firm(.us), is: .barred, by: "15 CFR 734.17"),
    Sentence(
      "model", .apiUse, .rivalThatMatches, .firm(.de), is: .notSubject,
      by: "The order's own list of models"),
    Sentence(
      "model", .downloadWeights, .openAmerican, .firm(.de), is: .notSubject,
      by: "The order's own list of models"),
    Sentence(
      "model", .downloadWeights, .openAmericanNamed, .firm(.de),
      is: .licenceRequired, by: "15 CFR 772.1"),
    Sentence(
      "model", .hostWeights(in: .de), .openAmericanNamed, .firm(.de),
      is: .notSubject, by: "Copies already published"),
    Sentence(
      "model", .apiUse, .openChinese, .firm(.de), is: .notSubject, by: "15 CFR 734.3(a)"),
  ]

  @Test("Access itself is the act, for every foreign person", arguments: rows)
  func holdsRows(row: Sentence) throws { try expect(row) }

  @Test("What stands against access as an export is cited beside it")
  func opinionsNoted() throws {
    let model = try regime("model")
    let found = model.determination(.apiUse, of: .flagship, to: .firm(.de), for: .ordinary)
    #expect(found.citations.contains { $0.text.hasPrefix("BIS advisory opinions") })
    #expect(found.citations.contains { $0.text.hasPrefix("Remote Access Security Act") })
  }

  @Test("Everyone abroad is by place, and any non-citizen takes in permanent residents")
  func persons() throws {
    var model = try regime("model")
    model.personScope = .everyoneAbroad
    #expect(outcome(model, .national(of: .us, in: .de)) == .licenceRequired)
    #expect(outcome(model, .national(of: .cn, in: .us)) == .notSubject)
    model.personScope = .anyNoncitizen
    #expect(outcome(model, .permanentResident(from: .de)) == .licenceRequired)
    #expect(outcome(model, .national(of: .us, in: .de)) == .notSubject)
  }

  private func outcome(_ regime: Regime, _ recipient: Recipient) -> Determination.Outcome {
    regime.determination(.apiUse, of: .flagship, to: recipient, for: .ordinary).outcome
  }
}

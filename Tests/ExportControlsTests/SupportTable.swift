import ExportControls
import Testing

@Suite("Support theory, row by row")
struct SupportTable {
  static let narrow: [Sentence] = [
    Sentence(
      "us-person-support", .apiUse, .flagship, .firm(.us), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .firm(.de), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .firm(.cn), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .government(.cn), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.cn, in: .cn), is: .barred,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.cn, in: .de), is: .barred,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.ru, in: .us), is: .barred,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.fr, in: .fr), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.fr, in: .cn), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.ni, in: .ni), is: .barred,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.kp, in: .cn), is: .barred,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .intelligence(.cn, in: .cn),
      .vulnerabilityDisclosure, is: .barred, by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .weaponsMaker(.pk), is: .barred,
      by: "15 CFR 744.2 to 744.4"),
    Sentence(
      "us-person-support", .staffAccess, .flagship, .national(of: .cn, in: .us), is: .notSubject,
      by: "15 CFR 744.6(b)"),
    Sentence(
      "us-person-support", .hostWeights(in: .de), .flagship, .firm(.us), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .hostWeights(in: .de), .flagship, .intelligence(.cn, in: .de),
      is: .barred, by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .hostWeights(in: .us), .flagship, .firm(.us), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .hostWeights(in: .us), .flagship, .intelligence(.cn, in: .us),
      is: .barred, by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .flagship, .weaponsMaker(.us), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .publishWeights, .flagship, .firm(.us), is: .notSubject,
      by: "15 CFR 744.6(b)"),
    Sentence(
      "us-person-support", .apiUse, .rivalThatMatches, .intelligence(.cn, in: .cn),
      is: .notSubject, by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .downloadWeights, .openAmericanNamed,
      .intelligence(.cn, in: .cn), is: .barred, by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support", .apiUse, .openChineseNamed,
      .intelligence(.cn, in: .cn), is: .barred, by: "15 CFR 744.22(a)"),
  ]

  static let broad: [Sentence] = [
    Sentence(
      "us-person-support-broad", .apiUse, .flagship, .firm(.de), is: .notSubject,
      by: "15 CFR 744.22(a)"),
    Sentence(
      "us-person-support-broad", .apiUse, .flagship, .intelligence(.cn, in: .de), is: .barred,
      by: "15 CFR 744.22(a)"),
  ]

  @Test("The control follows the end user, whatever the item", arguments: narrow)
  func holdsNarrow(row: Sentence) throws { try expect(row) }

  @Test("Read broadly, the law restricts the same users", arguments: broad)
  func holdsBroad(row: Sentence) throws { try expect(row) }

  @Test("GOV covers an agency of the United States and its foreign staff")
  func government() throws {
    var broadened = try regime("us-person-support")
    broadened.personScope = .foreignPersons
    broadened.destinationScope = .allForeign
    let staff = Recipient.americanAgency(staffedFrom: .de, in: .de)
    let found = broadened.determination(.apiUse, of: .flagship, to: staff, for: .ordinary)
    #expect(found.outcome == .excepted)
    #expect(found.citations.first?.text == "15 CFR 740.11(b)(2)(ii)")
    broadened.exceptions = []
    let without = broadened.determination(.apiUse, of: .flagship, to: staff, for: .ordinary)
    #expect(without.outcome == .barred)
  }

  @Test("A support hook with access for all foreign persons is expressible, and weak in court")
  func pairing() throws {
    var paired = try regime("us-person-support")
    paired.itemScope = .access
    paired.personScope = .foreignPersons
    paired.destinationScope = .allForeign
    let found = paired.determination(.apiUse, of: .flagship, to: .firm(.de), for: .ordinary)
    #expect(found.outcome == .barred)
    #expect(found.citations.contains { $0.text == "15 CFR 744.6(b)" })
    #expect(paired.beyondItsHook.isReached)
    #expect(paired.injunctionProbability == 0.25)
  }
}

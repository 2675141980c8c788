import ExportControls
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
  @Test("The words of scenarios are the words of the fields")
  func words() {
    #expect(Hook.allCases.map(\.rawValue) == ["output", "us_person", "weights", "model"])
    #expect(
      ItemScope.allCases.map(\.rawValue) == [
        "controlled_output", "support", "weights", "access",
      ])
    #expect(
      PersonScope.allCases.map(\.rawValue) == [
        "listed_end_users", "foreign_persons", "any_noncitizen", "everyone_abroad",
      ])
    #expect(
      DestinationScope.allCases.map(\.rawValue) == [
        "all_foreign", "ns1", "mieu_list", "d1_d5_e",
      ])
    #expect(
      Trigger.allCases.map(\.rawValue) == [
        "capability_demonstration", "end_use_intelligence", "weight_movement", "listing",
      ])
    #expect(Effect.allCases.map(\.rawValue) == ["letter", "rule"])
    #expect(Obligated.allCases.map(\.rawValue) == ["lab", "cloud", "employees", "customers"])
    #expect(
      LicenceException.allCases.map(\.rawValue) == ["ace", "ai_authorization", "government"])
    #expect(
      Gate.allCases.map(\.rawValue) == [
        "output", "nationality", "location", "listed_party", "roster", "region_and_staff",
      ])
    #expect(Contagion.allCases.map(\.rawValue) == ["listed", "all_matching", "class", "none"])
    #expect(
      Determination.Outcome.allCases.map(\.rawValue) == [
        "not_subject", "excepted", "licence_required", "barred",
      ])
  }
}

import ExportControls
import Testing

@Suite("Triggers")
struct TriggerTests {
  static let demonstration = IncidentEvidence(
    reproducibleDemonstration: true, demonstratedContentIsPublished: false,
    endUseIntelligence: false, weightMovement: false, listing: false)

  @Test("A bypass alone meets the output theory's trigger and no other")
  func bypass() {
    let met = Presets.all.filter { $0.regime.triggerMet(by: Self.demonstration).isReached }
    #expect(met.map(\.id) == ["output", "output-ace"])
  }

  @Test("What is published already demonstrates nothing")
  func published() throws {
    var incident = Self.demonstration
    incident.demonstratedContentIsPublished = true
    let found = try regime("output").triggerMet(by: incident)
    #expect(!found.isReached)
    #expect(found.citations.first?.text == "15 CFR 734.7")
  }

  @Test("Each theory's own evidence meets its trigger")
  func own() throws {
    let all = IncidentEvidence(
      reproducibleDemonstration: true, demonstratedContentIsPublished: false,
      endUseIntelligence: true, weightMovement: true, listing: true)
    for preset in Presets.all { #expect(preset.regime.triggerMet(by: all).isReached) }
    var incident = all
    incident.endUseIntelligence = false
    #expect(try !regime("us-person-support").triggerMet(by: incident).isReached)
    incident.weightMovement = false
    #expect(try !regime("weight").triggerMet(by: incident).isReached)
    incident.listing = false
    #expect(try !regime("model").triggerMet(by: incident).isReached)
  }
}

import ExportControls
import Testing

@Suite("Presets")
struct PresetTests {
  @Test("The registry holds the shipped presets, in their order, and nothing else")
  func registry() {
    #expect(Presets.all.map(\.id) == SpeltOut.all.map(\.id))
    #expect(Presets.named("none") == nil)
  }

  @Test("A preset spelt out gives its determinations everywhere", arguments: SpeltOut.all)
  func speltOut(id: String, spelt: Regime) throws {
    let preset = try regime(id)
    #expect(preset == spelt)
    CrossProduct.forEach { activity, model, recipient, endUse in
      let here = preset.determination(activity, of: model, to: recipient, for: endUse)
      let there = spelt.determination(activity, of: model, to: recipient, for: endUse)
      if here != there { Issue.record("\(activity) \(model) \(recipient): \(here) \(there)") }
    }
  }

  @Test("Every number of a preset is graded, and the regime holds the graded value")
  func gradedNumbers() {
    for preset in Presets.all {
      #expect(!preset.title.isEmpty && !preset.summary.isEmpty && !preset.citations.isEmpty)
      let regime = preset.regime
      let held: [RegimeField: Double] = [
        .noticeDays: regime.noticeDays,
        .trainingThresholdFLOP: regime.trainingThresholdFLOP,
        .injunctionProbabilityInside: regime.injunctionProbabilityInside,
        .injunctionProbabilityBeyond: regime.injunctionProbabilityBeyond,
      ]
      for (field, number) in preset.numbers.all {
        #expect(held[field] == number.value, "\(preset.id) \(field)")
        #expect(!number.source.isEmpty)
      }
      #expect((0...1).contains(regime.injunctionProbability))
    }
  }

  @Test(
    "The variants stay what they say they are",
    arguments: [
      ("output", false, 0.25), ("output-ace", false, 0.25), ("us-person-support", false, 0.05),
      ("us-person-support-broad", true, 0.25), ("weight", false, 0.05),
      ("weight-strict", true, 0.40), ("weight-rule", false, 0.05), ("model", false, 0.35),
    ])
  func legalExposure(id: String, isBeyond: Bool, probability: Double) throws {
    let regime = try regime(id)
    #expect(regime.beyondItsHook.isReached == isBeyond)
    #expect(regime.injunctionProbability == probability)
  }

  @Test("A letter binds at once whatever its notice, a rule after its window")
  func binding() throws {
    var weight = try regime("weight")
    weight.noticeDays = 30
    #expect(weight.daysBeforeItBinds == 0)
    #expect(try regime("weight-rule").daysBeforeItBinds == 120)
    weight.effect = .rule
    weight.noticeDays = 0
    #expect(weight.daysBeforeItBinds == 0)
  }
}

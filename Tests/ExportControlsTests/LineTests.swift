import ExportControls
import Testing

/// The line is all that answers take from training operations and rank: whoever keeps answers may
/// ask of a model far above the line or far below it, under whatever numbers.
@Suite("The line")
struct LineTests {
  private static let recipients = [
    Recipient(place: .us, nationality: .us, isPermanentResident: false, kind: .commercial),
    Recipient(place: .us, nationality: .cn, isPermanentResident: false, kind: .commercial),
    Recipient(place: .us, nationality: .cn, isPermanentResident: true, kind: .commercial),
    Recipient(place: .gb, nationality: .gb, isPermanentResident: false, kind: .government),
    Recipient(place: .ir, nationality: .ir, isPermanentResident: false, kind: .commercial),
    Recipient(
      place: .ae, nationality: .ru, isPermanentResident: false, kind: .militaryIntelligence),
  ]

  @Test("A model is answered as one far on its side of the line", arguments: Presets.all)
  func farFromTheLine(_ preset: Preset) {
    let regime = preset.regime
    var anyNumbers = regime
    anyNumbers.noticeDays = 0
    anyNumbers.trainingThresholdFLOP = 0
    anyNumbers.injunctionProbabilityInside = 0
    anyNumbers.injunctionProbabilityBeyond = 0
    for model in CrossProduct.models {
      let isOver = regime.drawsLineBelow(model)
      var far = model
      far.trainingFLOP = isOver ? .infinity : -.infinity
      far.aboveBestOpen = isOver
      #expect(
        anyNumbers.couldReachNext(far).isReached == regime.couldReachNext(model).isReached)
      #expect(anyNumbers.reach(far).isReached == regime.reach(model).isReached)
      for activity in CrossProduct.activities {
        for recipient in Self.recipients {
          for endUse in EndUse.allCases {
            let near = regime.determination(activity, of: model, to: recipient, for: endUse)
            let answer = anyNumbers.determination(
              activity, of: far, to: recipient, for: endUse)
            #expect(answer.outcome == near.outcome, "\(preset.id): \(activity) of \(model)")
          }
        }
      }
    }
  }

  @Test("Only a control on a class draws a line")
  func onlyClasses() {
    for preset in Presets.all where preset.regime.contagion != .class {
      #expect(!CrossProduct.models.contains { preset.regime.drawsLineBelow($0) })
    }
    for preset in Presets.all where preset.regime.contagion == .class {
      #expect(CrossProduct.models.contains { preset.regime.drawsLineBelow($0) })
    }
  }
}

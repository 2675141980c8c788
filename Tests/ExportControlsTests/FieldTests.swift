import ExportControls
import Testing

/// A change of one field, and the regime in which the change is looked for.
private struct Flip {
  let preset: String
  let change: (inout Regime) -> Void
}

@Suite("Fields of a regime")
struct FieldTests {
  private static func flip(_ field: RegimeField) -> Flip {
    switch field {
    case .hook: Flip(preset: "output-ace") { $0.hook = .model }
    case .itemScope: Flip(preset: "output") { $0.itemScope = .access }
    case .personScope: Flip(preset: "output") { $0.personScope = .anyNoncitizen }
    case .destinationScope: Flip(preset: "output") { $0.destinationScope = .allForeign }
    case .trigger: Flip(preset: "output") { $0.trigger = .listing }
    case .effect: Flip(preset: "weight-rule") { $0.effect = .letter }
    case .noticeDays: Flip(preset: "weight-rule") { $0.noticeDays = 30 }
    case .publishedExclusion: Flip(preset: "output") { $0.publishedExclusion = false }
    case .aboveBestOpenOnly: Flip(preset: "weight") { $0.aboveBestOpenOnly = false }
    case .trainingThresholdFLOP: Flip(preset: "weight") { $0.trainingThresholdFLOP = 1e27 }
    case .directProductRule: Flip(preset: "weight") { $0.directProductRule = true }
    case .outputIsTechnology: Flip(preset: "output") { $0.outputIsTechnology = false }
    case .disclosureExclusion: Flip(preset: "output") { $0.disclosureExclusion = false }
    case .staffWhoSeeWeights: Flip(preset: "weight") { $0.staffWhoSeeWeights = false }
    case .servesOnlyOnceScreened:
      Flip(preset: "us-person-support") { $0.servesOnlyOnceScreened = true }
    case .obligated: Flip(preset: "output") { $0.obligated.insert(.customers) }
    case .exceptions: Flip(preset: "output") { $0.exceptions = [.ace] }
    case .reviewPolicy: Flip(preset: "output") { $0.reviewPolicy = .presumptionOfDenial }
    case .sufficientGates: Flip(preset: "output") { $0.sufficientGates = [[.location]] }
    case .rosterCountsAfterDetermination:
      Flip(preset: "model") { $0.rosterCountsAfterDetermination = false }
    case .publicLetter: Flip(preset: "output") { $0.publicLetter = true }
    case .injunctionProbabilityInside:
      Flip(preset: "output") { $0.injunctionProbabilityInside = 0.5 }
    case .injunctionProbabilityBeyond:
      Flip(preset: "weight-strict") { $0.injunctionProbabilityBeyond = 0.5 }
    case .contagion: Flip(preset: "output") { $0.contagion = .none }
    }
  }

  @Test("Flipping a field moves the question it is said to move", arguments: RegimeField.allCases)
  func flipping(field: RegimeField) throws {
    let flip = Self.flip(field)
    let before = try regime(flip.preset)
    var after = before
    flip.change(&after)
    try #require(before != after)
    let moved = Self.questionsMoved(before, after)
    if field.question == .worldOnly {
      #expect(moved.isEmpty)
    } else {
      #expect(moved.contains(field.question), "moved \(moved)")
    }
  }

  @Test("The form of a field is that of its value, and its words are those of its type")
  func forms() throws {
    let values = Mirror(reflecting: try regime("output")).children
    for field in RegimeField.allCases {
      let value = try #require(values.first { $0.label == "\(field)" }?.value, "\(field)")
      switch field.form {
      case .truth: #expect(value is Bool, "\(field)")
      case .days, .operations, .probability: #expect(value is Double, "\(field)")
      case .word(let words):
        let word = try #require((value as? any RawRepresentable)?.rawValue as? String, "\(field)")
        #expect(words.contains(word), "\(field)")
      case .words(let words):
        #expect(Mirror(reflecting: value).displayStyle == .set && !words.isEmpty, "\(field)")
      case .alternatives(let words):
        #expect(value is [Set<Gate>] && words == Gate.allCases.map(\.rawValue), "\(field)")
      }
    }
    #expect(RegimeField.hook.form == .word(Hook.allCases.map(\.rawValue)))
    #expect(RegimeField.obligated.form == .words(Obligated.allCases.map(\.rawValue)))
  }

  @Test("Every field has a meaning of its own that fits a line")
  func meanings() {
    let meanings = RegimeField.allCases.map(\.meaning)
    #expect(Set(meanings).count == meanings.count)
    #expect(meanings.allSatisfy { (8...70).contains($0.count) && !$0.hasSuffix(".") })
  }

  @Test("One field alone is left to the world to read")
  func worldOnly() {
    #expect(RegimeField.allCases.filter { $0.question == .worldOnly } == [.publicLetter])
  }

  private static func questionsMoved(
    _ before: Regime, _ after: Regime
  ) -> Set<RegimeField.Question> {
    Set(RegimeField.Question.allCases.filter { isMoved($0, before, after) })
  }

  private static func isMoved(
    _ question: RegimeField.Question, _ before: Regime, _ after: Regime
  ) -> Bool {
    switch question {
    case .reachOfModel:
      CrossProduct.models.contains {
        before.reach($0).isReached != after.reach($0).isReached
          || before.couldReachNext($0).isReached != after.couldReachNext($0).isReached
      }
    case .reachOfParty:
      Obligated.allCases.contains {
        before.reaches($0).isReached != after.reaches($0).isReached
      }
    case .determination: outcomesMoved(before, after)
    case .separation:
      [true, false].contains { determined in
        CrossProduct.gateSets.contains {
          before.separation(built: $0, rosterDetermined: determined).means
            != after.separation(built: $0, rosterDetermined: determined).means
        }
      }
    case .triggerMet:
      CrossProduct.incidents.contains {
        before.triggerMet(by: $0).isReached != after.triggerMet(by: $0).isReached
      }
    case .daysBeforeItBinds: before.daysBeforeItBinds != after.daysBeforeItBinds
    case .legalExposure: before.injunctionProbability != after.injunctionProbability
    case .worldOnly: false
    }
  }

  private static func outcomesMoved(_ before: Regime, _ after: Regime) -> Bool {
    var isMoved = false
    CrossProduct.forEach { activity, model, recipient, endUse in
      guard !isMoved else { return }
      let here = before.determination(activity, of: model, to: recipient, for: endUse)
      let there = after.determination(activity, of: model, to: recipient, for: endUse)
      isMoved = here.outcome != there.outcome
    }
    return isMoved
  }
}

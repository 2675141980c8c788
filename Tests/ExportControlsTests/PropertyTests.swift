import ExportControls
import Testing

@Suite("What holds for every recipient")
struct PropertyTests {
  @Test("A citizen at home is restricted under no preset, as a user or on the staff")
  func citizensAtHome() {
    for preset in Presets.all {
      for activity in [Activity.apiUse, .staffAccess] {
        let found = preset.regime.determination(
          activity, of: .flagship, to: .firm(.us), for: .ordinary)
        #expect(found.mayGoOn, "\(preset.id): \(found)")
      }
    }
  }

  @Test("Under the support theory the staff of the laboratory goes on working")
  func staffUnderSupport() throws {
    let support = try regime("us-person-support")
    for recipient in CrossProduct.recipients where recipient.kind == .commercial {
      let found = support.determination(
        .staffAccess, of: .flagship, to: recipient, for: .ordinary)
      #expect(found.outcome == .notSubject)
    }
  }

  @Test(
    "Under the weight theories use over an interface goes on for all",
    arguments: ["weight", "weight-strict", "weight-rule"])
  func interfaceUnderWeight(id: String) throws {
    let weight = try regime(id)
    for model in CrossProduct.tellingModels {
      for recipient in CrossProduct.recipients {
        let found = weight.determination(.apiUse, of: model, to: recipient, for: .restricted)
        #expect(found.outcome == .notSubject)
      }
    }
  }

  @Test("For a named closed model, whom the output theory stops the model theory stops too")
  func modelStopsMore() throws {
    let output = try regime("output")
    let model = try regime("model")
    var isStricter = false
    for recipient in CrossProduct.recipients {
      for endUse in EndUse.allCases {
        let first = output.determination(.apiUse, of: .flagship, to: recipient, for: endUse)
        let second = model.determination(.apiUse, of: .flagship, to: recipient, for: endUse)
        #expect(first.mayGoOn || !second.mayGoOn)
        isStricter = isStricter || (first.mayGoOn && !second.mayGoOn)
      }
    }
    #expect(isStricter)
  }

  @Test("An exception more, or the published exclusion, never stops anybody")
  func relaxations() {
    let relaxations: [(inout Regime) -> Void] = [
      { $0.exceptions = Set(LicenceException.allCases) },
      { $0.publishedExclusion = true },
      { $0.aboveBestOpenOnly = true },
      { $0.disclosureExclusion = true },
      { $0.outputIsTechnology = false },
      { $0.staffWhoSeeWeights = false },
      { $0.contagion = .none },
    ]
    for preset in Presets.all {
      for relax in relaxations {
        var relaxed = preset.regime
        relax(&relaxed)
        CrossProduct.forEach { activity, model, recipient, endUse in
          guard endUse == .ordinary, recipient.kind == .commercial,
            !relaxed.determination(activity, of: model, to: recipient, for: endUse).mayGoOn
          else { return }
          let before = preset.regime.determination(
            activity, of: model, to: recipient, for: endUse)
          if before.mayGoOn { Issue.record("\(preset.id) \(activity): \(before)") }
        }
      }
    }
  }

  @Test("A permanent resident never fares worse than the same person without the status")
  func residents() {
    for preset in Presets.all {
      CrossProduct.forEach { activity, model, recipient, endUse in
        guard recipient.isPermanentResident, endUse == .ordinary else { return }
        var other = recipient
        other.isPermanentResident = false
        let with = preset.regime.determination(activity, of: model, to: recipient, for: endUse)
        let without = preset.regime.determination(activity, of: model, to: other, for: endUse)
        if without.mayGoOn && !with.mayGoOn { Issue.record("\(preset.id): \(with)") }
      }
    }
  }
}

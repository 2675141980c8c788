import ExportControls
import Testing

@Suite("Grounds and marks")
struct MarkTests {
  /// Every citation that any answer, preset or list of countries can print.
  static let printed: Set<Citation> = {
    var all = Set(Presets.all.flatMap(\.citations))
    for list in CountryLists.all { all.insert(list.citation) }
    for preset in Presets.all {
      let regime = preset.regime
      all.formUnion(regime.beyondItsHook.citations)
      for party in Obligated.allCases { all.formUnion(regime.reaches(party).citations) }
      for incident in CrossProduct.incidents {
        all.formUnion(regime.triggerMet(by: incident).citations)
      }
      for gates in CrossProduct.gateSets {
        all.formUnion(regime.separation(built: gates, rosterDetermined: true).citations)
      }
      CrossProduct.forEach { activity, model, recipient, endUse in
        let found = regime.determination(activity, of: model, to: recipient, for: endUse)
        all.formUnion(found.citations)
      }
    }
    return all
  }()

  @Test("Every outcome says why and cites a rule, and only two of the four let an access go on")
  func grounds() {
    var seen: Set<Determination.Outcome> = []
    for preset in Presets.all {
      CrossProduct.forEach { activity, model, recipient, endUse in
        let found = preset.regime.determination(
          activity, of: model, to: recipient, for: endUse)
        seen.insert(found.outcome)
        let goesOn = found.outcome == .notSubject || found.outcome == .excepted
        if found.citations.isEmpty || found.basis.last != "." || found.mayGoOn != goesOn {
          Issue.record("\(activity) \(model) \(recipient): \(found)")
        }
      }
    }
    #expect(seen == Set(Determination.Outcome.allCases))
  }

  @Test("No recalled or assumed rule prints without its mark")
  func marks() {
    #expect(Self.printed.contains { $0.mark == .recalled })
    for citation in Self.printed {
      switch citation.mark {
      case .recalled:
        #expect(citation.description.hasSuffix("(recalled, to be checked)"))
        #expect(citation.short.hasSuffix("(recalled, to be checked)"))
      case .assumed: #expect(citation.description.hasSuffix("(this model's reading)"))
      case .article: #expect(citation.description.hasSuffix("(source article)"))
      case .published: #expect(!citation.description.contains("recalled"))
      }
    }
  }

  @Test("An answer prints its grounds below it, a citation a line, none twice")
  func descriptions() throws {
    let found = try regime("model").determination(
      .apiUse, of: .flagship, to: .firm(.ir), for: .ordinary)
    let lines = found.description.split(separator: "\n")
    #expect(lines.count == found.citations.count + 1)
    #expect(lines.first?.hasPrefix("barred: ") == true)
    #expect(Set(found.citations).count == found.citations.count)
    #expect(found.description.contains("(recalled, to be checked)"))
  }

  @Test("A citation text has one mark for one statement")
  func consistent() {
    var marks: [String: EvidenceMark] = [:]
    for citation in Self.printed {
      let key = citation.text + citation.says
      #expect(marks.updateValue(citation.mark, forKey: key) == nil)
    }
  }

  @Test("The answers do not change from one asking to the next")
  func pure() throws {
    let output = try regime("output-ace")
    for recipient in CrossProduct.recipients.prefix(50) {
      let first = output.determination(.apiUse, of: .flagship, to: recipient, for: .ordinary)
      let second = output.determination(.apiUse, of: .flagship, to: recipient, for: .ordinary)
      #expect(first == second)
    }
  }
}

import ExportControls
import Testing

/// One row of a legal table: who may do what with which model, and the rule that decides.
struct Sentence: CustomTestStringConvertible, Sendable {
  let preset: String
  let activity: Activity
  let model: ModelFacts
  let recipient: Recipient
  let endUse: EndUse
  let outcome: Determination.Outcome
  let decidedBy: String

  init(
    _ preset: String, _ activity: Activity, _ model: ModelFacts, _ recipient: Recipient,
    _ endUse: EndUse = .ordinary, is outcome: Determination.Outcome, by decidedBy: String
  ) {
    self.preset = preset
    self.activity = activity
    self.model = model
    self.recipient = recipient
    self.endUse = endUse
    self.outcome = outcome
    self.decidedBy = decidedBy
  }

  var testDescription: String {
    "\(preset): \(activity), \(recipient.kind.rawValue) of \(recipient.nationality.name) in "
      + "\(recipient.place.name), \(endUse.rawValue): \(outcome.rawValue) by \(decidedBy)"
  }

  var determination: Determination? {
    Presets.named(preset)?.regime.determination(activity, of: model, to: recipient, for: endUse)
  }
}

/// The models the tables speak of.
extension ModelFacts {
  static let flagship = ModelFacts(
    named: true, weightsPublished: false, trainingFLOP: 5e26, aboveBestOpen: true,
    testedOutputsMatchControlledEntry: true, madeIn: .us)
  static let rivalThatMatches = flagship.with { $0.named = false }
  static let rivalThatDoesNotMatch = rivalThatMatches.with {
    $0.testedOutputsMatchControlledEntry = false
    $0.trainingFLOP = 5e25
    $0.aboveBestOpen = false
  }
  static let openAmerican = ModelFacts(
    named: false, weightsPublished: true, trainingFLOP: 4e25, aboveBestOpen: false,
    testedOutputsMatchControlledEntry: true, madeIn: .us)
  static let openChinese = openAmerican.with { $0.madeIn = .cn }
  static let openAmericanNamed = openAmerican.with { $0.named = true }
  static let openChineseNamed = openChinese.with { $0.named = true }
  static let openPlanned = ModelFacts(
    named: false, weightsPublished: false, trainingFLOP: 2e26, aboveBestOpen: true,
    testedOutputsMatchControlledEntry: true, madeIn: .us)
  static let closedFrench = rivalThatMatches.with { $0.madeIn = .fr }

  func with(_ change: (inout ModelFacts) -> Void) -> ModelFacts {
    var copy = self
    change(&copy)
    return copy
  }
}

/// The recipients the tables speak of.
extension Recipient {
  static func national(of nationality: Country, in place: Country) -> Recipient {
    Recipient(
      place: place, nationality: nationality, isPermanentResident: false, kind: .commercial)
  }
  static func firm(_ country: Country) -> Recipient { national(of: country, in: country) }
  static func permanentResident(from nationality: Country) -> Recipient {
    Recipient(place: .us, nationality: nationality, isPermanentResident: true, kind: .commercial)
  }
  static func government(_ country: Country) -> Recipient {
    Recipient(
      place: country, nationality: country, isPermanentResident: false, kind: .government)
  }
  static func americanAgency(staffedFrom nationality: Country, in place: Country) -> Recipient {
    Recipient(
      place: place, nationality: nationality, isPermanentResident: false,
      kind: .unitedStatesGovernment)
  }
  static func intelligence(_ country: Country, in place: Country) -> Recipient {
    Recipient(
      place: place, nationality: country, isPermanentResident: false,
      kind: .militaryIntelligence)
  }
  static func weaponsMaker(_ country: Country) -> Recipient {
    Recipient(
      place: country, nationality: country, isPermanentResident: false,
      kind: .weaponsDevelopment)
  }
}

func regime(_ id: String) throws -> Regime {
  try #require(Presets.named(id)).regime
}

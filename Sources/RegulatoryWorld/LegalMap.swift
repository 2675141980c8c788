import ExportControls
import Scenarios

/// What the law layer answers for every model and class of recipient, asked once and looked up.
///
/// Answers depend on the regime's choices and on which models stand over its line; its numbers and
/// that line are those of one draw.
final class LegalMap {
  /// The regime asked about, with the numbers of one draw.
  let regime: Regime
  /// Models over the line of a control that draws one, a bit each.
  let overLine: UInt64
  /// Gates that could satisfy the control, in order of `Gate.allCases`.
  let usefulGates: [Int]
  private let asked: AskedModels
  private let answers: LegalAnswers
  /// Indexed by set of gates and whether a roster was determined.
  private let means: [Separation.Means]
  private let modelCount: Int
  private let classCount: Int
  private let nationCount: Int

  /// Asks everything of a regime; no model stands over its line.
  init(
    _ regime: Regime, models: [ModelFacts], classes: [RecipientClass], staff nations: [Country]
  ) {
    self.regime = regime
    overLine = 0
    let useful = regime.sufficientGates.reduce(into: Set<Gate>()) { $0.formUnion($1) }
    usefulGates = Gate.allCases.indices.filter { useful.contains(Gate.allCases[$0]) }
    asked = AskedModels(regime, models, classes, staff: nations)
    answers = asked.answers(overLine: 0)
    means = [false, true].flatMap { roster in
      (0..<(1 << Gate.allCases.count)).map { set in
        regime.separation(built: LegalMap.gates(set), rosterDetermined: roster).means
      }
    }
    modelCount = models.count
    classCount = classes.count
    nationCount = nations.count
  }

  /// The same answers under other numbers of the regime, or another line.
  init(_ other: LegalMap, regime: Regime, overLine: UInt64) {
    self.regime = regime
    self.overLine = overLine
    usefulGates = other.usefulGates
    asked = other.asked
    answers =
      overLine == other.overLine ? other.answers : other.asked.answers(overLine: overLine)
    means = other.means
    modelCount = other.modelCount
    classCount = other.classCount
    nationCount = other.nationCount
  }

  private func row(_ model: Int, _ named: Bool) -> Int { (named ? modelCount : 0) + model }

  /// Whether a class may not use a model over an interface.
  ///
  /// Of partners the lab knows that they disclose and repair vulnerabilities, an end use that
  /// an entry may leave out.
  func restrictsUse(_ model: Int, named: Bool, class number: Int, asPartner: Bool) -> Bool {
    let index = row(model, named) * classCount + number
    return asPartner ? answers.partnerRestricted[index] : answers.useRestricted[index]
  }

  /// Whether the reasoning of the order throws its shadow on a release to come: named in an order
  /// of its own, the model could not be served to everybody, or not be published.
  func shadows(_ model: Int) -> Bool {
    guard regime.contagion != .none else { return false }
    return asked.isOpen[model]
      ? barsPublication(model, named: true) : bindsUse(model, named: true)
  }

  /// Whether copies may not be hosted in the country of a class.
  func barsHosting(_ model: Int, named: Bool, class number: Int) -> Bool {
    answers.hostingBarred[row(model, named) * classCount + number]
  }

  /// Whether a class may not fetch published weights from the United States.
  func barsDownload(_ model: Int, named: Bool, class number: Int) -> Bool {
    answers.downloadBarred[row(model, named) * classCount + number]
  }

  /// Whether anybody at all may not use a model over an interface, so that the lab must tell
  /// users apart.
  func bindsUse(_ model: Int, named: Bool) -> Bool { answers.useBound[row(model, named)] }

  /// Whether the control changes anything for users of a model.
  func touches(_ model: Int, named: Bool) -> Bool { answers.touched[row(model, named)] }

  /// The models for which it does, a bit each.
  func touched(named: Bool) -> UInt64 {
    (0..<modelCount).reduce(into: 0) { bits, model in
      if touches(model, named: named) { bits |= 1 << UInt64(model) }
    }
  }

  /// Whether a lab's staff of one nationality, by its place in the scenario's mix, are barred.
  func barsStaff(_ model: Int, named: Bool, nation: Int) -> Bool {
    answers.staffOfNationBarred[row(model, named) * nationCount + nation]
  }

  /// Whether any of a lab's foreign staff are barred from a model.
  func barsStaff(_ model: Int, named: Bool) -> Bool { answers.staffBarred[row(model, named)] }

  /// Whether the control takes something from anybody but listed end users.
  var restrictsOrdinaryUsers: Bool {
    regime.personScope != .listedEndUsers || regime.servesOnlyOnceScreened
  }

  /// Whether weights that are due to be published may not be.
  func barsPublication(_ model: Int, named: Bool) -> Bool {
    answers.publicationBarred[row(model, named)]
  }

  /// Whether the same reasoning could be applied to a model next.
  func couldReachNext(_ model: Int) -> Bool { answers.reachable[row(model, false)] }

  /// What can be told apart with a set of gates, a bit each in order of `Gate.allCases`.
  func means(gates set: Int, rosterDetermined: Bool) -> Separation.Means {
    means[(rosterDetermined ? 1 << Gate.allCases.count : 0) + set]
  }

  private static func gates(_ set: Int) -> Set<Gate> {
    Set(Gate.allCases.enumerated().filter { set >> $0.offset & 1 == 1 }.map(\.element))
  }
}

/// What the law layer answers of every model, named or not, over the line or not.
///
/// Of what a draw says of models, answers depend on nothing but the line; so both are asked, and
/// only once of models that are alike.
private struct AskedModels {
  let count: Int
  /// Whether the weights of each model are published.
  let isOpen: [Bool]
  /// By named, then model.
  private let below: [LegalRow]
  private let over: [LegalRow]

  init(
    _ regime: Regime, _ models: [ModelFacts], _ classes: [RecipientClass],
    staff nations: [Country]
  ) {
    count = models.count
    isOpen = models.map(\.weightsPublished)
    var rows: [ModelFacts: LegalRow] = [:]
    func ask(overLine: Bool) -> [LegalRow] {
      [false, true].flatMap { isNamed in
        models.map { model in
          var facts = model
          facts.named = isNamed
          facts.trainingFLOP = overLine ? .infinity : -.infinity
          facts.aboveBestOpen = overLine
          let row = rows[facts] ?? LegalRow(regime, facts, classes, staff: nations)
          rows[facts] = row
          return row
        }
      }
    }
    below = ask(overLine: false)
    over = regime.contagion == .class ? ask(overLine: true) : below
  }

  /// The answers if some models stand over the line, a bit each.
  func answers(overLine: UInt64) -> LegalAnswers {
    LegalAnswers(
      below.indices.map { overLine >> UInt64($0 % count) & 1 == 1 ? over[$0] : below[$0] })
  }
}

import ExportControls
import Scenarios

/// What the law layer answers for every model and class of recipient, asked once and looked up.
///
/// Answers depend on the regime and on facts of the models alone, so the map is kept between
/// replications as long as these do not change.
final class LegalMap {
  /// What the answers depend on.
  struct Key: Equatable {
    let regime: Regime
    let facts: [ModelFacts]
    let isOpen: [Bool]
  }

  let key: Key
  /// The regime asked about.
  var regime: Regime { key.regime }
  private let classCount: Int
  private let nationCount: Int
  private let answers: LegalAnswers
  /// Indexed by set of gates and whether a roster was determined.
  private let means: [Separation.Means]

  init(_ key: Key, classes: [RecipientClass], staff nations: [Country]) {
    self.key = key
    classCount = classes.count
    nationCount = nations.count
    answers = LegalAnswers(key, classes, staff: nations)
    means = [false, true].flatMap { roster in
      (0..<(1 << Gate.allCases.count)).map { set in
        key.regime.separation(built: LegalMap.gates(set), rosterDetermined: roster).means
      }
    }
  }

  private func row(_ model: Int, _ named: Bool) -> Int { (named ? key.facts.count : 0) + model }

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
    return key.isOpen[model]
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
    key.facts.indices.reduce(into: 0) { bits, model in
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

  /// Gates that could satisfy the control, in order of `Gate.allCases`.
  var usefulGates: [Int] {
    let union = regime.sufficientGates.reduce(into: Set<Gate>()) { $0.formUnion($1) }
    return Gate.allCases.indices.filter { union.contains(Gate.allCases[$0]) }
  }
}

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
  /// Indexed by named (0, 1), model and class.
  private let useRestricted: [Bool]
  private let partnerRestricted: [Bool]
  private let hostingBarred: [Bool]
  private let downloadBarred: [Bool]
  /// Indexed by named and model.
  private let useBound: [Bool]
  private let touched: [Bool]
  private let staffBarred: [Bool]
  private let publicationBarred: [Bool]
  private let reachable: [Bool]
  /// Indexed by set of gates and whether a roster was determined.
  private let means: [Separation.Means]

  init(_ key: Key, classes: [RecipientClass]) {
    self.key = key
    classCount = classes.count
    let everyone = LegalMap.everyone
    var useRestricted: [Bool] = []
    var partnerRestricted: [Bool] = []
    var hostingBarred: [Bool] = []
    var downloadBarred: [Bool] = []
    var useBound: [Bool] = []
    var touched: [Bool] = []
    var staffBarred: [Bool] = []
    var publicationBarred: [Bool] = []
    var reachable: [Bool] = []
    var means: [Separation.Means] = []
    let regime = key.regime
    for named in [false, true] {
      // What matches is within the reasoning, but a letter binds the models it names; only an
      // entry that controls a class binds the unnamed at once.
      let isBound = named || regime.contagion == .class
      for (facts, isOpen) in zip(key.facts, key.isOpen) {
        var facts = facts
        facts.named = named
        // What is asked of an open model's users and staff is asked once it is out.
        facts.weightsPublished = isOpen
        func forbids(
          _ activity: Activity, _ recipient: Recipient, for endUse: EndUse = .ordinary
        ) -> Bool {
          isBound
            && !regime.determination(activity, of: facts, to: recipient, for: endUse).mayGoOn
        }
        for each in classes {
          let recipient = each.recipient
          useRestricted.append(forbids(.apiUse, recipient))
          partnerRestricted.append(
            forbids(.apiUse, recipient, for: .vulnerabilityDisclosure))
          hostingBarred.append(
            !isOpen && forbids(.hostWeights(in: each.place), recipient))
          downloadBarred.append(isOpen && forbids(.downloadWeights, recipient))
        }
        useBound.append(everyone.contains { forbids(.apiUse, $0) })
        staffBarred.append(forbids(.staffAccess, LegalMap.foreignEmployee))
        reachable.append(
          regime.contagion != .class && regime.couldReachNext(facts).isReached)
        facts.weightsPublished = false
        publicationBarred.append(
          isOpen && forbids(.publishWeights, LegalMap.foreignEmployee))
      }
    }
    for row in useBound.indices {
      let classes = row * classes.count..<(row + 1) * classes.count
      touched.append(
        useBound[row] || hostingBarred[classes].contains(true)
          || downloadBarred[classes].contains(true))
    }
    for roster in [false, true] {
      for set in 0..<(1 << Gate.allCases.count) {
        means.append(regime.separation(built: LegalMap.gates(set), rosterDetermined: roster).means)
      }
    }
    self.useRestricted = useRestricted
    self.partnerRestricted = partnerRestricted
    self.hostingBarred = hostingBarred
    self.downloadBarred = downloadBarred
    self.useBound = useBound
    self.touched = touched
    self.staffBarred = staffBarred
    self.publicationBarred = publicationBarred
    self.reachable = reachable
    self.means = means
  }

  private func row(_ model: Int, _ named: Bool) -> Int { (named ? key.facts.count : 0) + model }

  /// Whether a class may not use a model over an interface.
  ///
  /// Of partners the lab knows that they disclose and repair vulnerabilities, an end use that
  /// an entry may leave out.
  func restrictsUse(_ model: Int, named: Bool, class number: Int, asPartner: Bool) -> Bool {
    let index = row(model, named) * classCount + number
    return asPartner ? partnerRestricted[index] : useRestricted[index]
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
    hostingBarred[row(model, named) * classCount + number]
  }

  /// Whether a class may not fetch published weights from the United States.
  func barsDownload(_ model: Int, named: Bool, class number: Int) -> Bool {
    downloadBarred[row(model, named) * classCount + number]
  }

  /// Whether anybody at all may not use a model over an interface, so that the lab must tell
  /// users apart.
  func bindsUse(_ model: Int, named: Bool) -> Bool { useBound[row(model, named)] }

  /// Whether the control changes anything for users of a model.
  func touches(_ model: Int, named: Bool) -> Bool { touched[row(model, named)] }

  /// Whether a lab's foreign staff are barred from a model.
  func barsStaff(_ model: Int, named: Bool) -> Bool { staffBarred[row(model, named)] }

  /// Whether weights that are due to be published may not be.
  func barsPublication(_ model: Int, named: Bool) -> Bool { publicationBarred[row(model, named)] }

  /// Whether the same reasoning could be applied to a model next.
  func couldReachNext(_ model: Int) -> Bool { reachable[row(model, false)] }

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

  /// A foreign person in the United States of no allied country: stands for a lab's foreign staff.
  static let foreignEmployee = Recipient(
    place: .us, nationality: .in, isPermanentResident: false, kind: .commercial)

  /// Everyone a lab could meet: every country's commercial and listed users at home, and its
  /// nationals in the United States.
  private static let everyone: [Recipient] = Country.allCases.flatMap { country in
    [
      Recipient(
        place: country, nationality: country, isPermanentResident: false, kind: .commercial),
      Recipient(
        place: country, nationality: country, isPermanentResident: false,
        kind: .militaryIntelligence),
      Recipient(place: .us, nationality: country, isPermanentResident: false, kind: .commercial),
    ]
  }
}

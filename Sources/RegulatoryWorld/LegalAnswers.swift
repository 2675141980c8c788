import ExportControls

/// The answers of the law layer for every model and class of recipient, in flat tables.
///
/// Rows are numbered by named (0, 1), then model; cells by row, then class.
struct LegalAnswers {
  /// Cells: use over an interface, by anybody and by known partners; hosting; downloads.
  private(set) var useRestricted: [Bool] = []
  private(set) var partnerRestricted: [Bool] = []
  private(set) var hostingBarred: [Bool] = []
  private(set) var downloadBarred: [Bool] = []
  /// Rows: use by anybody at all; anything for users; staff; publication; a further order.
  private(set) var useBound: [Bool] = []
  private(set) var touched: [Bool] = []
  private(set) var staffBarred: [Bool] = []
  /// Cells by row, then nationality of staff.
  private(set) var staffOfNationBarred: [Bool] = []
  private(set) var publicationBarred: [Bool] = []
  private(set) var reachable: [Bool] = []

  init(_ key: LegalMap.Key, _ classes: [RecipientClass], staff nations: [Country]) {
    for named in [false, true] {
      for (facts, isOpen) in zip(key.facts, key.isOpen) {
        var facts = facts
        facts.named = named
        ask(key.regime, facts, isOpen: isOpen, classes, nations)
      }
    }
  }

  /// Asks about one model, named or not.
  private mutating func ask(
    _ regime: Regime, _ model: ModelFacts, isOpen: Bool, _ classes: [RecipientClass],
    _ nations: [Country]
  ) {
    // What matches is within the reasoning, but a letter binds the models it names; only an entry
    // that controls a class binds the unnamed at once.
    let isBound = model.named || regime.contagion == .class
    // What is asked of an open model's users and staff is asked once it is out.
    var facts = model
    facts.weightsPublished = isOpen
    func forbids(
      _ activity: Activity, _ recipient: Recipient, for endUse: EndUse = .ordinary
    ) -> Bool {
      isBound && !regime.determination(activity, of: facts, to: recipient, for: endUse).mayGoOn
    }
    let first = useRestricted.count
    for each in classes {
      let recipient = each.recipient
      useRestricted.append(forbids(.apiUse, recipient))
      partnerRestricted.append(forbids(.apiUse, recipient, for: .vulnerabilityDisclosure))
      hostingBarred.append(!isOpen && forbids(.hostWeights(in: each.place), recipient))
      downloadBarred.append(isOpen && forbids(.downloadWeights, recipient))
    }
    let isUseBound = LegalAnswers.everyone.contains { forbids(.apiUse, $0) }
    useBound.append(isUseBound)
    touched.append(
      isUseBound || hostingBarred[first...].contains(true)
        || downloadBarred[first...].contains(true))
    let barred = nations.map { forbids(.staffAccess, LegalAnswers.employee(of: $0)) }
    staffOfNationBarred += barred
    staffBarred.append(barred.contains(true))
    reachable.append(regime.contagion != .class && regime.couldReachNext(facts).isReached)
    facts.weightsPublished = false
    publicationBarred.append(isOpen && forbids(.publishWeights, LegalAnswers.employee(of: .in)))
  }

  /// A foreign person on a lab's staff in the United States.
  static func employee(of nation: Country) -> Recipient {
    Recipient(place: .us, nationality: nation, isPermanentResident: false, kind: .commercial)
  }

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

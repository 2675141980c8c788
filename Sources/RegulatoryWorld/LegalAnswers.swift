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

  init(_ rows: some Sequence<LegalRow>) {
    for row in rows {
      useRestricted += row.useRestricted
      partnerRestricted += row.partnerRestricted
      hostingBarred += row.hostingBarred
      downloadBarred += row.downloadBarred
      useBound.append(row.useBound)
      touched.append(row.touched)
      staffBarred.append(row.staffOfNationBarred.contains(true))
      staffOfNationBarred += row.staffOfNationBarred
      publicationBarred.append(row.publicationBarred)
      reachable.append(row.reachable)
    }
  }
}

/// The answers of the law layer for one model, named or not.
struct LegalRow {
  /// By class of recipient.
  private(set) var useRestricted: [Bool] = []
  private(set) var partnerRestricted: [Bool] = []
  private(set) var hostingBarred: [Bool] = []
  private(set) var downloadBarred: [Bool] = []
  /// By nationality of staff.
  private(set) var staffOfNationBarred: [Bool] = []
  let useBound: Bool
  let publicationBarred: Bool
  let reachable: Bool
  /// Whether the control changes anything for users.
  var touched: Bool {
    useBound || hostingBarred.contains(true) || downloadBarred.contains(true)
  }

  /// Asks about a model; of an open one, once its weights are out.
  init(
    _ regime: Regime, _ facts: ModelFacts, _ classes: [RecipientClass], staff nations: [Country]
  ) {
    let isOpen = facts.weightsPublished
    // What matches is within the reasoning, but a letter binds the models it names; only an entry
    // that controls a class binds the unnamed at once.
    let isBound = facts.named || regime.contagion == .class
    // Of a model out of reach no more is asked.
    let isReached = isBound && regime.reach(facts).isReached
    func forbids(
      _ activity: Activity, _ recipient: Recipient, for endUse: EndUse = .ordinary
    ) -> Bool {
      isReached && !regime.determination(activity, of: facts, to: recipient, for: endUse).mayGoOn
    }
    for each in classes {
      let recipient = each.recipient
      useRestricted.append(forbids(.apiUse, recipient))
      partnerRestricted.append(forbids(.apiUse, recipient, for: .vulnerabilityDisclosure))
      hostingBarred.append(!isOpen && forbids(.hostWeights(in: each.place), recipient))
      downloadBarred.append(isOpen && forbids(.downloadWeights, recipient))
    }
    for nation in nations {
      staffOfNationBarred.append(forbids(.staffAccess, LegalAnswers.employee(of: nation)))
    }
    useBound = isReached && LegalAnswers.everyone.contains { forbids(.apiUse, $0) }
    reachable = regime.contagion != .class && regime.couldReachNext(facts).isReached
    var pending = facts
    pending.weightsPublished = false
    let publication = regime.determination(
      .publishWeights, of: pending, to: LegalAnswers.employee(of: .in), for: .ordinary)
    publicationBarred = isOpen && isBound && !publication.mayGoOn
  }
}

extension LegalAnswers {
  /// A foreign person on a lab's staff in the United States.
  static func employee(of nation: Country) -> Recipient {
    Recipient(place: .us, nationality: nation, isPermanentResident: false, kind: .commercial)
  }

  /// Everyone a lab could meet: every country's commercial and listed users at home, and its
  /// nationals in the United States.
  fileprivate static let everyone: [Recipient] = Country.allCases.flatMap { country in
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

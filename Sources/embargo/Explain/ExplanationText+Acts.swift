import ExportControls

// Who may do what, and why.
extension ExplanationText {
  mutating func tellActs() {
    let acts = explanation.acts
    let own = acts.filter { $0.group != nil && $0.kind == .use }
    let ordinary = own.filter { $0.endUse == .ordinary }
    tell("Use over an interface", ordinary)
    let disclosure = own.filter { $0.endUse == .vulnerabilityDisclosure }
    if !disclosure.isEmpty {
      let title = "Use over an interface for vulnerability disclosure or incident response"
      let others = disclosure.filter { !isAnswered($0, alsoIn: ordinary) }
      section(title + (others.isEmpty ? ": as above" : ": as above, but"))
      if !others.isEmpty { add(Ground.grounds(of: others), namesCountries: true) }
    }
    if explanation.customer == nil { tellOtherUsers() }
    tell(
      "Hosting the weights abroad, for customers there",
      acts.filter { $0.kind == .host && $0.group != nil })
    tell(
      "Offering the weights, once published, from a server in the United States",
      acts.filter { $0.kind == .host && $0.group == nil })
    tell(
      "Fetching the weights from the United States", acts.filter { $0.kind == .download })
    tell(publication, acts.filter { $0.kind == .publish })
    let lab = explanation.model.lab
    tell(
      "Staff of \(lab.id) at home (\(lab.country.name)), in the model or with its weights in sight",
      acts.filter { $0.kind == .staff })
  }

  private var publication: String {
    explanation.model.isPending
      ? "Publishing the weights" : "Publishing the weights, if the lab wished to"
  }

  /// Whether some act of others is the same but for the end use, and has the same answer.
  private func isAnswered(_ act: ExplainedAct, alsoIn others: [ExplainedAct]) -> Bool {
    others.contains {
      $0.group == act.group && $0.recipient == act.recipient && $0.standing == act.standing
        && $0.determination == act.determination
    }
  }

  /// One act: in a sentence where everybody gets the same answer, else with a table.
  private mutating func tell(_ title: String, _ all: [ExplainedAct]) {
    // Whoever wants each pair of place and nationality asks for one group.
    let acts = all.filter { act in
      explanation.customer != nil || act.kind == .staff || act.standing != .otherNationals
    }
    guard let first = acts.first else { return }
    let grounds = Ground.grounds(of: acts)
    section(title)
    guard grounds.count > 1 else {
      let scope = first.recipient == nil ? "" : ", for everyone"
      let determination = first.determination
      let words = grounds[0].outcome.words
      let basis = grounds[0].basis
      add("\(Self.capital(words))\(scope). \(basis) \(cite(determination.citations))")
      return
    }
    if first.kind != .staff {
      if explanation.customer == nil { addShares(acts) } else { addRecipients(acts, grounds) }
    }
    add(grounds, namesCountries: explanation.customer == nil || first.kind == .staff)
  }

  private mutating func add(_ grounds: [Ground], namesCountries: Bool) {
    for (index, ground) in grounds.enumerated() {
      let who = namesCountries ? who(ground, among: grounds) : ""
      add(
        "(\(Self.letter(index))) \(Self.capital(ground.outcome.words))\(who). \(ground.basis) "
          + cite(ground.citations), hanging: 6)
    }
  }

  /// Parts of each group with each outcome, those whom runs simulate alone.
  private mutating func addShares(_ acts: [ExplainedAct]) {
    let shown = acts.filter { $0.standing?.isSimulated ?? false }
    let outcomes = Determination.Outcome.allCases.filter { outcome in
      shown.contains { $0.determination.outcome == outcome }
    }
    var table = TextTable(
      [("  segment or group", .left), ("who", .left)] + outcomes.map { ($0.words, .right) })
    for block in Self.blocks(shown, outcomes) {
      let blank = block.rows[0].map { _ in "" }
      for line in 0..<max(block.groups.count, block.rows.count) {
        let isLast = line >= block.groups.count - 1
        let name = line < block.groups.count ? block.groups[line] + (isLast ? "" : ",") : ""
        table.add(["  " + name] + (line < block.rows.count ? block.rows[line] : blank))
      }
    }
    add(table)
    add(
      "Parts are of the countries (abroad) or of the nationalities (in the US) that the scenario "
        + "gives; --customer shows each.", hanging: 2)
    if shown.contains(where: { $0.standing == .listed }) {
      add("Listed end users are taken to be of Russian military intelligence, as in a run.")
    }
    if explanation.model.model.audience == .vetted {
      add(
        "Only vetted partners are offered this model; the other lines say what would hold if the "
          + "rest were too.", hanging: 2)
    }
  }

  /// Groups with the same lines of a table, which then stand there once.
  private static func blocks(
    _ acts: [ExplainedAct], _ outcomes: [Determination.Outcome]
  ) -> [(groups: [String], rows: [[String]])] {
    var names: [String] = []
    for act in acts {
      if let group = act.group, !names.contains(group) { names.append(group) }
    }
    var blocks: [(groups: [String], rows: [[String]])] = []
    for name in names {
      let own = acts.filter { $0.group == name }
      let rows = GroupMember.Standing.allCases.compactMap { standing -> [String]? in
        let acts = own.filter { $0.standing == standing }
        guard !acts.isEmpty else { return nil }
        return [standing.words] + outcomes.map { part(of: acts, with: $0) }
      }
      if let index = blocks.firstIndex(where: { $0.rows == rows }) {
        blocks[index].groups.append(name)
      } else {
        blocks.append(([name], rows))
      }
    }
    return blocks
  }

  private static func part(
    of acts: [ExplainedAct], with outcome: Determination.Outcome
  ) -> String {
    let with = acts.filter { $0.determination.outcome == outcome }
    if with.isEmpty { return "–" }
    if with.count == acts.count { return "all" }
    let share = with.reduce(0.0) { $0 + ($1.share ?? 1 / Double(acts.count)) }
    return Figures.fixed(share * 100, decimals: 0) + " %"
  }

  /// Every recipient of one group, with the letter of its ground.
  private mutating func addRecipients(_ acts: [ExplainedAct], _ grounds: [Ground]) {
    var table = TextTable([
      ("  who", .left), ("place", .left), ("nationality", .left), ("share", .right),
      ("determination", .left), ("decided by", .left),
    ])
    for act in acts {
      guard let recipient = act.recipient, let standing = act.standing else { continue }
      let ground = grounds.firstIndex { $0.holds(act) }
      let share = act.share.map { Figures.fixed($0 * 100, decimals: 0) + " %" } ?? ""
      table.add([
        "  " + standing.words, recipient.place.name, recipient.nationality.name, share,
        act.determination.outcome.words + " (\(Self.letter(ground ?? 0)))",
        act.determination.citations[0].short,
      ])
    }
    add(table)
  }

  private static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return index < letters.count
      ? String(letters[index])
      : letter(index / letters.count - 1) + String(letters[index % letters.count])
  }

  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

// MARK: Who

extension ExplanationText {
  /// Those of whom a ground speaks, as in `: citizens in the US; abroad, nationals there: Canada`.
  private func who(_ ground: Ground, among grounds: [Ground]) -> String {
    let everybody = grounds.flatMap(\.acts)
    let parts = GroupMember.Standing.allCases.compactMap { standing -> String? in
      let acts = ground.acts.filter { $0.standing == standing }
      let others = everybody.filter { $0.standing == standing }
      guard !acts.isEmpty else { return nil }
      guard acts.count < others.count else { return standing.words }
      let largest = grounds.map { $0.acts.count { $0.standing == standing } }.max() ?? 0
      return standing.words + ": "
        + Self.countries(of: acts, among: others, isLargest: acts.count == largest)
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
  }

  /// The countries that tell some acts of one standing from the others.
  private static func countries(
    of acts: [ExplainedAct], among everybody: [ExplainedAct], isLargest: Bool
  ) -> String {
    let keys: [(ExplainedAct) -> Country?] = [
      { $0.recipient?.nationality }, { $0.recipient?.place },
    ]
    for key in keys {
      let own = Set(acts.compactMap(key))
      guard everybody.count(where: { key($0).map(own.contains) ?? false }) == acts.count
      else { continue }
      let rest = Set(everybody.compactMap(key)).count - own.count
      return names(own, isRest: isLargest && rest > 0)
    }
    return "\(acts.count) of \(everybody.count) pairs of place and nationality"
  }

  /// Countries by name; a long list that is all the rest is told by its number.
  private static func names(_ countries: Set<Country>, isRest: Bool) -> String {
    if isRest && countries.count > 12 { return "all others (\(countries.count))" }
    return Prose.list(countries.map(\.name).sorted())
  }

  /// Kinds of end user that the rules tell from ordinary ones.
  private mutating func tellOtherUsers() {
    let acts = explanation.acts.filter { $0.group == nil && $0.kind == .use }
    let ordinary = acts.allSatisfy { $0.determination == explanation.ordinary($0) }
    section("Use by other kinds of end user")
    guard !ordinary else {
      add("Governments, agencies of the US, military intelligence, weapons developers: as firms.")
      return
    }
    for kind in EndUserKind.allCases {
      let own = acts.filter { $0.recipient?.kind == kind }
      guard !own.isEmpty else { continue }
      if own.allSatisfy({ $0.determination == explanation.ordinary($0) }) {
        add("\(kind.words): as firms there.")
        continue
      }
      let grounds = Ground.grounds(of: own)
      add("\(kind.words):")
      for ground in grounds {
        let isLargest = grounds.allSatisfy { $0.acts.count <= ground.acts.count }
        let who =
          grounds.count == 1
          ? ""
          : ": " + Self.countries(of: ground.acts, among: own, isLargest: isLargest)
        add(
          "\(Self.capital(ground.outcome.words))\(who). \(ground.basis) \(cite(ground.citations))",
          indent: 4)
      }
    }
  }
}

extension EndUserKind {
  /// Who they are, and where they are looked at.
  fileprivate var words: String {
    switch self {
    case .commercial: "Firms and private persons"
    case .government: "Foreign governments, in their own country"
    case .unitedStatesGovernment: "Foreign staff of US agencies, in the US"
    case .militaryIntelligence: "Military intelligence, in its own country"
    case .weaponsDevelopment: "Weapons developers, in their own country"
    }
  }
}

import ExportControls
import Scenarios

/// An explanation as people read it.
struct ExplanationText {
  let explanation: Explanation
  let width: Int
  /// Every rule cited so far; its place, from 1, is its number.
  private var cited: [Citation] = []
  private(set) var lines: [String] = []

  private init(_ explanation: Explanation) {
    self.explanation = explanation
    width = min(max(StandardStreams.answerWidth ?? Prose.width, 50), Prose.width)
  }

  static func text(_ explanation: Explanation) -> String {
    var text = ExplanationText(explanation)
    text.head()
    text.tellInShort()
    text.tellRegime()
    text.tellModel()
    text.tellReach()
    if explanation.customer == nil { text.tellParties() }
    text.tellActs()
    text.tellSeparation()
    text.tellUncertainty()
    text.tellCitations()
    text.section(Explanation.disclaimer)
    return text.lines.map { $0 + "\n" }.joined()
  }

  // MARK: Building

  /// A number as short as it can be written, but with no more than three digits that count if
  /// that is long.
  static func number(_ value: Double) -> String {
    let text = Figures.plain(value)
    return text.count <= 5 ? text : Figures.short(value)
  }

  mutating func section(_ title: String) {
    if !lines.isEmpty { lines.append("") }
    lines += Prose.lines(title, width: width)
  }

  mutating func add(_ text: String, indent: Int = 2, hanging: Int? = nil) {
    lines += Prose.lines(text, indent: indent, hanging: hanging ?? indent + 2, width: width)
  }

  mutating func add(_ table: TextTable) {
    lines += table.lines(width: StandardStreams.answerWidth)
  }

  /// The deciding rule by name, with its mark, and the numbers of all.
  mutating func cite(_ citations: [Citation]) -> String {
    let numbers = citations.map { number(of: $0) }
    guard let first = citations.first, let number = numbers.first else { return "" }
    let others = numbers.dropFirst().joined(separator: " ")
    return "– \(first.short) \(number)" + (others.isEmpty ? "" : ", with \(others)")
  }

  /// `[3]`; of a rule that was recalled `[3*]`, so that it never passes for one that was read.
  private mutating func number(of citation: Citation) -> String {
    let index = cited.firstIndex(of: citation) ?? cited.count
    if index == cited.count { cited.append(citation) }
    switch citation.mark {
    case .recalled: return "[\(index + 1)*]"
    case .article, .published, .assumed: return "[\(index + 1)]"
    }
  }

  /// A sentence with its rules.
  mutating func reason(_ reach: Reach) -> String {
    "\(reach.basis) \(cite(reach.citations))"
  }
}

// MARK: Regime, model, order

extension ExplanationText {
  fileprivate mutating func head() {
    section(explanation.scenario.title)
    let customer = explanation.customer.map { " for '\($0)'" } ?? ""
    add(
      "Regime '\(explanation.sheet.id)' on the model '\(explanation.model.model.id)'\(customer)",
      indent: 0)
    for change in explanation.changes { add("Changed: \(change)", indent: 0) }
  }

  fileprivate mutating func tellRegime() {
    let sheet = explanation.sheet
    guard let preset = explanation.preset else {
      section("Regime: \(sheet.id), spelt out by the scenario")
      add(fields: sheet.fields.map { ($0.field.rawValue, Self.filled($0.words)) })
      return
    }
    let differences = explanation.differences
    let origin = preset.id == sheet.id ? "the preset" : "the preset '\(preset.id)'"
    guard !differences.isEmpty else {
      section("Regime: \(preset.title), \(origin) as it comes")
      add(preset.summary, hanging: 2)
      return
    }
    section("Regime: \(preset.title), changed by the scenario")
    add("The preset: \(preset.summary)", hanging: 2)
    lines.append("  Changed:")
    add(
      fields: differences.map { own, preset in
        (
          own.field.rawValue,
          "\(Self.filled(own.words)); in \(origin): \(Self.filled(preset.words))"
        )
      }, indent: 4)
  }

  private static func filled(_ value: String) -> String { value.isEmpty ? "none" : value }

  /// Names with what they stand for, in two columns.
  mutating func add(fields: [(name: String, value: String)], indent: Int = 2) {
    let column = (fields.map(\.name.count).max() ?? 0) + indent + 2
    for field in fields {
      let name = String(repeating: " ", count: indent) + field.name
      let gap = String(repeating: " ", count: column - name.count)
      let value = Prose.lines(field.value, indent: column, width: width)
      lines.append(name + gap + (value.first?.dropFirst(column) ?? ""))
      lines += value.dropFirst()
    }
  }

  fileprivate mutating func tellModel() {
    let sheet = explanation.model
    let facts = sheet.facts
    section("Model: \(sheet.model.id), as the law looks at it")
    let match = facts.testedOutputsMatchControlledEntry
    add(fields: [
      ("named by the order", named),
      ("weights", weights),
      ("training", training),
      ("capability", capability),
      ("tested outputs", match ? "match a controlled entry" : "match no controlled entry"),
      ("made in", "\(facts.madeIn.name), by \(sheet.lab.id)"),
      ("sold to", sheet.model.audience == .vetted ? "vetted partners only" : "everyone"),
    ])
  }

  private var named: String {
    let sheet = explanation.model
    let day = Self.number(sheet.orderDay)
    let word = sheet.facts.named ? "yes" : "no"
    switch sheet.naming {
    case .scripted:
      return "\(word): the order of day \(day) names \(Prose.list(sheet.targets))"
    case .followsBypass:
      return "\(word): the scenario has no order, and the one that follows the bypass names "
        + Prose.list(sheet.targets)
    case .supposed:
      return "supposed: the scenario has no order and no bypass, so chance decides what is named"
    }
  }

  private var weights: String {
    let sheet = explanation.model
    let day = Self.number(sheet.releaseDay)
    switch sheet.model.weights {
    case .closed: return "closed; in use from day \(day)"
    case .open where sheet.isPending:
      return "open, to be published on day \(day); answered as if they were out"
    case .open: return "open, published on day \(day)"
    }
  }

  private var training: String {
    let facts = explanation.model.facts
    let line = explanation.regime.trainingThresholdFLOP
    let words = "\(Figures.plain(facts.trainingFLOP)) operations"
    guard line > 0 else { return words + "; the regime draws no line" }
    let side = facts.trainingFLOP < line ? "below" : "not below"
    return words + ", \(side) the regime's line of \(Figures.plain(line))"
  }

  private var capability: String {
    let sheet = explanation.model
    let own = "\(Self.number(sheet.capability)), where the best of day 0 is 1"
    guard let best = sheet.bestOpen else { return own + "; no published model is out" }
    if best.id == sheet.model.id { return own + "; itself the best published model" }
    let side = sheet.facts.aboveBestOpen ? "above" : "not above"
    return own
      + ", \(side) the best published model (\(best.id), \(Self.number(best.capability)))"
  }

  fileprivate mutating func tellReach() {
    section("Reach")
    let reach = explanation.reach
    add("Model: \(reach.isReached ? "reached" : "not reached"). \(reason(reach))")
    if reach.isReached && !explanation.isBound {
      add(
        "Bound: not yet. The reasoning reaches the model, but an order binds those it names: what "
          + "follows would hold once an order names this one too." + hint)
    }
    if explanation.isBound && !explanation.model.facts.named {
      add("Bound: yes, though not named, since an entry for a class binds every model in it.")
    }
    if !reach.isReached {
      let next = explanation.couldReachNext
      add(
        next.isReached
          ? "Next: could be reached. \(reason(next)). What would follow then is not told here."
            + hint
          : "Next: out of reach for a further order on the same reasoning.")
    }
    tellTrigger()
    let days = explanation.regime.daysBeforeItBinds
    let form =
      switch explanation.regime.effect {
      case .letter: "at once, as a letter does"
      case .rule: "\(Self.number(days)) days after the order, as a rule with notice"
      }
    add("Binds: \(form).")
    let exposure = explanation.regime.beyondItsHook
    add(
      "In court: the control \(exposure.isReached ? "goes beyond" : "stays within") its hook. "
        + reason(exposure))
    let chance = explanation.injunctionProbability
    let grade = [chance.evidence?.rawValue ?? "evidence unstated", chance.source].compactMap { $0 }
    add(
      "An injunction, if somebody sues: "
        + "\(Self.number(explanation.regime.injunctionProbability * 100)) % ("
        + grade.joined(separator: "; ") + ").")
  }

  /// How to ask as if the order named this model too.
  private var hint: String {
    guard case .scripted(let index) = explanation.model.naming, !explanation.model.facts.named
    else { return "" }
    let names = (explanation.model.targets + [explanation.model.model.id])
      .map { "\"\($0)\"" }.joined(separator: ",")
    return " To name it: --set 'timeline.\(index).targets=[\(names)]'"
  }

  private mutating func tellTrigger() {
    let trigger = explanation.trigger
    let incident =
      explanation.model.bypassed.map { "the bypass of \($0)" } ?? "a bypass found by chance"
    add(
      "Trigger: \(incident) \(trigger.isReached ? "meets" : "does not meet") the theory's own. "
        + reason(trigger)
        + (trigger.isReached ? "." : ". What follows holds if the order is given all the same.")
        + " What else an incident shows is drawn in a run: see trigger_met and regulator.evidence.")
  }

  fileprivate mutating func tellParties() {
    section("Who must obey")
    for party in Obligated.allCases {
      let reach = explanation.regime.reaches(party)
      let name = party.rawValue.prefix(1).uppercased() + party.rawValue.dropFirst()
      add("\(name): \(reach.isReached ? "yes" : "no"). \(reason(reach))")
    }
  }

  fileprivate mutating func tellUncertainty() {
    let table = explanation.scenario.parameters
    guard !explanation.uncertain.isEmpty else { return }
    section("Uncertain numbers, each taken at its median")
    for parameter in explanation.uncertain {
      let entry = table[parameter]
      add(
        "\(entry.address): \(Self.number(explanation.draw[parameter])), of "
          + DistributionWords.of(entry.distribution))
    }
  }

  fileprivate mutating func tellCitations() {
    section(
      "Rules cited; those without a remark were read in a published text, those with * are "
        + "recalled and to be checked")
    for citation in cited {
      add("\(number(of: citation)) \(citation)", hanging: 7)
    }
  }
}

import Experiments

/// The answer as people read it: four small tables and what they are.
struct AnswerText {
  private let findings: Findings
  private var skewed = false
  private var footnotes: [String] = []

  init(_ findings: Findings) {
    self.findings = findings
  }

  /// The lines of the answer.
  static func text(_ findings: Findings) -> String {
    var text = AnswerText(findings)
    return text.compose()
  }

  private mutating func compose() -> String {
    var sections = [heading]
    if findings.regimes.isEmpty {
      sections.append("No regime was compared with no action; --regimes names some.")
    } else {
      sections += [market(), parts(), defenders(), incidents(), relief()]
      noteConditions()
      if skewed {
        footnotes.append(
          "* skewed values: such an interval misses the true mean more often than 1 in 20")
      }
    }
    if let precision = PrecisionText.text(findings) { sections.append(precision) }
    if !footnotes.isEmpty { sections.append(footnotes.joined(separator: "\n")) }
    sections.append(Headline.disclaimer + "\nTables: \(findings.folder)")
    return sections.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let answer = findings.answer
    let failed = answer.failures.count
    let unit = answer.replications == 1 ? "replication" : "replications"
    var counts = "\(Figures.grouped(answer.replications)) \(unit)"
    if failed > 0 { counts += " (\(Figures.grouped(failed)) failed)" }
    return """
      \(findings.title)
      \(counts), seed \(findings.seed), \(Figures.plain(findings.horizonDays)) days from \
      \(findings.startDate)\(changes)
      Differences to no action; means with 95 % intervals in parentheses
      """
  }

  /// What was changed on the command line, on lines of its own.
  private var changes: String {
    findings.changes.map { "\nChanged: \($0)" }.joined()
  }

  private mutating func market() -> String {
    var table = TextTable([
      first("Market disruption"), ("USD", .estimate), ("% of spend", .estimate),
    ])
    for regime in findings.regimes {
      table.add([
        regime, estimate(regime, Headline.disruption) { Figures.dollars($0, $1, $2) },
        percent(regime, Headline.disruptionShare),
      ])
    }
    return text(table)
  }

  private func parts() -> String {
    var table = TextTable([
      first("Largest parts of it"), ("USD", .left), ("", .left), ("", .left),
    ])
    for regime in findings.regimes {
      let means = Headline.parts.map { part in
        (part: part, mean: findings.summary(regime, part)?.mean ?? .nan)
      }
      let largest = means.filter { $0.mean.isFinite && $0.mean != 0 }
        .sorted { $0.mean.magnitude > $1.mean.magnitude }.prefix(3)
        .map { "\(Headline.words(part: $0.part)) \(Figures.dollars($0.mean))" }
      table.add([regime] + (0..<3).map { $0 < largest.count ? largest[$0] : "" })
    }
    return text(table)
  }

  private mutating func defenders() -> String {
    var table = TextTable([
      first("Defender capability loss"), ("% of all", .estimate), ("% of affected", .estimate),
      ("worst-hit group, %", .left),
    ])
    for regime in findings.regimes {
      let losses = Headline.groups.compactMap { findings.summary(regime, $0) }
        .filter { $0.mean > 0 }
      let worst = losses.max { $0.mean < $1.mean }
      table.add([
        regime, percent(regime, Headline.defenders), percent(regime, Headline.affected),
        worst.map { "\(Headline.name(group: $0.outcome)) \(Figures.short($0.mean))" } ?? "none",
      ])
    }
    return text(table)
  }

  private mutating func incidents() -> String {
    var table = TextTable([
      first("Security incidents"), ("added", .right), ("avoided", .right),
      ("net, mean", .estimate), ("P(net harm)", .estimate),
    ])
    for regime in findings.regimes {
      func mean(_ outcome: String) -> String {
        findings.summary(regime, outcome).map { Figures.short($0.mean) } ?? "–"
      }
      table.add([
        regime, mean(Headline.added), mean(Headline.avoided),
        percent(regime, Headline.netIncidents), percent(regime, Headline.netHarm),
      ])
    }
    footnotes.append(
      "Incidents: expected numbers on an assumed scale, added less avoided; P(net harm) is the"
        + "\n  share of futures where that is positive, and need not agree in sign with the mean")
    return text(table)
  }

  private mutating func relief() -> String {
    let horizon = Figures.plain(findings.horizonDays)
    var table = TextTable([
      first("Relief"), ("partial, days", .right), ("none yet, %", .right),
      ("full, days", .right), ("none yet, %", .right), ("US service, days", .right),
    ])
    for regime in findings.regimes {
      let partial = days(regime, Headline.partialRelief)
      let full = days(regime, Headline.fullRelief)
      table.add([
        regime, partial.median, partial.never, full.median, full.never,
        days(regime, Headline.usService).median,
      ])
      noteMissingOrders(regime)
    }
    footnotes.insert(
      "Days: median from the order to relief, the legal act; none yet: share of futures without it"
        + "\n  by day \(horizon); US service: until half of US spend can use what is bound again",
      at: 0)
    noteMissingParts()
    if findings.answer.replications < 30 {
      footnotes.append("Too few futures for these intervals; 1,000 are usual")
    }
    return text(table)
  }

  /// Every row is conditional on an order; where the theory itself would not have asked for one, or
  /// does not reach the model that was bypassed, that must be said.
  private mutating func noteConditions() {
    func regimes(without outcome: String) -> String {
      findings.regimes.filter { (findings.summary($0, outcome)?.mean ?? 1) == 0 }
        .joined(separator: ", ")
    }
    let triggered = findings.regimes.compactMap { regime in
      findings.summary(regime, Headline.trigger).map {
        "\(regime) \(Figures.short(100 * $0.mean))"
      }
    }
    if !triggered.isEmpty {
      footnotes.append(
        "Futures whose incident would meet the theory's own trigger, %:\n  "
          + triggered.joined(separator: ", "))
    }
    let missed = regimes(without: Headline.reachesIncident)
    if !missed.isEmpty {
      footnotes.append("The order does not bind the use of the bypassed model: \(missed)")
    }
  }

  /// A share of nothing is a dash, and a dash must be explained.
  private mutating func noteMissingParts() {
    func isEmpty(_ outcome: String) -> Bool {
      findings.regimes.contains { findings.summary($0, outcome)?.n == 0 }
    }
    if isEmpty(Headline.disruptionShare) {
      footnotes.append("–: no customer spends anything, so the disruption is a share of nothing")
    }
    if isEmpty(Headline.defenders) {
      footnotes.append("–: there are no defenders, so nothing is said of defence and incidents")
    } else if isEmpty(Headline.affected) {
      footnotes.append("–: no defender would use a model whose use the order binds")
    }
  }

  /// Relief is told of the futures with an order, which must be said where some have none.
  private mutating func noteMissingOrders(_ regime: String) {
    guard let order = findings.summary(regime, Headline.observed), order.empties > 0 else { return }
    let share = 100 * Double(order.empties) / Double(order.n + order.empties)
    footnotes.append(
      "\(regime): no order in \(Figures.short(share)) % of futures; relief is told of the others")
  }

  private func days(_ regime: String, _ outcome: String) -> (median: String, never: String) {
    guard let summary = findings.summary(regime, outcome), summary.n > 0 else { return ("–", "–") }
    let never = 100 * Double(summary.empties) / Double(summary.n)
    let median = summary.quantiles.p50
    let isLate = median.isNaN && never > 0
    let observed = findings.summary(regime, Headline.observed)?.mean ?? findings.horizonDays
    return (
      isLate ? "> \(Figures.short(observed))" : Figures.short(median),
      Figures.short(never)
    )
  }

  private mutating func percent(_ regime: String, _ outcome: String) -> String {
    estimate(regime, outcome) { Figures.estimate($0, $1, $2) }
  }

  private mutating func estimate(
    _ regime: String, _ outcome: String, _ word: (Double, Double, Double) -> String
  ) -> String {
    guard let summary = findings.summary(regime, outcome) else { return "–" }
    let text = word(summary.mean, summary.ci95.low, summary.ci95.high)
    guard summary.isSkewed else { return text }
    skewed = true
    return text + "*"
  }

  /// The first column, as wide in every table.
  private func first(_ heading: String) -> (heading: String, alignment: TextTable.Alignment) {
    let widest = "Defender capability loss".count
    let blanks = String(repeating: " ", count: max(0, widest - heading.count))
    return (heading + blanks, .left)
  }

  private func text(_ table: TextTable) -> String {
    table.lines().joined(separator: "\n")
  }
}

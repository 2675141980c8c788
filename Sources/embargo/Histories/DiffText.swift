import RegulatoryWorld

/// Where two histories part, as people read it.
enum DiffText {
  /// The whole answer.
  static func text(_ comparison: FutureComparison, isWhole: Bool, width: Int) -> String {
    let told = comparison.told
    var lines = told.heading("One future under \(told.regimes[0]) and under \(told.regimes[1])")
    lines += [""] + beginning(comparison, width: width)
    if !comparison.isEqual {
      for side in comparison.sides {
        lines += [""] + parting(side, comparison, isWhole: isWhole, width: width)
      }
    }
    lines += [""] + OutcomeTable.lines(comparison)
    lines += ["", TraceText.legend, Headline.disclaimer]
    return lines.map { TextTable.cut($0, to: width) + "\n" }.joined()
  }

  /// What both worlds share.
  private static func beginning(_ comparison: FutureComparison, width: Int) -> [String] {
    let difference = comparison.difference
    let count = Figures.grouped(difference.common.count)
    guard let day = difference.day else {
      return ["The two histories are equal, in all \(count) lines"]
    }
    let date = comparison.told.date(day)
    let until = "day \(DayWords.day(day)), \(date)"
    guard !difference.common.isEmpty else { return ["They part at the first line, \(until)"] }
    let single = difference.common.filter { !$0.isTally }
    let passages = Passage.each(single.suffix(5), comparison.told.sides)
    let last =
      single.isEmpty ? [] : TraceText.lines(passages, comparison.told, width: width)
    let words = difference.common.count == 1 ? "1 line is" : "\(count) lines are"
    return ["\(words) the same in both, until they part on \(until)"] + last
  }

  /// A world's own lines.
  private static func parting(
    _ side: FutureComparison.Side, _ comparison: FutureComparison, isWhole: Bool, width: Int
  ) -> [String] {
    let history = side.lived.history
    let told = comparison.told
    let first = Set(side.lines.first.map(\.number))
    let own = side.lines.first + side.lines.after.filter { isWhole || isNotable($0) }
    let passages =
      isWhole ? Passage.each(own, told.sides) : Passage.digest(own, of: history, told.sides)
    let shown = Set(passages.map(\.number))
    func tell(_ passages: [Passage]) -> [String] {
      TraceText.lines(passages, told, width: width) { number in
        let line = history.lines[number - 1]
        return shown.contains(number) ? nil : "\(line.actor) \(line.text)"
      }
    }
    let here = passages.filter { first.contains($0.number) }
    let later = passages.filter { !first.contains($0.number) }
    var lines = ["Where they part, under \(side.regime)"]
    lines += here.isEmpty ? ["  nothing of its own on that day"] : tell(here)
    lines += ["", "What only happens under \(side.regime)"]
    lines += later.isEmpty ? ["  nothing else"] : tell(later)
    return lines
  }

  /// Whether a line is on the way to the outcomes.
  private static func isNotable(_ line: History.Line) -> Bool {
    !Passage.isBackground(line) && line.event != "model_adopted" && line.event != "pools_settle"
  }
}

/// The outcomes of two worlds and their difference.
enum OutcomeTable {
  static func lines(_ comparison: FutureComparison) -> [String] {
    let regimes = comparison.told.regimes
    var table = TextTable([
      ("What came of it, compared with no action", .left), (regimes[0], .right),
      (regimes[1], .right), ("difference", .right),
    ])
    func add(_ id: String, _ words: String) {
      let values = comparison.outcome(id)
      table.add([
        words, OutcomeWords.short(values.a, of: id), OutcomeWords.short(values.b, of: id),
        OutcomeWords.difference(values.difference, of: id),
      ])
    }
    add(Headline.disruption, "Market disruption, USD")
    for part in comparison.parts { add(part, "  " + Headline.words(part: part)) }
    add(Headline.disruptionShare, "Market disruption, % of spend")
    add(Headline.defenders, "Defender capability loss, % of all")
    for group in Headline.groups { add(group, "  " + Headline.name(group: group)) }
    add(Headline.affected, "  of those affected")
    add("exposure_days_added", "Exposure added, asset-days")
    add(Headline.added, "Incidents added")
    add(Headline.avoided, "Incidents avoided")
    add(Headline.netIncidents, "Incidents, net")
    add(Headline.partialRelief, "Partial relief, days after the order")
    add(Headline.fullRelief, "Full relief, days after the order")
    return table.lines() + [
      "Difference: \(regimes[0]) less \(regimes[1]); of percentages in percentage points (pp)"
    ]
  }
}

import ExportControls
import RegulatoryWorld

/// A history as people read it.
enum TraceText {
  /// Columns where the answer goes to no terminal.
  static let usualWidth = 100

  /// The whole answer.
  static func text(_ told: ToldFuture, _ passages: [Passage], width: Int) -> String {
    let regime = told.regimes[0]
    let lived = told.lived[0]
    var lines = told.heading(
      regime == "none" ? "One future without any action" : "One future under \(regime)")
    lines += [""] + self.lines(passages, told, width: width)
    if passages.isEmpty { lines.append("No line of this history is of that kind") }
    lines += [""] + outcomes(lived, regime)
    lines += ["", legend, Headline.disclaimer]
    return lines.map { TextTable.cut($0, to: width) + "\n" }.joined()
  }

  static let legend =
    "Of many told together: pools of seats in the simulation, and what they stand for"

  /// The passages with what led to them and the rules they rest on.
  ///
  /// - Parameter reminder: a few words on a cause that is not among the passages.
  static func lines(
    _ passages: [Passage], _ told: ToldFuture, width: Int,
    reminder: (_ number: Int) -> String? = { _ in nil }
  ) -> [String] {
    let numbers = widest(passages.map { "#\($0.number)" })
    let days = widest(passages.map { DayWords.day($0.day) })
    let actors = min(widest(passages.map(\.actor)), 14)
    var cited: [[Citation]: Int] = [:]
    return passages.flatMap { passage in
      let day = DayWords.day(passage.day)
      // A long list of actors is part of the sentence.
      let isList = passage.actor.count > 2 * actors
      let head =
        filled("#\(passage.number)", numbers) + "  day "
        + filled("", days - day.count) + day + "  \(told.date(passage.day))  "
        + filled(isList ? "several" : passage.actor, actors) + "  "
      let indent = numbers + 2
      func under(_ words: String, _ text: String) -> [String] {
        let head = String(repeating: " ", count: indent) + words
        return Prose.lines(text, head: head, hanging: indent + 2, width: width)
      }
      let text = isList ? "\(passage.actor): \(passage.text)" : passage.text
      var lines = Prose.lines(text, head: head, hanging: indent, width: width)
      if let cause = passage.cause {
        let words = reminder(cause).map { " (\($0))" } ?? ""
        lines += under("because ", "#\(cause)\(words)")
      }
      if !passage.grounds.isEmpty {
        let former = passage.grounds.count > 1 ? cited[passage.grounds] : nil
        let grounds =
          former.map { "as for #\($0)" }
          ?? passage.grounds.map(\.short).joined(separator: "; ")
        if former == nil { cited[passage.grounds] = passage.number }
        lines += under("ground: ", grounds)
      }
      return lines
    }
  }

  private static func outcomes(_ lived: LivedHistory, _ regime: String) -> [String] {
    guard regime != "none" else {
      return ["Without any action nothing is lost: the other regimes are compared with this world"]
    }
    var table = TextTable([("What came of it, compared with no action", .left), ("", .left)])
    for outcome in OutcomeWords.headline {
      table.add(["  " + outcome.words, OutcomeWords.value(lived[outcome.id], of: outcome.id)])
    }
    return table.lines()
  }

  private static func widest(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }

  private static func filled(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

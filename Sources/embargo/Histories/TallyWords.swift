import RegulatoryWorld

/// Many alike in one sentence.
enum TallyWords {
  /// `40 of us-midmarket (6,670 organisations) migrate from a to b`, or, of several groups or
  /// models, `migrate from a to b (40), c (12): 40 of us-midmarket, 12 of us-strategic`.
  ///
  /// - Parameter ofGroups: whether they are customers or defenders; of others only the times count.
  static func sentence(_ lines: [History.Line], ofGroups: Bool) -> String {
    let who = counted(lines, by: \.actor)
    let what = counted(lines, by: \.text)
    let isFlaws = lines[0].event.hasPrefix("flaws_")
    // What stands for many single persons is no organisation.
    let hasPersons = lines.contains { $0.actor.hasSuffix("consumer") }
    let noun = isFlaws ? "flaws" : hasPersons ? "organisations or users" : "organisations"
    if !ofGroups {
      return what.count > 1 ? merged(what) : "\(what[0].name), \(Figures.grouped(what[0].count))"
    }
    if let only = who.first, who.count == 1, what.count == 1 {
      let stands = "(\(standing(only)) \(noun))"
      return isFlaws
        ? "\(what[0].name), \(Figures.grouped(only.count)) \(stands)"
        : "\(Figures.grouped(only.count)) of \(only.name) \(stands) \(what[0].name)"
    }
    let groups = who.prefix(4).enumerated().map { index, group in
      let stands = standing(group) + (index == 0 ? " \(noun)" : "")
      return "\(Figures.grouped(group.count)) of \(group.name) (\(stands))"
    }
    let rest = who.dropFirst(4)
    let others =
      rest.isEmpty
      ? []
      : [
        "\(Figures.grouped(rest.reduce(0) { $0 + $1.count })) of \(rest.count)"
          + " other \(rest.count == 1 ? "group" : "groups")"
      ]
    return "\(merged(what)): \((groups + others).joined(separator: ", "))"
  }

  private typealias Count = (name: String, count: Int, represents: Double)

  /// How many there are of each name, the most first, of equally many the first told first.
  private static func counted(
    _ lines: [History.Line], by name: KeyPath<History.Line, String>
  ) -> [Count] {
    var counts: [Count] = []
    for line in lines {
      let place = counts.firstIndex { $0.name == line[keyPath: name] }
      if let place {
        counts[place].count += line.count
        counts[place].represents += line.represents
      } else {
        counts.append((line[keyPath: name], line.count, line.represents))
      }
    }
    return counts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  private static func standing(_ count: Count) -> String {
    let value = count.represents
    if value < 0.05 { return "under 0.1" }
    let text = Figures.fixed(value, decimals: value < 9.95 ? 1 : 0)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Sentences that differ in the middle as one, with how many there are of each.
  private static func merged(_ sentences: [Count]) -> String {
    guard sentences.count > 1 else { return sentences[0].name }
    let words = sentences.map { $0.name.split(separator: " ").map(String.init) }
    let least = words.map(\.count).min() ?? 0
    var head = 0
    while head < least && words.allSatisfy({ $0[head] == words[0][head] }) { head += 1 }
    var tail = 0
    while tail < least - head
      && words.allSatisfy({ $0[$0.count - 1 - tail] == words[0][words[0].count - 1 - tail] })
    { tail += 1 }
    let middles = zip(words, sentences).map { words, sentence in
      let middle = words[head..<(words.count - tail)].joined(separator: " ")
      return (text: middle, count: sentence.count)
    }
    let hasComma = middles.allSatisfy { $0.text.hasSuffix(",") }
    let shown = middles.prefix(4).map { middle in
      "\(hasComma ? String(middle.text.dropLast()) : middle.text)"
        + " (\(Figures.grouped(middle.count)))"
    }
    let rest = middles.dropFirst(4).reduce(0) { $0 + $1.count }
    let more = rest > 0 ? [" and \(Figures.grouped(rest)) elsewhere"] : []
    let start = words[0][..<head].joined(separator: " ")
    let end = words[0].suffix(tail).joined(separator: " ")
    let list = shown.joined(separator: ", ") + more.joined()
    return [start, list + (hasComma && tail > 0 ? "," : ""), end].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

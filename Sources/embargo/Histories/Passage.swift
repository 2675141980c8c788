import ExportControls
import RegulatoryWorld
import Scenarios

/// A line of a history as it is read, or several of them told in one sentence.
struct Passage {
  /// Number of the first line in it.
  let number: Int
  let day: Double
  let actor: String
  let event: String
  let text: String
  /// Number of the passage that led to it.
  let cause: Int?
  let grounds: [Citation]

  /// What is told by the month, and mere steps on the way: read only by those who ask for them.
  static func isBackground(_ line: History.Line) -> Bool {
    line.event.hasPrefix("flaws_") || line.event == "licence_referred"
      || line.event == "incidents"
  }

  /// What recurs so often that one sentence tells of the first and the last time.
  fileprivate static let recurring: Set = [
    "letter_signed", "meeting_held", "reports_withheld",
  ]

  /// Every line for itself.
  static func each(_ lines: [History.Line], _ sides: Sides) -> [Passage] {
    lines.map { passage([$0], cause: $0.cause, sides) }
  }

  /// The history without its background, lines alike told in one sentence.
  static func digest(_ history: History, _ sides: Sides) -> [Passage] {
    digest(history.lines.filter { !isBackground($0) }, of: history, sides)
  }

  /// Some lines of a history, those alike told in one sentence.
  static func digest(
    _ chosen: [History.Line], of history: History, _ sides: Sides
  ) -> [Passage] {
    var members: [Key: [History.Line]] = [:]
    var order: [Key] = []
    var numbers = [Int?](repeating: nil, count: history.lines.count + 1)
    for line in chosen {
      let key = Key(line, history.lines, sides)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(line)
      numbers[line.number] = members[key]?[0].number
    }
    return order.map { key in
      let group = members[key] ?? []
      let cause = recurring.contains(key.event) ? group[0].cause : key.cause
      return passage(group, cause: told(cause, numbers, history.lines), sides)
    }
  }

  /// The passage that tells of a cause, or the cause itself if it is worth telling; else what led
  /// to it.
  private static func told(_ cause: Int?, _ numbers: [Int?], _ lines: [History.Line]) -> Int? {
    var next = cause
    while let number = next {
      if let told = numbers[number] { return told }
      if !isBackground(lines[number - 1]) { return number }
      next = lines[number - 1].cause
    }
    return nil
  }

  private static func passage(
    _ group: [History.Line], cause: Int?, _ sides: Sides
  ) -> Passage {
    let first = group[0]
    let last = group.map(\.lastDay).max() ?? first.lastDay
    var actors: [String] = []
    for line in group where !actors.contains(line.actor) { actors.append(line.actor) }
    var actor = actors.joined(separator: ", ")
    var text = (actors.count > 1 ? "each " : "") + first.text
    if recurring.contains(first.event), group.count > 1, let end = group.last {
      text += "; again until day \(DayWords.day(end.lastDay)), \(group.count) times in all, at"
      text += " last: \(end.text)"
    } else if first.isTally {
      text = TallyWords.sentence(group, ofGroups: sides.side(of: first.actor) != first.actor)
      actor = sides.side(of: first.actor)
      if DayWords.day(last) != DayWords.day(first.day) {
        text += ", until day \(DayWords.day(last))"
      }
    }
    return Passage(
      number: first.number, day: first.day, actor: actor, event: first.event, text: text,
      cause: cause, grounds: first.grounds)
  }
}

/// Lines with one key are told in one sentence.
private struct Key: Hashable {
  let event: String
  let cause: Int?
  let side: String
  /// What the sentence is about: a model that users leave or come to, or the words themselves.
  let subject: String
  let day: Double

  init(_ line: History.Line, _ lines: [History.Line], _ sides: Sides) {
    event = line.event
    if Passage.recurring.contains(event) {
      cause = nil
      side = line.actor
      subject = ""
      day = 0
      return
    }
    guard line.isTally else {
      cause = line.cause
      side = ""
      subject = line.text
      day = line.day
      return
    }
    side = sides.side(of: line.actor)
    // Clouds follow the labs within days: what their users do belongs to one wave.
    var origin = line.cause
    while let number = origin, lines[number - 1].event.hasPrefix("cloud_") {
      origin = lines[number - 1].cause
    }
    cause = origin
    day = 0
    subject =
      switch line.event {
      case "pools_lose", "pools_fall_back", "pools_migrate": line.from ?? ""
      case "pools_regain", "pools_come_back", "model_adopted": line.to ?? ""
      default: ""
      }
  }
}

/// Who is a customer and who a defender, by id of segment or group.
struct Sides {
  private let customers: Set<String>
  private let defenders: Set<String>

  init(_ scenario: Scenario) {
    customers = Set(scenario.customers.map(\.id))
    defenders = Set(scenario.defenders.map(\.id))
  }

  func side(of actor: String) -> String {
    customers.contains(actor) ? "customers" : defenders.contains(actor) ? "defenders" : actor
  }
}

/// Days as people read them.
enum DayWords {
  /// A day with one decimal, rounded down, so that it lies on the date beside it.
  static func day(_ day: Double) -> String {
    Figures.fixed((day * 10).rounded(.down) / 10, decimals: 1)
  }
}

import FoundationEssentials
import JSON5
import Scenarios

/// A source of numbers that depend on the seed alone (SplitMix64, Steele, Lea and Flood 2014).
struct ReadingDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }
}

enum ReadingEvent: String, CaseIterable {
  case bypassFound = "bypass_found"
  case order
}

enum ReadingException: String, CaseIterable {
  case ace, tmp, rpl
}

/// A small scenario of its own kind, with every sort of key that a reader knows.
enum ReadingFixture {
  static let text = """
    {
      $schema: "scenario.schema.json",
      name: "baseline",
      start_date: "2026-06-09",
      seed: 20260612,
      open: true,
      reasons: ["output", "model"],
      exceptions: ["ace", "rpl"],
      regulator: { licensing_officers: 3, delay_days: { triangular: [2, 5, 20] } },
      labs: {
        $evidence: "assumed",
        $source: "no figure",
        anthropic: {
          foreign_staff_share: { triangular: [0.10, 0.25, 0.45] },
          staff: { value: 1500, evidence: "published", source: "a report" },
        },
        openai: { foreign_staff_share: 0.3, staff: 4000, margin_share: 0.4 },
      },
      timeline: [
        { at_days: 2, event: "bypass_found", severity: 0.6 },
        { at_days: 3, event: "order", targets: ["fable-5"] },
      ],
    }
    """

  /// Reads what ``text`` holds.
  static func decode(_ reader: ScenarioReader) {
    let root = reader.root
    _ = root.string("name", meaning: "the short name")
    _ = root.optionalString("title", meaning: "the title")
    _ = root.date("start_date", meaning: "the first day")
    _ = root.integer("seed", in: 0...9_007_199_254_740_991, meaning: "the seed")
    _ = root.integer("replications", in: 1...1_000_000, meaning: "futures", default: 100)
    _ = root.boolean("open", meaning: "whether it is open")
    _ = root.strings("reasons", meaning: "the reasons")
    _ = root.choices("exceptions", ReadingException.self, meaning: "the exceptions")
    let regulator = root.object("regulator", meaning: "the regulator")
    _ = regulator.parameter("licensing_officers", .count(1...), meaning: "officers at work")
    _ = regulator.parameter("delay_days", .days, meaning: "delay")
    _ = regulator.optionalParameter("budget_usd_per_year", .usdPerYear, meaning: "budget")
    for (_, lab) in root.objects("labs", meaning: "the labs") {
      _ = lab.parameter("foreign_staff_share", .share, meaning: "foreign persons among the staff")
      _ = lab.parameter("staff", .count, meaning: "technical staff")
      _ = lab.parameter(
        "margin_share", .share, meaning: "the margin", default: 0.25, evidence: .recalled,
        source: "an older report")
    }
    for event in root.array("timeline") {
      _ = event.parameter("at_days", .days, meaning: "the day")
      switch event.choice("event", ReadingEvent.self, meaning: "what happens") {
      case .bypassFound: _ = event.parameter("severity", .share, meaning: "the severity")
      case .order: _ = event.strings("targets", meaning: "the models")
      }
    }
    if let relief = root.optionalObject("relief", meaning: "routes out") {
      _ = relief.parameter("mean_days", .days, meaning: "how long")
    }
  }

  /// The parameters of a text, or the report.
  static func table(
    _ text: String, settings: [(path: String, value: String)] = []
  ) throws(ProblemReport) -> ParameterTable {
    let reader = ScenarioReader(
      try ScenarioLoader.parse(text, name: "june.json5", settings: settings))
    decode(reader)
    try reader.throwIfProblems()
    return reader.parameters
  }

  /// What is reported of the fixture after pieces of its text are replaced.
  static func report(
    replacing changes: [(String, String)], settings: [(path: String, value: String)] = []
  ) -> String {
    var changed = text
    for (old, new) in changes {
      guard let range = changed.range(of: old) else { return "the text has no \(old)" }
      changed.replaceSubrange(range, with: new)
    }
    do {
      _ = try table(changed, settings: settings)
      return "fine"
    } catch {
      return error.rendered()
    }
  }
}

extension String {
  fileprivate func range(of piece: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(piece) { return start..<index(start, offsetBy: piece.count) }
      start = index(after: start)
    }
    return nil
  }
}

/// What is reported of one object, whose keys a closure asks for.
func objectReport(_ text: String, _ read: (ObjectReader) -> Void) -> String {
  do {
    let reader = ScenarioReader(try ScenarioLoader.parse(text, name: "x.json5"))
    read(reader.root)
    try reader.throwIfProblems()
    return "fine"
  } catch {
    return error.rendered()
  }
}

/// A folder of files that goes away with the value that holds it.
final class ReadingFolder {
  let path: String

  init(_ files: [(name: String, text: String)]) throws {
    let name = "reading-\(UInt64.random(in: 0 ... .max))"
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name)
    path = url.path
    for file in files {
      let target = url.appending(path: file.name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: target)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// The tree that a file gives on one line, or the report, with the folder's path left out.
  func tree(_ name: String, settings: [(path: String, value: String)] = []) -> String {
    do {
      let source = try ScenarioLoader.load(path: path + "/" + name, settings: settings)
      guard source.problems.isEmpty else {
        return clean(ProblemReport(problems: source.problems, files: source.files).rendered())
      }
      return source.node.json(indent: 0)
    } catch {
      return (error.isMissingFile ? "66: " : "") + clean(error.rendered())
    }
  }

  private func clean(_ text: String) -> String {
    text.split(separator: path + "/", omittingEmptySubsequences: false).joined()
  }
}

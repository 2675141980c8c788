import Foundation
import Testing

@Suite("Explanations") struct ExplainTests {
  /// What the law answers to one act for one kind of recipient.
  struct Case: CustomTestStringConvertible {
    let says: String
    let regime: String
    let model: String
    /// `activity segment place nationality`, of the first row that has them.
    let act: String
    let outcome: String
    let decides: String
    let settings: [String]

    init(
      _ says: String, _ regime: String, _ model: String, _ act: String, _ outcome: String,
      by decides: String, set settings: String...
    ) {
      (self.says, self.regime, self.model, self.act) = (says, regime, model, act)
      (self.outcome, self.decides, self.settings) = (outcome, decides, settings)
    }

    var testDescription: String { "\(regime): \(says)" }
  }

  static let cases = [
    Case(
      "foreign persons in the US need a licence for the model itself", "model", "fable-5",
      "api_use us-strategic us in", "licence_required", by: "Access as release"),
    Case(
      "citizens at home do not", "model", "fable-5", "api_use us-strategic us us", "not_subject",
      by: "15 CFR 772.1"),
    Case(
      "nor do citizens abroad", "model", "fable-5", "api_use allied gb us", "not_subject",
      by: "15 CFR 772.1"),
    Case(
      "by place they would", "model", "fable-5", "api_use allied gb us", "licence_required",
      by: "15 CFR 734.13(a)(1)", set: "regimes.model.person_scope=everyone_abroad"),
    Case(
      "the United Kingdom is left free", "output", "fable-5", "api_use allied gb gb",
      "not_subject", by: "15 CFR 742.4(a)(1)"),
    Case(
      "Germany is not", "output", "fable-5", "api_use allied de de", "licence_required",
      by: "15 CFR 742.4(a)(1)"),
    Case(
      "weights are no output", "output", "fable-5", "host_weights allied de de", "not_subject",
      by: "ECCN 4D004"),
    Case(
      "ACE covers an ally", "output-ace", "fable-5", "api_use allied de de", "excepted",
      by: "15 CFR 740.22(a)"),
    Case(
      "a changed preset is followed", "output", "fable-5", "api_use allied de de", "excepted",
      by: "15 CFR 740.22(a)", set: "regimes.output.exceptions=[\"ace\"]"),
    Case(
      "an ally may use on", "us-person-support", "fable-5", "api_use allied de de", "not_subject",
      by: "15 CFR 744.22(a)"),
    Case(
      "a listed user may not, wherever it is", "us-person-support", "fable-5",
      "api_use other-enterprise br ru", "barred", by: "15 CFR 744.22(a)"),
    Case(
      "use moves no weights", "weight", "fable-5", "api_use allied de de", "not_subject",
      by: "BIS advisory opinions"),
    Case(
      "hosting in Brazil does", "weight", "fable-5", "host_weights other-enterprise br br",
      "licence_required", by: "15 CFR 734.13(a)(1)"),
    Case(
      "an ally's server is excepted", "weight", "fable-5", "host_weights allied de de", "excepted",
      by: "AI Authorization"),
    Case(
      "a release to come is barred", "weight-strict", "meta-next", "publish_weights", "barred",
      by: "15 CFR 734.17"),
    Case(
      "and is free with the exclusion on", "weight-strict", "meta-next", "publish_weights",
      "not_subject", by: "15 CFR 734.7",
      set: "regimes.weight-strict={published_exclusion: true}"),
    Case(
      "a model off the list is free", "model", "opus-4-8", "api_use allied de de", "not_subject",
      by: "The order's own list"),
    Case(
      "until it is named", "model", "opus-4-8", "api_use allied de de", "licence_required",
      by: "15 CFR 772.1", set: "timeline.2.targets=[\"opus-4-8\"]"),
    Case(
      "an Iranian on the staff gets no licence", "model", "fable-5",
      "staff_access anthropic us ir", "barred", by: "Access as release"),
  ]

  @Test("The determination and its rule are those of the law layer", arguments: cases)
  func determinations(of one: Case) throws {
    var words = [
      "explain", Embargo.directive, "--regime", one.regime, "--model", one.model, "--format", "csv",
    ]
    for setting in one.settings { words += ["--set", setting] }
    let embargo = try Embargo()
    let outcome = try embargo.start(words).outcome()
    #expect(outcome.code == 0, "\(outcome.error)")
    let act = one.act.split(separator: " ").map(String.init)
    let names = ["activity", "segment", "place", "nationality"]
    let wanted = names.enumerated().map { ($1, $0 < act.count ? act[$0] : "") }
    let row = try #require(
      Rows(outcome.output).objects.first { row in
        row["end_use"] == "ordinary" && row["person"] != "permanent_resident"
          && wanted.allSatisfy { row[$0.0] == $0.1 }
      })
    #expect(row["outcome"] == one.outcome)
    #expect(row["citations"]?.hasPrefix(one.decides) == true, "\(row["citations"] ?? "")")
    #expect(row["basis"]?.hasSuffix(".") == true)
  }

  /// Lines that a text must hold, whatever breaks its lines.
  static let texts: [(line: String, says: [String])] = [
    (
      "--regime output --model fable-5",
      [
        "Regime: Output theory, the preset as it comes",
        "named by the order yes: the order of day 3",
        "the bypass of fable-5 meets the theory's own", "stays within its hook", "25 % (assumed;",
        "Cloud: no.", "use over an interface licence required for some",
        "Without one of these, all use stops, for everyone",
        "everyone is served, and controlled outputs are withheld",
        "labs.anthropic.gates.output_days: 34.9, of 2 to 90",
      ]
    ),
    (
      "--regime output --model opus-4-8",
      [
        "Bound: not yet.", "models.opus-4-8.capability.general: 0.842, of 0.7 to 0.97",
        "'timeline.2.targets=[\"fable-5\",\"mythos-5\",\"opus-4-8\"]'",
      ]
    ),
    (
      "--regime us-person-support --model fable-5",
      [
        "does not meet the theory's own", "One is there already", "Employees: yes.",
        "Barred: abroad, listed end users",
      ]
    ),
    (
      "--regime weight --model fable-5",
      ["restricted for nobody", "region_and_staff", "not below the regime's line of 1e+26"]
    ),
    (
      "--regime weight --model gpt-5-5",
      ["bound, as one of the class", "Bound: yes, though not named"]
    ),
    ("--regime weight-rule --model fable-5", ["Binds: 120 days after the order"]),
    (
      "--regime model --model opus-4-8",
      ["not bound; a further order could name it", "Next: could be reached."]
    ),
    (
      "--regime us-person-support-broad --model fable-5",
      ["goes beyond its hook", "nationality (a check of each user's nationality and status"]
    ),
    (
      "--regime us-person-support --model fable-5 "
        + "--set regimes.us-person-support.serves_only_once_screened=true",
      ["listed_party (screening against lists of parties; there already): does not suffice."]
    ),
    (
      "--regime mine --model fable-5 --set 'regimes.mine={preset:\"model\",contagion:\"none\"}'",
      ["Regime: Model theory, changed", "contagion none; in the preset 'model': listed"]
    ),
    ("--regime weight-rule --model deepseek-open", ["made in China", "not reached"]),
    (
      "--regime output --model mythos-5",
      ["vetted partners only", "Only vetted partners are offered"]
    ),
    (
      "--regime output --model fable-5 --customer allied",
      ["abroad, nationals there Germany Germany 20 % licence required (c)"]
    ),
  ]

  @Test("The text says what a reader must know", arguments: texts)
  func text(line: String, says: [String]) throws {
    let outcome = try Embargo().shell("\"$embargo\" explain \"$directive\" \(line)")
    #expect(outcome.code == 0, "\(outcome.error)")
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in says { #expect(text.contains(words), "\(words) is not in: \(outcome.output)") }
    #expect(text.hasSuffix("hold beside it. Not legal advice."))
    let prose = outcome.output.split(separator: "\n").filter {
      !$0.contains("  abroad, ") && !$0.hasSuffix("decided by")
    }
    #expect(prose.allSatisfy { $0.count <= 96 })
  }

  static let presets = [
    "output", "output-ace", "us-person-support", "us-person-support-broad", "weight",
    "weight-strict", "weight-rule", "model",
  ]

  @Test("A rule that was recalled says so wherever it stands", arguments: presets)
  func marks(regime: String) throws {
    let embargo = try Embargo()
    let call = ["explain", Embargo.directive, "--regime", regime, "--model", "meta-next"]
    let json = try embargo.start(call + ["--format", "json"]).outcome()
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let all = Self.citations(in: object)
    #expect(!all.isEmpty)
    let text = try embargo.start(call).outcome().output
    let listed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let csv = try embargo.start(call + ["--format", "csv"]).outcome().output
    for citation in all where citation["evidence"] == "recalled" {
      let name = try #require(citation["text"])
      let says = try #require(citation["says"])
      #expect(!csv.contains(name + "; ") && !csv.contains(name + "\n"), "\(name) in csv")
      // A rule that no text cites need not be listed there.
      if let found = listed.range(of: "\(name): \(says)") {
        #expect(listed[found.upperBound...].hasPrefix(" (recalled, to be checked)"))
        #expect(listed[..<found.lowerBound].hasSuffix("*] "), "\(name) has no star")
      }
    }
  }

  /// Every citation in a tree, each once.
  private static func citations(in value: Any) -> Set<[String: String]> {
    if let list = value as? [Any] {
      return list.reduce(into: []) { $0.formUnion(citations(in: $1)) }
    }
    guard let object = value as? [String: Any] else { return [] }
    if let citation = object as? [String: String], citation["evidence"] != nil { return [citation] }
    return object.values.reduce(into: []) { $0.formUnion(citations(in: $1)) }
  }

  @Test("The formats tell the same")
  func formats() throws {
    let embargo = try Embargo()
    let call = ["explain", Embargo.directive, "--regime", "output", "--model", "fable-5"]
    let rows = Rows(try embargo.start(call + ["--format", "csv"]).outcome().output)
    let text = try embargo.start(call + ["--format", "json"]).outcome().output
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let acts = try #require(json["determinations"] as? [[String: Any]])
    #expect(acts.count == rows.objects.count && rows.isRectangular)
    for (act, row) in zip(acts, rows.objects) {
      #expect(act["outcome"] as? String == row["outcome"])
      #expect(act["basis"] as? String == row["basis"])
    }
    #expect(json["bound"] as? Bool == true)
    let fields = (json["regime"] as? [String: Any])?["fields"] as? [String: Any]
    #expect(fields?["public_letter"] as? Bool != nil && fields?["notice_days"] as? Double == 0)
    #expect(fields?["obligated"] as? [String] != nil)
    #expect((json["gates"] as? [[String: Any]])?.count == 3)
    let own = try embargo.start(call + ["--format", "csv", "--customer", "allied"]).outcome()
    #expect(Set(Rows(own.output).objects.map { $0["segment"] }) == ["allied"])
  }

  @Test("Shares of a segment's countries or nationalities add up to one")
  func shares() throws {
    let outcome = try Embargo()(
      "explain", Embargo.directive, "--regime", "model", "--model", "fable-5", "--format", "csv")
    var sums: [[String]: Double] = [:]
    for row in Rows(outcome.output).objects {
      guard row["activity"] == "api_use", let share = row["share"].flatMap(Double.init) else {
        continue
      }
      let isAbroad = row["place"] != "us"
      let kind = isAbroad ? "abroad" : row["person"] ?? ""
      sums[[row["segment"] ?? "", row["end_use"] ?? "", kind], default: 0] += share
    }
    #expect(sums.count > 20)
    for (key, sum) in sums { #expect(abs(sum - 1) < 1e-9, "\(key) adds up to \(sum)") }
  }

  @Test("A scenario without an order is explained as if it named the model, and says so")
  func supposed() throws {
    let outcome = try Embargo()(
      "explain", Embargo.scenarios + "/baseline.json5", "--regime", "model", "--model", "gpt-5-5")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("supposed: the scenario has no order and no bypass"))
  }

  @Test("What the README quotes is what the command prints")
  func readme() throws {
    let readme = try String(
      contentsOf: URL(filePath: Embargo.scenarios).deletingLastPathComponent()
        .appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "<!-- explain: begin"))
    let end = try #require(readme.range(of: "<!-- explain: end"))
    let quoted = readme[start.upperBound..<end.lowerBound].split(separator: "\n").dropFirst()
      .filter { $0 != "```" && !$0.hasSuffix("…") }
    let outcome = try Embargo()(
      "explain", Embargo.directive, "--regime", "output", "--model", "fable-5")
    var rest = outcome.output.split(separator: "\n")[...]
    #expect(quoted.count > 20)
    for line in quoted {
      let index = try #require(rest.firstIndex(of: line), "not printed, or not here: \(line)")
      rest = rest[(index + 1)...]
    }
  }

  static let mistakes: [(line: String, code: Int32, says: String)] = [
    ("--regime outptu --model fable-5", 64, "did you mean 'output'?"),
    ("--regime xyz --model fable-5", 64, "It must be output, us-person-support, weight, model,"),
    ("--regime none --model fable-5", 64, "'none' is no action"),
    ("--regime output --model fabel-5", 64, "did you mean 'fable-5'?"),
    ("--regime output --model fable-5 --customer alied", 64, "did you mean 'allied'?"),
    ("--model fable-5", 64, "needs --regime"),
    ("--regime output", 64, "needs --model"),
    ("--regime output --model fable-5 --format xml", 64, "table, csv or json"),
    ("--regime output --model fable-5 --set regimes.output.hok=model", 65, "'hook'"),
  ]

  @Test("A mistake is told with what would be right", arguments: mistakes)
  func mistake(line: String, code: Int32, says: String) throws {
    let embargo = try Embargo()
    let outcome = try embargo.shell("\"$embargo\" explain \"$directive\" \(line)")
    #expect(outcome.code == code && outcome.output.isEmpty)
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(embargo.names() == [], "nothing is written")
  }
}

/// Rows of comma-separated values by the names of their columns.
private struct Rows {
  private(set) var objects: [[String: String]] = []
  private(set) var isRectangular = true

  init(_ text: String) {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(field)
        field = ""
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(field)
        field = ""
        rows.append([])
      default: field.append(character)
      }
    }
    let names = rows[0]
    for row in rows.dropFirst() where !row.isEmpty {
      isRectangular = isRectangular && row.count == names.count
      objects.append(Dictionary(zip(names, row)) { first, _ in first })
    }
  }
}

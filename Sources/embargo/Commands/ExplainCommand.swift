import Arguments
import ExportControls
import JSON5
import Scenarios

/// `embargo explain`: what the law layer says about a model, and on what grounds.
enum ExplainCommand {
  static let declaration = Command(
    name: "explain",
    summary: "says what a regime does to a model, and by which rules of law",
    discussion: """
      Nothing is simulated: the answers follow from the scenario and the law layer alone. They \
      say whether the regime reaches the model, who must obey, who may use, host, fetch or \
      publish it, and which gates let service go on for the rest. Every answer cites its rules; \
      a rule that was recalled and not looked up says so. A scenario may change any field of a \
      preset or spell a regime out, and the answers follow. With --customer every country and \
      nationality of one segment has a line of its own.
      """,
    examples: [
      (
        "embargo explain Scenarios/june-2026-directive.json5 --regime output --model fable-5",
        "Whom the output theory keeps from Fable 5, and why."
      ),
      (
        "embargo explain Scenarios/june-2026-directive.json5 --regime output-ace \\\n"
          + "      --model mythos-5 --customer allied",
        "A preset that the scenario does not list, for one group of defenders."
      ),
      (
        "embargo explain Scenarios/june-2026-directive.json5 --regime model --model fable-5 \\\n"
          + "      --set regimes.model.person_scope=everyone_abroad --format csv",
        "The same question of a changed regime, a row for each act and recipient."
      ),
    ],
    arguments: [.required("SCENARIO", "the scenario file", .file)],
    options: [
      .value(
        "regime", "REGIME", "a regime of the scenario, or any preset", isRequired: true),
      .value("model", "MODEL", "a model of the scenario", isRequired: true),
      .value("customer", "SEGMENT", "one segment of customers or group of defenders alone"),
      SettingOption.option,
      Format.option,
    ])

  static func perform(_ line: ParsedCommand) throws(Failure) -> ExitCode {
    let explanation = try explanation(line)
    let text =
      switch Format(line) {
      case .table: ExplanationText.text(explanation)
      case .csv: ExplanationData.csv(explanation)
      case .json: ExplanationData.json(explanation)
      }
    try StandardStreams.answer(text)
    return .done
  }

  private static func explanation(_ line: ParsedCommand) throws(Failure) -> Explanation {
    let settings = SettingOption.settings(line)
    let path = line.arguments[0]
    let listed = try regimes(of: path, settings)
    let regime = try choice(
      "regime", line, among: listed + Presets.all.map(\.id).filter { !listed.contains($0) })
    // Settings may speak of regimes that are not asked about, so all of them are kept.
    let scenario = try LoadedScenario.load(
      path, settings: settings, regimes: listed + [regime].filter { !listed.contains($0) })
    let id = try choice("model", line, among: scenario.models.map(\.id))
    let customer: String? =
      if line.value("customer") == nil {
        nil
      } else {
        try choice(
          "customer", line, among: scenario.customers.map(\.id) + scenario.defenders.map(\.id))
      }
    guard let specification = scenario.regimes.first(where: { $0.id == regime }),
      let model = scenario.models.first(where: { $0.id == id }),
      let lab = scenario.labs.first(where: { $0.id == model.lab })
    else { throw Failure(.bug, "embargo: '\(regime)' or '\(id)' was known, and is not there") }
    return Explanation(
      scenario, specification, model, of: lab, customer: customer,
      changes: settings.map { "\($0.path) = \($0.value)" })
  }

  /// The regimes that a scenario defines or lists, by id, before their meaning is looked at.
  private static func regimes(
    of path: String, _ settings: [(path: String, value: String)]
  ) throws(Failure) -> [String] {
    do throws(ProblemReport) {
      let source = try ScenarioLoader.load(path: path, settings: settings)
      let names = source.node["regimes"]?.members?.map(\.name) ?? []
      return names.filter { $0 != "none" }
    } catch {
      throw Failure(error.isMissingFile ? .noSuchFile : .badInput, error.rendered())
    }
  }

  /// The value of an option that must be one of some names.
  private static func choice(
    _ option: String, _ line: ParsedCommand, among names: [String]
  ) throws(Failure) -> String {
    let text = line.value(option) ?? ""
    if names.contains(text) { return text }
    if option == "regime" && text == "none" {
      throw Failure(
        .usage,
        "embargo: 'none' is no action: there is no control to explain. Known regimes are "
          + names.joined(separator: ", ") + ".")
    }
    let problem = ArgumentError.badValue(
      "--" + option, text: text, expected: ValueKind.choice(names).expected,
      nearest: nearestName(to: text, among: names))
    throw Failure(.usage, "embargo: \(problem)")
  }
}

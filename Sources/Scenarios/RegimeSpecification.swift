import ExportControls
import JSON5

/// A regime as a scenario states it: a preset, a preset with changes, or every field spelt out.
public struct RegimeSpecification: Sendable {
  /// Id in the scenario.
  public let id: String
  /// The choices that are not numbers; the numbers come from ``regime(_:)``.
  public let choices: Regime
  /// Days of notice before a rule binds.
  public let noticeDays: Parameter
  /// Training operations above which weights are controlled.
  public let trainingThreshold: Parameter
  /// P(injunction, if sued) while the reach stays inside the hook.
  public let legalExposure: Parameter
  /// P(injunction, if sued) when the reach goes beyond the hook.
  public let legalExposureBeyond: Parameter

  /// The regime with the numbers of one draw.
  public func regime(_ draw: Draw) -> Regime {
    var regime = choices
    regime.noticeDays = draw[noticeDays]
    regime.trainingThresholdFLOP = draw[trainingThreshold]
    regime.injunctionProbabilityInside = draw[legalExposure]
    regime.injunctionProbabilityBeyond = draw[legalExposureBeyond]
    return regime
  }

  /// Every regime of a scenario, by id; `none` is always simulated and need not be listed.
  ///
  /// A scenario that names none at all is refused, for it would answer nothing; one that names
  /// `none` means it.
  static func list(_ root: ObjectReader) -> [RegimeSpecification] {
    let listed = root.objects("regimes", meaning: "regimes to compare with no action, by id")
    if listed.isEmpty, root.isSound("regimes"), root.names(in: "regimes").isEmpty {
      root.report(
        "regimes", "needs at least one regime to compare with no action",
        remedy: "name a preset, as in regimes: [\"output\"]; [\"none\"] asks for no action alone")
    }
    return listed.filter { $0.id != "none" }.map { RegimeSpecification(id: $0.id, $0.reader) }
  }

  private init(id: String, _ reader: ObjectReader) {
    self.id = id
    let presetID = reader.optionalString("preset", meaning: "the preset to start from")
    let preset = Presets.named(presetID ?? id)
    if preset == nil, presetID != nil || reader.keys.isEmpty {
      let names = Presets.all.map(\.id)
      reader.report(
        presetID == nil ? nil : "preset", "unknown preset '\(presetID ?? id)'",
        remedy: nearestName(to: presetID ?? id, among: names).map { "did you mean '\($0)'?" }
          ?? "one of \(names.joined(separator: ", ")), or spell every field out")
    }
    let fields = RegimeReader(reader, base: preset)
    choices = fields.choices()
    noticeDays = fields.number(.noticeDays, .days)
    trainingThreshold = fields.number(.trainingThresholdFLOP, .flop)
    if choices.effect == .letter, let latest = reader.latest(noticeDays), latest > 0,
      reader.has(RegimeField.noticeDays.rawValue)
    {
      reader.report(
        RegimeField.noticeDays.rawValue, "a letter binds at once, so notice_days has no effect",
        remedy: "add effect: \"rule\"")
    }
    legalExposure = fields.number(.injunctionProbabilityInside, .probability)
    legalExposureBeyond = fields.number(.injunctionProbabilityBeyond, .probability)
    reader.finish()
  }
}

/// Reads the fields of one regime over those of its preset.
private struct RegimeReader {
  let reader: ObjectReader
  let base: Preset?
  /// Whether a field that is neither given nor preset is to be reported.
  let reportsMissing: Bool

  init(_ reader: ObjectReader, base: Preset?) {
    self.reader = reader
    self.base = base
    reportsMissing = base == nil && !reader.keys.isEmpty && !reader.has("preset")
  }

  func choices() -> Regime {
    let start = base?.regime ?? Presets.output.regime
    return Regime(
      hook: one(.hook, start.hook), itemScope: one(.itemScope, start.itemScope),
      personScope: one(.personScope, start.personScope),
      destinationScope: one(.destinationScope, start.destinationScope),
      trigger: one(.trigger, start.trigger), effect: one(.effect, start.effect),
      noticeDays: 0,
      publishedExclusion: flag(.publishedExclusion, start.publishedExclusion),
      aboveBestOpenOnly: flag(.aboveBestOpenOnly, start.aboveBestOpenOnly),
      trainingThresholdFLOP: 0,
      directProductRule: flag(.directProductRule, start.directProductRule),
      outputIsTechnology: flag(.outputIsTechnology, start.outputIsTechnology),
      disclosureExclusion: flag(.disclosureExclusion, start.disclosureExclusion),
      staffWhoSeeWeights: flag(.staffWhoSeeWeights, start.staffWhoSeeWeights),
      servesOnlyOnceScreened: flag(.servesOnlyOnceScreened, start.servesOnlyOnceScreened),
      obligated: set(.obligated, start.obligated),
      exceptions: set(.exceptions, start.exceptions),
      reviewPolicy: one(.reviewPolicy, start.reviewPolicy),
      sufficientGates: gates(start.sufficientGates),
      rosterCountsAfterDetermination: flag(
        .rosterCountsAfterDetermination, start.rosterCountsAfterDetermination),
      publicLetter: flag(.publicLetter, start.publicLetter),
      injunctionProbabilityInside: 0, injunctionProbabilityBeyond: 0,
      contagion: one(.contagion, start.contagion))
  }

  func number(_ field: RegimeField, _ quantity: Quantity) -> Parameter {
    let meaning = field.meaning
    guard let graded = base?.numbers.all.first(where: { $0.field == field })?.number else {
      return reportsMissing
        ? reader.parameter(field.rawValue, quantity, meaning: meaning)
        : reader.parameter(
          field.rawValue, quantity, meaning: meaning, default: 0, evidence: .assumed,
          source: "not set")
    }
    return reader.parameter(
      field.rawValue, quantity, meaning: meaning, default: graded.value,
      evidence: Evidence(graded.mark), source: graded.source)
  }

  private func isMissing(_ field: RegimeField) -> Bool {
    if reader.has(field.rawValue) { return false }
    if reportsMissing {
      reader.report(
        nil, "missing field '\(field.rawValue)'",
        remedy: "a regime without a preset spells every field out; or name one: preset: \"model\"")
    }
    return true
  }

  private func one<E: RawRepresentable & CaseIterable>(_ field: RegimeField, _ preset: E) -> E
  where E.RawValue == String {
    isMissing(field)
      ? preset : reader.choice(field.rawValue, E.self, meaning: field.meaning)
  }

  private func flag(_ field: RegimeField, _ preset: Bool) -> Bool {
    isMissing(field) ? preset : reader.boolean(field.rawValue, meaning: field.meaning)
  }

  private func set<E: RawRepresentable & CaseIterable & Hashable>(
    _ field: RegimeField, _ preset: Set<E>
  ) -> Set<E> where E.RawValue == String {
    isMissing(field)
      ? preset : Set(reader.choices(field.rawValue, E.self, meaning: field.meaning))
  }

  /// Alternatives are strings; `nationality+location` asks for both.
  private func gates(_ preset: [Set<Gate>]) -> [Set<Gate>] {
    let field = RegimeField.sufficientGates
    if isMissing(field) { return preset }
    return reader.strings(field.rawValue, meaning: field.meaning).map { text in
      Set(
        text.split(separator: "+").compactMap { word in
          let name = String(word)
          if let gate = Gate(rawValue: name) { return gate }
          let names = Gate.allCases.map(\.rawValue)
          reader.report(
            field.rawValue, "unknown gate '\(name)'",
            remedy: nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
              ?? "one of \(names.joined(separator: ", ")), or several joined by +")
          return nil
        })
    }
  }
}

extension Evidence {
  /// The grade of a number that the law layer states.
  init(_ mark: EvidenceMark) {
    switch mark {
    case .article: self = .seed
    case .published: self = .published
    case .recalled: self = .recalled
    case .assumed: self = .assumed
    }
  }
}

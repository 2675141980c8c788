/// The numbers of a preset, each with the evidence it stands on.
public struct PresetNumbers: Hashable, Sendable {
  /// Days of notice before a rule binds.
  public let noticeDays: Graded<Double>
  /// The line of training operations, in floating-point operations.
  public let trainingThresholdFLOP: Graded<Double>
  /// P(injunction, if sued) while the reach stays inside the hook.
  public let injunctionProbabilityInside: Graded<Double>
  /// P(injunction, if sued) when the reach goes beyond the hook.
  public let injunctionProbabilityBeyond: Graded<Double>

  /// States the four numbers.
  public init(
    noticeDays: Graded<Double>, trainingThresholdFLOP: Graded<Double>,
    injunctionProbabilityInside: Graded<Double>, injunctionProbabilityBeyond: Graded<Double>
  ) {
    self.noticeDays = noticeDays
    self.trainingThresholdFLOP = trainingThresholdFLOP
    self.injunctionProbabilityInside = injunctionProbabilityInside
    self.injunctionProbabilityBeyond = injunctionProbabilityBeyond
  }

  /// The numbers with the field each belongs to.
  public var all: [(field: RegimeField, number: Graded<Double>)] {
    [
      (.noticeDays, noticeDays),
      (.trainingThresholdFLOP, trainingThresholdFLOP),
      (.injunctionProbabilityInside, injunctionProbabilityInside),
      (.injunctionProbabilityBeyond, injunctionProbabilityBeyond),
    ]
  }
}

/// A theory: a named set of choices for the fields of a regime.
public struct Preset: Hashable, Sendable {
  /// The name used in scenarios: `us-person-support`.
  public let id: String
  /// A few words for headings.
  public let title: String
  /// The theory in two or three sentences.
  public let summary: String
  /// The choices.
  public let regime: Regime
  /// The numbers among them, with their evidence.
  public let numbers: PresetNumbers
  /// The rules the theory rests on and those that stand against it.
  public let citations: [Citation]

  /// States a theory; the regime takes its numbers from the graded ones.
  public init(
    id: String, title: String, summary: String, numbers: PresetNumbers, citations: [Citation],
    regime: Regime
  ) {
    precondition(!citations.isEmpty, "a theory cites the rules it rests on")
    var regime = regime
    regime.noticeDays = numbers.noticeDays.value
    regime.trainingThresholdFLOP = numbers.trainingThresholdFLOP.value
    regime.injunctionProbabilityInside = numbers.injunctionProbabilityInside.value
    regime.injunctionProbabilityBeyond = numbers.injunctionProbabilityBeyond.value
    self.id = id
    self.title = title
    self.summary = summary
    self.numbers = numbers
    self.citations = citations
    self.regime = regime
  }
}

/// The theories that come with the project.
public enum Presets {
  /// Every preset, the four theories first and each variant behind its theory.
  public static let all: [Preset] = [
    output, outputACE, usPersonSupport, usPersonSupportBroad, weight, weightStrict, weightRule,
    model,
  ]

  /// The preset of a name, if there is one.
  public static func named(_ id: String) -> Preset? { all.first { $0.id == id } }
}

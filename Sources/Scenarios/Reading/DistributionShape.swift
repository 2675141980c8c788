import JSON5
import Stochastics

/// The keys under which a distribution is given, of which a number has exactly one.
enum DistributionShape: String, CaseIterable {
  case value, uniform, triangular, pert, normal, lognormal, beta, discrete, empirical

  /// Whether an object gives a distribution, rather than holding others that may.
  static func isPresent(in members: [Member]) -> Bool {
    members.contains { DistributionShape(rawValue: $0.name) != nil && !$0.node.isNull }
  }

  /// How it is written.
  var form: String {
    switch self {
    case .value: "value: NUMBER"
    case .uniform: "uniform: [LOW, HIGH]"
    case .triangular: "triangular: [LOW, MODE, HIGH]"
    case .pert: "pert: [LOW, MODE, HIGH]"
    case .normal: "normal: [MEAN, SD]"
    case .lognormal: "lognormal: {median: MEDIAN, p90: HIGH}"
    case .beta: "beta: {mean: MEAN, sd: SD}"
    case .discrete: "discrete: {values: [A, B], weights: [WA, WB]}"
    case .empirical: "empirical: [A, B, C]"
    }
  }

  /// What the numbers make; nothing if they are not as the form wants them.
  func shape(of node: Node) -> Distribution.Shape? {
    switch self {
    case .value: return node.number.map { .constant($0) }
    case .uniform: return numbers(node, 2).map { .uniform($0[0], $0[1]) }
    case .triangular:
      return numbers(node, 3).map { .triangular(low: $0[0], mode: $0[1], high: $0[2]) }
    case .pert: return numbers(node, 3).map { .pert(low: $0[0], mode: $0[1], high: $0[2]) }
    case .normal: return numbers(node, 2).map { .normal(mean: $0[0], sd: $0[1]) }
    case .lognormal:
      guard let parts = parts(node, "median", "p90"), let median = parts.0.number,
        let p90 = parts.1.number
      else { return nil }
      return .lognormal(median: median, p90: p90)
    case .beta:
      guard let parts = parts(node, "mean", "sd"), let mean = parts.0.number,
        let sd = parts.1.number
      else { return nil }
      return .beta(mean: mean, sd: sd)
    case .discrete:
      guard let parts = parts(node, "values", "weights"), let values = numbers(parts.0, nil),
        let weights = numbers(parts.1, nil)
      else { return nil }
      return .discrete(values: values, weights: weights)
    case .empirical: return numbers(node, nil).map { .empirical($0) }
    }
  }

  private func parts(_ node: Node, _ first: String, _ second: String) -> (Node, Node)? {
    guard node.members?.count == 2, let one = node[first], let two = node[second] else {
      return nil
    }
    return (one, two)
  }
}

/// The numbers of a list, if it holds nothing else, and as many as are wanted.
func numbers(_ node: Node, _ count: Int?) -> [Double]? {
  guard let elements = node.elements else { return nil }
  let numbers = elements.compactMap(\.number)
  guard numbers.count == elements.count, count == nil || numbers.count == count else { return nil }
  return numbers
}

extension Distribution {
  /// A number that is known; it must be finite.
  static func fixed(_ value: Double) -> Distribution {
    guard let distribution = try? Distribution(.constant(value)) else {
      preconditionFailure("a fixed number must be finite")
    }
    return distribution
  }

  /// The value, if it is the same in every draw.
  var fixedValue: Double? {
    support.lowerBound == support.upperBound ? support.lowerBound : nil
  }
}

extension DistributionError {
  /// What is wrong, as the rest of a sentence that begins with an address.
  var words: String {
    switch self {
    case .notFinite: "has a number that is not finite"
    case .rangeOverflows: "has numbers that are too far apart"
    case .lowAboveHigh(let low, let high):
      "has its lowest value \(shown(low)) above its highest \(shown(high))"
    case .modeOutside(let mode, let low, let high):
      "has its mode \(shown(mode)) outside \(shown(low)) to \(shown(high))"
    case .negativeDeviation(let sd): "has a negative standard deviation, \(shown(sd))"
    case .medianNotPositive(let median):
      "has the median \(shown(median)), but that of a lognormal is above 0"
    case .percentileNotAboveMedian(let median, let p90):
      "has its p90 \(shown(p90)) not above its median \(shown(median))"
    case .meanOutsideUnit(let mean):
      "has the mean \(shown(mean)), but that of a beta distribution is from 0 to 1"
    case .deviationTooLarge(let sd, let limit):
      "has the standard deviation \(shown(sd)), but with this mean it is below \(shown(limit))"
    case .noValues, .noObservations: "has no values"
    case .countsDiffer(let values, let weights):
      "has \(values) values, but \(weights) weights"
    case .negativeWeight(let index, let weight):
      "has a negative weight, \(shown(weight)), at place \(index + 1)"
    case .weightsSumToZero: "has weights that are all 0"
    case .truncationReversed(let low, let high):
      "has its truncation from \(shown(low)) to \(shown(high)), the wrong way round"
    case .truncationWithoutMass(let low, let high):
      "has a truncation, \(shown(low)) to \(shown(high)), that leaves nothing of it"
    }
  }
}

import Stochastics
import Testing

@Suite("Numbers that describe no distribution")
struct DistributionErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let shape: Distribution.Shape
    var range: ClosedRange<Double>?
    let error: DistributionError
    var testDescription: String { "\(shape): \(error)" }
  }

  static let cases: [Case] = [
    Case(shape: .constant(.nan), error: .notFinite),
    Case(shape: .uniform(0, .infinity), error: .notFinite),
    Case(shape: .uniform(3, 2), error: .lowAboveHigh(low: 3, high: 2)),
    Case(shape: .uniform(-1.5e308, 1.5e308), error: .rangeOverflows),
    Case(shape: .triangular(low: 3, mode: 2, high: 1), error: .lowAboveHigh(low: 3, high: 1)),
    Case(
      shape: .triangular(low: 1, mode: 4, high: 3),
      error: .modeOutside(mode: 4, low: 1, high: 3)),
    Case(shape: .triangular(low: 1, mode: .nan, high: 3), error: .notFinite),
    Case(shape: .pert(low: 3, mode: 2, high: 1), error: .lowAboveHigh(low: 3, high: 1)),
    Case(
      shape: .pert(low: 1, mode: 0, high: 3), error: .modeOutside(mode: 0, low: 1, high: 3)),
    Case(shape: .normal(mean: 0, sd: -1), error: .negativeDeviation(sd: -1)),
    Case(shape: .normal(mean: .nan, sd: 1), error: .notFinite),
    Case(shape: .lognormal(median: 0, p90: 1), error: .medianNotPositive(median: 0)),
    Case(shape: .lognormal(median: -1, p90: 1), error: .medianNotPositive(median: -1)),
    Case(
      shape: .lognormal(median: 2, p90: 2),
      error: .percentileNotAboveMedian(median: 2, p90: 2)),
    Case(shape: .lognormal(median: 1, p90: .infinity), error: .notFinite),
    Case(shape: .beta(mean: 1.2, sd: 0.1), error: .meanOutsideUnit(mean: 1.2)),
    Case(shape: .beta(mean: 0.2, sd: -0.1), error: .negativeDeviation(sd: -0.1)),
    Case(shape: .beta(mean: 0.5, sd: 0.5), error: .deviationTooLarge(sd: 0.5, limit: 0.5)),
    Case(shape: .beta(mean: 0, sd: 0.1), error: .deviationTooLarge(sd: 0.1, limit: 0)),
    Case(shape: .discrete(values: [], weights: []), error: .noValues),
    Case(
      shape: .discrete(values: [1, 2], weights: [1]), error: .countsDiffer(values: 2, weights: 1)),
    Case(
      shape: .discrete(values: [1, 2], weights: [1, -3]),
      error: .negativeWeight(index: 1, weight: -3)),
    Case(shape: .discrete(values: [1, 2], weights: [0, 0]), error: .weightsSumToZero),
    Case(shape: .discrete(values: [1, 2], weights: [1, .nan]), error: .notFinite),
    Case(shape: .discrete(values: [1, 2], weights: [1e308, 1e308]), error: .rangeOverflows),
    Case(shape: .empirical([]), error: .noObservations),
    Case(shape: .empirical([1, .infinity]), error: .notFinite),
    Case(
      shape: .constant(1), range: 2...3, error: .truncationWithoutMass(low: 2, high: 3)),
    Case(
      shape: .uniform(0, 1), range: 2...3, error: .truncationWithoutMass(low: 2, high: 3)),
    Case(
      shape: .uniform(0, 1), range: 0.5...0.5,
      error: .truncationWithoutMass(low: 0.5, high: 0.5)),
    Case(
      shape: .normal(mean: 0, sd: 1), range: 50...60,
      error: .truncationWithoutMass(low: 50, high: 60)),
    Case(
      shape: .empirical([1, 2, 3]), range: 2.2...2.8,
      error: .truncationWithoutMass(low: 2.2, high: 2.8)),
    Case(
      shape: .uniform(0, 1), range: ClosedRange(uncheckedBounds: (.nan, 1)), error: .notFinite),
  ]

  @Test("are refused, each with its own error and the numbers at fault", arguments: cases)
  func refused(described: Case) {
    #expect(throws: described.error) {
      try Distribution(described.shape, truncate: described.range)
    }
  }

  @Test("Bounds that were read in the wrong order are an error, not a crash")
  func reversedBounds() throws {
    #expect(throws: DistributionError.truncationReversed(low: 3, high: 1)) {
      try Distribution(.uniform(0, 5), from: 3, to: 1)
    }
    #expect(throws: DistributionError.notFinite) {
      try Distribution(.uniform(0, 5), from: .nan, to: 1)
    }
    let cut = try Distribution(.uniform(0, 5), from: 1, to: 3)
    #expect(cut == (try Distribution(.uniform(0, 5), truncate: 1...3)))
  }
}

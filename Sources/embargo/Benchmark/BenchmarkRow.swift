/// One figure of `embargo benchmark`.
struct BenchmarkRow {
  let name: String
  let value: Double
  let unit: String
  let meaning: String

  /// The value as tables on disk and on the screen have it, to a fraction of what can be measured.
  var figure: String {
    let scale = value.magnitude < 1000 ? 1000.0 : 1
    return Figures.plain((value * scale).rounded() / scale)
  }

  /// The middle one of several measurements; the mean of two if there is no middle one.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
  }
}

/// How much work goes into a figure.
struct BenchmarkEffort {
  /// Measurements of which the median is taken.
  let repetitions: Int
  /// Customers, operations or draws of one measurement.
  let operations: Int
  /// Futures of the world in one measurement, and how often they are lived through.
  let futures: Int
  let passes: Int

  static let full = BenchmarkEffort(
    repetitions: 7, operations: 2_000_000, futures: 24, passes: 3)
  /// Enough to see that everything works.
  static let quick = BenchmarkEffort(repetitions: 3, operations: 200_000, futures: 2, passes: 1)
}

import Stochastics
import Testing

extension Tag {
  /// Compares what is drawn with what mathematics says of it.
  @Tag static var proof: Self
}

/// The probability of a chi-square statistic at least this large, given the cells' probabilities.
func chiSquareTail(_ counts: [Int], _ probabilities: [Double]) -> Double {
  let total = Double(counts.reduce(0, +))
  let statistic = zip(counts, probabilities).reduce(0.0) { sum, cell in
    let expected = total * cell.1
    return sum + (Double(cell.0) - expected) * (Double(cell.0) - expected) / expected
  }
  return chiSquareTail(statistic, degreesOfFreedom: counts.count - 1)
}

/// The probability of a chi-square number at least this large.
func chiSquareTail(_ statistic: Double, degreesOfFreedom: Int) -> Double {
  1 - Special.regularizedIncompleteGamma(Double(degreesOfFreedom) / 2, statistic / 2)
}

/// Distinct values in rising order, each with a probability above zero.
struct Atoms: Sendable, Equatable {
  private let values: [Double]
  private let weights: [Double]
  /// The probability of each value or a smaller one; the last is exactly 1.
  private let shares: [Double]

  init(checking values: [Double], weights: [Double]) throws(DistributionError) {
    if values.isEmpty { throw .noValues }
    if values.count != weights.count {
      throw .countsDiffer(values: values.count, weights: weights.count)
    }
    for value in values + weights where !value.isFinite { throw .notFinite }
    for (index, weight) in weights.enumerated() where weight < 0 {
      throw .negativeWeight(index: index, weight: weight)
    }
    let total = weights.reduce(0, +)
    if total == 0 { throw .weightsSumToZero }
    guard total.isFinite else { throw .rangeOverflows }
    let pairs = zip(values, weights).filter { $0.1 > 0 }.sorted { $0 < $1 }
    self.init(sorted: pairs)
  }

  /// `pairs` are sorted by value and not empty; equal values are joined.
  private init(sorted pairs: [(Double, Double)]) {
    var values: [Double] = []
    var weights: [Double] = []
    for (value, weight) in pairs {
      if let last = values.last, last == value {
        weights[weights.count - 1] += weight
      } else {
        values.append(value)
        weights.append(weight)
      }
    }
    let total = weights.reduce(0, +)
    var sum = 0.0
    var shares = weights.map { weight in
      sum += weight
      return min(sum / total, 1)
    }
    shares[shares.count - 1] = 1
    (self.values, self.weights, self.shares) = (values, weights, shares)
  }

  func restricted(to range: ClosedRange<Double>) -> Atoms? {
    let kept = zip(values, weights).filter { range.contains($0.0) }
    return kept.isEmpty ? nil : Atoms(sorted: kept)
  }

  var ends: ClosedRange<Double> { values[0]...values[values.count - 1] }

  var mean: Double {
    let total = weights.reduce(0, +)
    return zip(values, weights).reduce(0) { $0 + $1.0 * ($1.1 / total) }
  }

  /// The smallest value whose share reaches `u`.
  func quantile(_ u: Double) -> Double {
    values[firstIndex { shares[$0] >= u }]
  }

  func cumulative(_ x: Double) -> Double {
    if x >= values[values.count - 1] { return 1 }
    let next = firstIndex { values[$0] > x }
    return next == 0 ? 0 : shares[next - 1]
  }

  /// The first index that satisfies a condition which holds from some index on, to the last.
  private func firstIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

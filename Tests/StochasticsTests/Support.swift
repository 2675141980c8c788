import Stochastics

/// How many doubles lie between two numbers; 0 if both are NaN.
func distance(_ a: Double, _ b: Double) -> UInt64 {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  if a.isNaN || b.isNaN { return .max }
  func place(_ x: Double) -> Int64 {
    let bits = Int64(bitPattern: x.bitPattern)
    return bits < 0 ? Int64.min - bits : bits
  }
  let (gap, overflow) = place(a).subtractingReportingOverflow(place(b))
  return overflow ? .max : gap.magnitude
}

/// Whether two numbers agree to a share of the larger.
func agree(_ a: Double, _ b: Double, within share: Double) -> Bool {
  a == b || (a - b).magnitude <= share * max(a.magnitude, b.magnitude)
}

/// The Kolmogorov–Smirnov statistic √n · sup |Fₙ − F|; above 2.2 with probability 1.3 · 10⁻⁴.
func kolmogorov(_ sample: [Double], _ cumulative: (Double) -> Double) -> Double {
  let n = Double(sample.count)
  var worst = 0.0
  for (index, x) in sample.sorted().enumerated() {
    let share = cumulative(x)
    worst = max(worst, share - Double(index) / n, Double(index + 1) / n - share)
  }
  return worst * n.squareRoot()
}

/// The probability of a chi-square statistic at least this large if all cells are equally likely.
func chiSquareTail(_ counts: [Int]) -> Double {
  let total = counts.reduce(0, +)
  let expected = Double(total) / Double(counts.count)
  let statistic = counts.reduce(0.0) { sum, count in
    let gap = Double(count) - expected
    return sum + gap * gap / expected
  }
  return 1 - Special.regularizedIncompleteGamma(Double(counts.count - 1) / 2, statistic / 2)
}

/// How nearly one number rises or falls with another, whatever the shape of the curve.
public enum RankCorrelation {
  /// Spearman's ρ: the correlation of ranks, equal values sharing the mean of theirs.
  ///
  /// Source: C. Spearman, *American Journal of Psychology* 15 (1904), 72. Takes n log n steps.
  ///
  /// - Returns: a number from −1 to 1; nil with fewer than three pairs of numbers, or where one
  ///   side does not vary. Pairs with a NaN are left out.
  public static func spearman(_ xs: [Double], _ ys: [Double]) -> Double? {
    precondition(xs.count == ys.count, "numbers come in pairs")
    let known = xs.indices.filter { !xs[$0].isNaN && !ys[$0].isNaN }
    guard known.count >= 3 else { return nil }
    let a = ranks(known.map { xs[$0] })
    let b = ranks(known.map { ys[$0] })
    let middle = Double(known.count + 1) / 2
    var (squaresA, squaresB, products) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      squaresA += (x - middle) * (x - middle)
      squaresB += (y - middle) * (y - middle)
      products += (x - middle) * (y - middle)
    }
    guard squaresA > 0, squaresB > 0 else { return nil }
    return products / (squaresA * squaresB).squareRoot()
  }

  /// Ranks from 1.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, values[order[end]] == values[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Double(first + 1 + end) / 2 }
      first = end
    }
    return ranks
  }
}

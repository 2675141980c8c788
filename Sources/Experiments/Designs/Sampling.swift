import Stochastics

/// How the points of a sweep are chosen.
///
/// The values of a factor depend on the seed, the method and the factor's own address: a factor
/// that is added, taken away or moved changes no other's column.
public enum Sampling: Sendable, Equatable {
  /// Every combination of the factors' values; the first factor varies slowest.
  ///
  /// A range gives `samples` evenly spaced values, at least 2, its ends among them.
  case grid(samples: Int)
  /// A Latin hypercube: of each range cut into as many equal strata as there are points, every
  /// stratum is hit once, and levels are dealt as evenly as their number allows.
  ///
  /// McKay, Beckman and Conover, *A Comparison of Three Methods for Selecting Values of Input
  /// Variables in the Analysis of Output from a Computer Code*, Technometrics 21 (1979).
  case latinHypercube(points: Int, seed: UInt64)
  /// Points that are independent of one another; more points keep the earlier ones.
  case independent(points: Int, seed: UInt64)

  /// The values of a range in a grid where nobody says how many.
  public static let gridSamples = 5

  /// How many points the method gives; nil if that is more than the largest whole number.
  ///
  /// Can be asked before a design is made that would be too large; takes time for one factor after
  /// the other, not for their combinations.
  public func count(of factors: [Factor]) -> Int? {
    switch self {
    case .latinHypercube(let points, _), .independent(let points, _): return points
    case .grid(let samples):
      var count = 1
      for factor in factors {
        let product = count.multipliedReportingOverflow(by: factor.steps(samples).count)
        if product.overflow { return nil }
        count = product.partialValue
      }
      return count
    }
  }

  /// The design; to ask for more than ``Design/largestCount`` points is a programmer's error.
  public func design(of factors: [Factor]) -> Design {
    guard let count = count(of: factors), (1...Design.largestCount).contains(count) else {
      preconditionFailure("a design has 1 to 1,000,000 points")
    }
    let width = factors.count
    var values = [Double](repeating: 0, count: count * width)
    var repeats = count
    for (place, factor) in factors.enumerated() {
      let column = column(of: factor, count: count, repeats: &repeats)
      for point in 0..<count { values[point * width + place] = column[point % column.count] }
    }
    return Design(addresses: factors.map(\.address), values: values, count: count)
  }

  /// A factor's values, point by point; a grid's begin again where they end.
  ///
  /// - Parameter repeats: how many points of a grid follow one another with the same value of the
  ///   factor before this one.
  private func column(of factor: Factor, count: Int, repeats: inout Int) -> [Double] {
    switch self {
    case .grid(let samples):
      let steps = factor.steps(samples)
      repeats /= steps.count
      return steps.flatMap { [repeats] step in repeatElement(step, count: repeats) }
    case .latinHypercube(let points, let seed):
      let key = StreamKey(seed: seed).child("latin hypercube").child(NameHash(factor.address))
      return Sampling.stratified(factor, points, key)
    case .independent(let points, let seed):
      let key = StreamKey(seed: seed).child("random design").child(NameHash(factor.address))
      return (1...points).map { Sampling.value(of: factor, at: key.child($0).uniform()) }
    }
  }

  private static func value(of factor: Factor, at u: Double) -> Double {
    switch factor.values {
    case .range(let range): return factor.value(at: u, in: range)
    case .levels(let levels): return levels[min(Int(u * Double(levels.count)), levels.count - 1)]
    }
  }

  private static func stratified(_ factor: Factor, _ points: Int, _ key: StreamKey) -> [Double] {
    var column: [Double]
    switch factor.values {
    case .range(let range):
      column = (0..<points).map { stratum in
        let u = (Double(stratum) + key.child("place").child(stratum).uniform()) / Double(points)
        // The sum can round up to where the next stratum begins.
        let end = (Double(stratum + 1) / Double(points)).nextDown
        return factor.value(at: min(u, end), in: range)
      }
    case .levels(let levels):
      // Which levels come once more than others is left to chance, so that none is favoured.
      let extra = order(of: levels.count, key.child("extra")).prefix(points % levels.count)
      let whole = levels.flatMap { repeatElement($0, count: points / levels.count) }
      column = whole + extra.map { levels[$0] }
    }
    return order(of: points, key.child("order")).map { column[$0] }
  }

  /// The numbers from 0 in an order that chance decides, each order as likely as any other.
  ///
  /// Durstenfeld, *Algorithm 235: Random Permutation*, Communications of the ACM 7 (1964).
  private static func order(of count: Int, _ key: StreamKey) -> [Int] {
    var order = Array(0..<count)
    var stream = key.stream()
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, stream.below(last + 1))
    }
    return order
  }
}
